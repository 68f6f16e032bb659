package backstep.train;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/// Writes the body of the method that runs one loop.
///
/// It goes over the entries row after row. At each it works out every term in turn and, where the
/// term has an array, stores it. `z = x.dot(w) + b` and `y = np.maximum(0, z)` become, in Java:
///
///     for (int i = 0; i < 10; i++) {
///       for (int j = 0; j < 4; j++) {
///         int k = i * 4 + j;
///         double p = 0.0 + x[i * 2] * w[j] + x[i * 2 + 1] * w[j + 4];
///         double q = Binary.PLUS.applyAsDouble(p, b[j]);
///         z[k] = q;
///         y[k] = Binary.MAXIMUM.applyAsDouble(0.0, q);
///       }
///     }
///
/// Where one counter will do for all that is read, there is one.
final class LoopWriter {
  private final CodeBuilder code;
  private final Loop loop;
  private final Memory memory;
  private final Constants constants;
  private final Counters counters;

  LoopWriter(CodeBuilder code, Loop loop, Memory memory, Constants constants) {
    this.code = code;
    this.loop = loop;
    this.memory = memory;
    this.constants = constants;
    counters = new Counters(code, loop.rows(), loop.columns());
  }

  /// Writes it.
  void write() {
    Term first = loop.terms().getFirst();
    if (first.isAtOnce()) {
      atOnce(first);
    } else if (loop.terms().stream().allMatch(this::needsOneCounter)) {
      repeat(loop.rows() * loop.columns(), counters.entry(), this::entry);
    } else {
      repeat(
          loop.rows(),
          counters.row(),
          () -> repeat(loop.columns(), counters.column(), this::entryOfRow));
    }
    code.return_();
  }

  private boolean needsOneCounter(Term term) {
    return term.rule() instanceof Rule.Product product
        ? counters.oneFor(product.a()) && counters.oneFor(product.b())
        : term.rule().beside().stream().allMatch(operand -> counters.oneFor(operand.window()));
  }

  private void atOnce(Term term) {
    EntryWriter writer = new EntryWriter(code, counters, memory, constants);
    switch (term.rule()) {
      case Rule.MatrixProduct(Term a, Term b) -> {
        writer.load(memory.matrix(a));
        writer.load(memory.matrix(b));
        writer.load(memory.matrix(term));
        writer.call("multiply");
      }
      case Rule.Stacked(List<Term> parts) -> {
        writer.load(parts.stream().map(memory::matrix).toArray(DMatrixRMaj[]::new));
        writer.load(memory.matrix(term));
        writer.call("stack");
      }
      default -> throw new IllegalArgumentException("entry by entry: " + term.rule());
    }
  }

  private void repeat(int times, int counter, Runnable body) {
    if (times == 0) {
      return;
    }
    code.iconst_0().istore(counter);
    Label again = code.newBoundLabel();
    body.run();
    code.iinc(counter, 1).iload(counter).loadConstant(times).if_icmplt(again);
  }

  private void entryOfRow() {
    counters.setEntry();
    entry();
  }

  private void entry() {
    EntryWriter writer = new EntryWriter(code, counters, memory, constants);
    for (Term term : loop.terms()) {
      writer.compute(term);
      int local = code.allocateLocal(TypeKind.DOUBLE);
      code.dstore(local);
      writer.isIn(term, local);
      if (memory.has(term)) {
        writer.load(memory.entries(term));
        code.iload(counters.entry()).dload(local).dastore();
      }
    }
  }
}
