package backstep.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The program and its libraries in one")
class WholeJarTest {
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir private Path folder;
  private Path program;
  private Path library;

  @BeforeEach
  void write() throws IOException {
    program =
        jar(
            "program.jar",
            Map.of(
                "META-INF/MANIFEST.MF", "Main-Class: Program\n",
                "META-INF/services/Service", "one",
                "Program.class", "program",
                "words.txt", "own"));
    library =
        jar(
            "library.jar",
            Map.of(
                "META-INF/MANIFEST.MF", "Multi-Release: true\n",
                "META-INF/LIBRARY.SF", "signed",
                "META-INF/services/Service", "two",
                "META-INF/versions/11/Library.class", "of today",
                "Library.class", "of old",
                "module-info.class", "module",
                "words.txt", "theirs"));
  }

  private Path jar(String name, Map<String, String> entries) throws IOException {
    Path jar = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, String> one : new TreeMap<>(entries).entrySet()) {
        out.putNextEntry(new ZipEntry(one.getKey()));
        out.write(one.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static Map<String, String> read(Path jar) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
        assertThat(entry.getLastModifiedTime()).isEqualTo(TIME);
        entries.put(
            entry.getName(),
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }

  @Test
  @DisplayName(
      "keep classes apart from what they read, of each file the first, and services of all")
  void wholeProgram() throws IOException {
    WholeJar whole = new WholeJar();
    whole.add(program, bytes -> "rewritten".getBytes(StandardCharsets.UTF_8));
    whole.add(library);
    whole.add("css/light.bss", Files.writeString(folder.resolve("sheet"), "sheet"));
    Path classes = folder.resolve("classes.jar");
    Path resources = folder.resolve("resources.jar");

    whole.write(classes, resources, TIME);

    assertThat(read(classes))
        .isEqualTo(
            Map.of(
                "META-INF/MANIFEST.MF", "Main-Class: Program\n",
                "Program.class", "rewritten",
                "Library.class", "of today"));
    assertThat(read(resources))
        .isEqualTo(
            Map.of(
                "META-INF/services/Service", "one\ntwo",
                "words.txt", "own",
                "css/light.bss", "sheet"));
  }

  @Test
  @DisplayName("are the same bytes each time")
  void reproducible() throws IOException {
    for (String name : new String[] {"a", "b"}) {
      WholeJar whole = new WholeJar();
      whole.add(program);
      whole.add(library);
      whole.write(folder.resolve(name), folder.resolve(name + "-read"), TIME);
    }

    assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
    assertThat(folder.resolve("a-read")).hasSameBinaryContentAs(folder.resolve("b-read"));
  }
}
