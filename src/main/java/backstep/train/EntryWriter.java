package backstep.train;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;

import backstep.tensor.Binary;
import backstep.tensor.Comparison;
import backstep.tensor.Elementary;
import backstep.tensor.Selection;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes how one entry of a term is worked out. Each method leaves what it says on the stack.
///
/// The functions of numbers are not written anew: the constants of [Binary], [Elementary] and
/// [Comparison], which tensors use as well, are called.
final class EntryWriter {
  private static final ClassDesc BINARY = type(Binary.class);
  private static final ClassDesc ELEMENTARY = type(Elementary.class);
  private static final ClassDesc COMPARISON = type(Comparison.class);
  private static final MethodTypeDesc OF_ONE = MethodTypeDesc.of(CD_double, CD_double);
  private static final MethodTypeDesc OF_TWO = MethodTypeDesc.of(CD_double, CD_double, CD_double);
  private static final MethodTypeDesc HOLDS = MethodTypeDesc.of(CD_boolean, CD_double, CD_double);

  private static final ClassDesc ENTRY = type(Entry.class);
  private static final Map<String, MethodTypeDesc> OF_ENTRY =
      Arrays.stream(Entry.class.getDeclaredMethods())
          .filter(method -> !method.isSynthetic())
          .collect(Collectors.toMap(Method::getName, EntryWriter::type));

  private final CodeBuilder code;
  private final Counters counters;
  private final Memory memory;
  private final Constants constants;
  private final Map<Term, Integer> locals = new HashMap<>();

  EntryWriter(CodeBuilder code, Counters counters, Memory memory, Constants constants) {
    this.code = code;
    this.counters = counters;
    this.memory = memory;
    this.constants = constants;
  }

  private static ClassDesc type(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  private static MethodTypeDesc type(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .describeConstable()
        .orElseThrow();
  }

  /// From here on the term's entry is in a local variable.
  void isIn(Term term, int local) {
    locals.put(term, local);
  }

  /// An object.
  void load(Object constant) {
    code.loadConstant(constants.of(constant));
  }

  /// What the method of [Entry] returns for what is on the stack.
  void call(String method) {
    code.invokestatic(ENTRY, method, OF_ENTRY.get(method));
  }

  /// The term's entry.
  void compute(Term term) {
    switch (term.rule()) {
      case Rule.Applied(Elementary f, Term x) -> {
        code.getstatic(ELEMENTARY, f.name(), ELEMENTARY);
        read(x);
        code.invokevirtual(ELEMENTARY, "applyAsDouble", OF_ONE);
      }
      case Rule.Joined(Binary f, Term a, Term b) -> {
        code.getstatic(BINARY, f.name(), BINARY);
        read(a);
        read(b);
        code.invokevirtual(BINARY, "applyAsDouble", OF_TWO);
      }
      case Rule.Compared(Comparison c, Term a, Term b) -> {
        code.getstatic(COMPARISON, c.name(), COMPARISON);
        read(a);
        read(b);
        code.invokevirtual(COMPARISON, "holds", HOLDS).i2d();
      }
      case Rule.Chosen(Term mask, Term yes, Term no) -> {
        read(mask);
        read(yes);
        read(no);
        call("chosen");
      }
      case Rule.Copied(Term x) -> read(x);
      case Rule.Product product -> product(product);
      case Rule.Reduced reduced -> reduced(reduced);
      case Rule.Gathered(Term x, Selection selection) -> {
        load(memory.entries(x));
        load(Places.of(selection));
        code.iload(counters.entry());
        call("gathered");
      }
      case Rule.Scattered(Term x, Selection selection) -> {
        load(memory.entries(x));
        load(Places.starts(selection));
        load(Places.senders(selection));
        code.iload(counters.entry());
        call("scattered");
      }
      case Rule.Replaced(Term x, Selection selection, Term part) -> {
        load(memory.entries(x));
        load(memory.entries(part));
        load(Places.replacements(selection));
        code.iload(counters.entry());
        call("replaced");
      }
      case Rule.Held _, Rule.Constant _, Window _, Rule.MatrixProduct _, Rule.Stacked _ ->
          throw new IllegalArgumentException("not entry by entry: " + term.rule());
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
      counters.place(window);
      code.daload();
    }
  }

  private void product(Rule.Product product) {
    double[] a = memory.entries(product.a().of());
    double[] b = memory.entries(product.b().of());
    if (!product.isShort()) {
      load(a);
      counters.place(product.a());
      code.loadConstant(product.stepA());
      load(b);
      counters.place(product.b());
      code.loadConstant(product.stepB()).loadConstant(product.count());
      call("product");
      return;
    }
    int placeA = code.allocateLocal(TypeKind.INT);
    int placeB = code.allocateLocal(TypeKind.INT);
    counters.place(product.a());
    code.istore(placeA);
    counters.place(product.b());
    code.istore(placeB).loadConstant(0.0);
    for (int k = 0; k < product.count(); k++) {
      from(a, placeA, k * product.stepA());
      from(b, placeB, k * product.stepB());
      code.dmul().dadd();
    }
  }

  private void reduced(Rule.Reduced reduced) {
    double[] x = memory.entries(reduced.x());
    int place = code.allocateLocal(TypeKind.INT);
    code.iload(counters.entry()).loadConstant(reduced.first()).imul().istore(place);
    if (reduced.isShortSum()) {
      code.loadConstant(0.0);
      for (int k = 0; k < reduced.count(); k++) {
        from(x, place, k * reduced.step());
        code.dadd();
      }
      return;
    }
    load(x);
    code.iload(place).loadConstant(reduced.step()).loadConstant(reduced.count());
    call(
        switch (reduced.reduction()) {
          case SUM -> "sum";
          case MAX -> "max";
          case MIN -> "min";
        });
  }

  private void from(double[] x, int place, int further) {
    load(x);
    code.iload(place).loadConstant(further).iadd().daload();
  }
}
