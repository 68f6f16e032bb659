package backstep.ui.spoken;

import backstep.lesson.Lesson;
import java.util.Optional;

/// What stands around the program.
///
/// @param lesson the open one
/// @param lab whether the network lab stands in the place of the graph
/// @param endless whether more iterations can be made than there are
/// @param predicts whether each step is asked about before it is seen
/// @param runs whether the program as it is now runs; else the last that did is shown
public record Scenery(
    Optional<Lesson> lesson, boolean lab, boolean endless, boolean predicts, boolean runs) {
  static final Scenery NONE = new Scenery(Optional.empty(), false, false, false, true);
}
