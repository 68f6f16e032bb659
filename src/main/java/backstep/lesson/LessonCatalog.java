package backstep.lesson;

import backstep.lesson.Lesson.Page;
import backstep.lesson.Lesson.View;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// All lessons: every folder in `lessons/`. A new lesson is a new folder.
public final class LessonCatalog {
  private static final List<String> LANGUAGES = List.of("ko", "en");

  private LessonCatalog() {}

  /// The lessons that come with the program, in their order.
  public static List<Lesson> builtIn() {
    URL marker = LessonCatalog.class.getResource("/lessons/01-square/program.py");
    if (marker == null) {
      throw new IllegalStateException("the program's own lessons are missing");
    }
    try {
      URI uri = marker.toURI();
      if (!uri.getScheme().equals("jar")) {
        return in(Path.of(uri).resolve("../..").normalize());
      }
      // The jar may be in use by another part of the program, so this view of it is our own.
      String jar = uri.getRawSchemeSpecificPart();
      Path file = Path.of(URI.create(jar.substring(0, jar.indexOf("!/"))));
      try (FileSystem inside = FileSystems.newFileSystem(file)) {
        return in(inside.getPath("/lessons"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The lessons in a folder, in their order.
  ///
  /// @throws IllegalArgumentException if a lesson is not complete
  public static List<Lesson> in(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(Files::isDirectory)
          .map(LessonCatalog::read)
          .sorted(Comparator.comparingInt(Lesson::order).thenComparing(Lesson::id))
          .toList();
    }
  }

  private static Lesson read(Path folder) {
    // Inside a jar, a folder's name may end with a slash.
    String id = String.valueOf(folder.getFileName()).replace("/", "");
    try {
      Properties settings = new Properties();
      settings.load(new StringReader(Files.readString(folder.resolve("lesson.properties"))));
      Map<String, Page> pages = new HashMap<>();
      for (String language : LANGUAGES) {
        pages.put(language, page(Files.readString(folder.resolve(language + ".md"))));
      }
      return new Lesson(
          id,
          Integer.parseInt(settings.getProperty("order")),
          settings.getProperty("group", "basics"),
          View.valueOf(settings.getProperty("view", "graph").toUpperCase(Locale.ROOT)),
          Optional.ofNullable(settings.getProperty("loss")),
          Boolean.parseBoolean(settings.getProperty("start")),
          numbers(settings.getProperty("tour", "")),
          Control.list(settings.getProperty("controls", ""), labels(settings)),
          table(settings),
          Files.readString(folder.resolve("program.py")),
          pages);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException("lesson " + id + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, String> labels(Properties settings) {
    Map<String, String> labels = new HashMap<>();
    for (String language : LANGUAGES) {
      labels.put(language, settings.getProperty("controls." + language, ""));
    }
    return labels;
  }

  private static Map<String, List<String>> table(Properties settings) {
    Map<String, List<String>> names = new HashMap<>();
    for (String language : LANGUAGES) {
      names.put(language, items(settings.getProperty("table." + language, "")));
    }
    return names;
  }

  private static List<Integer> numbers(String list) {
    return items(list).stream().map(Integer::valueOf).toList();
  }

  private static List<String> items(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static Page page(String markdown) {
    String[] parts = markdown.strip().split("\\R", 2);
    if (parts.length < 2 || !parts[0].startsWith("# ")) {
      throw new IllegalArgumentException("a page begins with `# title` and goes on");
    }
    return new Page(parts[0].substring(2).strip(), parts[1].strip().replaceAll("\\R", " "));
  }
}
