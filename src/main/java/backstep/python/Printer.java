package backstep.python;

import backstep.tensor.NumpyFormat;
import backstep.tensor.PythonFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// `str()`, `repr()` and `format()` of values, as CPython and NumPy print them.
final class Printer {
  // CPython stops at its own recursion limit.
  private static final int MAX_NESTING = 100;

  private final Set<Value.ListValue> open = new HashSet<>(); // lists are compared by identity
  private final Budget budget;

  private Printer(Budget budget) {
    this.budget = budget;
  }

  /// What `print(value)` shows.
  static String str(Value value, Budget budget, Span span) {
    return switch (value) {
      case Value.Str s -> s.value();
      case Array a -> NumpyFormat.array(a.tensor(), a.dtype());
      case Value.ElementType t -> t.numpyName();
      default -> repr(value, budget, span);
    };
  }

  /// What stands for a value inside a list.
  static String repr(Value value, Budget budget, Span span) {
    StringBuilder text = new StringBuilder();
    new Printer(budget).repr(value, text, span);
    return text.toString();
  }

  private void repr(Value value, StringBuilder to, Span span) {
    budget.step(span);
    budget.text(to.length(), span);
    switch (value) {
      case Value.NoneValue _ -> to.append("None");
      case Value.Bool b -> to.append(b.value() ? "True" : "False");
      case Value.Int i -> to.append(i.value());
      case Value.Float f -> to.append(NumpyFormat.number(f.value()));
      case Value.Str s -> to.append(quoted(s.value()));
      case Value.Tuple t -> {
        to.append('(');
        items(t.items(), to, span);
        to.append(t.items().size() == 1 ? ",)" : ")");
      }
      case Value.ListValue l -> list(l, to, span);
      case Value.Range r -> {
        to.append("range(").append(r.start()).append(", ").append(r.stop());
        to.append(r.step() == 1 ? ")" : ", " + r.step() + ")");
      }
      case Array a -> to.append(NumpyFormat.repr(a.tensor(), a.dtype()));
      case Value.ElementType t -> to.append("dtype('").append(t.numpyName()).append("')");
      // CPython adds an address, which differs on every run.
      case Value.Iterator i -> to.append('<').append(i.typeName()).append(" object>");
      case Callable.Function f -> to.append("<function ").append(f.name()).append('>');
      case Callable.Builtin b when b.dtype() != null ->
          to.append("<class '").append(b.name()).append("'>");
      case Callable.Builtin b -> to.append("<built-in function ").append(b.name()).append('>');
      case Value.Module m -> to.append("<module '").append(m.name()).append("'>");
    }
  }

  private void list(Value.ListValue list, StringBuilder to, Span span) {
    if (open.size() >= MAX_NESTING) {
      throw Problem.at(span, "run.limit.nesting", MAX_NESTING).raise();
    }
    if (!open.add(list)) {
      to.append("[...]");
      return;
    }
    to.append('[');
    items(list.items(), to, span);
    to.append(']');
    open.remove(list);
  }

  private void items(List<Value> items, StringBuilder to, Span span) {
    String comma = "";
    for (Value item : items) {
      to.append(comma);
      repr(item, to, span);
      comma = ", ";
    }
  }

  private static String quoted(String text) {
    char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
    return text.codePoints()
        .mapToObj(c -> escaped(c, quote))
        .collect(Collectors.joining("", String.valueOf(quote), String.valueOf(quote)));
  }

  private static String escaped(int c, char quote) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\\' -> "\\\\";
      default -> {
        if (c == quote) {
          yield "\\" + quote;
        }
        if (c < 0x20 || c == 0x7f || (c >= 0x80 && c < 0xa0) || c == 0xad) {
          yield "\\x%02x".formatted(c);
        }
        yield Character.toString(c);
      }
    };
  }

  /// `format(value, spec)`, as in an f-string.
  static String format(Value value, String spec, Budget budget, Span span) {
    if (spec.isEmpty()) {
      return str(value, budget, span);
    }
    try {
      return switch (value) {
        case Value.Float f -> PythonFormat.format(f.value(), spec);
        case Value.Int i -> PythonFormat.format(i.value(), spec);
        case Value.Bool b -> PythonFormat.format(Operators.integer(b), spec);
        case Value.Str s -> PythonFormat.format(s.value(), spec);
        default -> throw Problem.at(span, "run.format.type", value.typeName()).raise();
      };
    } catch (IllegalArgumentException e) {
      throw Problem.at(span, "run.format.spec", spec, value.typeName()).raise();
    }
  }
}
