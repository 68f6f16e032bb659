package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@DisplayName("The gradient check")
class CheckGradientsTest {
  private Window window;

  @Start
  void start(Stage stage) {
    window = Window.open(stage, Locale.ENGLISH, true);
  }

  @Test
  @DisplayName("compares every entry of every leaf that takes a gradient")
  void agrees() {
    window.openLesson("04-two-layers", "z2");
    window.press(KeyCode.G);
    // X has 2 entries, W1 4, b1 2, W2 2, b2 1; y is a constant.
    window.waitFor(() -> found().equals("11 of 11 entries agree."), this::found);
    assertThat(names()).startsWith("X[0] X[1] W1[0, 0] W1[0, 1] W1[1, 0] W1[1, 1] b1[0]");
    window.press(KeyCode.G);
    window.waitFor(() -> table().isEmpty());
  }

  @Test
  @DisplayName("says which side is to blame where the step is far too small")
  void rounding() {
    window.openLesson("03-neuron", "z");
    window.press(KeyCode.G);
    window.waitFor(() -> found().equals("4 of 4 entries agree."), this::found);
    window.onScreen(() -> {
      ((Slider) window.anywhere("#check-step").orElseThrow()).setValue(-14);
      return true;
    });
    window.waitFor(() -> found().contains("(rounding)"), this::found);
    assertThat(found()).contains("4 differ.");
  }

  @Test
  @DisplayName("follows the program as it is changed")
  void follows() {
    window.openLesson("01-square", "y");
    window.press(KeyCode.G);
    window.waitFor(() -> exact().equals("6.0"), this::exact);
    window.press(KeyCode.ESCAPE);
    window.focus("#control-x-value");
    window.onScreen(() -> {
      ((javafx.scene.control.TextField) window.find("#control-x-value")).setText("5");
      return true;
    });
    window.press(KeyCode.ENTER);
    window.focus("#play");
    window.press(KeyCode.G);
    window.waitFor(() -> exact().equals("10.0"), this::exact);
  }

  private String found() {
    return window.onScreen(
        () -> window.anywhere("#check-found").map(node -> ((Label) node).getText()).orElse(""));
  }

  private Optional<Node> table() {
    return window.anywhere("#check-table");
  }

  private String names() {
    return column(0);
  }

  private String exact() {
    return column(2);
  }

  private String column(int index) {
    return window.onScreen(() ->
        table()
            .map(node -> (TableView<?>) node)
            .map(table -> {
              StringBuilder all = new StringBuilder();
              for (int i = 0; i < table.getItems().size(); i++) {
                all.append(table.getColumns().get(index).getCellData(i)).append(' ');
              }
              return all.toString().strip();
            })
            .orElse(""));
  }
}
