package backstep.handout;

import backstep.python.Ast;
import backstep.tensor.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes calls of NumPy's functions, of arrays' methods and of Python's own functions for PyTorch.
final class TorchCalls {
  private final TorchExpressions expressions;

  TorchCalls(TorchExpressions expressions) {
    this.expressions = expressions;
  }

  // ---- Functions of NumPy

  String function(Ast.Call call, String name) {
    List<Ast.Expr> arguments = call.arguments();
    boolean numbers = arguments.stream().noneMatch(expressions::isTensor);
    String ofNumbers = TorchNames.OF_NUMBERS.get(name);
    if (numbers && ofNumbers != null) {
      return expressions.withMath(ofNumbers) + "(" + joined(call) + ")";
    }
    if (name.equals("square") && numbers) {
      return expressions.grouped(argument(call, 0)) + " ** 2";
    }
    if (TorchNames.REDUCTIONS.contains(name)) {
      return "torch."
          + TorchNames.reduction(name, isAlongAxis(call, 2))
          + "("
          + reduced(call, name)
          + rest(call, 1)
          + ")";
    }
    if (TorchNames.MAKERS.contains(name)) {
      return "torch." + name + "(" + expressions.of(argument(call, 0)) + rest(call, 1) + ")";
    }
    return switch (name) {
      case "array", "asarray" -> array(call);
      case "full" -> "torch.full(" + shape(argument(call, 0)) + rest(call, 1) + ")";
      case "linspace" ->
          "torch.linspace("
              + expressions.of(argument(call, 0))
              + rest(call, 1)
              + (count(call) < 3 ? ", 50)" : ")");
      case "dot", "matmul" -> product(call, name);
      case "outer" ->
          "torch.outer("
              + flat(argument(call, 0), argument(call, 1))
              + ", "
              + flat(argument(call, 1), argument(call, 0))
              + ")";
      case "maximum" -> extreme(call, "max");
      case "minimum" -> extreme(call, "min");
      case "where" -> where(call);
      case "copy" -> expressions.grouped(argument(call, 0)) + ".clone()";
      case "transpose" -> transposed(argument(call, 0));
      case "reshape" ->
          "torch.reshape("
              + expressions.tensor(argument(call, 0))
              + ", "
              + shape(argument(call, 1))
              + ")";
      default -> {
        String same = TorchNames.FUNCTIONS.get(name);
        if (same == null) {
          throw expressions.unknown(call);
        }
        yield "torch." + same + "(" + expressions.tensor(argument(call, 0)) + rest(call, 1) + ")";
      }
    };
  }

  // By its place: PyTorch calls most of them otherwise, so those given by name are refused.
  private Ast.Expr argument(Ast.Call call, int place) {
    if (place >= call.arguments().size()) {
      throw expressions.unknown(call);
    }
    return call.arguments().get(place);
  }

  private static int count(Ast.Call call) {
    return call.arguments().size() + call.keywords().size();
  }

  // All arguments.
  private String joined(Ast.Call call) {
    return String.join(", ", from(call, 0));
  }

  // The arguments from one on, each with a comma before it.
  private String rest(Ast.Call call, int from) {
    return from(call, from).stream().map(one -> ", " + one).collect(Collectors.joining());
  }

  private List<String> from(Ast.Call call, int first) {
    List<String> all = new ArrayList<>();
    call.arguments().stream().skip(first).map(expressions::of).forEach(all::add);
    for (Ast.Keyword keyword : call.keywords()) {
      String value =
          keyword.name().equals("dtype") ? dtype(keyword.value()) : expressions.of(keyword.value());
      all.add(TorchNames.keyword(keyword.name()) + "=" + value);
    }
    return all;
  }

  private String dtype(Ast.Expr value) {
    String name =
        switch (value) {
          case Ast.Name n -> n.id();
          case Ast.Attribute a -> a.name();
          case Ast.Str s -> s.value();
          default -> "";
        };
    return switch (name) {
      case "float", "float64" -> "torch.float64";
      case "int", "int64" -> "torch.int64";
      case "bool" -> "torch.bool";
      default -> throw expressions.unknown(value);
    };
  }

  // A single number is one axis of that length.
  private String shape(Ast.Expr shape) {
    String text = expressions.of(shape);
    return expressions.sort(shape).dtype() == DType.INT ? "(" + text + ",)" : text;
  }

  private String array(Ast.Call call) {
    Ast.Expr entries = argument(call, 0);
    if (!call.keywords().isEmpty()) {
      return "torch.tensor(" + expressions.of(entries) + rest(call, 1) + ")";
    }
    return expressions.isTensor(entries)
        ? expressions.grouped(entries) + ".clone()"
        : expressions.tensor(entries);
  }

  private String product(Ast.Call call, String name) {
    Ast.Expr left = argument(call, 0);
    Ast.Expr right = argument(call, 1);
    if (name.equals("dot") && isScaling(left, right)) {
      return "(" + expressions.grouped(left) + " * " + expressions.grouped(right) + ")";
    }
    return "torch.matmul("
        + expressions.factor(left, right)
        + ", "
        + expressions.factor(right, left)
        + ")";
  }

  // A product with a single number is no matrix product.
  private boolean isScaling(Ast.Expr left, Ast.Expr right) {
    return expressions.sort(left).rank() == 0 || expressions.sort(right).rank() == 0;
  }

  private String flat(Ast.Expr argument, Ast.Expr other) {
    String text =
        expressions.isTensor(argument)
            ? expressions.factor(argument, other)
            : expressions.tensor(argument);
    return expressions.sort(argument).rank() == 1 ? text : wrapped(text) + ".flatten()";
  }

  private static String wrapped(String text) {
    return text.matches("[\\w.]+(\\(.*\\))?") ? text : "(" + text + ")";
  }

  // `torch.maximum` takes tensors only; at 0 the derivative of ReLU is 0, as here.
  private String extreme(Ast.Call call, String bound) {
    Ast.Expr left = argument(call, 0);
    Ast.Expr right = argument(call, 1);
    if (expressions.isTensor(left) && expressions.isTensor(right)) {
      return "torch." + bound + "imum(" + expressions.of(left) + ", " + expressions.of(right) + ")";
    }
    Ast.Expr number = expressions.isTensor(left) ? right : left;
    Ast.Expr tensor = expressions.isTensor(left) ? left : right;
    boolean relu =
        bound.equals("max")
            && expressions.sort(number).value().filter(value -> value == 0).isPresent();
    return relu
        ? "torch.relu(" + expressions.of(tensor) + ")"
        : "torch.clamp("
            + expressions.of(tensor)
            + (bound.equals("max") ? ", min=" : ", max=")
            + expressions.of(number)
            + ")";
  }

  private String where(Ast.Call call) {
    Ast.Expr mask = argument(call, 0);
    String chosen = expressions.tensor(mask);
    if (expressions.sort(mask).dtype() != DType.BOOL) {
      chosen = wrapped(chosen) + " != 0";
    }
    return "torch.where(" + chosen + rest(call, 1) + ")";
  }

  private String transposed(Ast.Expr argument) {
    String text = expressions.grouped(argument);
    return expressions.sort(argument).rank() == 2 ? text + ".T" : text;
  }

  // ---- Reductions

  private static boolean isAlongAxis(Ast.Call call, int place) {
    return call.arguments().size() >= place
        || call.keywords().stream().anyMatch(keyword -> keyword.name().equals("axis"));
  }

  // PyTorch averages floats only.
  private String reduced(Ast.Call call, String name) {
    Ast.Expr argument = argument(call, 0);
    boolean whole =
        name.equals("mean")
            && expressions.isTensor(argument)
            && expressions.sort(argument).dtype() != DType.FLOAT;
    return whole ? expressions.grouped(argument) + ".double()" : expressions.tensor(argument);
  }

  // ---- Methods of arrays

  String method(Ast.Call call, Ast.Attribute function) {
    Ast.Expr object = function.object();
    String name = function.name();
    String self = expressions.grouped(object);
    String arguments = joined(call);
    if (TorchNames.REDUCTIONS.contains(name)) {
      String doubled =
          name.equals("mean") && expressions.sort(object).dtype() != DType.FLOAT ? ".double()" : "";
      String reduction = TorchNames.reduction(name, isAlongAxis(call, 1));
      return self + doubled + "." + reduction + "(" + arguments + ")";
    }
    return switch (name) {
      case "dot" -> {
        Ast.Expr other = argument(call, 0);
        yield isScaling(object, other)
            ? "(" + self + " * " + expressions.grouped(other) + ")"
            : wrapped(expressions.factor(object, other))
                + ".matmul("
                + expressions.factor(other, object)
                + ")";
      }
      case "transpose" -> transposed(object);
      case "astype" -> self + ".to(" + dtype(argument(call, 0)) + ")";
      case "item" -> {
        if (expressions.isCut(call, object)) {
          throw expressions.problem(call, "handout.torch.cut");
        }
        yield self + ".item()";
      }
      default -> {
        String renamed = TorchNames.RENAMED.getOrDefault(name, name);
        if (renamed.equals(name) && !TorchNames.METHODS.contains(name)) {
          throw expressions.unknown(call);
        }
        yield self + "." + renamed + "(" + arguments + ")";
      }
    };
  }

  // ---- Python's own

  private static final Set<String> TO_NUMBERS = Set.of("float", "int", "bool");
  private static final Set<String> SHOWN = Set.of("print", "str", "repr", "round");

  String builtin(Ast.Call call, String name) {
    if (TO_NUMBERS.contains(name)
        && call.arguments().stream().anyMatch(argument -> expressions.isCut(call, argument))) {
      throw expressions.problem(call, "handout.torch.cut");
    }
    if (!SHOWN.contains(name)) {
      return expressions.plain(call);
    }
    List<String> all = new ArrayList<>(call.arguments().stream().map(expressions::shown).toList());
    call.keywords()
        .forEach(keyword -> all.add(keyword.name() + "=" + expressions.of(keyword.value())));
    return name + "(" + String.join(", ", all) + ")";
  }
}
