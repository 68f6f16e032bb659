package backstep.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backstep.python.Draft;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTest {
  static final List<Lesson> LESSONS = LessonCatalog.builtIn();

  @Test
  @DisplayName("Controls are written as a list, with as many labels in each language")
  void list() {
    Map<String, String> labels = Map.of("en", "Learning rate, Target", "ko", "학습률, 목표값");
    List<Control> controls = Control.list("rate 0.001 to 10 log, y -1 to 2", labels);
    assertThat(controls)
        .containsExactly(
            new Control(
                "rate",
                0.001,
                10,
                true,
                false,
                Optional.empty(),
                Map.of("en", "Learning rate", "ko", "학습률")),
            new Control(
                "y", -1, 2, false, false, Optional.empty(), Map.of("en", "Target", "ko", "목표값")));
    assertThat(controls.getFirst().label(Locale.KOREAN)).isEqualTo("학습률");
    assertThat(Control.list("", Map.of())).isEmpty();
  }

  @Test
  @DisplayName("A control may take whole numbers only, and be the seed of another variable")
  void wholes() {
    Control epochs = Control.list("epochs 1 to 1000 log whole", Map.of()).getFirst();
    assertThat(epochs.log()).isTrue();
    assertThat(epochs.takes(350)).isTrue();
    assertThat(epochs.takes(2000)).as("more than the slider reaches").isTrue();
    assertThat(epochs.takes(0)).isFalse();
    assertThat(epochs.takes(1.5)).isFalse();
    assertThat(epochs.draws()).isEmpty();
    Control seed = Control.list("seed 0 to 99 whole draws guess", Map.of()).getFirst();
    assertThat(seed.draws()).contains("guess");
    assertThat(Control.list("y -1 to 2", Map.of()).getFirst().takes(-7.5)).isTrue();
  }

  @ParameterizedTest
  @DisplayName("A control that could not be moved is refused")
  @ValueSource(
      strings = {
        "y",
        "y 1 to",
        "y 2 to 1",
        "y 0 to 1 log",
        "y a to b",
        "y 0 to NaN",
        "y 0 to 1 lin",
        "y 0 to 1 draws",
        "y 0 to 1 whole log"
      })
  void refused(String text) {
    assertThatThrownBy(() -> Control.list(text, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("A label too few is refused")
  void labels() {
    assertThatThrownBy(() -> Control.list("y 0 to 1, x 0 to 1", Map.of("ko", "목표")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ko");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("Each control of a lesson stands for a number in its program, within its range")
  @FieldSource("LESSONS")
  void lessons(Lesson lesson) {
    Draft draft = Draft.of(lesson.program());
    // The network lab has controls of its own, and the sandbox any program.
    boolean none = lesson.view() == Lesson.View.NETWORK || lesson.view() == Lesson.View.SANDBOX;
    assertThat(lesson.controls().isEmpty()).isEqualTo(none);
    assertThat(lesson.controls())
        .allSatisfy(control -> {
          assertThat(draft.number(control.variable()))
              .hasValueSatisfying(
                  value -> assertThat(value).isBetween(control.from(), control.to()));
          assertThat(control.labels()).containsOnlyKeys("ko", "en");
        });
  }
}
