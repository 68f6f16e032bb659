package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.keep.RecentFiles;
import backstep.ui.drafts.UserDrafts;
import backstep.ui.kit.Background;
import backstep.ui.sandbox.SandboxModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@DisplayName("The sandbox")
class SandboxTest {
  @TempDir Path folder;
  private Window window;

  @Start
  void start(Stage stage) {
    window = Window.open(stage, Locale.ENGLISH, true);
  }

  private String text() {
    return window.onScreen(() -> window.bench().program.getState().drafts().present().text());
  }

  private void choose(String menu, String item) {
    window.onScreen(() -> {
      ((MenuButton) window.find(menu))
          .getItems().stream()
              .filter(i -> item.equals(i.getId()) || item.equals(i.getText()))
              .findFirst()
              .orElseThrow()
              .fire();
      return true;
    });
    window.onScreen(() -> true);
  }

  private void read(String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    window.onScreen(() -> {
      window.bench().sandbox.read(file);
      return true;
    });
  }

  private void read(String name, String content) throws IOException {
    read(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private void waitForNote(String note) {
    window.waitFor(
        () -> window.isShown("#sandbox-note") && window.text("#sandbox-note").equals(note),
        () -> window.text("#sandbox-note"));
  }

  @Test
  @DisplayName(
      "opens with a program in the editor; each example runs, and undo brings the text back")
  void examples() {
    window.openLesson("99-sandbox", "loss");
    assertThat(window.isShown("#code-field")).isTrue();
    String first = text();
    for (String name : SandboxModel.EXAMPLES) {
      choose("#sandbox-examples", "example-" + name);
      window.waitFor(
          () ->
              !window.bench().program.getState().isStale()
                  && window.bench().program.getState().problem().isEmpty(),
          () -> name + " " + window.bench().program.getState().problem());
      assertThat(text()).isNotEqualTo(first);
    }
    window.focus("#code-field");
    for (int i = 0; i < SandboxModel.EXAMPLES.size(); i++) {
      window.press(KeyCode.CONTROL, KeyCode.Z);
    }
    assertThat(text()).isEqualTo(first);
  }

  @Test
  @DisplayName("opens and saves files, and says plainly why one cannot be opened")
  void files() throws IOException {
    window.openLesson("99-sandbox", "loss");
    String first = text();
    read("own.py", "x = 2.0\r\nloss = x * x\r\n");
    window.waitFor(() -> text().equals("x = 2.0\nloss = x * x\n"));
    read("binary.py", new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    waitForNote("binary.py is not a text in UTF-8. Open a .py or .ipynb file.");
    read("large.py", new byte[1 << 23]);
    window.waitFor(() -> window.text("#sandbox-note").startsWith("large.py is longer than"));
    read("bad.ipynb", "{}");
    waitForNote("bad.ipynb is not a notebook. Open a file that Jupyter saved.");
    window.onScreen(() -> {
      window.bench().sandbox.read(folder);
      return true;
    });
    window.waitFor(() -> window.text("#sandbox-note").contains("cannot be read"));
    window.onScreen(() -> {
      window.bench().sandbox.save(folder.resolve("saved.py"));
      return true;
    });
    waitForNote("Saved in saved.py.");
    assertThat(folder.resolve("saved.py")).hasContent("x = 2.0\nloss = x * x\n");

    window.robot().interact(() -> window.bench().sandbox.save(folder.resolve("other")));
    waitForNote("Saved in other.py.");
    window.robot().interact(() -> window.bench().sandbox.save(folder.resolve("saved")));
    waitForNote("saved.py is there already. Choose it by this name, or write another one.");
    read(
        "two.ipynb",
        """
        {"cells": [{"cell_type": "code", "source": ["a = 3.0\\n", "loss = a * a"]},
                   {"cell_type": "code", "source": "b = 5.0\\nloss = b * b"}], "nbformat": 4}
        """);
    window.waitFor(() -> window.isShown("#sandbox-cells"));
    choose("#sandbox-cells", "Cell 2: b = 5.0");
    window.waitFor(() -> text().equals("b = 5.0\nloss = b * b"));
    window.waitFor(() -> window.isShown("#node-b"));
    assertThat(first).isNotEmpty();
  }

  @Test
  @DisplayName("takes another variable for the loss, and another seed")
  void choices() throws IOException {
    window.openLesson("99-sandbox", "loss");
    read("own.py", "import numpy as np\nx = np.random.randn()\nloss = x * 3\nq = x + 1\n");
    window.waitFor(
        () -> window.bench().sandbox.getState().offer().losses().equals(List.of("loss", "q")),
        () -> window.bench().sandbox.getState().offer().losses().toString());
    choose("#sandbox-loss", "q");
    window.waitFor(() -> window.isShown("#node-q"));
    assertThat(window.text("#sandbox-loss")).isEqualTo("Loss: q");
    List<Double> before = drawn();
    window.focus("#sandbox-seed");
    window.press(KeyCode.CONTROL, KeyCode.A);
    window.write("7");
    window.waitFor(() -> !drawn().equals(before));
    // numpy.random.seed(7); numpy.random.randn()
    assertThat(drawn()).containsExactly(1.690525703800356);
  }

  private List<Double> drawn() {
    return window.onScreen(() ->
        window.bench().program.getState().ran().orElseThrow().run().last().graph().leaves().stream()
            .map(leaf -> leaf.value().item())
            .toList());
  }

  @Test
  @DisplayName("is as it was left at the next start, and so is a lesson")
  void restored() {
    UserDrafts store = new UserDrafts(folder);
    window.onScreen(() -> {
      Workbench bench = new Workbench(Background.direct(), store, RecentFiles.passing());
      bench.open("04-two-layers");
      bench.program.write("x = 1.0\nloss = x ** 2\n", false);
      bench.open("99-sandbox");
      bench.program.write("broken = = 2", false);
      bench.close();
      return true;
    });
    window.onScreen(() -> {
      Workbench bench =
          new Workbench(Background.direct(), new UserDrafts(folder), RecentFiles.passing());
      bench.open("99-sandbox");
      assertThat(bench.program.getState().drafts().present().text()).isEqualTo("broken = = 2");
      bench.open("04-two-layers");
      assertThat(bench.program.getState().drafts().present().text())
          .isEqualTo("x = 1.0\nloss = x ** 2\n");
      bench.program.undo();
      assertThat(bench.program.getState().drafts().present().text()).startsWith("import numpy");
      bench.close();
      assertThat(new UserDrafts(folder).load("04-two-layers")).isEmpty();
      return true;
    });
  }

  @Test
  @DisplayName("makes a program that only computes one that learns what was chosen")
  void learns() {
    window.openLesson("99-sandbox", "loss");
    choose("#sandbox-examples", "example-softmax");
    window.waitFor(
        () -> boxes().stream().map(CheckBox::getText).toList().equals(List.of("z", "target")),
        this::text);
    assertThat(window.text("#sandbox-parameters")).isEqualTo("Make it learn");
    List<CheckBox> boxes = boxes();
    window.onScreen(() -> {
      boxes.stream().filter(box -> box.getText().equals("z")).forEach(CheckBox::fire);
      return true;
    });
    choose("#sandbox-parameters", "sandbox-learn");
    assertThat(text()).contains("# backward pass\n").endsWith("z -= learning_rate * d_z\n");
    window.waitFor(
        () -> window.text("#sandbox-parameters").equals("Learns: z"),
        () -> window.text("#sandbox-parameters"));
    assertThat(window.isShown("#amiss")).isFalse();
  }

  private List<CheckBox> boxes() {
    return window.onScreen(() ->
        ((MenuButton) window.find("#sandbox-parameters"))
            .getItems().stream()
                .filter(CustomMenuItem.class::isInstance)
                .map(item -> ((CustomMenuItem) item).getContent())
                .filter(CheckBox.class::isInstance)
                .map(CheckBox.class::cast)
                .toList());
  }

  @Test
  @DisplayName(
      "makes its menus anew only where they offer something else: JavaFX keeps the old items")
  void menus() throws IOException {
    window.openLesson("99-sandbox", "loss");
    read("own.py", "w = 2.0\nloss = w * w\n");
    window.waitFor(() -> items("#sandbox-parameters").size() == 3); // w, a line, and what is done
    List<MenuItem> before = items("#sandbox-parameters");

    window.robot().interact(() -> ((TextField) window.find("#sandbox-seed")).setText("7"));
    window.waitFor(() -> window.bench().sandbox.getState().seed() == 7);
    assertThat(items("#sandbox-parameters")).isEqualTo(before);

    read("other.py", "w = 2.0\nv = 3.0\nloss = w * v\n");
    window.waitFor(() -> items("#sandbox-parameters").size() == 4);
  }

  private List<MenuItem> items(String menu) {
    return window.onScreen(() -> List.copyOf(((MenuButton) window.find(menu)).getItems()));
  }
}
