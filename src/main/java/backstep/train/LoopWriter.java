package backstep.train;

import static java.lang.constant.ConstantDescs.CD_double;

import backstep.tensor.Binary;
import backstep.tensor.Comparison;
import backstep.tensor.Elementary;
import backstep.tensor.Selection;
import backstep.train.Rule.Window;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;

/// Writes the body of the method that runs one loop.
///
/// The loop goes over the entries row after row. At each it works out every term and, where the
/// term has an array, stores it. For `z = x·w + b`, `y = maximum(0, z)` that is, in Java:
///
///     for (int i = 0; i < 10; i++) {
///       for (int j = 0; j < 4; j++) {
///         int k = i * 4 + j;
///         double p = Entry.product(x, i * 2, 1, w, j, 4, 2);
///         z[k] = Binary.PLUS.applyAsDouble(p, b[j]);
///         y[k] = …
///
final class LoopWriter {
  private static final ClassDesc ENTRY = type(Entry.class);
  private static final ClassDesc MATRIX = type(DMatrixRMaj.class);
  private static final ClassDesc BINARY = type(Binary.class);
  private static final ClassDesc ELEMENTARY = type(Elementary.class);
  private static final ClassDesc COMPARISON = type(Comparison.class);
  private static final ClassDesc DOUBLES = CD_double.arrayType();
  private static final ClassDesc INTS = ConstantDescs.CD_int.arrayType();
  private static final ClassDesc INT = ConstantDescs.CD_int;

  private final CodeBuilder code;
  private final Loop loop;
  private final Memory memory;
  private final Constants constants;
  private final Map<Term, Integer> locals = new HashMap<>();
  private final int row;
  private final int column;
  private final int flat;

  LoopWriter(CodeBuilder code, Loop loop, Memory memory, Constants constants) {
    this.code = code;
    this.loop = loop;
    this.memory = memory;
    this.constants = constants;
    row = code.allocateLocal(TypeKind.INT);
    column = code.allocateLocal(TypeKind.INT);
    flat = code.allocateLocal(TypeKind.INT);
  }

  /// Writes it.
  void write() {
    Term first = loop.terms().getFirst();
    if (first.isAtOnce()) {
      atOnce(first);
    } else if (loop.terms().stream().allMatch(this::isEven)) {
      repeat(loop.rows() * loop.columns(), flat, this::entry);
    } else {
      repeat(loop.rows(), row, () -> repeat(loop.columns(), column, this::entryInTwoDimensions));
    }
    code.return_();
  }

  private void atOnce(Term term) {
    switch (term.rule()) {
      case Rule.MatrixProduct(Term a, Term b) -> {
        load(memory.matrix(a));
        load(memory.matrix(b));
        load(memory.matrix(term));
        call("multiply", MethodTypeDesc.of(ConstantDescs.CD_void, MATRIX, MATRIX, MATRIX));
      }
      case Rule.Stacked(List<Term> parts) -> {
        load(parts.stream().map(memory::matrix).toArray(DMatrixRMaj[]::new));
        load(memory.matrix(term));
        call("stack", MethodTypeDesc.of(ConstantDescs.CD_void, MATRIX.arrayType(), MATRIX));
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

  private void entryInTwoDimensions() {
    code.iload(row).loadConstant(loop.columns()).imul().iload(column).iadd().istore(flat);
    entry();
  }

  private void entry() {
    for (Term term : loop.terms()) {
      compute(term);
      int local = code.allocateLocal(TypeKind.DOUBLE);
      locals.put(term, local);
      code.dstore(local);
      if (memory.has(term)) {
        load(memory.entries(term));
        code.iload(flat).dload(local).dastore();
      }
    }
  }

  // Leaves one number on the stack.
  private void compute(Term term) {
    switch (term.rule()) {
      case Rule.Applied(Elementary f, Term x) -> {
        code.getstatic(ELEMENTARY, f.name(), ELEMENTARY);
        read(x);
        code.invokevirtual(ELEMENTARY, "applyAsDouble", MethodTypeDesc.of(CD_double, CD_double));
      }
      case Rule.Joined(Binary f, Term a, Term b) -> {
        code.getstatic(BINARY, f.name(), BINARY);
        read(a);
        read(b);
        code.invokevirtual(
            BINARY, "applyAsDouble", MethodTypeDesc.of(CD_double, CD_double, CD_double));
      }
      case Rule.Compared(Comparison c, Term a, Term b) -> {
        code.getstatic(COMPARISON, c.name(), COMPARISON);
        read(a);
        read(b);
        code.invokevirtual(
            COMPARISON,
            "holds",
            MethodTypeDesc.of(ConstantDescs.CD_boolean, CD_double, CD_double));
        code.i2d();
      }
      case Rule.Chosen(Term mask, Term yes, Term no) -> {
        read(mask);
        read(yes);
        read(no);
        call("chosen", MethodTypeDesc.of(CD_double, CD_double, CD_double, CD_double));
      }
      case Rule.Copied(Term x) -> read(x);
      case Rule.Product product -> product(product);
      case Rule.Reduced reduced -> reduced(reduced);
      case Rule.Gathered(Term x, Selection selection) -> {
        load(memory.entries(x));
        load(Places.of(selection));
        code.iload(flat);
        call("gathered", MethodTypeDesc.of(CD_double, DOUBLES, INTS, INT));
      }
      case Rule.Scattered(Term x, Selection selection) -> {
        load(memory.entries(x));
        load(Places.starts(selection));
        load(Places.senders(selection));
        code.iload(flat);
        call("scattered", MethodTypeDesc.of(CD_double, DOUBLES, INTS, INTS, INT));
      }
      case Rule.Replaced(Term x, Selection selection, Term part) -> {
        load(memory.entries(x));
        load(memory.entries(part));
        load(Places.replacements(selection));
        code.iload(flat);
        call("replaced", MethodTypeDesc.of(CD_double, DOUBLES, DOUBLES, INTS, INT));
      }
      case Rule.Held _, Rule.Constant _, Window _, Rule.MatrixProduct _, Rule.Stacked _ ->
          throw new IllegalArgumentException("not entry by entry: " + term.rule());
    }
  }

  private void product(Rule.Product product) {
    load(memory.entries(product.a().of()));
    index(product.a());
    code.loadConstant(product.stepA());
    load(memory.entries(product.b().of()));
    index(product.b());
    code.loadConstant(product.stepB());
    code.loadConstant(product.count());
    call("product", MethodTypeDesc.of(CD_double, DOUBLES, INT, INT, DOUBLES, INT, INT, INT));
  }

  private void reduced(Rule.Reduced reduced) {
    boolean isSum = reduced.reduction() == Rule.Reduction.SUM;
    if (!isSum) {
      Binary better = reduced.reduction() == Rule.Reduction.MAX ? Binary.MAXIMUM : Binary.MINIMUM;
      code.getstatic(BINARY, better.name(), BINARY);
    }
    load(memory.entries(reduced.x()));
    code.iload(flat).loadConstant(reduced.first()).imul();
    code.loadConstant(reduced.step());
    code.loadConstant(reduced.count());
    if (isSum) {
      call("sum", MethodTypeDesc.of(CD_double, DOUBLES, INT, INT, INT));
    } else {
      call("extreme", MethodTypeDesc.of(CD_double, BINARY, DOUBLES, INT, INT, INT));
    }
  }

  private void read(Term operand) {
    Window window = operand.window();
    Integer local = locals.get(window.of());
    if (operand.rule() instanceof Rule.Constant(double value)) {
      code.loadConstant(value);
    } else if (local != null) {
      code.dload(local);
    } else {
      load(memory.entries(window.of()));
      index(window);
      code.daload();
    }
  }

  private void index(Window window) {
    if (isEven(window)) {
      int step =
          loop.columns() == 1 && loop.rows() > 1 ? window.rowStride() : window.columnStride();
      code.iload(flat).loadConstant(step).imul();
    } else {
      code.iload(row).loadConstant(window.rowStride()).imul();
      code.iload(column).loadConstant(window.columnStride()).imul().iadd();
    }
    code.loadConstant(window.offset()).iadd();
  }

  // Whether what the term reads lies at even distances, so that one counter will do.
  private boolean isEven(Term term) {
    return term.rule() instanceof Rule.Product product
        ? isEven(product.a()) && isEven(product.b())
        : term.rule().beside().stream().allMatch(operand -> isEven(operand.window()));
  }

  private boolean isEven(Window window) {
    return loop.rows() == 1
        || loop.columns() == 1
        || window.rowStride() == loop.columns() * window.columnStride();
  }

  private void load(Object constant) {
    code.loadConstant(constants.of(constant));
  }

  private void call(String method, MethodTypeDesc type) {
    code.invokestatic(ENTRY, method, type);
  }

  private static ClassDesc type(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }
}
