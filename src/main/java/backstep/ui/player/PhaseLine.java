package backstep.ui.player;

import backstep.trace.Session;
import backstep.trace.Step.Phase;
import backstep.ui.kit.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// The line of the timeline: a piece for each phase with its name under it, and a notch between any
/// two steps where they are few.
final class PhaseLine {
  // In heights of its letters.
  private static final double THICKNESS = 0.52;
  private static final double MARGIN = 0.7;
  private static final double LABEL_TOP = 1.05;
  private static final double LABEL_GAP = 0.6;
  // Steps closer to each other than this have no notches.
  private static final double MIN_STEP = 0.9;

  private final Map<Phase, PhaseTrack> tracks = new EnumMap<>(Phase.class);
  private final Path notches = new Path();

  PhaseLine(Messages messages) {
    notches.getStyleClass().add("track-marks");
    for (Phase phase : Phase.values()) {
      tracks.put(phase, new PhaseTrack(phase, messages));
    }
  }

  List<Node> nodes() {
    return Stream.concat(
            tracks.values().stream().flatMap(track -> track.nodes().stream()), Stream.of(notches))
        .toList();
  }

  /// How high its letters are.
  double em() {
    return tracks.get(Phase.FORWARD).label().getFont().getSize();
  }

  /// How far the line with its labels reaches down from its middle.
  double depth() {
    return LABEL_TOP * em() + tracks.get(Phase.FORWARD).label().prefHeight(-1);
  }

  /// Where so many steps are done.
  double x(Session session, int position, double width) {
    double margin = MARGIN * em();
    return margin + (double) position / Math.max(1, steps(session)) * (width - 2 * margin);
  }

  /// How many steps are done there.
  int position(Session session, double x, double width) {
    double margin = MARGIN * em();
    double part = Math.clamp((x - margin) / Math.max(1, width - 2 * margin), 0, 1);
    return (int) Math.round(part * steps(session));
  }

  static int steps(Session session) {
    return session.trace().steps().size();
  }

  /// Draws it at this height.
  void draw(Session session, double width, double middle) {
    double thickness = THICKNESS * em();
    double top = middle - thickness / 2;
    double here = x(session, session.position(), width);
    int from = 0;
    for (Phase phase : Phase.values()) {
      int to = session.trace().endOf(phase);
      tracks.get(phase).place(x(session, from, width), x(session, to, width), here, top, thickness);
      from = to;
    }
    notch(session, width, top, thickness);
    label(width, middle + LABEL_TOP * em());
  }

  private void notch(Session session, double width, double top, double height) {
    notches.getElements().clear();
    if (x(session, 1, width) - x(session, 0, width) >= MIN_STEP * em()) {
      for (int i = 1; i < steps(session); i++) {
        double x = Math.rint(x(session, i, width)) + 0.5;
        notches.getElements().addAll(new MoveTo(x, top), new LineTo(x, top + height));
      }
    }
  }

  // Where there is no room for all names, short phases go without.
  private void label(double width, double top) {
    List<PhaseTrack> named = new ArrayList<>();
    for (PhaseTrack track : tracks.values()) {
      track.label().autosize();
      track.label().setVisible(false);
      if (track.isThere()) {
        named.add(track);
      }
    }
    Optional<double[]> lefts = lefts(named, width);
    while (lefts.isEmpty()) {
      named.remove(
          named.stream().min(Comparator.comparingDouble(PhaseTrack::length)).orElseThrow());
      lefts = lefts(named, width);
    }
    for (int i = 0; i < named.size(); i++) {
      Label label = named.get(i).label();
      label.relocate(Math.rint(lefts.get()[i]), Math.rint(top));
      label.setVisible(true);
    }
  }

  private Optional<double[]> lefts(List<PhaseTrack> named, double width) {
    return Spread.lefts(
        named.stream().mapToDouble(PhaseTrack::middle).toArray(),
        named.stream().mapToDouble(track -> track.label().getWidth()).toArray(),
        width,
        LABEL_GAP * em());
  }
}
