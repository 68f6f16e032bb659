package backstep.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.trace.Step.Phase;
import backstep.ui.kit.Messages;
import backstep.ui.kit.OnScreen;
import backstep.ui.kit.Theme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(OnScreen.class)
@DisplayName("The code column")
class CodeViewTest {
  private static final double SLACK = 0.5;

  private static final String SHORT =
      """
      w = 2.0
      loss = (w - 1) ** 2
      w -= 0.1 * 2 * (w - 1)
      """;
  private static final String LONG =
      """
      import numpy as np
      x = np.array([1.0, 2.0])
      w = np.array([0.5, -0.5])
      b = 0.1
      z = w @ x + b
      a = np.tanh(z)
      loss = (a - 1) ** 2
      # by hand
      d_a = 2 * (a - 1)
      d_z = d_a * (1 - a ** 2)
      d_w = d_z * x
      d_b = d_z
      w -= 0.1 * d_w
      b -= 0.1 * d_b
      """;

  private final FxRobot robot = new FxRobot();
  private final Messages messages = new Messages(Locale.ENGLISH);
  private Listings listings;
  private CodeView view;
  private StackPane room;
  private Scene scene;
  private Stage stage;

  @BeforeEach
  void open() {
    load("04-two-layers", 320, 600, 14);
    OnScreen.now(() -> {
      stage.setScene(scene);
      stage.setX(0);
      stage.setY(0);
      stage.show();
      return true;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void close() {
    OnScreen.now(() -> {
      stage.close();
      return true;
    });
  }

  // A scene that need not be shown.
  private void load(String lesson, double width, double height, double type) {
    OnScreen.now(() -> {
      listings = Listings.ofLesson(lesson);
      view = new CodeView(listings.code, messages);
      view.stillProperty().set(true);
      room = new StackPane(view);
      scene = new Scene(new Group(room));
      Theme.LIGHT.dress(scene);
      room.setStyle("-fx-font-size: " + type + "px");
      stage = new Stage();
      return true;
    });
    resize(width, height);
  }

  private void resize(double width, double height) {
    OnScreen.now(() -> {
      room.setMinSize(width, height);
      room.setMaxSize(width, height);
      // A first pass finds out about sizes.
      scene.snapshot(null);
      return scene.snapshot(null);
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  // --- What is seen
  // --------------------------------------------------------------------------------

  @Test
  @DisplayName("has forward, backward and update of the two-layer network in view, and no bar")
  void fits() {
    assertThat(OnScreen.now(() -> view.prefHeight(320))).isLessThan(460);
    assertThat(bars()).isEmpty();
    assertThat(headings()).containsExactly("Forward", "Backward", "Update");
  }

  @ParameterizedTest
  @CsvSource({
    "03-neuron,300,14",
    "03-neuron,300,28",
    "04-two-layers,300,28",
    "06-guess,300,14",
    "06-guess,300,28",
    "06-guess,460,35"
  })
  @DisplayName("cuts no text and never scrolls sideways, however narrow or large")
  void cutsNothing(String lesson, double width, double type) {
    load(lesson, width, 3600, type);
    OnScreen.now(() -> {
      ((ToggleButton) view.lookup("#code-whole")).fire();
      return true;
    });
    resize(width, 3600);
    assertThat(bars()).isEmpty();
    assertThat(cut()).isEmpty();
    resize(width, 200);
    assertThat(bars()).containsExactly("vertical");
    assertThat(cut()).isEmpty();
  }

  // Texts that reach beyond their cell, and labels that had to be shortened.
  private List<String> cut() {
    return OnScreen.now(() -> {
      List<String> cut = new ArrayList<>();
      double right = viewport().getMaxX();
      for (Node cell : cells().toList()) {
        Bounds place = cell.localToScene(cell.getLayoutBounds());
        for (Node part : cell.lookupAll(".code-text")) {
          Bounds text = part.localToScene(part.getLayoutBounds());
          String written = ((Text) part).getText();
          if (!written.isBlank()
              && (text.getMaxX() > right + SLACK
                  || text.getMaxY() > place.getMaxY() + SLACK
                  || text.getMinY() < place.getMinY() - SLACK)) {
            cut.add(written + " " + text + " in " + place);
          }
        }
      }
      for (Node label : view.lookupAll(".label")) {
        Label one = (Label) label;
        boolean seen = one.getScene() != null && one.getWidth() > 0 && one.getOpacity() > 0;
        if (seen && one.getText() != null && !one.getText().isEmpty()) {
          Text shown = (Text) one.lookup(".text");
          if (shown != null && !shown.getText().replace("\n", "").equals(one.getText())) {
            cut.add(one.getText() + " as " + shown.getText());
          }
        }
      }
      return cut;
    });
  }

  private Bounds viewport() {
    Node clip = view.lookup(".clipped-container");
    return clip.localToScene(clip.getLayoutBounds());
  }

  private List<String> bars() {
    return OnScreen.now(() ->
        view.lookupAll(".scroll-bar").stream()
            .filter(Node::isVisible)
            .map(bar -> ((ScrollBar) bar).getOrientation().name().toLowerCase(Locale.ROOT))
            .toList());
  }

  @Test
  @DisplayName("follows the language")
  void language() {
    OnScreen.now(() -> {
      messages.speak(Locale.KOREAN);
      return true;
    });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(headings()).containsExactly("순전파", "역전파(그래프)", "갱신");
    assertThat(texts(".code-fold-count")).containsExactly("17줄", "9줄", "4줄");
  }

  @Test
  @DisplayName("says of a row its number, its text and whether the step is there")
  void speaks() {
    at(() -> listings.after(Phase.BACKWARD));
    assertThat(spoken())
        .contains(
            "Line 18, whose gradient this step takes: z1 = W1.dot(X) + b1",
            "Line 19: r1 = relu(z1)",
            "Line 8, this step: d_W1 = np.outer(d_z1, X)",
            "Lines 1 to 17, folded. Enter opens them.");
  }

  @Test
  @DisplayName("brings the step's line into view, and stays where it is when it is in view")
  void reveals() {
    resize(320, 200);
    at(() -> listings.after(Phase.UPDATE));
    assertThat(inView("Line 33, this step: W1 -= learning_rate * grad_W1")).isTrue();
    assertThat(headings()).startsWith("Backward");
    double before = place("Line 33, this step: W1 -= learning_rate * grad_W1");
    at(() -> listings.at(20));
    assertThat(place("Line 33: W1 -= learning_rate * grad_W1")).isEqualTo(before);
    at(() -> listings.at(1));
    assertThat(inView("Line 18, this step: z1 = W1.dot(X) + b1")).isTrue();
    assertThat(headings()).startsWith("Forward");
  }

  @Test
  @DisplayName("names over the list what its topmost row belongs to, wherever the step went")
  void namesWhatIsUnder() {
    resize(320, 150);
    Random random = new Random(5);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 80; i++) {
      int what = random.nextInt(5);
      int where = random.nextInt(21);
      at(() -> listings.at(where));
      OnScreen.now(() -> {
        switch (what) {
          case 0 -> list().scrollTo(random.nextInt(list().getItems().size()));
          case 1 -> ((ToggleButton) view.lookup("#code-whole")).fire();
          case 2 -> listings.load(random.nextBoolean() ? SHORT : LONG);
          default -> {
            VirtualFlow<?> flow = (VirtualFlow<?>) list().lookup(".virtual-flow");
            flow.scrollPixels(random.nextInt(200) - 100);
          }
        }
        return scene.snapshot(null);
      });
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(pinned()).as(what + " at " + where + " in round " + i).isEqualTo(under());
      assertThat(headingsInList()).doesNotHaveDuplicates().doesNotContain(pinned());
      seen.add(pinned());
    }
    assertThat(seen).hasSizeGreaterThan(2);
  }

  private List<String> headingsInList() {
    return OnScreen.now(() ->
        cells()
            .filter(cell -> cell.getBoundsInParent().getMaxY() > SLACK)
            .flatMap(cell -> cell.lookupAll(".code-heading").stream())
            .filter(Node::isVisible)
            .map(node -> ((Label) node).getText())
            .toList());
  }

  private String pinned() {
    return OnScreen.now(() -> ((Label) view.lookup(".code-top > .code-heading")).getText());
  }

  // From the topmost cell up to the heading it stands under.
  @SuppressWarnings("unchecked")
  private String under() {
    return OnScreen.now(() -> {
      double top = viewport().getMinY();
      Node first =
          cells()
              .filter(cell -> cell.localToScene(cell.getLayoutBounds()).getMaxY() > top + SLACK)
              .min(Comparator.comparingDouble(Node::getLayoutY))
              .orElseThrow();
      return list().getItems().subList(0, ((ListCell<Row>) first).getIndex() + 1).stream()
          .filter(Row.Heading.class::isInstance)
          .reduce((_, last) -> last)
          .map(row -> messages.now(((Row.Heading) row).words()))
          .orElse(((ToggleButton) view.lookup("#code-whole")).isSelected() ? "Program" : "Forward");
    });
  }

  // --- What is done
  // --------------------------------------------------------------------------------

  @Test
  @DisplayName("opens and closes a fold by a click")
  void foldsByMouse() {
    click("Lines 23 to 31, folded. Enter opens them.");
    assertThat(spoken())
        .contains("Lines 23 to 31, open. Enter folds them.", "Line 24: # backward pass");
    click("Lines 23 to 31, open. Enter folds them.");
    assertThat(spoken()).doesNotContain("Line 24: # backward pass");
  }

  @Test
  @DisplayName("opens a fold by Enter, closes it by Space, and keeps its row chosen")
  void foldsByKeyboard() {
    choose(0);
    robot.push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(spoken()).contains("Line 1: import numpy as np");
    robot.push(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(spoken()).doesNotContain("Line 1: import numpy as np");
    assertThat(list().getSelectionModel().getSelectedIndex()).isZero();
  }

  @Test
  @DisplayName(
      "goes to a line's step by Enter and by a click, and points at its nodes by arrow keys")
  void choosesLines() {
    List<CodeModel.Kind> chosen = new ArrayList<>();
    List<Set<backstep.graph.Node>> pointed = new ArrayList<>();
    OnScreen.now(() -> {
      listings.code.setOnLineChosen((kind, _) -> chosen.add(kind));
      listings.code.setOnLinePointed(pointed::add);
      return true;
    });
    choose(0);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(pointed.getLast()).isNotEmpty();
    click("Line 2: d_z2 = d_r2 * (z2 > 0)");
    click("Line 32: W2 -= learning_rate * grad_W2");
    assertThat(chosen)
        .containsExactly(CodeModel.Kind.FORWARD, CodeModel.Kind.BACKWARD, CodeModel.Kind.UPDATE);
  }

  @Test
  @DisplayName("copies the section of the chosen row, and the program with its backward pass")
  void copies() {
    OnScreen.now(() -> {
      listings.code.setWithBackward(comment -> Optional.of("program # " + comment));
      return true;
    });
    choose(10);
    robot.push(KeyCode.SHORTCUT, KeyCode.C);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(clipboard()).startsWith("d_r2 = r2 - y\nd_z2 =").hasLineCount(9);
    OnScreen.now(() -> {
      ContextMenu menu = list().getContextMenu();
      MenuItem whole = menu.getItems().getLast();
      whole.fire();
      return true;
    });
    assertThat(clipboard()).isEqualTo("program # Backward");
  }

  // --- Hands and eyes
  // ------------------------------------------------------------------------------

  private void at(Callable<Listings> step) {
    OnScreen.now(step);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void choose(int row) {
    OnScreen.now(() -> {
      stage.requestFocus();
      list().requestFocus();
      list().getSelectionModel().clearAndSelect(row);
      list().getFocusModel().focus(row);
      return true;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @SuppressWarnings("unchecked")
  private ListView<Row> list() {
    return (ListView<Row>) view.lookup("#code-list");
  }

  private void click(String spoken) {
    robot.clickOn(cell(spoken));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Node cell(String spoken) {
    return OnScreen.now(() ->
        cells()
            .filter(cell -> spoken.equals(cell.getAccessibleText()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(spoken + " not among " + spokenNow())));
  }

  // The list keeps a cell aside to measure with.
  private Stream<Node> cells() {
    return view.lookup(".sheet").lookupAll(".code-cell").stream().filter(Node::isVisible);
  }

  private boolean inView(String spoken) {
    Node cell = cell(spoken);
    return OnScreen.now(() -> {
      Bounds place = cell.localToScene(cell.getLayoutBounds());
      return place.getMinY() >= viewport().getMinY() - SLACK
          && place.getMaxY() <= viewport().getMaxY() + SLACK;
    });
  }

  private double place(String spoken) {
    Node cell = cell(spoken);
    return OnScreen.now(() -> cell.localToScene(cell.getLayoutBounds()).getMinY());
  }

  private List<String> spoken() {
    return OnScreen.now(this::spokenNow);
  }

  private List<String> spokenNow() {
    return cells().map(Node::getAccessibleText).filter(text -> text != null).toList();
  }

  private List<String> headings() {
    return texts(".code-heading");
  }

  private List<String> texts(String selector) {
    return OnScreen.now(() ->
        view.lookupAll(selector).stream()
            .filter(node -> node.getParent().getOpacity() > 0)
            .map(node -> ((Label) node).getText())
            .toList());
  }

  private String clipboard() {
    return OnScreen.now(() -> Clipboard.getSystemClipboard().getString());
  }
}
