package backstep.ui.classroom;

import backstep.ui.stage.StageReel;

/// Makes an animation of the steps of an iteration, one picture at a time.
final class GifMaking implements Making {
  // Before it begins again one wants to see what came out.
  private static final int PAUSE = 200;

  private final StageReel reel;
  private final int hundredths;
  private final Gif gif = new Gif();

  GifMaking(StageReel reel, ExportOptions options) {
    this.reel = reel;
    this.hundredths = options.pace().hundredths();
  }

  @Override
  public int parts() {
    return reel.count();
  }

  @Override
  public Runnable part(int index) {
    int[] pixels = reel.pixels(index);
    boolean last = index == parts() - 1;
    return () -> gif.add(pixels, reel.width(), reel.height(), hundredths + (last ? PAUSE : 0));
  }

  @Override
  public byte[] file() {
    return gif.file();
  }
}
