package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.practice.Mistake;
import backstep.testing.Handed;
import backstep.testing.Terminal;
import backstep.testing.TwoLayers;
import backstep.ui.classroom.GradesModel;
import backstep.ui.classroom.GradesModel.HandIn;
import backstep.ui.kit.Background;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(ApplicationExtension.class)
@DisplayName("The teacher's view of a class")
class GradesWindowTest {
  private static final int MAX_TABS = 60;

  @TempDir Path folder;
  private Window window;

  @Start
  void start(Stage stage) {
    window =
        Window.open(
            stage,
            Locale.ENGLISH,
            SettingsModel.passing(Settings.USUAL.withStillness(Optional.of(true))),
            Background.direct());
  }

  // Another test's window must not lie under it.
  @AfterEach
  void close() {
    window.robot().interact(() -> model().close());
  }

  private GradesModel model() {
    return window.bench().grades;
  }

  private Optional<Scene> scene() {
    return javafx.stage.Window.getWindows().stream()
        .map(javafx.stage.Window::getScene)
        .filter(scene -> scene.getRoot().getStyleClass().contains("grades"))
        .findFirst();
  }

  private Node find(String selector) {
    Node found = scene().orElseThrow().getRoot().lookup(selector);
    assertThat(found).as(selector).isNotNull();
    return found;
  }

  private <T> T here(java.util.concurrent.Callable<T> question) {
    return window.onScreen(() -> {
      scene()
          .ifPresent(scene -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
          });
      return question.call();
    });
  }

  private void run(Runnable action) {
    here(() -> {
      action.run();
      return true;
    });
  }

  private void open() {
    window.press(KeyCode.CONTROL, KeyCode.G);
    window.waitFor(() -> scene().filter(scene -> scene.getWindow().isFocused()).isPresent());
  }

  private void grade() {
    run(() -> model().grade(List.of(Handed.write(folder))));
  }

  private void tabTo(String selector) {
    Node wanted = find(selector);
    for (int i = 0; i < MAX_TABS && !here(wanted::isFocused); i++) {
      window.press(KeyCode.TAB);
    }
    assertThat(here(wanted::isFocused)).as("TAB reaches " + selector).isTrue();
  }

  @SuppressWarnings("unchecked")
  private TableView<HandIn> table() {
    return (TableView<HandIn>) find("#grades-table");
  }

  private List<String> listed() {
    return here(() -> table().getItems().stream().map(one -> one.submission().name()).toList());
  }

  private String text(String selector) {
    return here(() -> ((Labeled) find(selector)).getText());
  }

  // All that can be read there.
  private List<String> texts() {
    return here(() ->
        LaidOut.seen(scene().orElseThrow())
            .filter(Text.class::isInstance)
            .map(node -> ((Text) node).getText())
            .filter(Predicate.not(String::isBlank))
            .toList());
  }

  @Test
  @DisplayName("opens with a key, says how to begin, and leaves the first window as it was")
  void opens() {
    window.openLesson("04-two-layers", "W1");
    window.press(KeyCode.F);
    window.press(KeyCode.F);
    int before = window.bench().player.getState().session().orElseThrow().position();
    open();
    assertThat(text("#grades-exercise")).isEqualTo("4 · Two layers, as in the lesson");
    assertThat(texts()).anyMatch(said -> said.startsWith("Choose the folder"));
    assertThat(here(() -> find("#grades-save").isDisabled())).isTrue();
    grade();
    window.press(KeyCode.ESCAPE);
    window.waitFor(() -> !model().openProperty().get());
    assertThat(scene()).isEmpty();
    assertThat(window.bench().player.getState().session().orElseThrow().position())
        .isEqualTo(before);
    assertThat(window.bench().lessons.openProperty().get().orElseThrow().id())
        .isEqualTo("04-two-layers");
    open();
    assertThat(listed()).as("what was graded stays").hasSize(9);
  }

  @Test
  @DisplayName("opens from the menu of files too")
  void menu() {
    run(() ->
        ((MenuButton) window.find("#file-menu"))
            .getItems().stream()
                .filter(item -> "file-grades".equals(item.getId()))
                .forEach(item -> item.fire()));
    window.waitFor(() -> scene().isPresent());
    assertThat(model().openProperty().get()).isTrue();
  }

  @Test
  @DisplayName("takes a folder that is dropped on the window; a file is opened as ever")
  void dropped() throws IOException {
    Shell shell = (Shell) here(() -> window.find("#lesson-title").getScene().getRoot());
    run(() -> shell.take(List.of(Handed.write(folder))));
    window.waitFor(() -> scene().isPresent());
    assertThat(listed()).hasSize(9);
    run(() -> model().close());
    Path program = Files.writeString(folder.resolve("own.py"), "x = 2.0\nloss = x ** 2\n");
    run(() -> shell.take(List.of(program)));
    assertThat(model().openProperty().get()).isFalse();
    assertThat(window.bench().program.getState().drafts().present().text()).contains("x ** 2");
  }

  @Test
  @DisplayName("shows the commonest mistakes first, and lists who made the one that is chosen")
  void mistakes() {
    open();
    grade();
    tabTo("#grades-mistakes");
    ListView<?> list = (ListView<?>) find("#grades-mistakes");
    assertThat(here(() -> list.getItems().size()))
        .isEqualTo(model().getState().grades().orElseThrow().mistakes().size());
    Button all = (Button) find("#grades-all");
    assertThat(here(all::isDisabled)).isTrue();
    window.press(KeyCode.DOWN);
    Mistake first = model().getState().grades().orElseThrow().mistakes().getFirst();
    assertThat(first.files()).hasSize(2);
    assertThat(listed()).isEqualTo(first.files()).containsExactly("b-sign.py", "c-sign.py");
    run(all::fire);
    assertThat(listed()).hasSize(9);
    assertThat(here(() -> list.getSelectionModel().isEmpty())).isTrue();
  }

  @Test
  @DisplayName("shows a file's program with the lines that part and their hints, by keyboard")
  void program() {
    open();
    grade();
    tabTo("#grades-table");
    // The lesson's form is asked for both weights.
    for (int i = 0; i < 3; i++) {
      window.press(KeyCode.DOWN);
    }
    assertThat(text("#grades-name")).isEqualTo("d-transposed.py");
    assertThat(text("#grades-verdicts")).contains("W2: right", "W1: not right");
    List<String> said =
        here(() ->
            find("#grades-program").lookupAll(".hand-in-hint").stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
    assertThat(said.getFirst())
        .isEqualTo("The gradient of W1, but transposed: it must have the shape (2, 2).");
    List<Node> marked =
        here(() ->
            find("#grades-program").lookupAll(".hand-in-line").stream()
                .filter(node -> node.getPseudoClassStates().toString().contains("parts"))
                .toList());
    assertThat(marked).isNotEmpty();
    assertThat(here(() -> find("#grades-program").getAccessibleText()))
        .contains("d-transposed.py", "line 17: grad_W1 = np.outer(X, d1).", said.getFirst());
  }

  @Test
  @DisplayName("says of what cannot be read why, and of what computes something else what")
  void troubles() {
    open();
    grade();
    for (String[] one :
        new String[][] {
          {"i-bytes.py", "is not a text in UTF-8"},
          {"h-forward.py", "The forward pass gives another z1 than the exercise."},
          {"f-half.py", ""}
        }) {
      run(() -> table().getSelectionModel().select(named(one[0])));
      assertThat(text("#grades-name")).isEqualTo(one[0]);
      assertThat(String.join("\n", texts())).contains(one[1]).doesNotContain("⟨");
    }
    assertThat(text("#grades-verdicts")).contains("W1: missing");
    run(() -> table().getSelectionModel().select(named("i-bytes.py")));
    assertThat(here(() -> find("#grades-open").isDisabled())).isTrue();
  }

  private HandIn named(String name) {
    return model().getState().batch().handIns().stream()
        .filter(one -> one.submission().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("sorts by any column, both ways, from a menu that the keyboard reaches")
  void sorts() {
    open();
    grade();
    tabTo("#grades-sort");
    MenuButton sort = (MenuButton) find("#grades-sort");
    run(() -> sort.getItems().get(1).fire());
    assertThat(listed()).startsWith("g-syntax.py", "i-bytes.py").endsWith("a-right.py");
    run(() -> sort.getItems().get(1).fire());
    assertThat(listed()).startsWith("a-right.py");
    assertThat(here(sort::getText)).isEqualTo("Sort: Score, downwards");
    run(() -> sort.getItems().getFirst().fire());
    assertThat(listed()).startsWith("a-right.py", "b-sign.py").endsWith("i-bytes.py");
  }

  @Test
  @DisplayName("finds a file by a part of its name")
  void finds() {
    open();
    grade();
    TextField field = (TextField) find("#grades-find");
    run(() -> field.setText("SIGN"));
    assertThat(listed()).containsExactly("b-sign.py", "c-sign.py");
    tabTo("#grades-find");
    window.press(KeyCode.ESCAPE);
    assertThat(listed()).hasSize(9);
    assertThat(model().openProperty().get()).isTrue();
  }

  @Test
  @DisplayName("hides all names, also in comments and in what is said, and shows them again")
  void anonymous() {
    open();
    grade();
    assertThat(String.join("\n", texts())).contains("a-right.py");
    tabTo("#grades-anonymous");
    window.press(KeyCode.SPACE);
    assertThat(here(() -> ((ToggleSwitch) find("#grades-anonymous")).isSelected())).isTrue();
    for (HandIn one : model().getState().batch().handIns()) {
      run(() -> table().getSelectionModel().select(one));
      String all = String.join("\n", texts()) + find("#grades-program").getAccessibleText();
      assertThat(all).contains("Hand-in " + one.number()).doesNotContain("Somebody");
      Handed.CLASS.keySet().forEach(name -> assertThat(all).doesNotContain(name));
      assertThat(all).doesNotContain("i-bytes.py");
    }
    List<Integer> numbers = here(() -> table().getItems().stream().map(HandIn::number).toList());
    assertThat(numbers).isSorted();
    window.press(KeyCode.SPACE);
    assertThat(String.join("\n", texts())).contains("a-right.py");
  }

  @Test
  @DisplayName(
      "asks for the gradients and the loss that are chosen by keyboard, and says what is wrong")
  void asks() {
    open();
    grade();
    tabTo("#grades-wanted-b1");
    window.press(KeyCode.SPACE);
    assertThat(model().getState().asked().assignment().orElseThrow().wanted()).contains("b1");
    assertThat(here(() -> ((CheckBox) find("#grades-wanted-b1")).isSelected())).isTrue();
    for (String name : List.of("W1", "W2", "b1")) {
      run(() -> ((CheckBox) find("#grades-wanted-" + name)).fire());
    }
    assertThat(here(() -> ((CheckBox) find("#grades-wanted-b1")).isSelected()))
        .as("the last one stays")
        .isTrue();
    assertThat(text("#grades-note")).isEqualTo("Ask for one gradient at least.");
    TextField loss = (TextField) find("#grades-loss");
    run(() -> {
      loss.requestFocus();
      loss.setText("q");
    });
    window.press(KeyCode.ENTER);
    assertThat(text("#grades-problem")).startsWith("This cannot be the exercise.");
    run(() -> loss.setText(""));
    window.press(KeyCode.ENTER);
    assertThat(model().getState().asked().problem()).isEmpty();
    assertThat(listed()).hasSize(9);
  }

  @Test
  @DisplayName("opens a hand-in in the sandbox of the first window, and stays as it is")
  void sandbox() {
    open();
    grade();
    run(() -> {
      window.bench().open("99-sandbox");
      window.bench().program.write(TwoLayers.TRAINED, false);
      window.bench().player.toSameStepOf(3);
    });
    run(() -> table().getSelectionModel().select(named("b-sign.py")));
    run(() -> ((Button) find("#grades-open")).fire());
    window.waitFor(() -> window.bench().player.getState().atStart());
    assertThat(window.bench().player.getState().session().orElseThrow().iteration()).isZero();
    assertThat(window.bench().sandbox.getState().open()).isTrue();
    assertThat(window.bench().program.getState().drafts().present().text())
        .isEqualTo(Handed.CLASS.get("b-sign.py"));
    assertThat(model().getState().asked().exercise().orElseThrow().lesson().id())
        .isEqualTo("04-two-layers");
    run(() -> model().again());
    assertThat(model().getState().asked().assignment().orElseThrow().wanted())
        .containsExactlyInAnyOrder("W1", "W2");
    assertThat(listed()).hasSize(9);
  }

  @Test
  @DisplayName(
      "opens a hand-in without its comments, or the name of its file, where names are hidden")
  void opensWithoutNames() throws IOException {
    open();
    Path file = folder.resolve("minsu.py");
    String text = "x = 3.0\nloss = x ** 2";
    Files.writeString(file, "# Minsu\n" + text + "  # by Minsu\n");
    run(() -> {
      model().grade(List.of(file));
      model().setAnonymous(true);
    });
    run(() -> table().getSelectionModel().select(0));
    run(() -> ((Button) find("#grades-open")).fire());
    assertThat(window.bench().program.getState().drafts().present().text())
        .isEqualTo("# …\n" + text + "  # …\n");
    assertThat(window.bench().keep.getState().recent()).isEmpty();
  }

  @Test
  @DisplayName("says everything in Korean when the language changes, and grows with the type")
  void korean() {
    open();
    grade();
    double before = here(() -> ((Labeled) find("#grades-exercise")).getFont().getSize());
    tabTo("#grades-table");
    window.press(KeyCode.L);
    assertThat(text("#grades-exercise")).isEqualTo("4 · 두 층 신경망 (단원의 프로그램)");
    assertThat(String.join("\n", texts()))
        .contains("많이 한 실수", "2 × ", "부호가 반대입니다.", "먼저 고칠 것")
        .doesNotContain("Commonest", "wrong sign", "⟨");
    window.press(KeyCode.CONTROL, KeyCode.EQUALS);
    assertThat(here(() -> ((Labeled) find("#grades-exercise")).getFont().getSize()))
        .isGreaterThan(before);
  }

  @Test
  @DisplayName("says where there is no dialog to choose with")
  void noDialog() {
    open();
    run(() -> ((Button) find("#grades-folder")).fire());
    assertThat(text("#grades-note")).startsWith("This system shows no dialog");
  }

  @Test
  @DisplayName("finds what the command grade finds")
  void asTheCommand() throws IOException {
    Path exercise = Files.writeString(folder.resolve("exercise.py"), TwoLayers.TRAINED);
    Path handIns = Handed.write(Files.createDirectory(folder.resolve("in")));
    run(() -> {
      window.bench().program.write(TwoLayers.TRAINED, false);
      model().open();
      model().grade(List.of(handIns));
    });
    JsonNode all =
        JsonMapper.shared()
            .readTree(
                Terminal.run(
                        "grade", handIns.toString(), "--exercise", exercise.toString(), "--json")
                    .out());
    List<HandIn> here = model().getState().batch().handIns();
    assertThat(all.path("files").size()).isEqualTo(here.size());
    for (int i = 0; i < here.size(); i++) {
      JsonNode file = all.path("files").path(i);
      HandIn one = here.get(i);
      assertThat(one.submission().name()).isEqualTo(file.path("file").asString(""));
      assertThat(one.grade().points().orElse(-1)).isEqualTo(file.path("points").asInt(-1));
      assertThat(one.grade().lines()).hasSize(file.path("lines").size());
    }
    assertThat(Stream.of(all.path("mistakes")).flatMap(JsonNode::valueStream))
        .extracting(one -> one.path("count").asInt(0))
        .isEqualTo(
            model().getState().grades().orElseThrow().mistakes().stream()
                .map(one -> one.files().size())
                .toList());
  }
}
