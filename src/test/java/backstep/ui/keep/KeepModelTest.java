package backstep.ui.keep;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.keep.RecentFiles;
import backstep.keep.SavedIn;
import backstep.keep.SavedSession;
import backstep.keep.SessionText;
import backstep.keep.Work;
import backstep.lesson.LessonCatalog;
import backstep.python.Options;
import backstep.ui.keep.KeepModel.Note;
import backstep.ui.keep.KeepModel.Question;
import backstep.ui.kit.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What saves sessions")
class KeepModelTest {
  @TempDir Path folder;
  // Work waits here until a test lets it be done.
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private SavedSession session = session("x = 1.0\n");
  private final KeepModel model = model(Background.of(waiting::add, Runnable::run));

  private static SavedSession session(String text) {
    return SavedSession.of("01-square", "program", Work.of(text, Options.DEFAULT));
  }

  private KeepModel model(Background background) {
    KeepModel.Desk desk =
        new KeepModel.Desk() {
          @Override
          public Optional<SavedSession> session() {
            return Optional.of(session);
          }

          @Override
          public Optional<Work> own(String lesson, String form) {
            return Optional.empty();
          }

          @Override
          public void restore(SavedSession saved) {
            session = saved;
          }

          @Override
          public void openProgram(Path file) {
            throw new AssertionError(file);
          }
        };
    return new KeepModel(desk, LessonCatalog.builtIn(), RecentFiles.passing(), background);
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.removeFirst().run();
    }
  }

  private static SavedSession in(Path file) throws IOException {
    return SessionText.read("", Files.readString(file));
  }

  private Optional<String> said() {
    return model.getState().note().map(Note::key);
  }

  @Test
  @DisplayName("writes what was saved whatever is dismissed or opened before it is written")
  void isNotForgotten() throws IOException {
    Path file = folder.resolve("a.backstep");
    model.save(file);
    model.dismiss();
    model.open(folder.resolve("none.backstep"));
    work();
    assertThat(in(file)).isEqualTo(session);
    assertThat(model.getState().name()).contains("a.backstep");
  }

  @Test
  @DisplayName("writes one session after another, the newest last, and is not surprised by its own")
  void inOrder() throws IOException {
    Path file = folder.resolve("a.backstep");
    model.save(file);
    work();
    for (String text : new String[] {"x = 2.0\n", "x = 3.0\n", "x = 4.0\n"}) {
      session = session(text);
      model.save(file);
    }
    assertThat(waiting).as("one at a time").hasSize(1);
    work();
    assertThat(model.getState().question()).isEmpty();
    assertThat(in(file)).isEqualTo(session("x = 4.0\n"));
    assertThat(said()).contains("keep.saved");
  }

  @Test
  @DisplayName("asks before it takes the place of a file that was chosen without its ending")
  void existing() throws IOException {
    Path file = Files.writeString(folder.resolve("a.backstep"), "of another");
    model.saveAs(file);
    work();
    assertThat(model.getState().question()).contains(new Question.Existing(file));
    model.dismiss();
    work();
    assertThat(file).hasContent("of another");
    model.saveAs(file);
    work();
    model.agree();
    work();
    assertThat(in(file)).isEqualTo(session);
    model.saveAs(folder.resolve("b.backstep"));
    work();
    assertThat(said()).contains("keep.saved");
  }

  @Test
  @DisplayName("has the file again that was open when the program was killed, changed or not")
  void resumes() throws IOException {
    Path file = folder.resolve("a.backstep");
    model.save(file);
    work();
    SavedIn earlier = model.getState().file().orElseThrow().savedIn();
    KeepModel again = model(Background.of(waiting::add, Runnable::run));
    again.say("keep.recovered");
    again.resume(earlier);
    work();
    assertThat(again.getState().name()).contains("a.backstep");
    assertThat(again.getState().changed()).isFalse();
    assertThat(again.getState().note()).isPresent();
    session = session("x = 2.0\n");
    again.resume(earlier);
    work();
    assertThat(again.getState().changed()).isTrue();
    assertThat(again.save()).isTrue();
    work();
    assertThat(in(file)).isEqualTo(session);
    assertThat(again.getState().changed()).isFalse();
  }

  @Test
  @DisplayName("asks before it saves in such a file if another program wrote it meanwhile")
  void resumesWithCare() throws IOException {
    Path file = folder.resolve("a.backstep");
    model.save(file);
    work();
    SavedIn earlier = model.getState().file().orElseThrow().savedIn();
    SavedSession others = session("x = 9.0\n");
    Files.writeString(file, SessionText.of(others));
    KeepModel again = model(Background.of(waiting::add, Runnable::run));
    again.resume(earlier);
    work();
    assertThat(again.getState().changed()).isTrue();
    again.save();
    work();
    assertThat(again.getState().question()).contains(new Question.Overwrite(file));
    assertThat(in(file)).isEqualTo(others);
    Files.delete(file);
    KeepModel without = model(Background.of(waiting::add, Runnable::run));
    without.resume(earlier);
    work();
    assertThat(without.getState().file()).isEmpty();
    assertThat(without.getState().note()).isEmpty();
  }

  @Test
  @DisplayName("has written what is being saved when its window is gone")
  void finishes() throws IOException {
    Path file = folder.resolve("a.backstep");
    // The screen is gone: nothing is heard of what was done.
    KeepModel closing = model(Background.of(work -> new Thread(work).start(), _ -> {}));
    closing.save(file);
    session = session("x = 2.0\n");
    closing.save(file);
    closing.finish();
    assertThat(in(file)).isEqualTo(session("x = 2.0\n"));
  }
}
