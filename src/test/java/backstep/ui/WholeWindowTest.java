package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@DisplayName("The whole window")
class WholeWindowTest {
  private static final int MAX_TABS = 200;
  private static final int FRAMES = 120;

  // What is so already.
  private static final Set<String> AT_REST =
      Set.of("Guess the number", "Show the whole graph (0)", "Log");

  private final SettingsModel settings =
      SettingsModel.passing(Settings.USUAL.withStillness(Optional.of(true)));
  private Stage stage;
  private Window window;

  @Start
  void start(Stage shown) {
    stage = shown;
    window = Window.openLarge(shown, settings);
  }

  @Test
  @DisplayName("has no button that does nothing when it is clicked")
  void byMouse() {
    prepare();
    List<String> names = window.onScreen(() -> buttons().map(WholeWindowTest::name).toList());
    assertThat(names).hasSizeGreaterThan(25);
    List<String> dead = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Set<String> before = prepare();
      click(i);
      if (fingerprint().equals(before) && !isOff(i) && !AT_REST.contains(names.get(i))) {
        dead.add(names.get(i));
      }
    }
    assertThat(dead).isEmpty();
  }

  @Test
  @DisplayName(
      "has no button that Tab or arrows do not come to, and none that Space does not press")
  void byKey() {
    prepare();
    List<String> names = window.onScreen(() -> buttons().map(WholeWindowTest::name).toList());
    Set<String> reached = new LinkedHashSet<>();
    List<String> dead = new ArrayList<>();
    for (int i = 0; i < MAX_TABS && !reached.containsAll(names); i++) {
      window.press(KeyCode.TAB);
      Node focused = window.onScreen(() -> stage.getScene().getFocusOwner());
      if (!(focused instanceof ButtonBase button) || !reached.add(name(button))) {
        continue;
      }
      Set<String> before = fingerprint();
      window.press(KeyCode.SPACE);
      boolean off = window.onScreen(() -> isOff(button));
      if (fingerprint().equals(before) && !off && !AT_REST.contains(name(button))) {
        dead.add(name(button));
      }
      prepare();
      window.onScreen(() -> {
        button.requestFocus();
        return true;
      });
      // Of those of which one is chosen, Tab comes to one, and arrows lead to the others.
      if (button instanceof ToggleButton toggle && toggle.getToggleGroup() != null) {
        toggle.getToggleGroup().getToggles().forEach(other -> reached.add(name((Node) other)));
      }
    }
    assertThat(dead).isEmpty();
    assertThat(reached).containsAll(names);
  }

  private static String name(Node node) {
    return node.getAccessibleText() == null ? ((Labeled) node).getText() : node.getAccessibleText();
  }

  private boolean isOff(int which) {
    return window.onScreen(() -> isOff(button(which)));
  }

  private static void scrollTo(Node node) {
    Stream.<Node>iterate(node, Objects::nonNull, Node::getParent)
        .filter(ScrollPane.class::isInstance)
        .map(ScrollPane.class::cast)
        .forEach(pane -> {
          Bounds all = pane.getContent().getLayoutBounds();
          Bounds part = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
          double beyond = all.getHeight() - pane.getViewportBounds().getHeight();
          pane.setVvalue(beyond <= 0 ? 0 : Math.clamp(part.getMinY() / beyond, 0, 1));
          pane.layout();
        });
  }

  private static boolean isOff(Node button) {
    return Boolean.TRUE.equals(button.queryAccessibleAttribute(AccessibleAttribute.DISABLED));
  }

  private Stream<Node> buttons() {
    return LaidOut.seen(stage.getScene().getRoot())
        .filter(ButtonBase.class::isInstance)
        .filter(node -> node.isFocusTraversable() && !node.isDisabled());
  }

  private Node button(int which) {
    return buttons().skip(which).findFirst().orElseThrow();
  }

  // --- The same state each time ------------------------------------------------------------------

  private Set<String> prepare() {
    window.onScreen(() -> {
      javafx.stage.Window.getWindows().stream()
          .filter(shown -> !shown.equals(stage))
          .toList()
          .forEach(javafx.stage.Window::hide);
      settings.reset();
      settings.setStill(true);
      window.speak(Locale.ENGLISH);
      window.bench().plot.setLog(true);
      window.bench().spoken.listedProperty().set(false);
      // A lesson that is open already would stay as it is.
      window.bench().open("01-square");
      window.bench().open("06-guess");
      window.bench().player.setSpeed(1);
      window.bench().player.toIteration(2);
      window.bench().player.seek(5);
      window
          .bench()
          .controls
          .set(window.bench().controls.getControls().knobs().getFirst().control(), 0.2, false);
      stage.getScene().getRoot().requestFocus();
      return true;
    });
    // Where everything is shows only once it was drawn.
    WaitForAsyncUtils.sleep(FRAMES, TimeUnit.MILLISECONDS);
    return fingerprint();
  }

  // --- Doing -------------------------------------------------------------------------------------

  private void click(int which) {
    window.onScreen(() -> {
      Node node = button(which);
      scrollTo(node);
      Bounds at = node.localToScreen(node.getLayoutBounds());
      Robot hands = new Robot();
      hands.mouseMove(at.getCenterX(), at.getCenterY());
      hands.mousePress(MouseButton.PRIMARY);
      hands.mouseRelease(MouseButton.PRIMARY);
      hands.mouseMove(stage.getX() + 1, stage.getY() + 1);
      return true;
    });
  }

  // --- Seeing ------------------------------------------------------------------------------------

  private Set<String> fingerprint() {
    return window.onScreen(() ->
        javafx.stage.Window.getWindows().stream()
            .filter(javafx.stage.Window::isShowing)
            .flatMap(shown -> LaidOut.seen(shown.getScene().getRoot()))
            .flatMap(node -> told(node).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  // What is read, heard, or seen as chosen.
  private static Optional<String> told(Node node) {
    String said = Objects.requireNonNullElse(node.getAccessibleText(), "");
    String written = node instanceof Labeled labeled ? labeled.getText() : "";
    boolean chosen =
        node.getPseudoClassStates().stream()
            .anyMatch(s -> s.getPseudoClassName().equals("selected"));
    String all = String.join("|", said, Objects.requireNonNullElse(written, ""));
    return all.length() > 1 ? Optional.of(all + (chosen ? " (chosen)" : "")) : Optional.empty();
  }
}
