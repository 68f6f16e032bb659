package backstep.ui.lesson;

import backstep.lesson.Figure;
import backstep.lesson.Prose;
import backstep.tensor.Tensor;
import backstep.ui.kit.Numbers;
import java.util.Optional;

/// Writes the figures of a text out, as the program at hand has them where the learner stands.
final class Figures {
  private Figures() {}

  static Prose in(Prose text, Optional<LessonModel.Here> here) {
    return text.with(
        figure -> here.flatMap(now -> find(figure, now)).map(Numbers::shown).orElse("…"));
  }

  private static Optional<Tensor> find(Figure figure, LessonModel.Here here) {
    return figure.in(here.session().trace().iteration(), here.origins());
  }
}
