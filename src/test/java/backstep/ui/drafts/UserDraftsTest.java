package backstep.ui.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Drafts in a folder")
class UserDraftsTest {
  private static final String TEXT = "x = 1 # 글\ny = x ** 2\n";

  @TempDir Path folder;

  @Test
  @DisplayName("are had again by another start, and forgotten where the lesson's own text stands")
  void kept() {
    UserDrafts drafts = new UserDrafts(folder.resolve("new"));
    drafts.keep("a", Optional.of("older"));
    drafts.keep("a", Optional.of(TEXT));
    assertThat(drafts.load("a")).as("before it is written").contains(TEXT);
    drafts.flush();
    assertThat(new UserDrafts(folder.resolve("new")).load("a")).contains(TEXT);
    drafts.keep("a", Optional.empty());
    drafts.flush();
    assertThat(new UserDrafts(folder.resolve("new")).load("a")).isEmpty();
  }

  @Test
  @DisplayName("that are damaged are moved aside and lose no other")
  void damaged() throws IOException {
    UserDrafts drafts = new UserDrafts(folder);
    drafts.keep("whole", Optional.of(TEXT));
    for (int i = 0; i < 50; i++) {
      drafts.keep("n" + i, Optional.of(TEXT + i));
    }
    drafts.flush();
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      Path file = folder.resolve("n" + i + ".draft");
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
    for (int i = 0; i < 50; i++) {
      assertThat(again.load("n" + i)).as("n" + i).isEmpty();
    }
    assertThat(again.load("whole")).contains(TEXT);
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::toString))
          .filteredOn(name -> name.endsWith(".damaged"))
          .hasSize(50);
    }
    again.keep("n1", Optional.of("anew"));
    again.flush();
    assertThat(new UserDrafts(folder).load("n1")).contains("anew");
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
    assertThat(new UserDrafts(folder).load("typed"))
        .hasValueSatisfying(text -> assertThat(text).startsWith("x = "));
    long kept = Long.parseLong(new UserDrafts(folder).load("typed").orElseThrow().substring(4));
    assertThat(kept).isGreaterThanOrEqualTo(before);
  }

  /// Someone who types until the process is killed.
  static final class Typing {
    private Typing() {}

    public static void main(String[] args) throws InterruptedException {
      UserDrafts drafts = new UserDrafts(Path.of(args[0]));
      for (int i = 1; i < 100_000; i++) {
        drafts.keep("typed", Optional.of("x = " + i));
        System.out.println(i);
        Thread.sleep(10);
      }
    }
  }
}
