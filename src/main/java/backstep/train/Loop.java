package backstep.train;

import backstep.train.Rule.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Terms of one size that are computed together, entry after entry. A term that only the others at
/// the same entry read needs no array.
final class Loop {
  // What the JVM compiles well as one method.
  private static final int MOST_TERMS = 60;

  private record Size(int rows, int columns) {}

  private final Size size;
  private final List<Term> terms = new ArrayList<>();

  private Loop(Size size) {
    this.size = size;
  }

  int rows() {
    return size.rows;
  }

  int columns() {
    return size.columns;
  }

  /// What it computes, each term after those it reads at the same entry.
  List<Term> terms() {
    return terms;
  }

  /// The loops that compute these terms.
  ///
  /// A term joins the last loop of its size, unless that one runs before the term's operands are
  /// complete.
  ///
  /// @param inOrder the terms, operands first
  static List<Loop> of(List<Term> inOrder) {
    List<Loop> loops = new ArrayList<>();
    Map<Term, Integer> places = new HashMap<>();
    Map<Size, Integer> last = new HashMap<>();
    for (Term term : inOrder) {
      if (!term.isComputed()) {
        continue;
      }
      Size size = new Size(term.rows(), term.columns());
      int place = last.getOrDefault(size, -1);
      if (place < earliest(term, places) || !loops.get(place).takes(term)) {
        place = loops.size();
        loops.add(new Loop(size));
        last.put(size, place);
      }
      loops.get(place).terms.add(term);
      places.put(term, place);
    }
    return loops;
  }

  private boolean takes(Term term) {
    return terms.size() < MOST_TERMS && !term.isAtOnce() && !terms.getLast().isAtOnce();
  }

  private static int earliest(Term term, Map<Term, Integer> places) {
    int earliest = 0;
    for (Term operand : term.rule().beside()) {
      int place = places.getOrDefault(operand.window().of(), -1);
      earliest = Math.max(earliest, term.readsInPlace(operand) ? place : place + 1);
    }
    for (Term operand : term.rule().across()) {
      earliest = Math.max(earliest, places.getOrDefault(operand, -1) + 1);
    }
    return earliest;
  }
}
