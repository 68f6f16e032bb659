package backstep.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.lab.Differences.Kind;
import backstep.python.Options;
import backstep.ui.kit.Background;
import backstep.ui.lab.DifferencesModel.Culprit;
import backstep.ui.lab.DifferencesModel.Formula;
import backstep.ui.lab.DifferencesModel.View;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Numerical against exact")
class DifferencesModelTest {
  private static final String PROGRAM =
      """
      import numpy as np

      def f(x):
          return x ** 2

      x = 3.0
      h = 1e-5
      y = f(x)
      """;

  private final ProgramModel program = new ProgramModel(Background.direct());
  private final DifferencesModel model = new DifferencesModel(program, Background.direct());

  @BeforeEach
  void open() {
    program.open(PROGRAM, Options.DEFAULT);
    model.watch(true);
  }

  private View view() {
    return model.viewProperty().get().orElseThrow();
  }

  private Formula formula() {
    return model.formulaProperty().get().orElseThrow();
  }

  private String text() {
    return program.getState().drafts().present().text();
  }

  @Test
  @DisplayName("measures the program's function at its number, over its step")
  void measures() {
    assertThat(view().name()).isEqualTo("x");
    assertThat(view().loss()).isEqualTo("y");
    assertThat(view().differences().exact()).isEqualTo(6);
    // CPython and NumPy print these for the lesson's program.
    assertThat(view().now().forward()).isEqualTo(6.000009999951316);
    assertThat(view().now().central()).isEqualTo(6.000000000039306);
    assertThat(view().sweep().getFirst().step()).isEqualTo(1e-16);
    assertThat(view().sweep().getLast().step()).isEqualTo(1);
    program.set("h", 0.5, false);
    assertThat(view().now().forward()).isEqualTo(6.5);
    program.set("x", -1, false);
    assertThat(view().differences().exact()).isEqualTo(-2);
  }

  @Test
  @DisplayName("takes a function that is written, as one change that can be undone")
  void writes() {
    for (String typed : new String[] {"n", "np", "np.", "np.sin(x)", "np.sin(x) ** 2"}) {
      model.write(typed);
    }
    assertThat(text()).contains("return np.sin(x) ** 2\n");
    assertThat(formula().problem()).isEmpty();
    assertThat(view().differences().exact()).isCloseTo(Math.sin(6), within(1e-15));
    program.undo();
    assertThat(text()).isEqualTo(PROGRAM);
    assertThat(formula()).isEqualTo(new Formula("x ** 2", "x ** 2", Optional.empty()));
    assertThat(view().differences().exact()).isEqualTo(6);
  }

  @Test
  @DisplayName("keeps the last function while what is written cannot be computed, and says why")
  void refuses() {
    model.write("x ** 3");
    model.write("x ** 3 + foo");
    assertThat(text()).contains("return x ** 3\n");
    assertThat(formula().formula()).isEqualTo("x ** 3");
    assertThat(formula().written()).isEqualTo("x ** 3 + foo");
    assertThat(formula().problem().orElseThrow().piece().orElseThrow().words()).isEqualTo("foo");
    // Moving x meanwhile changes nothing about that.
    program.set("x", 2, false);
    assertThat(view().differences().exact()).isEqualTo(12);
    assertThat(formula().written()).isEqualTo("x ** 3 + foo");
    assertThat(formula().problem()).isPresent();
    model.giveUp();
    assertThat(formula().written()).isEqualTo("x ** 3");
    assertThat(formula().problem()).isEmpty();
  }

  @Test
  @DisplayName("takes what is written after a pause, or after a slider, back by itself")
  void bouts() {
    model.write("x ** 3");
    program.set("x", 2, false);
    model.endWriting();
    model.write("x ** 4");
    program.undo();
    assertThat(text()).contains("return x ** 3\n").contains("x = 2.0\n");
    program.undo();
    assertThat(text()).contains("return x ** 3\n").contains("x = 3.0\n");
    program.undo();
    assertThat(text()).isEqualTo(PROGRAM);
  }

  @Test
  @DisplayName("knows kinks and places without a value")
  void kinds() {
    model.write("abs(x)");
    program.set("x", 0, false);
    assertThat(view().kind()).isEqualTo(Kind.KINK);
    model.write("np.log(x)");
    program.set("x", -1, false);
    assertThat(view().kind()).isEqualTo(Kind.UNDEFINED);
    assertThat(view().culprit()).contains(new Culprit("np.log(x)", "Log"));
    assertThat(view().sweep()).isEmpty();
  }

  @Test
  @DisplayName("zooms to the step, where a curve is straight until its numbers show")
  void zooms() {
    program.set("h", 1e-3, false);
    model.zoom(true);
    assertThat(view().reach()).isEqualTo(4e-3);
    assertThat(view().curve().x(0)).isEqualTo(-4e-3);
    double gain = view().curve().y(view().curve().size() - 1);
    assertThat(gain).isCloseTo(6 * 4e-3 + 16e-6, within(1e-12));
    program.set("h", 1e-16, false);
    assertThat(view().reach()).isEqualTo(16 * Math.ulp(3.0));
  }

  @Test
  @DisplayName("measures nothing while nobody looks")
  void unwatched() {
    model.watch(false);
    assertThat(model.viewProperty().get()).isEmpty();
    program.set("x", 2, false);
    assertThat(model.viewProperty().get()).isEmpty();
    model.watch(true);
    assertThat(view().differences().x()).isEqualTo(2);
  }
}
