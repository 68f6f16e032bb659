package backstep.python;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A number that was changed in a text, changed in a later one as well.
public final class NumberEdit {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_.])(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:[eE][+-]?\\d+)?");

  private NumberEdit() {}

  /// The later text with the line of the number as it is after the change, if that line is the same
  /// in it but for numbers; else the later text itself.
  ///
  /// @param before a text that ran
  /// @param after that text with one number changed
  /// @param later what was made of the text meanwhile
  public static String carried(String before, String after, String later) {
    List<String> old = lines(before);
    List<String> changed = lines(after);
    List<String> now = new ArrayList<>(lines(later));
    if (old.size() != changed.size()) {
      return later;
    }
    for (int i = 0; i < old.size(); i++) {
      int at = place(old, i, now);
      if (!old.get(i).equals(changed.get(i)) && at >= 0) {
        now.set(at, line(old.get(i), changed.get(i), now.get(at)));
      }
    }
    return String.join("\n", now);
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\n", -1));
  }

  // Lines are counted from the top, or else from the bottom.
  private static int place(List<String> old, int line, List<String> now) {
    int fromBottom = now.size() - old.size() + line;
    if (line < now.size() && form(old.get(line)).equals(form(now.get(line)))) {
      return line;
    }
    boolean below =
        fromBottom >= 0
            && fromBottom < now.size()
            && form(old.get(line)).equals(form(now.get(fromBottom)));
    return below ? fromBottom : -1;
  }

  private static String form(String line) {
    return NUMBER.matcher(line).replaceAll("0");
  }

  // Other numbers of the line may have been changed before.
  private static String line(String old, String changed, String now) {
    List<String> before = numbers(old);
    List<String> after = numbers(changed);
    if (!form(old).equals(form(changed)) || before.size() != numbers(now).size()) {
      return changed;
    }
    int[] count = {0};
    return NUMBER
        .matcher(now)
        .replaceAll(found -> {
          int i = count[0]++;
          return before.get(i).equals(after.get(i)) ? found.group() : after.get(i);
        });
  }

  private static List<String> numbers(String line) {
    return NUMBER.matcher(line).results().map(MatchResult::group).toList();
  }
}
