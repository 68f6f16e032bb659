package backstep.python;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a name that is being written can go on: a name of the program, what Python brings, what `np`
/// holds, or, after any other dot, what arrays and lists can do.
///
/// @param start where the name begins
/// @param candidates all that begin as it does, those of the program first; not the name itself
public record Completion(int start, List<Candidate> candidates) {
  /// A name that fits.
  ///
  /// @param signature the names of what it takes, in parentheses; empty if it is not called
  public record Candidate(String name, String signature) {}

  private static final String LETTERS = "[\\p{L}_][\\p{L}\\p{N}\\p{M}_]*";
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:(?<owner>"
              + LETTERS
              + "(?:\\."
              + LETTERS
              + ")*|[)\\]])\\s?(?<dot>\\.))?(?<name>(?:"
              + LETTERS
              + ")?)$");
  private static final Pattern NAME =
      Pattern.compile(
          "#.*|\"[^\"\\n]*\"|'[^'\\n]*'|\\.\\s*" + LETTERS + "|(?<name>" + LETTERS + ")");
  private static final Pattern CLOSED = Pattern.compile("\"[^\"]*\"|'[^']*'");

  // The small Python's own; the rest of Python's words are refused.
  private static final Set<String> KEYWORDS =
      Set.of(
          "and",
          "as",
          "break",
          "continue",
          "def",
          "elif",
          "else",
          "False",
          "for",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "None",
          "not",
          "or",
          "pass",
          "return",
          "True",
          "while");

  public Completion {
    candidates = List.copyOf(candidates);
  }

  /// What fits at this place of a text, whether or not that can be read as a program.
  public static Completion at(String text, int caret) {
    int line = text.lastIndexOf('\n', caret - 1) + 1;
    String before = text.substring(line, caret);
    Matcher matcher = BEFORE.matcher(before);
    if (CLOSED.matcher(before).replaceAll("").matches(".*[#'\"].*") || !matcher.find()) {
      return new Completion(caret, List.of());
    }
    String name = matcher.group("name");
    int start = caret - name.length();
    String owner = matcher.group("owner");
    Stream<Candidate> all = owner == null ? names(text, start) : members(owner);
    return new Completion(
        start, all.filter(c -> c.name.startsWith(name) && !c.name.equals(name)).toList());
  }

  /// A candidate in the place of what is written of it, with parentheses if it is called and has
  /// none yet.
  public Splice with(Candidate candidate, String text, int caret) {
    boolean called = !candidate.signature.isEmpty() && !text.startsWith("(", caret);
    return new Splice(start, caret, candidate.name + (called ? "()" : ""));
  }

  // --- Names -------------------------------------------------------------------------------------

  private static Stream<Candidate> names(String text, int at) {
    Set<String> own =
        NAME.matcher(text)
            .results()
            .filter(found -> found.group("name") != null && found.start() != at)
            .map(MatchResult::group)
            .filter(word -> !KEYWORDS.contains(word) && !Builtins.all().containsKey(word))
            .collect(Collectors.toCollection(TreeSet::new));
    Stream<Candidate> brought =
        Stream.concat(
            candidates(Builtins.all()), KEYWORDS.stream().map(word -> new Candidate(word, "")));
    return Stream.concat(
        own.stream().map(word -> new Candidate(word, definition(text, word))),
        brought.sorted(Comparator.comparing(Candidate::name)));
  }

  // What a function of the program takes, as it is written there.
  private static String definition(String text, String name) {
    Matcher found =
        Pattern.compile("(?m)^\\s*def\\s+" + Pattern.quote(name) + "\\s*(\\([^)\\n]*\\))")
            .matcher(text);
    return found.find() ? found.group(1) : "";
  }

  private static Stream<Candidate> members(String owner) {
    return switch (owner) {
      case "np", "numpy" -> candidates(Numpy.module().members()).sorted(BY_NAME);
      case "np.random", "numpy.random" ->
          candidates(((Value.Module) Numpy.module().members().get("random")).members())
              .sorted(BY_NAME);
      default ->
          Attributes.signatures().entrySet().stream()
              .map(entry -> new Candidate(entry.getKey(), entry.getValue()));
    };
  }

  private static final Comparator<Candidate> BY_NAME = Comparator.comparing(Candidate::name);

  private static Stream<Candidate> candidates(Map<String, Value> values) {
    return values.entrySet().stream()
        .map(entry ->
            new Candidate(
                entry.getKey(),
                entry.getValue() instanceof Callable.Builtin function
                    ? function.signature().shown()
                    : ""));
  }
}
