package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.python.Options;
import backstep.trace.Cover.Kind;
import backstep.ui.kit.Background;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The figures are those of the two-layer network of the notebook: z1 = (0.52, 0.49), z2 = 0.854,
/// loss = 0.010658, and the gradients of W2 and b2 are (-0.07592, -0.07154) and -0.146.
@ExtendWith(ApplicationExtension.class)
@DisplayName("What is hidden")
class HideTest {
  private Window window;
  private Stage stage;

  @Start
  void open(Stage shown) {
    stage = shown;
    SettingsModel settings = SettingsModel.passing(Settings.USUAL.withStillness(Optional.of(true)));
    window = Window.open(shown, Locale.ENGLISH, settings, Background.direct());
  }

  private void hide(Kind... kinds) {
    window
        .robot()
        .interact(() -> {
          for (Kind kind : kinds) {
            window.bench().cover.toggle(kind);
          }
        });
  }

  private void seek(int position) {
    window.robot().interact(() -> window.bench().player.seek(position));
  }

  private static Stream<String> told(Node node) {
    String own =
        switch (node) {
          case Labeled labeled -> labeled.getText();
          case Text text -> text.getText();
          case TextInputControl field -> field.getText();
          default -> "";
        };
    return Stream.of(
            own,
            Optional.ofNullable(node.getAccessibleText()).orElse(""),
            Optional.ofNullable(node.getAccessibleHelp()).orElse(""))
        .filter(text -> text != null && !text.isEmpty());
  }

  // All that can be read or heard in the window but the program's own text.
  private Set<String> told() {
    return window.onScreen(
        () -> LaidOut.seen(stage.getScene()).flatMap(HideTest::told).collect(Collectors.toSet()));
  }

  private Set<String> telling(String... figures) {
    Set<String> telling = new HashSet<>();
    for (String text : told()) {
      for (String figure : figures) {
        if (text.replace('−', '-').contains(figure)) {
          telling.add(text);
        }
      }
    }
    return telling;
  }

  @Test
  @DisplayName("is covered, and heard as hidden; what is not computed yet is not, and nothing is 0")
  void covered() {
    hide(Kind.VALUES);
    assertThat(window.values("z1")).isEqualTo(List.of("", ""));
    assertThat(window.spoken("z1")).contains("not computed yet").doesNotContain("hidden");
    window.press(KeyCode.F);
    window.press(KeyCode.F);
    assertThat(window.values("z1")).isEqualTo(List.of("?", "?"));
    assertThat(window.spoken("z1")).contains("hidden");
    assertThat(window.values("W1")).contains("0.2");
  }

  @Test
  @DisplayName("is told nowhere in the window, at no step of the iteration")
  void nowhere() {
    int steps = window.bench().player.getState().session().orElseThrow().trace().steps().size();
    seek(steps);
    // What is looked for is found as long as nothing is hidden.
    assertThat(telling("0.146", "0.0759", "0.0715")).isNotEmpty();
    hide(Kind.GRADIENTS);
    for (int position = 0; position <= steps; position++) {
      seek(position);
      // The local derivative at an edge, 0.292, is no gradient of the loss: it is the hint.
      Set<String> gradients = new HashSet<>(telling("-0.146", "0.0759", "0.0715"));
      assertThat(gradients).as("step " + position).isEmpty();
    }
    hide(Kind.GRADIENTS, Kind.VALUES);
    for (int position = 0; position <= steps; position++) {
      seek(position);
      assertThat(telling("0.52", "0.49", "0.554", "0.854", "0.0107", "0.0106"))
          .as("step " + position)
          .isEmpty();
    }
  }

  @Test
  @DisplayName("is not found out by what is said of a backward pass written by hand")
  void practised() {
    window.press(KeyCode.F3);
    TextArea field = (TextArea) window.find("#practice-field");
    for (String guess : List.of("d_z2 = z2\n", "d_z1 = z1 + 7\n")) {
      window.robot().interact(() -> field.setText(guess));
      assertThat(findings().getFirst()).as(guess).containsPattern("[0-9]\\.[0-9]");
      hide(Kind.VALUES);
      assertThat(findings().getFirst())
          .as(guess)
          .startsWith("Line 1: ")
          .doesNotContainPattern("[0-9]\\.[0-9]");
      hide(Kind.VALUES);
    }
  }

  private List<String> findings() {
    return window.onScreen(() ->
        window.find("#practice").lookupAll(".practice-finding").stream()
            .map(node -> ((Labeled) node).getText())
            .toList());
  }

  @Test
  @DisplayName("is not told by why a training ended")
  void ended() {
    window
        .robot()
        .interact(() -> {
          window
              .bench()
              .program
              .open("w = 1.\nrate = 3.\nloss = .5 * w * w\nw -= rate * w\n", Options.DEFAULT);
          window.bench().player.setPace(Double.POSITIVE_INFINITY);
        });
    window.fire("#train");
    window.waitFor(() -> window.isShown("#ending"));
    hide(Kind.VALUES);
    assertThat(window.isShown("#ending")).isFalse();
    hide(Kind.VALUES);
    assertThat(window.isShown("#ending")).isTrue();
  }

  @Test
  @DisplayName("is not told by the network lab, whose settings stay at hand")
  void network() {
    window
        .robot()
        .interact(() -> {
          window.bench().open("10-network-lab");
          window.bench().network.reach(20);
        });
    assertThat(window.isShown("#network-loss")).isTrue();
    hide(Kind.GRADIENTS);
    assertThat(window.isShown("#network-loss")).isFalse();
    assertThat(window.isShown("#network-withheld")).isTrue();
    assertThat(window.text("#network-withheld")).contains("Step inside, or hide nothing");
    assertThat(window.isShown("#network-rate")).isTrue();
    hide(Kind.GRADIENTS);
    assertThat(window.isShown("#network-loss")).isTrue();
    assertThat(window.isShown("#network-withheld")).isFalse();
  }

  @Test
  @DisplayName("is shown by H for the whole step, with its explanation")
  void byKey() {
    hide(Kind.VALUES);
    seek(2);
    assertThat(telling("0.52")).isEmpty();
    assertThat(telling("H shows them")).isNotEmpty();
    window.press(KeyCode.H);
    assertThat(window.values("z1")).isEqualTo(List.of("0.52", "0.49"));
    assertThat(telling("H shows them")).isEmpty();
    // The next one is hidden again.
    window.press(KeyCode.F);
    assertThat(window.values("r1")).isEqualTo(List.of("?", "?"));
  }

  @Test
  @DisplayName("is shown node by node, by Enter and by a click")
  void byNode() {
    hide(Kind.VALUES);
    seek(3);
    window.focus("#node-z1");
    window.press(KeyCode.ENTER);
    assertThat(window.values("z1")).isEqualTo(List.of("0.52", "0.49"));
    assertThat(window.values("r1")).isEqualTo(List.of("?", "?"));
    window.robot().interact(() -> click(window.find("#node-r1").lookup(".value-table")));
    assertThat(window.values("r1")).isEqualTo(List.of("0.52", "0.49"));
  }

  private static void click(Node node) {
    node.fireEvent(Window.mouse(MouseEvent.MOUSE_CLICKED, 2, 2));
  }

  @Test
  @DisplayName("is not copied")
  void notCopied() {
    hide(Kind.VALUES);
    seek(3);
    window.robot().interact(() -> Clipboard.getSystemClipboard().clear());
    window.focus("#node-z1");
    window.press(KeyCode.CONTROL, KeyCode.C);
    assertThat(window.onScreen(() -> Clipboard.getSystemClipboard().hasString())).isFalse();
    window.press(KeyCode.H);
    window.focus("#node-r1");
    window.press(KeyCode.CONTROL, KeyCode.C);
    assertThat(window.onScreen(() -> Clipboard.getSystemClipboard().getString())).contains("0.52");
  }

  @Test
  @DisplayName("is seen once it was predicted")
  void predicted() {
    hide(Kind.VALUES);
    window.press(KeyCode.P);
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.SHIFT, KeyCode.P);
    assertThat(window.bench().player.getState().session().orElseThrow().position()).isEqualTo(1);
    assertThat(window.onScreen(() -> window.bench().cover.getCover().shownValues())).isNotEmpty();
    assertThat(telling("0.42")).isNotEmpty();
  }

  private static Lesson lesson(Path folder, String more) throws IOException {
    Path own = Files.createDirectories(folder.resolve("one"));
    Files.writeString(own.resolve("lesson.properties"), "order = 1\n" + more);
    Files.writeString(own.resolve("program.py"), "x = 3.0\nloss = x * x\n");
    for (String language : List.of("ko", "en")) {
      Files.writeString(
          own.resolve(language + ".md"),
          "# Title\n\nText.\n\n## forward loss\n\nIt is {value loss}.\n");
    }
    return LessonCatalog.in(folder).getFirst();
  }

  @Test
  @DisplayName("is what a lesson begins with, and so is predicting; the next lesson begins without")
  void begun(@TempDir Path folder) throws IOException {
    Lesson lesson = lesson(folder, "hide = values\npredict = on");
    window.robot().interact(() -> window.bench().lessons.open(lesson));
    assertThat(window.text("#cover-text")).isEqualTo("Hidden: values");
    assertThat(window.text("#predict-first")).isEqualTo("Predict first: on");
    window.press(KeyCode.END);
    assertThat(window.values("loss")).isEqualTo(List.of("?"));
    seek(1);
    assertThat(telling("It is …")).isNotEmpty();
    window.press(KeyCode.H);
    assertThat(telling("It is 9")).isNotEmpty();
    window.robot().interact(() -> window.bench().open("01-square"));
    assertThat(window.isShown("#cover-bar")).isFalse();
    assertThat(window.text("#predict-first")).isEqualTo("Predict first: off");
  }

  @Test
  @DisplayName("stays so in the next lesson where it was chosen by hand")
  void byHand() {
    hide(Kind.GRADIENTS);
    window.robot().interact(() -> window.bench().open("01-square"));
    assertThat(window.text("#cover-text")).isEqualTo("Hidden: gradients");
  }

  @Test
  @DisplayName("is chosen by Shift H, said over the graph, and taken back there")
  void chosen() {
    assertThat(window.isShown("#cover-bar")).isFalse();
    window.press(KeyCode.SHIFT, KeyCode.H);
    assertThat(window.text("#cover-text")).isEqualTo("Hidden: gradients");
    window.press(KeyCode.SHIFT, KeyCode.H);
    assertThat(window.text("#cover-text")).isEqualTo("Hidden: values");
    window.press(KeyCode.SHIFT, KeyCode.H);
    assertThat(window.text("#cover-text")).isEqualTo("Hidden: values and gradients");
    window.fire("#cover-all");
    assertThat(window.isShown("#cover-bar")).isFalse();
  }
}
