package backstep.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The sentences of one language, from the bundles `i18n/*_LANGUAGE.properties`, and how figures
/// are written in them.
public final class Words {
  /// Every language that Backstep speaks, the first one where a person's own is not among them.
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN);

  /// The bundles, by what they are about. One that does not exist adds nothing.
  public static final List<String> BUNDLES =
      List.of(
          "messages",
          "kit",
          "stage",
          "spoken",
          "player",
          "plot",
          "lab",
          "network",
          "explain",
          "lesson",
          "code",
          "sandbox",
          "keep",
          "settings",
          "practice",
          "grade",
          "grades",
          "handout",
          "predict",
          "present",
          "tour",
          "paper",
          "export",
          "problems",
          "cli");

  private static final Pattern PIECE = Pattern.compile("`([^`]+)`");
  private static final Map<Locale, Words> READ = new ConcurrentHashMap<>();

  private final Locale locale;
  private final Map<String, String> patterns;
  private final boolean quoting;
  private final Numbers numbers;
  // Reading a pattern takes longer than filling it in.
  private final Map<String, MessageFormat> formats;

  /// @param patterns the sentences by their keys, as [MessageFormat] has them
  public Words(Locale locale, Map<String, String> patterns) {
    this(locale, Map.copyOf(patterns), false, Numbers.USUAL, new ConcurrentHashMap<>());
  }

  private Words(
      Locale locale,
      Map<String, String> patterns,
      boolean quoting,
      Numbers numbers,
      Map<String, MessageFormat> formats) {
    this.locale = locale;
    this.patterns = patterns;
    this.quoting = quoting;
    this.numbers = numbers;
    this.formats = formats;
  }

  /// The same words, with figures written another way.
  public Words with(Numbers other) {
    return new Words(locale, patterns, quoting, other, formats);
  }

  /// The language of this code, such as `ko`, if Backstep speaks it.
  public static Optional<Locale> language(String code) {
    return LANGUAGES.stream().filter(known -> known.getLanguage().equals(code)).findFirst();
  }

  /// The words of the language that comes nearest to this locale.
  public static Words of(Locale locale) {
    Locale spoken = language(locale.getLanguage()).orElse(LANGUAGES.getFirst());
    return READ.computeIfAbsent(spoken, Words::read);
  }

  private static Words read(Locale language) {
    Map<String, String> patterns = new HashMap<>();
    for (String bundle : BUNDLES) {
      patterns.putAll(bundle(bundle, language));
    }
    return new Words(language, patterns);
  }

  /// The same words as they stand on a screen: pieces of programs, which the bundles have between
  /// backticks as a terminal shows them, between quotation marks.
  public Words onScreen() {
    return new Words(locale, patterns, true, numbers, new ConcurrentHashMap<>());
  }

  /// One bundle's patterns; empty if there is no such bundle.
  public static Map<String, String> bundle(String name, Locale language) {
    String path = "/i18n/" + name + "_" + language.getLanguage() + ".properties";
    try (InputStream stream = Words.class.getResourceAsStream(path)) {
      if (stream == null) {
        return Map.of();
      }
      Properties read = new Properties();
      read.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      Map<String, String> patterns = new HashMap<>();
      read.stringPropertyNames().forEach(key -> patterns.put(key, read.getProperty(key)));
      return patterns;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The language.
  public Locale locale() {
    return locale;
  }

  /// How figures are written.
  public Numbers numbers() {
    return numbers;
  }

  /// All keys that have words.
  public Set<String> keys() {
    return patterns.keySet();
  }

  /// Whether the key has words.
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /// The sentence for a key; the key itself, in angle brackets, if there is none.
  public String text(String key, Object... arguments) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      return "⟨" + key + "⟩";
    }
    String sentence = filled(pattern, arguments);
    return Particles.areIn(pattern) ? Particles.settle(sentence) : sentence;
  }

  private String filled(String pattern, Object... arguments) {
    MessageFormat format =
        formats.computeIfAbsent(pattern, read -> new MessageFormat(quoted(read), locale));
    synchronized (format) {
      return format.format(arguments);
    }
  }

  private String quoted(String pattern) {
    return quoting ? PIECE.matcher(pattern).replaceAll("‘$1’") : pattern;
  }
}
