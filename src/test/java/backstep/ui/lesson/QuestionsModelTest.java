package backstep.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Iterations;
import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.lesson.Question.Verdict;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.python.Run;
import backstep.trace.Cover;
import backstep.trace.Session;
import backstep.ui.lesson.QuestionsModel.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The questions of the lesson on two layers")
class QuestionsModelTest {
  private static final List<Lesson> LESSONS = LessonCatalog.builtIn();
  private static final Lesson LESSON =
      LESSONS.stream().filter(l -> l.id().equals("04-two-layers")).findFirst().orElseThrow();

  private final DoneModel done = new DoneModel();
  private final LessonModel lessons = new LessonModel(LESSONS);
  private final QuestionsModel model = new QuestionsModel(lessons, done);

  @BeforeEach
  void open() {
    lessons.open(LESSON);
    stand(LESSON.program());
  }

  private void stand(String text) {
    Program program = Program.of(text);
    Run run = program.run(LESSON.options());
    Iterations iterations = new Replays(program, LESSON.options(), run);
    lessons.show(Session.start(iterations), run.origins(), Cover.NONE);
  }

  private Optional<Response> response() {
    return model.getState().response();
  }

  @Test
  @DisplayName("reply to each pick, and take the right one for an answer")
  void picks() {
    model.pick(0);
    assertThat(response()).contains(new Response.Picked(0, false));
    assertThat(model.answered()).isZero();
    model.pick(1);
    assertThat(response()).contains(new Response.Picked(1, true));
    assertThat(model.answered()).isOne();
  }

  private Optional<Verdict> verdict() {
    return response().map(Response.Typed.class::cast).map(Response.Typed::verdict);
  }

  // NumPy: r2 - y = 0.854 - 1 for the lesson's program.
  @Test
  @DisplayName("judge a figure by what the program at hand computes")
  void figures() {
    model.go(1);
    model.type("about a half");
    assertThat(response()).contains(new Response.NoNumber());
    model.type("0.146");
    assertThat(verdict()).contains(Verdict.OTHER_SIGN);
    model.tell();
    assertThat(response().orElseThrow()).isInstanceOf(Response.Told.class);
    assertThat(model.answered()).isZero();
    model.type("−0.146");
    assertThat(verdict()).contains(Verdict.RIGHT);
    assertThat(model.answered()).isOne();
    stand(LESSON.program().replace("y = np.array([1])", "y = np.array([2])"));
    assertThat(response()).as("was said of another figure").isEmpty();
    model.type("-0.146");
    assertThat(verdict()).contains(Verdict.WRONG);
    model.type("-1.146");
    assertThat(verdict()).contains(Verdict.RIGHT);
    stand("x = 3.0\nloss = x ** 2\n");
    model.type("6");
    assertThat(response()).contains(new Response.NoFigure());
  }

  @Test
  @DisplayName("unfold by themselves at the end, once, and then offer the lesson that follows")
  void path() {
    assertThat(model.getState().unfolded()).isFalse();
    model.reachEnd();
    assertThat(model.getState().unfolded()).isTrue();
    model.unfold(false);
    model.reachEnd();
    assertThat(model.getState().unfolded()).isFalse();
    assertThat(model.next()).isEmpty();
    for (int i = 0; i < model.getState().count(); i++) {
      done.answer(LESSON, i);
    }
    assertThat(done.isDone(LESSON)).isTrue();
    assertThat(model.next()).contains(LESSONS.get(LESSONS.indexOf(LESSON) + 1));
  }

  @Test
  @DisplayName("begin with the first that is not answered, and leave foreign marks alone")
  void remembered() {
    done.setMarks(Set.of("04-two-layers/1", "of-a-later-version/7"));
    lessons.open(LESSONS.getFirst());
    lessons.open(LESSON);
    assertThat(model.getState().index()).isOne();
    model.go(1);
    model.pick(1);
    assertThat(done.marksProperty().get())
        .containsExactlyInAnyOrder("04-two-layers/1", "04-two-layers/3", "of-a-later-version/7");
    model.go(99);
    assertThat(model.getState().index()).isEqualTo(4);
    model.go(-99);
    assertThat(model.getState().index()).isZero();
  }
}
