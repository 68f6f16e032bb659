package backstep.handout;

import java.util.Map;
import java.util.Set;

/// What is called otherwise in PyTorch than in NumPy, and what is not.
///
/// From the documentation of [torch](https://docs.pytorch.org/docs/stable/torch.html) and of
/// [torch.Tensor](https://docs.pytorch.org/docs/stable/tensors.html).
final class TorchNames {
  /// Functions of `np` that are functions of `torch`, with the same arguments in the same order.
  static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("exp", "exp"),
          Map.entry("log", "log"),
          Map.entry("sqrt", "sqrt"),
          Map.entry("tanh", "tanh"),
          Map.entry("sin", "sin"),
          Map.entry("cos", "cos"),
          Map.entry("abs", "abs"),
          Map.entry("absolute", "abs"),
          Map.entry("square", "square"),
          Map.entry("negative", "neg"),
          Map.entry("power", "pow"),
          Map.entry("add", "add"),
          Map.entry("subtract", "sub"),
          Map.entry("multiply", "mul"),
          Map.entry("divide", "div"),
          Map.entry("zeros_like", "zeros_like"),
          Map.entry("ones_like", "ones_like"),
          Map.entry("isnan", "isnan"),
          Map.entry("isinf", "isinf"),
          Map.entry("isfinite", "isfinite"),
          Map.entry("any", "any"),
          Map.entry("all", "all"),
          Map.entry("clip", "clamp"));

  /// What those are called that plain numbers have.
  static final Map<String, String> OF_NUMBERS =
      Map.ofEntries(
          Map.entry("exp", "math.exp"),
          Map.entry("log", "math.log"),
          Map.entry("sqrt", "math.sqrt"),
          Map.entry("tanh", "math.tanh"),
          Map.entry("sin", "math.sin"),
          Map.entry("cos", "math.cos"),
          Map.entry("abs", "abs"),
          Map.entry("absolute", "abs"),
          Map.entry("power", "pow"),
          Map.entry("maximum", "max"),
          Map.entry("minimum", "min"));

  /// Functions, and methods, that go along an axis.
  static final Set<String> REDUCTIONS = Set.of("sum", "mean", "max", "min", "argmax", "argmin");

  /// Functions that make a tensor of a shape or of bounds.
  static final Set<String> MAKERS = Set.of("zeros", "ones", "eye", "arange");

  /// Methods that both have, with the same arguments.
  static final Set<String> METHODS = Set.of("reshape", "flatten", "ravel", "tolist", "any", "all");

  /// Methods with another name.
  static final Map<String, String> RENAMED =
      Map.of("copy", "clone", "fill", "fill_", "clip", "clamp");

  private static final Map<String, String> CONSTANTS =
      Map.of("pi", "math.pi", "e", "math.e", "inf", "math.inf", "nan", "math.nan");

  private TorchNames() {}

  /// Whether this function of `np` gives a plain number for plain numbers here.
  static boolean isOfNumbers(String function) {
    return OF_NUMBERS.containsKey(function) || function.equals("square") || function.equals("dot");
  }

  /// A member of `np` that is no function; empty if there is none.
  static String constant(String name) {
    return name.equals("newaxis") ? "None" : CONSTANTS.getOrDefault(name, "");
  }

  /// A reduction's name: of several entries, the largest along an axis is `amax`.
  static String reduction(String name, boolean alongAxis) {
    return alongAxis && (name.equals("max") || name.equals("min")) ? "a" + name : name;
  }

  /// A keyword's name.
  static String keyword(String name) {
    return switch (name) {
      case "axis" -> "dim";
      case "keepdims" -> "keepdim";
      case "num" -> "steps";
      case "a_min" -> "min";
      case "a_max" -> "max";
      default -> name;
    };
  }
}
