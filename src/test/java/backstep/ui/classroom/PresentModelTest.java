package backstep.ui.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.classroom.PresentModel.Hand;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A presentation")
class PresentModelTest {
  private final PresentModel model = new PresentModel();

  @Test
  @DisplayName(
      "begins afresh each time: nothing drawn, nothing frozen, letters half as large again")
  void afresh() {
    model.toggle();
    model.pen();
    model.draw(new Stroke(Ink.CORAL, List.of(1.0, 2.0)));
    model.freeze();
    model.darken();
    model.larger();
    assertThat(model.factorProperty().getValue()).isEqualTo(1.75);
    model.toggle();
    assertThat(model.isOn()).isFalse();
    model.toggle();
    assertThat(model.getState().strokes()).isEmpty();
    assertThat(model.getState().hand()).isEqualTo(Hand.PLAIN);
    assertThat(model.getState().frozen()).isFalse();
    assertThat(model.isDark()).isFalse();
    assertThat(model.factorProperty().getValue()).isEqualTo(1.5);
  }

  @Test
  @DisplayName("has one thing in its hand, and the pen's next colour takes the pen first")
  void hand() {
    model.toggle();
    model.spotlight();
    assertThat(model.getState().hand()).isEqualTo(Hand.SPOTLIGHT);
    model.nextInk();
    assertThat(model.getState().hand()).isEqualTo(Hand.PEN);
    assertThat(model.getState().ink()).isEqualTo(Ink.CORAL);
    model.nextInk();
    assertThat(model.getState().ink()).isEqualTo(Ink.VIOLET);
    model.nextInk();
    model.nextInk();
    assertThat(model.getState().ink()).isEqualTo(Ink.CORAL);
    model.pen();
    assertThat(model.getState().hand()).isEqualTo(Hand.PLAIN);
  }

  @Test
  @DisplayName("keeps what was drawn when the pen is put down, until it is wiped")
  void strokes() {
    model.toggle();
    model.pen();
    model.draw(new Stroke(Ink.GREEN, List.of(1.0, 2.0)));
    model.pen();
    assertThat(model.getState().strokes()).hasSize(1);
    model.wipe();
    assertThat(model.getState().strokes()).isEmpty();
  }

  @Test
  @DisplayName("has letters within bounds")
  void size() {
    model.toggle();
    for (int i = 0; i < 20; i++) {
      model.larger();
    }
    assertThat(model.factorProperty().getValue()).isEqualTo(2.5);
    for (int i = 0; i < 20; i++) {
      model.smaller();
    }
    assertThat(model.factorProperty().getValue()).isEqualTo(1);
  }

  @Test
  @DisplayName("that is not on has no pen, no freezing and no dark")
  void off() {
    model.pen();
    model.freeze();
    model.darken();
    assertThat(model.getState()).isEqualTo(new PresentModel().getState());
  }
}
