package backstep.ui.stage;

import backstep.ui.stage.DiagramLayout.Point;
import java.util.Optional;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.transform.Affine;
import javafx.util.Duration;

/// Which part of the graph is seen, and how large.
///
/// Until the learner takes hold of it, it shows the whole graph where that can be read, and else
/// follows what the step is about.
final class Camera {
  private static final Duration PAN = Duration.millis(300);
  private static final double MIN_READABLE = 0.62;
  private static final double TOO_SMALL = 0.52;
  private static final double MIN_ZOOM = 0.15;
  private static final double MAX_ZOOM = 4;
  private static final double MAX_FIT = 1.7;

  /// Who moves the camera.
  private enum Hand {
    /// The stage: all of the graph if it can be read then, else what the step is about.
    READABLE,
    /// The stage: all of the graph, however small.
    WHOLE,
    /// The learner.
    FREE
  }

  /// The room on the screen for the graph.
  record Room(double left, double top, double width, double height) {}

  private final Affine transform = new Affine();
  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(this, "zoom", 1);
  private Hand hand = Hand.READABLE;
  private Optional<Timeline> pan = Optional.empty();

  /// From the graph's units to the screen's.
  Affine transform() {
    return transform;
  }

  /// How many pixels of the screen one unit of the graph takes.
  ReadOnlyDoubleProperty zoomProperty() {
    return zoom.getReadOnlyProperty();
  }

  /// Shows another graph.
  void begin() {
    hand = Hand.READABLE;
  }

  /// Shows the whole graph until the learner moves it.
  void showAll() {
    hand = Hand.WHOLE;
  }

  /// Nearer or further away, with this point of the screen staying where it is.
  void zoomBy(double factor, double x, double y) {
    take();
    double target = Math.clamp(zoom.get() * factor, MIN_ZOOM, MAX_ZOOM);
    transform.prependScale(target / zoom.get(), target / zoom.get(), x, y);
    zoom.set(target);
  }

  /// Moves the graph over the screen.
  void panBy(double x, double y) {
    take();
    transform.prependTranslation(x, y);
  }

  private void take() {
    hand = Hand.FREE;
    pan.ifPresent(Timeline::stop);
  }

  /// Finds the place for a graph, unless the learner holds the camera.
  ///
  /// @param typeSize how large the learner wants letters to be; 1 is the usual
  /// @param focus what has to be seen where not all of it can
  /// @param atOnce whether there is no movement
  void place(Room room, double width, double height, double typeSize, Point focus, boolean atOnce) {
    if (hand == Hand.FREE || room.width() <= 0) {
      return;
    }
    double scale =
        Math.clamp(
            Math.min(room.width() / width, room.height() / height), MIN_ZOOM, MAX_FIT * typeSize);
    if (hand == Hand.READABLE && scale < TOO_SMALL * typeSize) {
      scale = MIN_READABLE * typeSize;
    }
    double x = room.left() + offset(room.width(), scale * width, scale * focus.x());
    double y = room.top() + offset(room.height(), scale * height, scale * focus.y());
    pan.ifPresent(Timeline::stop);
    if (atOnce || zoom.get() != scale) {
      transform.setToTransform(scale, 0, x, 0, scale, y);
      zoom.set(scale);
    } else {
      glide(x, y);
    }
  }

  /// Moves just so far that this part of the graph is on the screen.
  void reveal(Room room, DiagramLayout.Place part) {
    double scale = zoom.get();
    double x =
        shift(
            room.left(), room.width(), transform.getTx() + scale * part.x(), scale * part.width());
    double y =
        shift(
            room.top(), room.height(), transform.getTy() + scale * part.y(), scale * part.height());
    if (x != 0 || y != 0) {
      take();
      transform.prependTranslation(x, y);
    }
  }

  private static double shift(double from, double room, double at, double size) {
    if (at < from) {
      return from - at;
    }
    return at + size > from + room ? Math.max(from - at, from + room - at - size) : 0;
  }

  private void glide(double x, double y) {
    Timeline move =
        new Timeline(
            new KeyFrame(
                PAN,
                new KeyValue(transform.txProperty(), x, Interpolator.EASE_BOTH),
                new KeyValue(transform.tyProperty(), y, Interpolator.EASE_BOTH)));
    pan = Optional.of(move);
    move.play();
  }

  /// Where something begins that is centred if there is room for it, and else shows its focus.
  private static double offset(double room, double size, double focus) {
    return size <= room ? (room - size) / 2 : Math.clamp(room / 2 - focus, room - size, 0);
  }
}
