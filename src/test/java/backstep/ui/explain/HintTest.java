package backstep.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.python.Naming;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.python.Run;
import backstep.trace.Session;
import backstep.words.Numbers;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A hint")
class HintTest {
  private static List<Lesson> lessons() {
    return LessonCatalog.builtIn().stream()
        .filter(lesson -> lesson.view() != Lesson.View.NETWORK)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  @DisplayName("says at every step of every lesson what is asked, and not what comes out")
  void withholds(Lesson lesson) {
    Program program = Program.of(lesson.program());
    Run run = program.run(lesson.options());
    Naming naming = new Naming(run.origins());
    Session here = Session.start(new Replays(program, lesson.options(), run));
    while (here.snapshot().next().isPresent()) {
      List<Explanation.Equation> hint = Hint.of(here.snapshot(), naming, Numbers.USUAL);
      List<Explanation.Equation> told =
          Explainer.explain(here.next().snapshot(), naming, Numbers.USUAL).equations();
      assertThat(hint).hasSameSizeAs(told);
      for (int i = 0; i < hint.size(); i++) {
        List<String> lines = hint.get(i).lines().stream().map(Explanation.Line::latex).toList();
        assertThat(String.join(" ", lines)).contains("?").doesNotContain("textcolor");
      }
      here = here.next();
    }
  }
}
