package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.Background;
import backstep.ui.kit.Theme;
import backstep.ui.kit.TypeSize;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Polyline;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The figures are those of the two-layer network: W1·X = (.2·.5 + .4·.8, .1·.5 + .3·.8), and z1 =
/// W1·X + (.1, .2).
@ExtendWith(ApplicationExtension.class)
@DisplayName("Presenting")
class PresentTest {
  private final SettingsModel settings =
      SettingsModel.passing(Settings.USUAL.withStillness(Optional.of(true)));
  private Stage first;
  private Shell shell;
  private Window window;

  @Start
  void open(Stage stage) {
    first = stage;
    window = Window.open(stage, Locale.ENGLISH, settings, Background.direct());
    shell = (Shell) stage.getScene().getRoot();
  }

  // Another test's window must not lie under it.
  @AfterEach
  void leave() {
    window.robot().interact(() -> window.bench().present.leave());
  }

  private Stage room() {
    return shell.presentation().stage().orElseThrow();
  }

  private Node find(String selector) {
    Node found = room().getScene().getRoot().lookup(selector);
    assertThat(found).as(selector).isNotNull();
    return found;
  }

  private String text(String selector) {
    return window.onScreen(() -> ((Labeled) find(selector)).getText());
  }

  private List<String> values(String node) {
    return window.onScreen(() ->
        find("#node-" + node).lookupAll(".value").stream()
            .map(cell -> ((Label) cell).getText())
            .toList());
  }

  private int position() {
    return window.bench().player.getState().session().orElseThrow().position();
  }

  private boolean isShown() {
    return window.onScreen(() -> shell.presentation().stage().filter(Stage::isShowing).isPresent());
  }

  private void present() {
    window.press(KeyCode.F5);
    window.waitFor(() -> shell.presentation().stage().filter(Stage::isFocused).isPresent());
  }

  private record Looks(
      double width, double height, boolean maximized, String focus, double zoom, int type) {}

  private Looks looks() {
    return window.onScreen(() ->
        new Looks(
            first.getWidth(),
            first.getHeight(),
            first.isMaximized(),
            first.getScene().getFocusOwner().getId(),
            window.find("#node-z1").getLocalToSceneTransform().getMxx(),
            settings.getSettings().typeSize().percent()));
  }

  @Test
  @DisplayName("fills the screen with the graph, in larger letters, and one line of what is told")
  void large() {
    window.press(KeyCode.F);
    window.press(KeyCode.F);
    present();
    assertThat(window.onScreen(() -> room().isFullScreen())).isTrue();
    assertThat(values("z1")).isEqualTo(List.of("0.52", "0.49"));
    assertThat(text("#present-heading")).isEqualTo("z1: the sum");
    assertThat(text("#present-place")).isEqualTo("Now · step 2 of 21");
    double usual =
        window.onScreen(() -> ((Label) window.find("#lesson-title")).getFont().getSize());
    double here = window.onScreen(() -> ((Label) find("#present-sentence")).getFont().getSize());
    assertThat(here).isGreaterThan(1.3 * usual);
    assertThat(room().getScene().getRoot().lookup(".lesson-list")).isNull();
  }

  @Test
  @DisplayName("goes on with the keys of a clicker, and back; B stays a step back")
  void clicker() {
    present();
    window.press(KeyCode.PAGE_DOWN);
    window.press(KeyCode.PAGE_DOWN);
    assertThat(position()).isEqualTo(2);
    assertThat(values("z1")).isEqualTo(List.of("0.52", "0.49"));
    // As the lesson's own page says of this step, and not of the one before.
    assertThat(text("#present-sentence")).startsWith("The first layer: each row of W1");
    window.press(KeyCode.PAGE_UP);
    assertThat(position()).isEqualTo(1);
    assertThat(text("#present-sentence")).doesNotContain("The first layer");
    window.press(KeyCode.SHIFT, KeyCode.F);
    int forward = position();
    window.press(KeyCode.B);
    assertThat(position()).isEqualTo(forward + 1);
    window.press(KeyCode.PERIOD);
    assertThat(window.onScreen(() -> find(".curtain").isVisible())).isTrue();
    window.press(KeyCode.PERIOD);
    assertThat(window.onScreen(() -> find(".curtain").isVisible())).isFalse();
    window.press(KeyCode.PERIOD);
    window.press(KeyCode.ESCAPE);
    assertThat(window.onScreen(() -> find(".curtain").isVisible())).isFalse();
    assertThat(isShown()).isTrue();
  }

  @Test
  @DisplayName("leaves all as it was: size, focus, zoom, letters, open panels")
  void asItWas() {
    window.press(KeyCode.F);
    window.press(KeyCode.EQUALS);
    window.focus("#node-z1");
    Looks before = looks();
    present();
    window.press(KeyCode.CONTROL, KeyCode.EQUALS);
    window.press(KeyCode.EQUALS);
    window.press(KeyCode.D);
    window.press(KeyCode.F5);
    assertThat(isShown()).isFalse();
    assertThat(looks()).isEqualTo(before);
    assertThat(window.isShown("#presenter")).isFalse();
    // The next one begins at the whole graph, in the usual size.
    present();
    assertThat(window.bench().present.factorProperty().getValue()).isEqualTo(1.5);
  }

  @Test
  @DisplayName("can be frozen: the class sees what it saw until all catches up")
  void frozen() {
    window.press(KeyCode.F);
    present();
    window.press(KeyCode.Z);
    window.press(KeyCode.RIGHT);
    assertThat(position()).isEqualTo(2);
    assertThat(values("z1")).isEqualTo(List.of("", ""));
    assertThat(text("#present-place")).isEqualTo("Now · step 1 of 21");
    assertThat(window.onScreen(() -> find("#present-frozen").isVisible())).isTrue();
    assertThat(window.values("z1")).isEqualTo(List.of("0.52", "0.49"));
    window.press(KeyCode.Z);
    assertThat(values("z1")).isEqualTo(List.of("0.52", "0.49"));
    assertThat(text("#present-place")).isEqualTo("Now · step 2 of 21");
    assertThat(window.onScreen(() -> find("#present-frozen").isVisible())).isFalse();
  }

  private void drag(double... points) {
    window.onScreen(() -> {
      Node paper = find(".ink-pane");
      for (int i = 0; i < points.length; i += 2) {
        var type = i == 0 ? MouseEvent.MOUSE_PRESSED : MouseEvent.MOUSE_DRAGGED;
        paper.fireEvent(Window.mouse(type, points[i], points[i + 1]));
      }
      paper.fireEvent(
          Window.mouse(
              MouseEvent.MOUSE_RELEASED, points[points.length - 2], points[points.length - 1]));
      return true;
    });
  }

  private List<String> inks() {
    return window.onScreen(() ->
        find(".ink-pane").lookupAll(".ink").stream()
            .map(line -> line.getStyleClass().getLast() + ((Polyline) line).getPoints().size() / 2)
            .toList());
  }

  @Test
  @DisplayName("has a pen whose lines stay while steps go on, and are wiped with one key")
  void pen() {
    present();
    assertThat(window.onScreen(() -> find(".ink-pane").isMouseTransparent())).isTrue();
    window.press(KeyCode.D);
    assertThat(window.onScreen(() -> find(".ink-pane").isMouseTransparent())).isFalse();
    drag(10, 10, 20, 30, 40, 50);
    window.press(KeyCode.C);
    drag(60, 60);
    window.press(KeyCode.RIGHT);
    assertThat(position()).isEqualTo(1);
    assertThat(inks()).containsExactly("ink-coral5", "ink-violet3");
    window.press(KeyCode.W);
    assertThat(inks()).isEmpty();
  }

  @Test
  @DisplayName("has a spotlight")
  void spotlight() {
    present();
    window.press(KeyCode.S);
    window.waitFor(() -> room().getScene().getRoot().lookup(".spotlight-dim") != null);
    assertThat(window.onScreen(() -> find(".spotlight-dim").getParent().isVisible())).isTrue();
    window.press(KeyCode.S);
    assertThat(window.onScreen(() -> find(".spotlight-dim").getParent().isVisible())).isFalse();
  }

  @Test
  @DisplayName("asks the class where predicting is on, and shows the step when it is revealed")
  void asks() {
    window.press(KeyCode.P);
    present();
    window.press(KeyCode.RIGHT);
    assertThat(position()).isZero();
    assertThat(text("#predict-question")).isEqualTo("Which shape does W1 · X have?");
    window.press(KeyCode.SHIFT, KeyCode.P);
    assertThat(position()).isEqualTo(1);
  }

  @Test
  @DisplayName("is on the other screen if there is one, with the next step's name in the window")
  void twoScreens() {
    Rectangle2D left = new Rectangle2D(0, 0, 980, 1000);
    Rectangle2D right = new Rectangle2D(980, 0, 700, 600);
    window.robot().interact(() -> shell.presentation().setScreens(() -> List.of(left, right)));
    present();
    assertThat(window.onScreen(() -> shell.presentation().isElsewhere())).isTrue();
    assertThat(window.text("#presenter-next")).isEqualTo("Next: forward · W1.dot(X)");
    assertThat(window.onScreen(() -> shell.presentation().covering().getValue())).isFalse();
    window.press(KeyCode.RIGHT);
    assertThat(window.text("#presenter-next")).isEqualTo("Next: forward · z1");
    // It is unplugged.
    window
        .robot()
        .interact(() -> {
          shell.presentation().setScreens(() -> List.of(left));
          shell.presentation().place();
        });
    assertThat(window.onScreen(() -> shell.presentation().isElsewhere())).isFalse();
    assertThat(isShown()).isTrue();
    window.press(KeyCode.RIGHT);
    assertThat(position()).isEqualTo(2);
    assertThat(values("z1")).isEqualTo(List.of("0.52", "0.49"));
  }

  @Test
  @DisplayName("shows the charts of a lesson that is about them, and the network lab as a whole")
  void exhibits() {
    window.openLesson("06-guess", "guess");
    present();
    assertThat(window.onScreen(() -> find(".exhibit").lookupAll(".chart").size())).isPositive();
    window.robot().interact(() -> window.bench().open("10-network-lab"));
    assertThat(window.onScreen(() -> find(".exhibit").lookup(".network-lab"))).isNotNull();
    assertThat(text("#present-heading")).isEqualTo("Network lab");
  }

  @Test
  @DisplayName("ends with its window")
  void ends() {
    present();
    window.robot().interact(first::hide);
    assertThat(isShown()).isFalse();
  }

  @Test
  @DisplayName("has a sheet of all keys that stands whole above its button, however wide it is")
  void keys() {
    // At this size it may not be as wide as it would like to be.
    window.robot().interact(() -> settings.setTypeSize(new TypeSize(80)));
    present();
    window.robot().interact(() -> ((Button) find("#present-help")).fire());
    Bounds button = window.onScreen(() -> onScreen(find("#present-help")));
    Bounds sheet =
        window.onScreen(() ->
            javafx.stage.Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .map(popup -> onScreen(popup.getScene().getRoot().lookup(".bubble-pane")))
                .findFirst()
                .orElseThrow());
    assertThat(sheet.getMinY()).isGreaterThanOrEqualTo(0);
    assertThat(sheet.getMaxY()).isLessThan(button.getMinY());
  }

  private static Bounds onScreen(Node node) {
    return node.localToScreen(node.getLayoutBounds());
  }

  @Test
  @DisplayName("keeps up with the theme while it is closed")
  void dressed() {
    present();
    window.robot().interact(() -> window.bench().present.leave());
    window.robot().interact(() -> settings.setTheme(Optional.of(Theme.DARK)));
    assertThat(window.onScreen(() -> room().getScene().getStylesheets().getFirst()))
        .endsWith("dark.css");
  }
}
