package backstep.lesson;

import backstep.lesson.Lesson.Group;
import backstep.lesson.Lesson.Teaching;
import backstep.lesson.Lesson.Variant;
import backstep.lesson.Lesson.View;
import backstep.trace.Cover;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All lessons: every folder in `lessons/`. A new lesson is a new folder.
public final class LessonCatalog {
  private static final List<String> LANGUAGES = List.of("ko", "en");
  private static final String SETTINGS = "lesson.properties";
  private static final String PROGRAM = "program";

  private static @Nullable List<Lesson> builtIn;

  /// How the text of a page becomes one.
  interface Paging {
    Page page(String lesson, String file, String markdown);
  }

  private LessonCatalog() {}

  /// The lessons that come with the program, in their order. They are read once, by whoever asks
  /// first.
  ///
  /// @throws LessonException if a lesson is not complete
  public static synchronized List<Lesson> builtIn() {
    // Not read by a class as it is loaded: Java would wrap what is said of a lesson.
    if (builtIn == null) {
      builtIn = readBuiltIn();
    }
    return builtIn;
  }

  private static List<Lesson> readBuiltIn() {
    URL folder = LessonCatalog.class.getResource("/lessons");
    if (folder == null) {
      throw new IllegalStateException("the program's own lessons are missing");
    }
    try {
      URI uri = folder.toURI();
      if (!uri.getScheme().equals("jar")) {
        return in(Path.of(uri), PageReader::read);
      }
      // The jar may be in use by another part of the program, so this view of it is our own.
      String jar = uri.getRawSchemeSpecificPart();
      Path file = Path.of(URI.create(jar.substring(0, jar.indexOf("!/"))));
      try (FileSystem inside = FileSystems.newFileSystem(file)) {
        // What is in a jar has passed the tests. To read all pages takes a while, and most of them
        // are not opened.
        return in(inside.getPath("/lessons"), PageReader::later);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The lessons in a folder, in their order.
  ///
  /// @throws LessonException if a lesson is not complete
  public static List<Lesson> in(Path folder) throws IOException {
    return in(folder, PageReader::read);
  }

  private static List<Lesson> in(Path folder, Paging paging) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(Files::isDirectory)
          .map(lesson -> read(LessonFolder.at(lesson), paging))
          .sorted(Comparator.comparingInt(Lesson::order).thenComparing(Lesson::id))
          .toList();
    }
  }

  /// @throws LessonException if the lesson is not complete
  static Lesson read(LessonFolder folder, Paging paging) {
    String id = folder.id();
    Properties settings = settings(folder);
    Map<String, Page> pages = new HashMap<>();
    for (String language : LANGUAGES) {
      String file = language + ".md";
      pages.put(language, paging.page(id, file, folder.text(file)));
    }
    List<Variant> variants = variants(folder, settings);
    try {
      return new Lesson(
          id,
          order(settings),
          oneOf(Group.values(), settings, "group", Group.BASICS),
          oneOf(View.values(), settings, "view", View.GRAPH),
          Optional.ofNullable(settings.getProperty("loss")),
          Boolean.parseBoolean(settings.getProperty("start")),
          numbers(settings.getProperty("tour", "")),
          Control.list(settings.getProperty("controls", ""), labels(settings)),
          table(settings),
          moments(settings),
          variants,
          variants.stream().anyMatch(v -> v.id().equals(PROGRAM))
              ? PROGRAM
              : variants.getFirst().id(),
          teaching(settings),
          pages);
    } catch (IllegalArgumentException e) {
      throw new LessonException(id, SETTINGS, String.valueOf(e.getMessage()));
    }
  }

  private static Properties settings(LessonFolder folder) {
    Properties settings = new Properties();
    String text = folder.text(SETTINGS);
    try {
      settings.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      throw new LessonException(
          folder.id(), SETTINGS, "write `name = value` in each line. " + e.getMessage());
    }
    return settings;
  }

  private static int order(Properties settings) {
    String order = settings.getProperty("order", "");
    if (!order.matches("\\d{1,4}")) {
      throw new IllegalArgumentException("write `order = 7`, its place in the list, not: " + order);
    }
    return Integer.parseInt(order);
  }

  private static <E extends Enum<E>> E oneOf(E[] all, Properties settings, String key, E usual) {
    Map<String, E> named = new LinkedHashMap<>();
    for (E one : all) {
      named.put(one.name().toLowerCase(Locale.ROOT), one);
    }
    String name = settings.getProperty(key, usual.name().toLowerCase(Locale.ROOT));
    E found = named.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "`%s` is one of %s, not: %s".formatted(key, String.join(", ", named.keySet()), name));
    }
    return found;
  }

  private static Teaching teaching(Properties settings) {
    String predict = settings.getProperty("predict", "off");
    if (!List.of("off", "on", "locked").contains(predict)) {
      throw new IllegalArgumentException("`predict` is on, locked or off, not: " + predict);
    }
    return new Teaching(
        items(settings.getProperty("hide", "")).stream()
            .map(LessonCatalog::hidden)
            .collect(Collectors.toSet()),
        !predict.equals("off"),
        predict.equals("locked"));
  }

  private static Cover.Kind hidden(String name) {
    return Cover.Kind.named(name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "`hide` is values, gradients, or both with a comma between, not: " + name));
  }

  private static List<Narration.Place> moments(Properties settings) {
    return items(settings.getProperty("moments", "")).stream().map(PageReader::place).toList();
  }

  private static List<Variant> variants(LessonFolder folder, Properties settings) {
    List<String> ids = items(settings.getProperty("variants", ""));
    if (ids.isEmpty()) {
      return List.of(new Variant(PROGRAM, folder.text(PROGRAM + ".py"), Map.of()));
    }
    return ids.stream()
        .map(variant ->
            new Variant(
                variant, folder.text(variant + ".py"), names(folder.id(), variant, settings)))
        .toList();
  }

  private static Map<String, String> names(String id, String variant, Properties settings) {
    Map<String, String> names = new HashMap<>();
    for (String language : LANGUAGES) {
      String key = "variant." + variant + "." + language;
      String name = settings.getProperty(key);
      if (name == null) {
        throw new LessonException(id, SETTINGS, "name the variant: `" + key + " = …`.");
      }
      names.put(language, name);
    }
    return names;
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
    return items(list).stream()
        .map(item -> {
          if (!item.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("`tour` lists numbers of iterations, not: " + item);
          }
          return Integer.valueOf(item);
        })
        .toList();
  }

  private static List<String> items(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }
}
