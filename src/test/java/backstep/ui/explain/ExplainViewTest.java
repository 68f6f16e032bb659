package backstep.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.MathView;
import backstep.ui.kit.Messages;
import backstep.ui.kit.OnScreen;
import backstep.ui.kit.Theme;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The explanation pane, with every op there is.
@ExtendWith(OnScreen.class)
class ExplainViewTest {
  private static final int WIDTH = 320;

  @ParameterizedTest
  @EnumSource
  void everythingFitsTheColumn(Theme theme) {
    List<String> wrong =
        OnScreen.now(() ->
            Programs.all().stream()
                .filter(told -> !fits(told, theme))
                .map(told -> told.explanation().toString())
                .toList());
    assertThat(wrong).isEmpty();
  }

  private static boolean fits(Programs.Told told, Theme theme) {
    ExplainModel model = new ExplainModel();
    ExplainView view = shown(model, new Messages(Locale.KOREAN), theme);
    model.show(told.snapshot(), told.naming());
    layOut(view);
    for (Node node : view.lookupAll(".math-view")) {
      MathView math = (MathView) node;
      double drawn = math.getChildrenUnmodifiable().getFirst().getLayoutBounds().getWidth();
      if (!MathView.isReadable(math.latexProperty().get())
          || drawn > WIDTH + 2
          || math.getWidth() > WIDTH
          || isEmpty(math)) {
        return false;
      }
    }
    return view.getLayoutBounds().getWidth() <= WIDTH && !view.getAccessibleText().isBlank();
  }

  private static ExplainView shown(ExplainModel model, Messages messages, Theme theme) {
    ExplainView view = new ExplainView(model, messages);
    view.setMaxWidth(WIDTH);
    Scene scene = new Scene(new StackPane(view), WIDTH, 900);
    theme.dress(scene);
    return view;
  }

  private static void layOut(ExplainView view) {
    view.getScene().getRoot().applyCss();
    view.getScene().getRoot().layout();
  }

  private static boolean isEmpty(MathView math) {
    WritableImage image = math.snapshot(null, null);
    PixelReader pixels = image.getPixelReader();
    int ground = pixels.getArgb(0, (int) image.getHeight() - 1);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (pixels.getArgb(x, y) != ground) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void followsTheLanguage() {
    List<String> headings =
        OnScreen.now(() -> {
          Messages messages = new Messages(Locale.ENGLISH);
          ExplainModel model = new ExplainModel();
          ExplainView view = shown(model, messages, Theme.LIGHT);
          Programs.Told told = Programs.told(Programs.TWO_LAYERS).getLast();
          model.show(told.snapshot(), told.naming());
          String english = view.getAccessibleText().lines().findFirst().orElseThrow();
          messages.speak(Locale.KOREAN);
          return List.of(english, view.getAccessibleText().lines().findFirst().orElseThrow());
        });
    assertThat(headings).containsExactly("Update b2", "b2 갱신");
  }

  @Test
  void copiesLatexWithoutColours() {
    String latex =
        OnScreen.now(() -> {
          ExplainModel model = new ExplainModel();
          ExplainView view = shown(model, new Messages(Locale.ENGLISH), Theme.DARK);
          Programs.Told told = Programs.told(Programs.TWO_LAYERS).get(5);
          model.show(told.snapshot(), told.naming());
          return view.latex();
        });
    assertThat(latex)
        .isEqualTo(
            "\\mathrm{z2}=\\mathrm{r1}\\cdot \\mathrm{W2}+\\mathrm{b2} \\\\\n=0.554+0.3=0.854");
  }

  /// The menu's second entry and the key give the same.
  @Test
  void copiesItsTextByKeyboard() {
    List<String> copied =
        OnScreen.now(() -> {
          ExplainModel model = new ExplainModel();
          ExplainView view = shown(model, new Messages(Locale.ENGLISH), Theme.LIGHT);
          boolean reached = view.isFocusTraversable();
          Programs.Told told = Programs.told(Programs.TWO_LAYERS).get(5);
          model.show(told.snapshot(), told.naming());
          Event.fireEvent(
              view,
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, true, false, false));
          return List.of(
              reached + ", " + view.isFocusTraversable(),
              view.getAccessibleText(),
              Clipboard.getSystemClipboard().getString());
        });
    assertThat(copied.getFirst()).isEqualTo("false, true");
    assertThat(copied.get(2)).contains("= 0.554 + 0.3 = 0.854").isEqualTo(copied.get(1));
  }
}
