package backstep.lesson;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A number of a lesson's program that the learner is invited to change, as a slider.
///
/// @param variable what the program sets to the number
/// @param from the smallest value offered
/// @param to the largest value offered
/// @param log whether equal ways on the slider multiply the value by equal factors; both ends are
///   above zero then
/// @param whole whether it takes whole numbers only, and none below the smallest value
/// @param draws the variable that is drawn at random when this one, its seed, is set
/// @param labels what it is called, by language
public record Control(
    String variable,
    double from,
    double to,
    boolean log,
    boolean whole,
    Optional<String> draws,
    Map<String, String> labels) {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?U)(\\w+)\\s+(\\S+)\\s+to\\s+(\\S+)(\\s+log)?(\\s+whole)?(\\s+draws\\s+(\\w+))?");

  public Control {
    labels = Map.copyOf(labels);
    if (!(Double.isFinite(from) && Double.isFinite(to) && from < to)) {
      throw new IllegalArgumentException(variable + " goes from " + from + " to " + to);
    }
    if (log && from <= 0) {
      throw new IllegalArgumentException(variable + ": a logarithm needs numbers above 0");
    }
  }

  /// Whether it can be set to this number.
  public boolean takes(double value) {
    return !whole || (value == Math.rint(value) && value >= from);
  }

  /// What it is called in this language.
  public String label(Locale language) {
    return labels.getOrDefault(language.getLanguage(), variable);
  }

  /// Reads a list such as `learning_rate 0.001 to 10 log, y -1 to 2, seed 0 to 99 whole draws y`.
  ///
  /// @param labels for each language what the controls are called, as a list in the same order
  /// @throws IllegalArgumentException if one of them is not written so, or has no label
  static List<Control> list(String text, Map<String, String> labels) {
    List<String> items = items(text);
    labels.forEach((language, list) -> {
      if (items(list).size() != items.size()) {
        throw new IllegalArgumentException(
            items.size() + " controls need as many labels in " + language + ", not: " + list);
      }
    });
    return IntStream.range(0, items.size()).mapToObj(i -> one(items.get(i), labels, i)).toList();
  }

  private static Control one(String text, Map<String, String> labels, int index) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new IllegalArgumentException(
          "a control is written `name 0.1 to 10` , perhaps with `log`, `whole` and `draws"
              + " other` behind it, not: "
              + text);
    }
    Map<String, String> own = new HashMap<>();
    labels.forEach((language, list) -> own.put(language, items(list).get(index)));
    return new Control(
        written.group(1),
        Double.parseDouble(written.group(2)),
        Double.parseDouble(written.group(3)),
        written.group(4) != null,
        written.group(5) != null,
        Optional.ofNullable(written.group(7)),
        own);
  }

  private static List<String> items(String list) {
    return Pattern.compile(",")
        .splitAsStream(list)
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }
}
