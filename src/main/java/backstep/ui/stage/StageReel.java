package backstep.ui.stage;

import backstep.trace.Trace;
import backstep.ui.kit.Background;
import backstep.ui.kit.Messages;
import backstep.ui.stage.Picture.Change;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// The stage once more, off the screen, where each step of the iteration can be pictured while the
/// window stays as it is.
public final class StageReel {
  // For the phase's title above, and the legend below.
  private static final double BARS = 96;
  private static final double LEAST_PART = 0.12;
  private static final double MOST_PART = 1.1;

  private final StageModel model = new StageModel(Background.direct());
  private final Picture first;
  private final Scene scene;

  private StageReel(Picture first, StageModel shown, StageView of, Messages messages, int width) {
    this.first = first;
    // What is hidden is hidden in each picture.
    model.cover(shown.coverProperty().get());
    StageView view = new StageView(model, messages);
    view.bare();
    view.stillProperty().set(true);
    view.lineScaleProperty().set(of.lineScaleProperty().get());
    DiagramLayout layout = first.layout();
    // As large as the graph is drawn in that width, so that no empty bands are left around it.
    double drawn = layout.height() * Math.min(width / layout.width(), Camera.MAX_FIT);
    double height = Math.clamp(drawn, width * LEAST_PART, width * MOST_PART) + BARS;
    scene = new Scene(view, width, Math.rint(height));
  }

  /// A reel of the iteration that a stage shows; none if it shows nothing.
  ///
  /// @param dress gives a scene the window's styles
  /// @param width in pixels
  public static Optional<StageReel> of(
      StageModel shown, StageView view, Messages messages, Consumer<Scene> dress, int width) {
    return shown
        .picture()
        .get()
        .map(picture -> {
          StageReel reel = new StageReel(picture, shown, view, messages, width);
          dress.accept(reel.scene);
          reel.pixels(0);
          return reel;
        });
  }

  /// How many steps there are.
  public int steps() {
    return trace().steps().size();
  }

  public int width() {
    return (int) scene.getWidth();
  }

  public int height() {
    return (int) scene.getHeight();
  }

  private Trace trace() {
    return first.snapshot().trace();
  }

  /// The stage when so many steps are done: its pixels row by row.
  public int[] pixels(int position) {
    model.show(
        new Picture(
            first.drawing(), first.layout(), trace().at(position), first.naming(), Change.NONE));
    // Where nobody looks, layout takes a picture of its own.
    scene.snapshot(null);
    WritableImage image = scene.snapshot(null);
    int[] pixels = new int[width() * height()];
    image
        .getPixelReader()
        .getPixels(0, 0, width(), height(), PixelFormat.getIntArgbInstance(), pixels, 0, width());
    return pixels;
  }
}
