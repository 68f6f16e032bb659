package backstep.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file that is written safely")
class SafeFileTest {
  // Each takes the start of a Java; -Dbackstep.kills=100 tries more moments.
  private static final int KILLS = Integer.getInteger("backstep.kills", 12);

  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  @DisplayName("is made, and replaced, and nothing else is left in its folder")
  void written() throws IOException {
    Path file = folder.resolve("이름 x.backstep");
    SafeFile.write(file, bytes("one"));
    SafeFile.write(file, bytes("two"));
    assertThat(file).hasContent("two");
    assertThat(names()).containsExactly("이름 x.backstep");
  }

  @Test
  @DisplayName("may have the longest name that there is")
  void longName() throws IOException {
    Path file = folder.resolve("n".repeat(255));
    SafeFile.write(file, bytes("x"));
    assertThat(file).hasContent("x");
  }

  @Test
  @DisplayName("is as it was where it cannot be written, as a folder cannot")
  void refused() throws IOException {
    Path other = Files.createDirectories(folder.resolve("folder.backstep"));
    assertThatThrownBy(() -> SafeFile.write(other, bytes("x"))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> SafeFile.write(folder.resolve("no/such"), bytes("x")))
        .isInstanceOf(IOException.class);
    assertThat(names()).containsExactly("folder.backstep");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @DisplayName("stays the file that a link leads to, with the permissions that it had")
  void linked() throws IOException {
    Path file = folder.resolve("real");
    SafeFile.write(file, bytes("one"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    SafeFile.write(link, bytes("two"));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("two");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @DisplayName("is made where a link leads that leads nowhere yet, and no link may lead to itself")
  void danglingLink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
    Path over = Files.createSymbolicLink(folder.resolve("over"), Path.of("link"));
    SafeFile.write(over, bytes("one"));
    assertThat(link).isSymbolicLink();
    assertThat(over).isSymbolicLink();
    assertThat(folder.resolve("real")).hasContent("one");
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    assertThatThrownBy(() -> SafeFile.write(loop, bytes("x"))).isInstanceOf(IOException.class);
    assertThat(names()).containsExactly("link", "loop", "over", "real");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @DisplayName("is a file: what is none is neither written over nor waited for")
  void noFile() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> SafeFile.write(pipe, bytes("x"))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> SafeFile.read(pipe, 9)).isInstanceOf(IOException.class);
    assertThat(names()).containsExactly("pipe");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @DisplayName("that must not be written is not written, though its folder may be")
  void readOnly() throws IOException {
    Path file = Files.writeString(folder.resolve("read"), "one");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    if (Files.isWritable(file)) { // root may write everything
      SafeFile.write(file, bytes("two"));
      assertThat(file).hasContent("two");
      return;
    }
    assertThatThrownBy(() -> SafeFile.write(file, bytes("two")))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(file).hasContent("one");
    assertThat(names()).containsExactly("read");
  }

  @Test
  @DisplayName("takes away what was left by one that was killed long ago, and by no other")
  void swept() throws IOException {
    Path old = Files.writeString(folder.resolve(".backstep-0000000000000001.new"), "x");
    FileTime longAgo = FileTime.from(Instant.now().minus(2, ChronoUnit.DAYS));
    Files.setLastModifiedTime(old, longAgo);
    Files.writeString(folder.resolve(".backstep-0000000000000002.new"), "x");
    // A name that nobody but the learner can have given.
    Path own = Files.writeString(folder.resolve(".backstep-notes.new"), "x");
    Files.setLastModifiedTime(own, longAgo);
    SafeFile.write(folder.resolve("a"), bytes("x"));
    assertThat(names())
        .containsExactly(".backstep-0000000000000002.new", ".backstep-notes.new", "a");
  }

  // --- Other processes ---------------------------------------------------------------------------

  private static List<String> java(String... more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path")));
    command.addAll(List.of(more));
    return command;
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @DisplayName("is as it was where the disk is full")
  void full() throws IOException, InterruptedException {
    // No file of this process may have more than 16 blocks of 1,024 bytes.
    Path file = folder.resolve("s.backstep");
    SafeFile.write(file, bytes("old"));
    List<String> command =
        new ArrayList<>(List.of("bash", "-c", "ulimit -f 16; trap '' XFSZ; exec \"$@\"", "bash"));
    command.addAll(java(Full.class.getName(), file.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.PIPE)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(Full.REFUSED);
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("s.backstep");
  }

  /// Writes more than there is room for.
  static final class Full {
    static final int REFUSED = 7;

    private Full() {}

    public static void main(String[] args) {
      try {
        SafeFile.write(Path.of(args[0]), new byte[1 << 20]);
      } catch (IOException e) {
        System.exit(REFUSED);
      }
    }
  }

  @Test
  @DisplayName("is one of two, whole, when its writer is killed at any moment")
  void killed() throws IOException, InterruptedException {
    Path file = folder.resolve("s.backstep");
    SessionFile.write(file, Saving.session(0));
    Random random = new Random(6);
    int last = 0;
    for (int i = 0; i < KILLS; i++) {
      Process saving =
          new ProcessBuilder(java(Saving.class.getName(), file.toString(), String.valueOf(last)))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      // It has begun to save.
      assertThat(saving.getInputStream().read()).isPositive();
      Thread.sleep(0, random.nextInt(999_999));
      Thread.sleep(random.nextInt(12));
      saving.destroyForcibly().waitFor();
      SavedSession found = SessionText.read("s", Files.readString(file));
      int number = found.spot().iteration();
      assertThat(number).isGreaterThanOrEqualTo(last);
      assertThat(found).isEqualTo(Saving.session(number));
      last = number;
    }
    // Each was killed after it had saved once, and a slow one before it had saved again.
    assertThat(last).as("it did save").isGreaterThanOrEqualTo(KILLS);
  }

  /// Saves one session after another until it is killed.
  static final class Saving {
    private Saving() {}

    static SavedSession session(int number) {
      SavedSession some = Sessions.number(number);
      return new SavedSession(
          some.lesson(),
          some.form(),
          some.work(),
          some.network(),
          new SavedSession.Spot(number, 0),
          some.view(),
          some.kept());
    }

    public static void main(String[] args) {
      Path file = Path.of(args[0]);
      int number = Integer.parseInt(args[1]);
      while (true) {
        SessionFile.write(file, session(++number));
        if (number == Integer.parseInt(args[1]) + 1) {
          System.out.println("saving");
        }
      }
    }
  }
}
