package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.ui.kit.chart.Chart;
import backstep.ui.kit.chart.ChartData;
import backstep.ui.kit.chart.Note;
import backstep.ui.kit.chart.Scale;
import backstep.ui.kit.chart.Series;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@DisplayName("Numerical or exact")
class NumericalTest {
  private Window window;

  @Start
  void start(Stage stage) {
    window = Window.open(stage, Locale.ENGLISH, true);
  }

  @BeforeEach
  void openLesson() {
    window.openLesson("05-numerical", "x");
    window.waitFor(() -> window.text("#slope-exact").equals("6.0"));
  }

  @Test
  @DisplayName("shows both measured slopes beside the exact one, with every digit")
  void slopes() {
    // What CPython and NumPy print for the lesson's program.
    assertThat(window.text("#slope-forward")).isEqualTo("6.000009999951316");
    assertThat(window.text("#slope-central")).isEqualTo("6.000000000039306");
    assertThat(window.text("#error-forward")).isEqualTo("1e−5");
    assertThat(window.text("#error-central")).isEqualTo("3.9e−11");
    window.press(KeyCode.END);
    window.press(KeyCode.END);
    window.waitFor(() -> window.isShown("#output"));
    assertThat(window.text("#output")).isEqualTo("6.000009999951316\n6.000000000039306");
  }

  @Test
  @DisplayName("draws the error of both differences over h on two log axes, and names the causes")
  void errors() {
    ChartData errors = chart("#errors");
    assertThat(errors.x().scale()).isEqualTo(Scale.LOG);
    assertThat(errors.y().scale()).isEqualTo(Scale.LOG);
    assertThat(errors.x().limits().orElseThrow().low()).isEqualTo(1e-16);
    assertThat(errors.series()).extracting(Series::name).containsExactly("forward", "central");
    assertThat(errors.series().get(0).role()).isNotEqualTo(errors.series().get(1).role());
    assertThat(errors.notes())
        .extracting(Note::label)
        .containsExactly("rounding", "truncation", "h = 1e−5");
    assertThat(errors.marks()).allMatch(mark -> mark.x() == 1e-5);
    set("h", "0.01");
    window.waitFor(() -> chart("#errors").marks().stream().allMatch(mark -> mark.x() == 0.01));
    assertThat(window.text("#slope-note")).contains("truncation");
    set("h", "1e-13");
    window.waitFor(() -> window.text("#slope-note").contains("rounding"));
    set("h", "1e-16");
    window.waitFor(() -> window.text("#slope-note").contains("the same number"));
    assertThat(window.text("#slope-forward")).isEqualTo("0.0");
  }

  @Test
  @DisplayName("turns the secant into the tangent as h shrinks")
  void secants() {
    set("h", "1");
    window.waitFor(() -> window.text("#slope-forward").equals("7.0"));
    assertThat(slope("forward")).isCloseTo(7, within(1e-12));
    assertThat(slope("exact")).isCloseTo(6, within(1e-12));
    assertThat(chart("#secants").marks()).hasSize(3);
    set("h", "0.001");
    window.waitFor(() -> window.text("#slope-forward").startsWith("6.00"));
    assertThat(Math.abs(slope("forward") - slope("exact"))).isLessThan(0.0011);
    window.robot().interact(() -> ((ToggleButton) window.find("#zoom-to-step")).fire());
    window.waitFor(() -> chart("#secants").x().limits().orElseThrow().high() == 0.004);
    assertThat(chart("#secants").x().title()).isEqualTo("x − 3");
    assertThat(chart("#secants").marks()).as("x − h and x + h are apart again").hasSize(3);
    set("x", "-2.5");
    window.waitFor(() -> chart("#secants").x().title().equals("x + 2.5"));
  }

  private double slope(String name) {
    Series line =
        chart("#secants").series().stream()
            .filter(series -> series.name().equals(name))
            .findFirst()
            .orElseThrow();
    return (line.samples().y(1) - line.samples().y(0))
        / (line.samples().x(1) - line.samples().x(0));
  }

  @Test
  @DisplayName("takes a function that is typed, letter by letter, and draws its graph")
  void typed() {
    window.focus("#formula");
    window.onScreen(() -> {
      ((TextField) window.find("#formula")).clear();
      return true;
    });
    window.waitFor(() -> problem().startsWith("Write a formula with x"));
    window.write("x ** 3");
    window.waitFor(() -> window.text("#slope-exact").equals("27.0"));
    assertThat(window.isShown("#formula-problem")).isFalse();
    assertThat(window.values("x")).containsExactly("3");
    window.press(KeyCode.SHIFT, KeyCode.F);
    assertThat(program()).contains("return x ** 3\n");
  }

  @Test
  @DisplayName("says what is wrong with a function, where, and how to mend it; the last one stays")
  void wrong() {
    type("x ** 2 + foo");
    window.waitFor(() -> window.isShown("#formula-problem"));
    assertThat(problem())
        .startsWith("At character 10, “foo”:")
        .endsWith("Until then f(x) = x ** 2 stays.");
    assertThat(window.isMarked("#errors", "stale")).isTrue();
    assertThat(window.isMarked("#secants", "stale")).isTrue();
    assertThat(window.text("#slope-exact")).isEqualTo("6.0");
    assertThat(window.isShown("#problem")).as("the program itself is sound").isFalse();
    window.focus("#formula");
    window.press(KeyCode.ESCAPE);
    window.waitFor(() -> !window.isShown("#formula-problem"));
    assertThat(formula()).isEqualTo("x ** 2");
    assertThat(window.isMarked("#errors", "stale")).isFalse();
  }

  @Test
  @DisplayName("explains a kink, and a place where the function has no value")
  void places() {
    example("abs(x)");
    set("x", "0");
    window.waitFor(() -> window.text("#slope-note").contains("kink"));
    assertThat(window.text("#slope-note"))
        .contains("from the left its slope is −1, from the right 1")
        .endsWith("the exact rule takes 0.");
    example("np.log(x)");
    set("x", "-1");
    window.waitFor(() -> window.text("#slope-note").contains("x = −1"));
    assertThat(window.text("#slope-note"))
        .startsWith("np.log(x) has no finite value")
        .contains("numbers above 0 only");
    assertThat(window.isShown("#slopes")).isFalse();
    set("x", "2");
    window.waitFor(() -> window.text("#slope-exact").equals("0.5"));
    set("h", "3");
    window.waitFor(() -> window.text("#slope-note").contains("f has no value"));
  }

  @Test
  @DisplayName("leaves its place to the loss curve when another lesson is opened")
  void leaves() {
    window.openLesson("06-guess", "guess");
    assertThat(window.isShown("#formula")).isFalse();
    assertThat(window.isShown("#loss-curve")).isTrue();
    window.openLesson("05-numerical", "x");
    window.waitFor(() -> window.isShown("#formula"));
    assertThat(formula()).isEqualTo("x ** 2");
  }

  private ChartData chart(String id) {
    return window.onScreen(() -> ((Chart) window.find(id)).getData());
  }

  private String problem() {
    return window.text("#formula-problem");
  }

  private String formula() {
    return window.onScreen(() -> ((TextField) window.find("#formula")).getText());
  }

  private void type(String text) {
    window.onScreen(() -> {
      ((TextField) window.find("#formula")).setText(text);
      return true;
    });
  }

  private void example(String text) {
    window
        .robot()
        .interact(() ->
            ((MenuButton) window.find("#formula-examples"))
                .getItems().stream()
                    .filter(item -> item.getText().equals(text))
                    .findFirst()
                    .orElseThrow()
                    .fire());
    assertThat(formula()).isEqualTo(text);
    window.waitFor(() -> program().contains("    return " + text + "\n"));
  }

  private String program() {
    return window.bench().program.getState().drafts().present().text();
  }

  private void set(String control, String value) {
    window.onScreen(() -> {
      TextField field = (TextField) window.find("#control-" + control + "-value");
      field.requestFocus();
      field.setText(value);
      return true;
    });
    window.press(KeyCode.ENTER);
  }
}
