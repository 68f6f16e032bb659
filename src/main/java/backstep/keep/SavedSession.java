package backstep.keep;

import backstep.graph.Call;
import backstep.lab.NetworkData;
import backstep.lab.NetworkSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that brings a learner back to where they were: which lesson, what they made of it, where
/// they stood, and what they saw there. The figures are not in it: they are computed again, and are
/// the same to the last bit.
///
/// @param lesson the id of the lesson
/// @param form the id of the form of its program
/// @param network what the network lab was set to, in its lesson
/// @param kept the runs that were kept to be compared
public record SavedSession(
    String lesson,
    String form,
    Work work,
    Optional<Network> network,
    Spot spot,
    View view,
    List<KeptRun> kept) {

  public SavedSession {
    kept = List.copyOf(kept);
  }

  /// Work that is done in a lesson, seen from its start.
  public static SavedSession of(String lesson, String form, Work work) {
    return new SavedSession(
        lesson, form, work, Optional.empty(), Spot.START, View.FIRST, List.of());
  }

  /// Where the learner stood.
  ///
  /// @param iteration from 0
  /// @param done how many ops and updates of it are done, whatever calls are closed
  public record Spot(int iteration, int done) {
    /// Before the first step.
    public static final Spot START = new Spot(0, 0);
  }

  /// How they looked at it.
  ///
  /// @param allClosed what they wanted of all calls, if they said so
  /// @param calls what they wanted of single ones: whether it is closed
  /// @param logLoss whether the loss is drawn on a logarithmic scale
  /// @param sight what they saw of the graph; none where it was left to the window
  /// @param placed the nodes that they put elsewhere
  /// @param hidden which figures were hidden; none where nothing was said of it, and the lesson
  ///   decides
  public record View(
      Optional<Boolean> allClosed,
      Map<Call, Boolean> calls,
      boolean logLoss,
      Optional<Sight> sight,
      List<Placed> placed,
      Optional<Hidden> hidden) {
    /// As a program is seen when it is opened.
    public static final View FIRST =
        new View(Optional.empty(), Map.of(), true, Optional.empty(), List.of(), Optional.empty());

    public View {
      calls = Map.copyOf(calls);
      placed = List.copyOf(placed);
    }
  }

  /// What is seen of a graph: how large, and which point of it is in the middle.
  ///
  /// @param zoom pixels to a unit of the graph
  public record Sight(double zoom, double x, double y) {
    /// More than can be zoomed.
    public static final double MAX_ZOOM = 100;

    /// Further away than anything that is drawn, in units of the graph.
    public static final double MAX_PLACE = 1e6;

    public Sight {
      if (!(zoom > 0 && zoom <= MAX_ZOOM) || isFar(x) || isFar(y)) {
        throw new IllegalArgumentException("zoom " + zoom + " at " + x + ", " + y);
      }
    }

    private static boolean isFar(double place) {
      return !(Math.abs(place) <= MAX_PLACE);
    }
  }

  /// A node that was put elsewhere.
  ///
  /// @param box what the node is called in its drawing
  /// @param x its left edge, in units of the graph
  /// @param y its upper edge
  public record Placed(String box, double x, double y) {
    public Placed {
      if (Sight.isFar(x) || Sight.isFar(y)) {
        throw new IllegalArgumentException(box + " at " + x + ", " + y);
      }
    }
  }

  /// Which figures were hidden.
  ///
  /// @param values whether values were
  /// @param gradients whether gradients were
  /// @param shownValues the nodes whose values were revealed, by their places in the graph
  /// @param shownGradients the nodes whose gradients were revealed
  public record Hidden(
      boolean values, boolean gradients, List<Integer> shownValues, List<Integer> shownGradients) {
    public Hidden {
      shownValues = List.copyOf(shownValues);
      shownGradients = List.copyOf(shownGradients);
    }
  }

  /// A run that was kept.
  ///
  /// @param label the settings it was made with
  /// @param slot which of the looks of kept runs it has, from 0
  /// @param points its losses; NaN and infinities are kept
  public record KeptRun(String label, int slot, List<Point> points) {
    public KeptRun {
      points = List.copyOf(points);
    }
  }

  /// A loss.
  ///
  /// @param iteration from 1
  public record Point(double iteration, double loss) {}

  /// The network lab.
  public record Network(NetworkSettings settings, NetworkData data) {}

  /// Whether it says the same of the learner's work as another, wherever they stood and looked.
  public boolean isSameWorkAs(SavedSession other) {
    return lesson.equals(other.lesson)
        && form.equals(other.form)
        && work.equals(other.work)
        && network.equals(other.network)
        && kept.equals(other.kept);
  }
}
