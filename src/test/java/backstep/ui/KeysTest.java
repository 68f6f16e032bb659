package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.player.PlayerModel.Playing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@DisplayName("By keyboard")
class KeysTest {
  private Window window;

  @Start
  void start(Stage stage) {
    window = Window.open(stage, Locale.ENGLISH, true);
  }

  private List<String> sheet() {
    return window.onScreen(() ->
        javafx.stage.Window.getWindows().stream()
            .filter(PopupWindow.class::isInstance)
            .map(popup -> popup.getScene().getRoot().lookup(".key-sheet"))
            .filter(Objects::nonNull)
            .flatMap(LaidOut::seen)
            .filter(Labeled.class::isInstance)
            .map(node -> ((Labeled) node).getText())
            .toList());
  }

  @Test
  @DisplayName("? and F1 show all keys, in the language of the window, and Esc hides them")
  void help() {
    window.waitFor(() -> window.find("#node-z2") != null);
    window.press(KeyCode.F1);
    assertThat(sheet()).contains("Keys", "Step forward", "F", "Ctrl Z");
    window.press(KeyCode.ESCAPE);
    assertThat(sheet()).isEmpty();
    window.press(KeyCode.L);
    window.press(KeyCode.SHIFT, KeyCode.SLASH);
    assertThat(sheet()).contains("단축키", "한 단계 순전파", "F");
    window.press(KeyCode.SHIFT, KeyCode.SLASH);
    assertThat(sheet()).isEmpty();
  }

  @Test
  @DisplayName("Ctrl PgDn and Ctrl PgUp go from lesson to lesson")
  void lessons() {
    window.openLesson("05-numerical", "x");
    window.press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
    assertThat(window.text("#lesson-title")).isEqualTo("6 · Guess the number");
    window.press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
    assertThat(window.text("#lesson-title")).isEqualTo("7 · Fan-out adds up");
    window.press(KeyCode.CONTROL, KeyCode.PAGE_UP);
    assertThat(window.text("#lesson-title")).startsWith("6 · ");
  }

  @Test
  @DisplayName("no control has the focus at first, and Space plays")
  void atFirst() {
    window.openLesson("06-guess", "guess"); // it plays for long
    assertThat(window.onScreen(() -> window.find(".shell").getScene().getFocusOwner()))
        .isEqualTo(window.find(".shell"));
    window.press(KeyCode.SPACE);
    assertThat(window.bench().player.getState().playing()).isEqualTo(Playing.STEPS);
  }

  // With smaller letters their list has room in the window.
  private void showLessons() {
    window.press(KeyCode.CONTROL, KeyCode.MINUS);
    window.press(KeyCode.CONTROL, KeyCode.MINUS);
    assertThat(window.isShown("#lesson-01-square")).isTrue();
  }

  @Test
  @DisplayName("Space plays after a click on a lesson, but presses a button that Tab came to")
  void space() {
    showLessons();
    window.openLesson("06-guess", "guess");
    window.focus("#lesson-01-square");
    window.press(KeyCode.SPACE);
    assertThat(window.text("#lesson-title")).startsWith("6 · ");
    assertThat(window.bench().player.getState().playing()).isEqualTo(Playing.STEPS);
    window.press(KeyCode.SPACE);
    window.press(KeyCode.TAB);
    assertThat(window.onScreen(() -> window.find(".shell").getScene().getFocusOwner().getId()))
        .isEqualTo("lesson-02-chain-rule");
    window.press(KeyCode.SPACE);
    assertThat(window.text("#lesson-title")).startsWith("2 · ");
  }

  @Test
  @DisplayName("arrows lead through the buttons of a choice, and step only elsewhere")
  void choice() {
    window.openLesson("06-guess", "guess");
    window.tabTo("#plot-log");
    window.press(KeyCode.LEFT);
    assertThat(window.focusOwner()).isEqualTo("plot-linear");
    assertThat(window.isMarked("#plot-linear", "selected")).isTrue();
    assertThat(window.bench().plot.getPlot().log()).isFalse();
    assertThat(window.bench().player.getState().atStart()).isTrue();
    window.focus(".shell");
    window.press(KeyCode.RIGHT);
    assertThat(window.bench().player.getState().atStart()).isFalse();
  }

  @Test
  @DisplayName("who walks the graph still goes from iteration to iteration with Ctrl")
  void walking() {
    window.openLesson("06-guess", "guess");
    window.tabTo("#node-guess");
    window.press(KeyCode.CONTROL, KeyCode.RIGHT);
    window.waitFor(() -> window.bench().player.getState().iteration() == 1);
    assertThat(window.focusOwner()).isEqualTo("node-guess");
  }

  @Test
  @DisplayName("Tab goes through top bar, lessons, stage, controls, right column, player")
  void order() {
    showLessons();
    window.openLesson("04-two-layers", "z2");
    window.robot().interact(() -> window.find(".shell").requestFocus());
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      window.press(KeyCode.TAB);
      String part = window.onScreen(() -> part(window.find(".shell").getScene().getFocusOwner()));
      if (part.contains("scroll-column")) {
        continue; // it stops at a column that scrolls, before what is in it
      }
      if (parts.isEmpty() || !parts.getLast().equals(part)) {
        parts.add(part);
      }
      if (part.equals("player")) {
        break;
      }
    }
    assertThat(parts)
        .containsExactly("top-bar", "lesson-list", "stage", "below", "side-content", "player");
  }

  private static String part(Node focused) {
    List<String> parts =
        List.of("top-bar", "lesson-list", "stage", "below", "side-content", "player");
    return Stream.iterate(focused, Objects::nonNull, Node::getParent)
        .flatMap(node -> node.getStyleClass().stream())
        .filter(parts::contains)
        .findFirst()
        .orElse(focused.toString());
  }
}
