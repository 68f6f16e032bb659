package backstep.ui.plot;

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
