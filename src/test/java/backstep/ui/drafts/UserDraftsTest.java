package backstep.ui.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.keep.SavedIn;
import backstep.keep.SavedSession;
import backstep.keep.SessionFile.Content;
import backstep.keep.Work;
import backstep.python.Draft;
import backstep.ui.drafts.DraftStore.Open;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Drafts in a folder")
class UserDraftsTest {
  private static final String TEXT = "x = 1 # 글\ny = x ** 2\n";
  private static final SavedSession SESSION = session(TEXT);

  private static final SavedIn SAVED_IN =
      new SavedIn(Path.of("a.backstep").toAbsolutePath(), new Content("0f".repeat(32)));

  private static SavedSession session(String text) {
    return SavedSession.of("lesson", "form", new Work(Draft.of(text), Optional.of("y"), 7));
  }

  @TempDir Path folder;

  @Test
  @DisplayName("are had again by another start, and forgotten where the lesson's own text stands")
  void kept() {
    UserDrafts drafts = new UserDrafts(folder.resolve("new"));
    drafts.keep("a", Optional.of(session("older")));
    drafts.keep("a", Optional.of(SESSION));
    assertThat(drafts.load("a")).as("before it is written").contains(SESSION);
    drafts.flush();
    assertThat(new UserDrafts(folder.resolve("new")).load("a")).contains(SESSION);
    drafts.keep("a", Optional.empty());
    drafts.flush();
    assertThat(new UserDrafts(folder.resolve("new")).load("a")).isEmpty();
  }

  @Test
  @DisplayName("that are damaged are moved aside and lose no other")
  void damaged() throws IOException {
    UserDrafts drafts = new UserDrafts(folder);
    drafts.keep("whole", Optional.of(SESSION));
    for (int i = 0; i < 50; i++) {
      drafts.keep("n" + i, Optional.of(session(TEXT + i)));
    }
    drafts.flush();
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      Path file = folder.resolve("n" + i + ".backstep");
      byte[] bytes = Files.readAllBytes(file);
      switch (i % 5) {
        case 0 -> Files.write(file, new byte[0]);
        case 1 -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 3));
        case 2 -> {
          bytes[bytes.length - 5] ^= 0x55;
          Files.write(file, bytes);
        }
        case 3 -> {
          random.nextBytes(bytes);
          Files.write(file, bytes);
        }
        default -> {
          Files.delete(file);
          Files.createDirectory(file);
        }
      }
    }
    UserDrafts again = new UserDrafts(folder);
    List<Path> told = new ArrayList<>();
    again.setOnSetAside(told::add);
    for (int i = 0; i < 50; i++) {
      assertThat(again.load("n" + i)).as("n" + i).isEmpty();
    }
    assertThat(told).hasSize(50).allSatisfy(where -> assertThat(where).exists());
    assertThat(again.load("whole")).contains(SESSION);
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::toString))
          .filteredOn(name -> name.endsWith(".damaged"))
          .hasSize(50);
    }
    again.keep("n1", Optional.of(session("anew")));
    again.flush();
    assertThat(new UserDrafts(folder).load("n1")).contains(session("anew"));
  }

  @Test
  @DisplayName(
      "of earlier versions, a text under its sum, are still read, and then kept as of today")
  void earlier() throws IOException {
    CRC32 sum = new CRC32();
    byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
    sum.update(text);
    Path old = folder.resolve("a.draft");
    Files.writeString(
        old,
        "backstep draft " + text.length + " " + Long.toHexString(sum.getValue()) + "\n" + TEXT);
    UserDrafts drafts = new UserDrafts(folder);
    assertThat(drafts.load("a").orElseThrow().work().draft().text()).isEqualTo(TEXT);
    drafts.keep("a", Optional.of(SESSION));
    drafts.flush();
    assertThat(old).doesNotExist();
    assertThat(new UserDrafts(folder).load("a")).contains(SESSION);
    Files.writeString(folder.resolve("b.draft"), "backstep draft 4 0\nabcd");
    assertThat(new UserDrafts(folder).load("b")).isEmpty();
    assertThat(folder.resolve("b.draft.damaged")).exists();
  }

  @Test
  @DisplayName("tell what was open in a process that ended without closing it, once")
  void leftOpen() throws IOException {
    UserDrafts first = new UserDrafts(folder);
    Open open = new Open(SESSION, Optional.of(SAVED_IN));
    first.keepOpen(Optional.of(open));
    first.flush();
    // As after a new start: this process has no other number.
    UserDrafts second = new UserDrafts(folder);
    assertThat(second.leftOpen()).contains(open);
    second.flush();
    assertThat(new UserDrafts(folder).leftOpen()).isEmpty();
    Files.move(written(session("other")), folder.resolve(".open-" + parent() + ".backstep"));
    assertThat(new UserDrafts(folder).leftOpen()).as("of one that still runs").isEmpty();
    Files.move(
        folder.resolve(".open-" + parent() + ".backstep"),
        folder.resolve(".open-999999999.backstep"));
    // What it was saved in is not known, or cannot be read.
    Files.writeString(folder.resolve(".open-999999999.file"), "0\n../other\n");
    assertThat(new UserDrafts(folder).leftOpen())
        .contains(new Open(session("other"), Optional.empty()));
  }

  @Test
  @DisplayName("keep which file is open as long as it is, and leave nothing of it")
  void file() throws IOException {
    UserDrafts drafts = new UserDrafts(folder);
    drafts.keepOpen(Optional.of(new Open(SESSION, Optional.of(SAVED_IN))));
    drafts.flush();
    drafts.keepOpen(Optional.of(new Open(session("later"), Optional.empty())));
    drafts.flush();
    UserDrafts next = new UserDrafts(folder);
    assertThat(next.leftOpen()).contains(new Open(session("later"), Optional.empty()));
    next.keepOpen(Optional.of(new Open(SESSION, Optional.of(SAVED_IN))));
    next.flush();
    next.keepOpen(Optional.empty());
    next.flush();
    assertThat(folder).isEmptyDirectory();
  }

  private Path written(SavedSession session) {
    UserDrafts drafts = new UserDrafts(folder);
    drafts.keep("some", Optional.of(session));
    drafts.flush();
    return folder.resolve("some.backstep");
  }

  // Some other process that runs as long as this one does.
  private static long parent() {
    return ProcessHandle.current().parent().orElseThrow().pid();
  }

  @Test
  @DisplayName("are there but for the last second when the program is killed while one types")
  void killed() throws IOException, InterruptedException {
    Process typing =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Typing.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long last = 0;
    long before = 0;
    long start = System.nanoTime();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(typing.getInputStream(), StandardCharsets.UTF_8))) {
      while (last < 300) {
        last = Long.parseLong(lines.readLine());
        if (last == 200) {
          before = last; // a second and more before the end, at ten milliseconds each
        }
      }
      typing.destroyForcibly().waitFor();
    }
    assertThat(System.nanoTime() - start).isPositive();
    String text = new UserDrafts(folder).load("typed").orElseThrow().work().draft().text();
    assertThat(text).startsWith("x = ");
    long kept = Long.parseLong(text.substring(4));
    assertThat(kept).isGreaterThanOrEqualTo(before);
  }

  /// Someone who types until the process is killed.
  static final class Typing {
    private Typing() {}

    public static void main(String[] args) throws InterruptedException {
      UserDrafts drafts = new UserDrafts(Path.of(args[0]));
      for (int i = 1; i < 100_000; i++) {
        drafts.keep("typed", Optional.of(session("x = " + i)));
        System.out.println(i);
        Thread.sleep(10);
      }
    }
  }
}
