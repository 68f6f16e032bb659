package backstep.ui.lesson;

import backstep.graph.Iteration;
import backstep.lesson.Figure;
import backstep.lesson.Prose;
import backstep.tensor.Tensor;
import backstep.words.Numbers;
import java.util.Optional;

/// Writes the figures of a text out, as the program at hand has them where the learner stands.
final class Figures {
  // Not known, or hidden.
  private static final String UNKNOWN = "…";

  private Figures() {}

  static Prose in(Prose text, Optional<LessonModel.Here> here, Numbers numbers) {
    return text.with(
        figure -> here.flatMap(now -> find(figure, now)).map(numbers::shown).orElse(UNKNOWN));
  }

  private static Optional<Tensor> find(Figure figure, LessonModel.Here here) {
    Iteration iteration = here.session().trace().iteration();
    return figure.isHidden(here.cover(), iteration, here.origins())
        ? Optional.empty()
        : figure.in(iteration, here.origins());
  }
}
