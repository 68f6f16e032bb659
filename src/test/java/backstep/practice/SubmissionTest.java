package backstep.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The files that a class handed in")
class SubmissionTest {
  private static final Path NONE = Path.of("none.py");

  @TempDir Path folder;

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x = 1\n");
  }

  private List<String> names(Path... named) throws IOException {
    return Submission.of(List.of(named), NONE).stream().map(Submission::name).toList();
  }

  @Test
  @DisplayName("are the programs and notebooks of a folder and of those in it, by name")
  void folders() throws IOException {
    file("나/hw.py");
    file("가/hw.py");
    file("c.IPYNB");
    file("notes.txt");
    file("가/.ipynb_checkpoints/hw-checkpoint.ipynb");
    file("가/__pycache__/hw.py");
    file("__MACOSX/가/hw.py");
    file("._c.py");
    assertThat(names(folder)).containsExactly("c.IPYNB", "가/hw.py", "나/hw.py");
  }

  @Test
  @DisplayName("have names of their own, in whole Korean letters, and come once")
  void named() throws IOException {
    Path one = file("a/hw.py");
    Path other = file("b/hw.py");
    // As macOS writes it: each letter in its parts.
    file("c/\u1112\u1161\u11ab.py");
    assertThat(names(one, one, other)).hasSize(2).doesNotHaveDuplicates();
    assertThat(names(folder.resolve("a"), folder.resolve("b"))).doesNotHaveDuplicates();
    assertThat(names(folder.resolve("c"))).containsExactly("한.py");
  }

  @Test
  @DisplayName("do not have the exercise among them")
  void exercise() throws IOException {
    Path exercise = file("exercise.py");
    file("a.py");
    assertThat(Submission.of(List.of(folder), exercise))
        .extracting(Submission::name)
        .containsExactly("a.py");
  }

  @Test
  @DisplayName("are said to be too many where nobody's class is that large")
  void tooMany() throws IOException {
    for (int i = 0; i <= Submission.MOST; i++) {
      Files.createFile(folder.resolve(i + ".py"));
    }
    assertThatThrownBy(() -> names(folder)).isInstanceOf(Submission.TooManyException.class);
  }

  @Test
  @DisplayName("are looked for behind a link too, and taken at their word where they are gone")
  void links() throws IOException {
    assertThat(names(folder.resolve("gone.py"))).containsExactly("gone.py");
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, Files.createDirectory(folder.resolve("real")));
    file("real/a.py");
    assertThat(names(link)).containsExactly("a.py");
  }
}
