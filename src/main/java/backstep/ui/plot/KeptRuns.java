package backstep.ui.plot;

import backstep.keep.SavedSession.KeptRun;
import backstep.keep.SavedSession.Point;
import backstep.ui.kit.chart.Role;
import backstep.ui.kit.chart.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The runs that are kept, the oldest first: as many as can be told apart.
///
/// @param runs no two with the same label or the same slot
public record KeptRuns(List<Kept> runs) {
  /// No run is kept.
  public static final KeptRuns NONE = new KeptRuns(List.of());

  public KeptRuns {
    runs = List.copyOf(runs);
  }

  /// Those that were saved.
  public static KeptRuns of(List<KeptRun> saved) {
    return new KeptRuns(
        saved.stream()
            .map(run -> new Kept(run.label(), samples(run.points()), run.slot()))
            .toList());
  }

  private static Samples samples(List<Point> points) {
    return Samples.of(
        points.stream().mapToDouble(Point::iteration).toArray(),
        points.stream().mapToDouble(Point::loss).toArray());
  }

  /// The same to be saved.
  public List<KeptRun> saved() {
    return runs.stream()
        .map(run -> new KeptRun(run.label(), run.slot(), points(run.losses())))
        .toList();
  }

  private static List<Point> points(Samples losses) {
    return IntStream.range(0, losses.size())
        .mapToObj(i -> new Point(losses.x(i), losses.y(i)))
        .toList();
  }

  /// With one more run, in place of the one of the same label, or else of the oldest if there are
  /// too many.
  KeptRuns with(String label, Samples losses) {
    KeptRuns others = without(label);
    if (others.runs.size() == Role.KEPT) {
      others = new KeptRuns(others.runs.subList(1, Role.KEPT));
    }
    List<Kept> more = new ArrayList<>(others.runs);
    more.add(new Kept(label, losses, others.freeSlot()));
    return new KeptRuns(more);
  }

  KeptRuns without(String label) {
    return new KeptRuns(runs.stream().filter(run -> !run.label().equals(label)).toList());
  }

  private int freeSlot() {
    return IntStream.range(0, Role.KEPT)
        .filter(slot -> runs.stream().noneMatch(run -> run.slot() == slot))
        .findFirst()
        .orElseThrow();
  }
}
