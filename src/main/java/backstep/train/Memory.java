package backstep.train;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/// The arrays of a plan's terms, set aside once.
///
/// A term that only its own loop reads has none. An array that nobody reads any more serves the
/// next term of its size, unless it is to be kept.
final class Memory {
  private record Size(int rows, int columns) {}

  private final Map<Term, DMatrixRMaj> matrices = new HashMap<>();
  private final Map<Size, Deque<DMatrixRMaj>> free = new HashMap<>();

  /// @param forward the loops of the forward pass, in the order in which they run
  /// @param backward those of the backward pass, which may run more than once after it
  /// @param kept terms whose arrays hold their values to the end
  Memory(List<Loop> forward, List<Loop> backward, Set<Term> kept) {
    List<Loop> loops = Stream.concat(forward.stream(), backward.stream()).toList();
    Map<Term, Integer> lastReaders = lastReaders(loops);
    Stream.concat(kept.stream(), lastReaders.keySet().stream())
        .filter(term -> !term.isComputed())
        .forEach(term -> matrices.put(term, given(term)));
    Map<Integer, List<DMatrixRMaj>> lastUse = new HashMap<>();
    for (int i = 0; i < loops.size(); i++) {
      for (Term term : loops.get(i).terms()) {
        Integer last = lastReaders.get(term);
        boolean crosses = last != null && i < forward.size() && last >= forward.size();
        if (kept.contains(term) || crosses) {
          matrices.put(term, fresh(term));
        } else if (last != null) {
          DMatrixRMaj matrix = freeOf(term.rows(), term.columns()).poll();
          matrices.put(term, matrix != null ? matrix : fresh(term));
          lastUse.computeIfAbsent(last, _ -> new ArrayList<>()).add(matrix(term));
        }
      }
      for (DMatrixRMaj matrix : lastUse.getOrDefault(i, List.of())) {
        freeOf(matrix.numRows, matrix.numCols).add(matrix);
      }
    }
  }

  // For each term that is read in an array: the last loop that does.
  private static Map<Term, Integer> lastReaders(List<Loop> loops) {
    Map<Term, Integer> last = new HashMap<>();
    for (int i = 0; i < loops.size(); i++) {
      Set<Term> here = new HashSet<>(loops.get(i).terms());
      for (Term term : loops.get(i).terms()) {
        for (Term operand : term.rule().beside()) {
          Term source = operand.window().of();
          if (!here.contains(source) && !(source.rule() instanceof Rule.Constant)) {
            last.put(source, i);
          }
        }
        for (Term operand : term.rule().across()) {
          last.put(operand, i);
        }
      }
    }
    return last;
  }

  private static DMatrixRMaj given(Term term) {
    DMatrixRMaj matrix = fresh(term);
    switch (term.rule()) {
      case Rule.Held(var leaf) -> matrix.setData(leaf.value().toArray());
      case Rule.Constant(double value) -> Arrays.fill(matrix.data, value);
      default -> throw new IllegalArgumentException("has no array of its own: " + term.rule());
    }
    return matrix;
  }

  private static DMatrixRMaj fresh(Term term) {
    return new DMatrixRMaj(term.rows(), term.columns());
  }

  private Deque<DMatrixRMaj> freeOf(int rows, int columns) {
    return free.computeIfAbsent(new Size(rows, columns), _ -> new ArrayDeque<>());
  }

  /// Whether the term has an array.
  boolean has(Term term) {
    return matrices.containsKey(term);
  }

  /// The term's array as a matrix of EJML's.
  DMatrixRMaj matrix(Term term) {
    DMatrixRMaj matrix = matrices.get(term);
    if (matrix == null) {
      throw new IllegalArgumentException("has no array: " + term.rule());
    }
    return matrix;
  }

  /// The term's entries, row after row.
  double[] entries(Term term) {
    return matrix(term).data;
  }
}
