package backstep.ui.classroom;

import backstep.ui.stage.StageReel;

/// Makes an animation of steps of an iteration, one picture at a time: one after each of them; and
/// before the first step of all the start, which is seen again each time that it begins anew.
final class GifMaking implements Making {
  // Before it begins again one wants to see what came out.
  private static final int PAUSE = 200;

  private final StageReel reel;
  private final int hundredths;
  private final int first;
  private final int parts;
  private final Gif gif = new Gif();

  GifMaking(StageReel reel, ExportOptions options) {
    this.reel = reel;
    this.hundredths = options.film().pace().hundredths();
    int from = Math.clamp(options.film().first(), 1, Math.max(1, reel.steps()));
    this.first = from == 1 ? 0 : from;
    this.parts = Math.clamp(options.film().last(), first, reel.steps()) - first + 1;
  }

  @Override
  public int parts() {
    return parts;
  }

  @Override
  public Runnable part(int index) {
    int[] pixels = reel.pixels(first + index);
    boolean last = index == parts - 1;
    return () -> gif.add(pixels, reel.width(), reel.height(), hundredths + (last ? PAUSE : 0));
  }

  @Override
  public byte[] file() {
    return gif.file();
  }
}
