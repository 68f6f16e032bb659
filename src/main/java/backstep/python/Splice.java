package backstep.python;

/// The least piece of a text that another takes the place of.
///
/// @param start where the piece begins, as an offset in the text before
/// @param end where it ends there
/// @param text what stands in its place
public record Splice(int start, int end, String text) {
  /// What makes one text of the other: all between what both begin and what both end with. No
  /// letter that takes two UTF-16 units is cut.
  public static Splice between(String before, String after) {
    int least = Math.min(before.length(), after.length());
    int start = 0;
    while (start < least && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    if (start > 0 && Character.isHighSurrogate(before.charAt(start - 1))) {
      start--;
    }
    int tail = 0;
    while (tail < least - start
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    if (tail > 0 && Character.isLowSurrogate(before.charAt(before.length() - tail))) {
      tail--;
    }
    return new Splice(start, before.length() - tail, after.substring(start, after.length() - tail));
  }

  /// The text after it.
  public String in(String before) {
    return before.substring(0, start) + text + before.substring(end);
  }

  /// Whether nothing is changed.
  public boolean isNothing() {
    return start == end && text.isEmpty();
  }

  /// Where a place of the text before is afterwards; a place in the piece goes to its end.
  public int moved(int offset) {
    if (offset <= start) {
      return offset;
    }
    return offset >= end ? offset + text.length() - (end - start) : start + text.length();
  }
}
