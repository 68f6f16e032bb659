package backstep.train;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
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
    Map<Term, Integer> lastReader = lastReaders(loops);
    Map<Integer, Deque<DMatrixRMaj>> freedAfter = new HashMap<>();
    kept.stream().filter(term -> !term.isComputed()).forEach(this::given);
    for (int i = 0; i < loops.size(); i++) {
      for (Term term : loops.get(i).terms()) {
        Integer last = lastReader.get(term);
        if (kept.contains(term)) {
          matrices.put(term, fresh(term));
        } else if (last != null && i < forward.size() && last >= forward.size()) {
          matrices.put(term, fresh(term));
        } else if (last != null) {
          DMatrixRMaj matrix = taken(term);
          matrices.put(term, matrix);
          freedAfter.computeIfAbsent(last, _ -> new ArrayDeque<>()).add(matrix);
        }
      }
      for (DMatrixRMaj matrix : freedAfter.getOrDefault(i, new ArrayDeque<>())) {
        freeOfSize(matrix.numRows, matrix.numCols).add(matrix);
      }
    }
  }

  // For each term that needs an array: the last loop that reads it there.
  private Map<Term, Integer> lastReaders(List<Loop> loops) {
    Map<Term, Integer> last = new HashMap<>();
    for (int i = 0; i < loops.size(); i++) {
      List<Term> terms = loops.get(i).terms();
      Set<Term> here = Set.copyOf(terms);
      for (Term term : terms) {
        for (Term operand : term.rule().beside()) {
          Term source = operand.window().of();
          if (!(source.rule() instanceof Rule.Constant)) {
            given(source);
            if (!here.contains(source)) {
              last.put(source, i);
            }
          }
        }
        for (Term operand : term.rule().across()) {
          given(operand);
          last.put(operand, i);
        }
      }
    }
    return last;
  }

  // What is not computed is there from the start.
  private void given(Term term) {
    switch (term.rule()) {
      case Rule.Held(var leaf) ->
          matrices.computeIfAbsent(
              term, _ -> DMatrixRMaj.wrap(term.rows(), term.columns(), leaf.value().toArray()));
      case Rule.Constant(double value) ->
          matrices.computeIfAbsent(
              term,
              _ -> {
                DMatrixRMaj matrix = fresh(term);
                Arrays.fill(matrix.data, value);
                return matrix;
              });
      default -> {}
    }
  }

  private DMatrixRMaj taken(Term term) {
    Deque<DMatrixRMaj> left = freeOfSize(term.rows(), term.columns());
    return left.isEmpty() ? fresh(term) : left.pop();
  }

  private Deque<DMatrixRMaj> freeOfSize(int rows, int columns) {
    return free.computeIfAbsent(new Size(rows, columns), _ -> new ArrayDeque<>());
  }

  private static DMatrixRMaj fresh(Term term) {
    return new DMatrixRMaj(term.rows(), term.columns());
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
