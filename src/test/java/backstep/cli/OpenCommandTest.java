package backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.keep.SavedSession;
import backstep.keep.SessionFile;
import backstep.keep.Work;
import backstep.lesson.LessonCatalog;
import backstep.python.Options;
import backstep.testing.Terminal;
import backstep.testing.Terminal.Result;
import backstep.testing.Terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The command open")
class OpenCommandTest {
  @TempDir Path folder;

  private static Result open(Screen screen, Path file) {
    return Terminal.run(Locale.ENGLISH, screen, "", "open", file.toString());
  }

  private Path session() {
    var lesson = LessonCatalog.builtIn().getFirst();
    Work work = Work.of(lesson.program(), Options.DEFAULT);
    Path file = folder.resolve("a b.backstep");
    SessionFile.write(file, SavedSession.of(lesson.id(), lesson.opened(), work));
    return file;
  }

  @Test
  @DisplayName("opens the window with a session or a program in it")
  void opens() throws IOException {
    Result result = open(Screen.USABLE, session());
    assertThat(result.code()).isZero();
    assertThat(result.asked()).containsExactly("show a b.backstep");
    Path program = Files.writeString(folder.resolve("p.py"), "x = 1.0\n");
    assertThat(open(Screen.USABLE, program).asked()).containsExactly("show p.py");
  }

  @Test
  @DisplayName("is not needed for a file alone, as a file manager gives it")
  void alone() throws IOException {
    Path file = session();
    Result result = Terminal.run(Locale.ENGLISH, Screen.USABLE, "", file.toString());
    assertThat(result.code()).isZero();
    assertThat(result.asked()).containsExactly("show a b.backstep");
    assertThat(Terminal.run(Locale.ENGLISH, Screen.NONE, "", file.toString()).err())
        .startsWith("There is no display");
    Path foreign = Files.writeString(folder.resolve("f.backstep"), "{}");
    assertThat(Terminal.run(Locale.ENGLISH, Screen.USABLE, "", foreign.toString()).asked())
        .as("the window says what is wrong")
        .containsExactly("show f.backstep");
    Result none = Terminal.run(Locale.ENGLISH, Screen.USABLE, "", "nothing");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("nothing").contains("Usage: backstep");
  }

  @Test
  @DisplayName("says in one line what it refuses, and opens no window")
  void refuses() throws IOException {
    Path foreign = Files.writeString(folder.resolve("f.backstep"), "{}");
    Result result = open(Screen.USABLE, foreign);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .isEqualToIgnoringNewLines("f.backstep is not a session of Backstep, and was not opened.");
    assertThat(result.asked()).isEmpty();
    assertThat(open(Screen.USABLE, folder.resolve("none.py")).err())
        .startsWith("There is no file none.py.");
    assertThat(open(Screen.USABLE, folder.resolve("none.backstep")).code()).isEqualTo(1);
    assertThat(open(Screen.NONE, session()).err()).startsWith("There is no display");
    assertThat(open(Screen.BROKEN, session()).err()).startsWith("No window could be opened.");
  }
}
