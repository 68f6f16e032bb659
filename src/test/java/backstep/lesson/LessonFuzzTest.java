package backstep.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.testing.Damage;
import backstep.testing.Fuzz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A lesson's folder in which anything changed")
class LessonFuzzTest {
  private static final List<String> STRANGE =
      List.of(
          "#",
          "##",
          "## ?",
          "## forward ",
          "## backward z from w\n",
          "\n",
          "\n\n",
          "- [x] ",
          "- [ ] ",
          "answer: gradient ",
          "mended: ",
          "**",
          "`",
          "{value ",
          "}",
          "{",
          "[",
          "](x)",
          "<b>",
          "> ",
          "    ",
          "1. ",
          "---",
          "```\n",
          "|",
          "\\",
          "\\u12",
          "\\u0000",
          "=",
          ":",
          ",",
          "-1",
          "99999999999",
          "1e999",
          "NaN",
          "variants",
          "controls",
          "tour",
          "moments",
          "order",
          "view",
          "hide",
          "\u202e",
          "٣",
          "😀");

  private static final byte[] PAGE = "# Title\n\nIntroduction.\n".getBytes(StandardCharsets.UTF_8);

  private static final List<Path> FOLDERS = folders();

  private static List<Path> folders() {
    try (Stream<Path> folders = Files.list(Path.of("assets/lessons"))) {
      return folders.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final List<Map<String, Whole>> LESSONS =
      FOLDERS.stream().map(LessonFuzzTest::files).toList();

  private record Whole(String text, List<String> words) {
    byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  private static Map<String, Whole> files(Path folder) {
    Map<String, Whole> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.toList()) {
        String text = Files.readString(file);
        files.put(String.valueOf(file.getFileName()), new Whole(text, Damage.words(text)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  @Test
  @DisplayName("is read, or refused by its name with what to write instead")
  void changed() {
    Fuzz.each(
        2_000,
        (random, input) -> {
          int which = random.nextInt(LESSONS.size());
          Map<String, Whole> whole = LESSONS.get(which);
          Map<String, byte[]> files = new HashMap<>();
          whole.forEach((name, one) -> files.put(name, one.bytes()));
          // The pages that are as they were need not be read again and again.
          files.put("ko.md", PAGE);
          files.put("en.md", PAGE);
          Map.Entry<String, Whole> changed = Damage.one(List.copyOf(whole.entrySet()), random);
          files.put(changed.getKey(), changed(changed.getValue(), random));
          if (random.nextInt(50) == 0) {
            files.remove(Damage.one(List.copyOf(whole.keySet()), random));
          }
          input.accept(
              changed.getKey()
                  + "\n"
                  + Damage.text(files.getOrDefault(changed.getKey(), new byte[0])));
          readOrRefused(String.valueOf(FOLDERS.get(which).getFileName()), files);
        });
  }

  private static byte[] changed(Whole file, RandomGenerator random) {
    return random.nextInt(3) == 0
        ? Damage.bytes(file.bytes(), random)
        : Damage.words(file.words(), STRANGE, random).getBytes(StandardCharsets.UTF_8);
  }

  private static void readOrRefused(String id, Map<String, byte[]> files) {
    Lesson lesson;
    try {
      lesson =
          LessonCatalog.read(new LessonFolder(id, file -> text(file, files)), PageReader::read);
    } catch (LessonException e) {
      assertThat(e).hasMessageStartingWith("lesson " + id + ", ").hasMessageContaining(": ");
      return;
    }
    // What the window asks of every lesson.
    for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
      assertThat(lesson.page(language).title()).isNotNull();
      assertThat(lesson.table(language)).isNotNull();
      assertThat(lesson.variant().name(language)).isNotNull();
    }
  }

  private static String text(String file, Map<String, byte[]> files) throws IOException {
    byte[] bytes = files.get(file);
    if (bytes == null) {
      throw new NoSuchFileException(file);
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
