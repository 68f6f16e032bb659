package backstep.train;

import backstep.tensor.Selection;
import java.util.Arrays;

/// The places of a selection in tables for the compiled loops.
final class Places {
  private Places() {}

  /// For each entry of the part its place in the whole.
  static int[] of(Selection selection) {
    int[] places = new int[selection.part().size()];
    Arrays.setAll(places, selection::position);
    return places;
  }

  /// For each place in the whole where its senders begin among [#senders], and at last their
  /// number.
  static int[] starts(Selection selection) {
    int[] starts = new int[selection.whole().size() + 1];
    for (int place : of(selection)) {
      starts[place + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    return starts;
  }

  /// The entries of the part sorted by their place in the whole; those of one place in their order.
  static int[] senders(Selection selection) {
    int[] places = of(selection);
    int[] next = starts(selection);
    int[] senders = new int[places.length];
    for (int k = 0; k < places.length; k++) {
      senders[next[places[k]]++] = k;
    }
    return senders;
  }

  /// For each place in the whole the last entry of the part that goes there, or −1.
  static int[] replacements(Selection selection) {
    int[] replacements = new int[selection.whole().size()];
    Arrays.fill(replacements, -1);
    int[] places = of(selection);
    for (int k = 0; k < places.length; k++) {
      replacements[places[k]] = k;
    }
    return replacements;
  }
}
