package backstep.ui.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.classroom.ExportModel.Offer;
import backstep.ui.kit.Background;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An export")
class ExportModelTest {
  private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  // Work waits here until a test lets it be done.
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final ExportModel model = new ExportModel(Background.of(waiting::add, Runnable::run));

  /// Three parts, each of which counts.
  private static final class Parts implements Making {
    private int made;

    @Override
    public int parts() {
      return 3;
    }

    @Override
    public Runnable part(int index) {
      return () -> made++;
    }

    @Override
    public byte[] file() {
      return (CONTENT.length + " " + made).getBytes(StandardCharsets.UTF_8);
    }
  }

  @BeforeEach
  void offer() {
    model.offer(new Offer("parts", "txt", _ -> Optional.empty(), _ -> Optional.of(new Parts())));
    model.offer(new Offer("none", "txt", _ -> Optional.empty(), _ -> Optional.empty()));
    model.offer(
        new Offer(
            "whole",
            "txt",
            _ -> Optional.empty(),
            _ -> Optional.of(Making.atOnce(CONTENT::clone))));
    model.offer(
        new Offer(
            "refused",
            "txt",
            _ -> Optional.empty(),
            _ ->
                Optional.of(
                    Making.atOnce(() -> {
                      throw new ExportException("export.noNumbers");
                    }))));
    model.setName(() -> "lesson");
    model.setAsker((_, name) -> Optional.of(folder.resolve(name)));
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.removeFirst().run();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).toList();
    }
  }

  private String note() {
    return model.getState().note().map(ExportModel.Note::key).orElse("");
  }

  @Test
  @DisplayName("is made part by part, says how far it is, and then is there as a whole")
  void goesOn() throws IOException {
    model.export();
    assertThat(model.getState().progress()).contains(new ExportModel.Progress(0, 3));
    waiting.removeFirst().run();
    assertThat(model.getState().progress()).contains(new ExportModel.Progress(1, 3));
    assertThat(files()).isEmpty();
    work();
    assertThat(model.getState().progress()).isEmpty();
    assertThat(note()).isEqualTo("export.done");
    assertThat(files()).containsExactly("lesson.txt");
    assertThat(folder.resolve("lesson.txt")).hasContent("7 3");
  }

  @Test
  @DisplayName("leaves no file when it is stopped, at whatever part")
  void stops() throws IOException {
    for (int done = 0; done <= 3; done++) {
      model.export();
      for (int i = 0; i < done; i++) {
        waiting.removeFirst().run();
      }
      model.cancel();
      assertThat(model.getState().progress()).isEmpty();
      assertThat(note()).isEqualTo("export.cancelled");
      work();
      assertThat(files()).isEmpty();
      assertThat(note()).isEqualTo("export.cancelled");
    }
  }

  @Test
  @DisplayName("leaves what was there when it is stopped or fails")
  void keepsTheOld() throws IOException {
    Path file = Files.writeString(folder.resolve("lesson.txt"), "old");
    model.export();
    model.cancel();
    work();
    model.choose("refused");
    model.export();
    work();
    assertThat(note()).isEqualTo("export.noNumbers");
    assertThat(file).hasContent("old");
    model.choose("whole");
    model.export();
    work();
    assertThat(file).hasContent("content");
    assertThat(files()).hasSize(1);
  }

  @Test
  @DisplayName("says why a file cannot be written, and leaves nothing")
  void fails() throws IOException {
    model.choose("whole");
    model.setAsker((_, name) -> Optional.of(folder.resolve("gone").resolve(name)));
    model.export();
    work();
    assertThat(note()).isEqualTo("export.noFolder");
    Path taken = Files.createDirectories(folder.resolve("lesson.txt").resolve("full")).getParent();
    model.setAsker((_, _) -> Optional.of(taken));
    model.export();
    work();
    assertThat(note()).isEqualTo("export.failed");
    assertThat(files()).containsExactly("lesson.txt");
    assertThat(model.getState().note().orElseThrow().failure()).isTrue();
  }

  @Test
  @DisplayName("says that there is nothing to be exported")
  void hasNothing() throws IOException {
    model.choose("none");
    model.export();
    assertThat(note()).isEqualTo("export.nothing");
    assertThat(files()).isEmpty();
  }

  @Test
  @DisplayName(
      "that cannot be made says why before a file is asked for, and no longer than it is so")
  void hindered() throws IOException {
    List<String> why = new ArrayList<>(List.of("export.noPlot"));
    model.offer(
        new Offer(
            "hindered",
            "txt",
            _ -> why.stream().findFirst(),
            _ -> Optional.of(Making.atOnce(CONTENT::clone))));
    model.setAsker((_, _) -> {
      throw new AssertionError("asked");
    });
    model.choose("hindered");
    assertThat(model.getState().hindrance()).contains("export.noPlot");
    assertThat(model.getState().hindrances()).containsOnlyKeys("hindered");
    model.export();
    assertThat(note()).isEqualTo("export.noPlot");
    why.clear();
    model.look();
    assertThat(model.getState().note()).as("what was said before").isEmpty();
    assertThat(model.getState().hindrance()).isEmpty();
    model.setAsker((_, name) -> Optional.of(folder.resolve(name)));
    model.export();
    work();
    assertThat(files()).containsExactly("lesson.txt");
  }

  @Test
  @DisplayName("says which file it wrote, and in which folder")
  void written() {
    model.choose("whole");
    model.export();
    work();
    ExportModel.Note note = model.getState().note().orElseThrow();
    assertThat(note.isWritten()).isTrue();
    assertThat(note.arguments()).containsExactly("lesson.txt", folder.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "a.py, a.ipynb",
    "a.PNG, a.ipynb",
    "a, a.ipynb",
    "a.2, a.2.ipynb",
    ".py, .py.ipynb",
    "a.ipynb, a.ipynb",
    "a.IPYNB, a.IPYNB"
  })
  @DisplayName("ends its name as its content asks for, whatever was written")
  void endings(String chosen, String written) throws IOException {
    notebook(chosen);
    assertThat(files()).containsExactly(written);
  }

  private void notebook(String chosen) {
    model.offer(
        new Offer(
            "book",
            "ipynb",
            _ -> Optional.empty(),
            _ -> Optional.of(Making.atOnce(CONTENT::clone))));
    model.setAsker((_, _) -> Optional.of(folder.resolve(chosen)));
    model.choose("book");
    model.export();
    work();
  }

  @Test
  @DisplayName("never takes the place of a file that was not chosen by its name")
  void existing() throws IOException {
    Path file = Files.writeString(folder.resolve("a.ipynb"), "of another");
    notebook("a.py");
    assertThat(note()).isEqualTo("export.exists");
    assertThat(file).hasContent("of another");
    notebook("a.ipynb");
    assertThat(file).hasContent("content");
  }

  @Test
  @DisplayName("does nothing when no file is chosen, and one thing at a time")
  void asks() {
    model.setAsker((_, _) -> Optional.empty());
    model.export();
    assertThat(model.getState().progress()).isEmpty();
    model.setAsker((_, name) -> Optional.of(folder.resolve(name)));
    model.export();
    model.export();
    assertThat(waiting).hasSize(1);
  }
}
