package backstep.ui.stage;

import backstep.keep.SavedSession.Sight;
import backstep.ui.stage.DiagramLayout.Point;
import java.util.List;
import java.util.Optional;
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

  /// The most that a graph is enlarged to be seen whole, with letters of the usual size.
  static final double MAX_FIT = 1.7;

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

  /// What there is to see.
  ///
  /// @param typeSize how large the learner wants letters to be; 1 is the usual
  /// @param focus what has to be seen where not all of it can
  record Subject(double width, double height, double typeSize, Point focus) {}

  /// A place of the camera: a point of the graph is seen at `zoom · point + (x, y)`.
  record View(double zoom, double x, double y) {
    /// On the way to another.
    View towards(View other, double part) {
      return new View(
          zoom + part * (other.zoom - zoom), x + part * (other.x - x), y + part * (other.y - y));
    }
  }

  private final Affine transform = new Affine();
  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(this, "zoom", 1);
  private final Motion pan = new Motion();
  private Hand hand = Hand.READABLE;
  // What the learner saw when they left, kept in sight until they move it.
  private Optional<Sight> left = Optional.empty();

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
    left = Optional.empty();
  }

  /// Shows the whole graph until the learner moves it.
  void showAll() {
    hand = Hand.WHOLE;
    left = Optional.empty();
  }

  /// Holds what the learner saw when they left, in a room of any size.
  void hold(Sight sight) {
    pan.stop();
    hand = Hand.FREE;
    left = Optional.of(sight);
  }

  /// What the learner sees, if it is they who hold the camera.
  Optional<Sight> sight(Room room) {
    return hand == Hand.FREE && room.width() > 0 ? left.or(() -> seen(room)) : left;
  }

  // Nobody misses a place so far away that it cannot be kept.
  private Optional<Sight> seen(Room room) {
    View now = view();
    double x = (room.left() + room.width() / 2 - now.x()) / now.zoom();
    double y = (room.top() + room.height() / 2 - now.y()) / now.zoom();
    return Math.max(Math.abs(x), Math.abs(y)) <= Sight.MAX_PLACE
        ? Optional.of(new Sight(now.zoom(), x, y))
        : Optional.empty();
  }

  private static View in(Room room, Sight sight) {
    double zoom = Math.clamp(sight.zoom(), MIN_ZOOM, MAX_ZOOM);
    return new View(
        zoom,
        room.left() + room.width() / 2 - zoom * sight.x(),
        room.top() + room.height() / 2 - zoom * sight.y());
  }

  View view() {
    return new View(zoom.get(), transform.getTx(), transform.getTy());
  }

  /// Goes there at once.
  void show(View view) {
    transform.setToTransform(view.zoom(), 0, view.x(), 0, view.zoom(), view.y());
    zoom.set(view.zoom());
  }

  // --- The learner -------------------------------------------------------------------------------

  /// Nearer or further away, with this point of the screen staying where it is.
  void zoomBy(double factor, double x, double y) {
    take();
    View now = view();
    double target = Math.clamp(now.zoom() * factor, MIN_ZOOM, MAX_ZOOM);
    double by = target / now.zoom();
    show(new View(target, x + by * (now.x() - x), y + by * (now.y() - y)));
  }

  /// Moves the graph over the screen.
  void panBy(double x, double y) {
    take();
    transform.prependTranslation(x, y);
  }

  private void take() {
    hand = Hand.FREE;
    left = Optional.empty();
    pan.stop();
  }

  // --- The stage ---------------------------------------------------------------------------------

  /// Finds the place for a graph, unless the learner holds the camera.
  ///
  /// @param atOnce whether there is no movement
  void place(Room room, Subject subject, boolean atOnce) {
    if (room.width() <= 0) {
      return;
    }
    left.ifPresent(sight -> show(in(room, sight)));
    if (hand == Hand.FREE) {
      return;
    }
    pan.stop();
    View there = best(room, subject);
    View here = view();
    if (atOnce || here.zoom() != there.zoom()) {
      show(there);
    } else if (!here.equals(there)) {
      pan.play(List.of(part -> show(here.towards(there, part))), PAN, () -> {});
    }
  }

  /// Where to go when the graph changes around something that is looked at: where all of it is
  /// seen, or else so that this stays where it is on the screen.
  ///
  /// @param before where that was in the graph
  /// @param after where it is now
  View around(Room room, Subject subject, Point before, Point after) {
    pan.stop();
    left = Optional.empty();
    View here = view();
    View there = best(room, subject);
    boolean whole =
        there.zoom() * subject.width() <= room.width()
            && there.zoom() * subject.height() <= room.height();
    if (room.width() <= 0 || (hand != Hand.FREE && whole)) {
      return there;
    }
    double scale = hand == Hand.FREE ? here.zoom() : there.zoom();
    return new View(
        scale,
        here.zoom() * before.x() + here.x() - scale * after.x(),
        here.zoom() * before.y() + here.y() - scale * after.y());
  }

  private View best(Room room, Subject subject) {
    double scale =
        Math.clamp(
            Math.min(room.width() / subject.width(), room.height() / subject.height()),
            MIN_ZOOM,
            MAX_FIT * subject.typeSize());
    if (hand == Hand.READABLE && scale < TOO_SMALL * subject.typeSize()) {
      scale = MIN_READABLE * subject.typeSize();
    }
    Point focus = subject.focus();
    double x = offset(room.width(), scale * subject.width(), scale * focus.x());
    double y = offset(room.height(), scale * subject.height(), scale * focus.y());
    return new View(scale, room.left() + x, room.top() + y);
  }

  /// Moves just so far that this part of the graph is on the screen.
  void reveal(Room room, DiagramLayout.Place part) {
    View now = view();
    double scale = now.zoom();
    double x = shift(room.left(), room.width(), now.x() + scale * part.x(), scale * part.width());
    double y = shift(room.top(), room.height(), now.y() + scale * part.y(), scale * part.height());
    if (x != 0 || y != 0) {
      panBy(x, y);
    }
  }

  private static double shift(double from, double room, double at, double size) {
    if (at < from) {
      return from - at;
    }
    return at + size > from + room ? Math.max(from - at, from + room - at - size) : 0;
  }

  /// Where something begins that is centred if there is room for it, and else shows its focus.
  private static double offset(double room, double size, double focus) {
    return size <= room ? (room - size) / 2 : Math.clamp(room / 2 - focus, room - size, 0);
  }
}
