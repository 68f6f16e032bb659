package backstep.ui.code.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where a word stands in a text, large and small letters alike.
///
/// @param starts in ascending order; the places do not overlap
/// @param length of the word, in UTF-16 units
record Found(List<Integer> starts, int length) {
  static final Found NOTHING = new Found(List.of(), 0);

  Found {
    starts = List.copyOf(starts);
  }

  static Found of(String word, String text) {
    if (word.isEmpty()) {
      return NOTHING;
    }
    List<Integer> starts = new ArrayList<>();
    // A locale's own letters could change a text's length.
    boolean same = text.toLowerCase(Locale.ROOT).length() == text.length();
    String where = same ? text.toLowerCase(Locale.ROOT) : text;
    String what = same ? word.toLowerCase(Locale.ROOT) : word;
    for (int at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + what.length())) {
      starts.add(at);
    }
    return new Found(starts, word.length());
  }

  /// Which place comes at or after this offset, or else the first.
  int from(int offset) {
    for (int i = 0; i < starts.size(); i++) {
      if (starts.get(i) >= offset) {
        return i;
      }
    }
    return 0;
  }

  /// Which place comes before this offset, or else the last.
  int before(int offset) {
    for (int i = starts.size() - 1; i >= 0; i--) {
      if (starts.get(i) < offset) {
        return i;
      }
    }
    return starts.size() - 1;
  }
}
