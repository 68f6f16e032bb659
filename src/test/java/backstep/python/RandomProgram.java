package backstep.python;

import backstep.testing.Damage;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A program of the small Python whose statements are at random: each is well written, most do what
/// they can with numbers and arrays of few entries, some with what they cannot take.
final class RandomProgram {
  private static final List<String> NUMBERS =
      List.of("0.5", "1.5", "-2.0", "3.0", "0.25", "-0.75", "1e-3", "12.5", "0.0", "1.0");
  private static final List<String> WHOLE = List.of("0", "1", "2", "3", "-1", "7", "10");
  private static final List<String> ELEMENTWISE =
      List.of("exp", "tanh", "sin", "cos", "abs", "square", "sqrt", "log", "negative");
  private static final List<String> PAIRED =
      List.of("maximum", "minimum", "add", "subtract", "multiply", "divide");
  private static final List<String> OPERATORS =
      List.of("+", "-", "*", "/", "+", "-", "*", "**", "//", "%");
  private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");
  private static final List<String> REDUCTIONS = List.of("sum", "mean", "max", "min");
  private static final List<String> SLICES =
      List.of("[0]", "[-1]", "[1:]", "[:2]", "[::-1]", "[0:2]", "[:, 0]", "[0, 1]", "[None]");
  private static final List<String> SHAPES = List.of("2", "3", "(2, 3)", "(3, 2)", "(2, 2)");

  /// What a variable holds, as far as is known.
  private enum Kind {
    NUMBER,
    WHOLE,
    VECTOR,
    MATRIX,
    LIST
  }

  private record Variable(String name, Kind kind) {}

  private final RandomGenerator random;
  private final List<Variable> variables = new ArrayList<>();
  private final StringBuilder text = new StringBuilder("import numpy as np\n");
  private int names;

  RandomProgram(RandomGenerator random) {
    this.random = random;
  }

  /// The program.
  String text() {
    if (random.nextInt(3) == 0) {
      text.append("np.random.seed(").append(random.nextInt(5)).append(")\n");
    }
    function();
    for (Kind kind : Kind.values()) {
      start(kind);
    }
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      statement("");
    }
    if (random.nextBoolean()) {
      training();
    } else {
      line("", "loss = np.sum(" + expression(2) + ")");
    }
    if (random.nextInt(3) == 0) {
      line("", "print(" + any() + ", " + expression(1) + ")");
    }
    return text.toString();
  }

  private void line(String indent, String statement) {
    text.append(indent).append(statement).append('\n');
  }

  private String fresh(Kind kind) {
    String name = "v" + names++;
    variables.add(new Variable(name, kind));
    return name;
  }

  // ---- Statements

  private void function() {
    line("", "def f(x, a=" + number() + "):");
    if (random.nextBoolean()) {
      line("    ", "if np.sum(x) > a:");
      line("        ", "return x * a");
    }
    line(
        "    ",
        "return " + one("1 / (1 + np.exp(-x))", "np.tanh(x) + a", "x * x - a", "np.maximum(x, 0)"));
  }

  private void start(Kind kind) {
    String value =
        switch (kind) {
          case NUMBER -> number();
          case WHOLE -> Damage.one(WHOLE, random);
          case VECTOR ->
              one(
                  "np.array(" + row(3) + ")",
                  "np.random.randn(3)",
                  "np.arange(3) * 0.5",
                  "np.linspace(-1, 1, 3)");
          case MATRIX ->
              one(
                  "np.array([" + row(3) + ", " + row(3) + "])",
                  "np.random.randn(2, 3)",
                  "np.ones((2, 3))",
                  "np.array([" + row(2) + ", " + row(2) + "])",
                  "np.eye(3)");
          case LIST -> row(1 + random.nextInt(4));
        };
    line("", fresh(kind) + " = " + value);
  }

  private void statement(String indent) {
    switch (random.nextInt(12)) {
      case 0 -> line(indent, numeric() + " " + one("+=", "-=", "*=", "/=") + " " + number());
      case 1 -> {
        line(indent, "for i in range(" + (1 + random.nextInt(4)) + "):");
        statement(indent + "    ");
      }
      case 2 -> {
        line(indent, "if " + truth() + ":");
        statement(indent + "    ");
        line(indent, "else:");
        statement(indent + "    ");
      }
      case 3 -> line(indent, any() + " = " + expression(2));
      case 4 -> line(indent, of(Kind.LIST) + ".append(" + expression(1) + ")");
      case 5 -> line(indent, of(Kind.VECTOR) + "[" + random.nextInt(3) + "] = " + number());
      case 6 -> line(indent, "p, q = " + expression(1) + ", " + expression(1));
      case 7 -> line(indent, "print(f'{" + of(Kind.NUMBER) + ":.4f}', " + any() + ")");
      default -> {
        String value = expression(3);
        // Only what is sure to be set is used later.
        line(indent, (indent.isEmpty() ? fresh(guess(value)) : "t") + " = " + value);
      }
    }
  }

  private static Kind guess(String value) {
    if (value.contains("sum(") || value.contains("mean(")) {
      return Kind.NUMBER;
    }
    return value.contains("@") ? Kind.MATRIX : Kind.VECTOR;
  }

  private void training() {
    line("", "w = np.array(" + row(3) + ")");
    line("", "b = " + number());
    line("", "x = np.array([" + row(3) + ", " + row(3) + "])");
    line("", "y = np.array(" + row(2) + ")");
    line("", "for step in range(" + (1 + random.nextInt(6)) + "):");
    line("    ", "z = x @ w + b");
    line("    ", "r = " + one("f(z) - y", "z - y", "np.tanh(z) - y", "np.maximum(z, 0.1 * z) - y"));
    line(
        "    ",
        "loss = "
            + one(
                "np.mean(r ** 2)", "np.sum(r * r) / 2", "(r ** 2).mean() + 0.01 * np.sum(w ** 2)"));
    line("    ", "g = " + one("2 * r / 2", "r * (1 - np.tanh(z) ** 2)", "r"));
    line("    ", one("w -= 0.1 * (x.T @ g)", "w = w - 0.1 * x.T.dot(g)"));
    line("    ", "b -= 0.1 * np.sum(g)");
    if (random.nextInt(4) == 0) {
      line("    ", "if loss < " + number() + ":");
      line("        ", "break");
    }
  }

  // ---- Expressions

  private String expression(int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return random.nextInt(3) == 0 ? number() : any();
    }
    String x = expression(depth - 1);
    return switch (random.nextInt(22)) {
      case 0, 1, 2, 3 ->
          "(" + x + " " + Damage.one(OPERATORS, random) + " " + expression(depth - 1) + ")";
      case 4, 5 -> "np." + Damage.one(ELEMENTWISE, random) + "(" + x + ")";
      case 6 -> "np." + Damage.one(PAIRED, random) + "(" + x + ", " + expression(depth - 1) + ")";
      case 7 -> "np." + Damage.one(REDUCTIONS, random) + "(" + x + axis() + ")";
      case 8 ->
          "(" + x + ")." + one("sum()", "mean()", "T", "max()", "reshape(-1)", "shape", "copy()");
      case 9 -> of(Kind.MATRIX) + " @ " + one(of(Kind.VECTOR), of(Kind.MATRIX) + ".T");
      case 10 -> "np.dot(" + of(Kind.VECTOR) + ", " + of(Kind.VECTOR) + ")";
      case 11 -> of(Kind.MATRIX) + Damage.one(SLICES, random);
      case 12 -> of(Kind.VECTOR) + Damage.one(SLICES, random);
      case 13 -> "f(" + x + one("", ", " + number(), ", a=" + number()) + ")";
      case 14 -> "np.where(" + truths() + ", " + x + ", " + expression(depth - 1) + ")";
      case 15 -> "(" + x + " if " + truth() + " else " + expression(depth - 1) + ")";
      case 16 -> "sum([k * " + number() + " for k in " + of(Kind.LIST) + "])";
      case 17 -> "np.clip(" + x + ", -1.0, " + number() + ")";
      case 18 -> "np.outer(" + of(Kind.VECTOR) + ", " + of(Kind.VECTOR) + ")";
      case 19 -> "-" + x;
      case 20 -> "np.array([" + of(Kind.NUMBER) + ", " + expression(depth - 1) + "])";
      default ->
          one(
              "len(" + of(Kind.LIST) + ")",
              "float(" + of(Kind.WHOLE) + ")",
              "round(" + of(Kind.NUMBER) + ", 2)",
              "abs(" + x + ")",
              "np.zeros(" + Damage.one(SHAPES, random) + ")",
              "(lambda u: u * 2)(" + x + ")",
              "max(" + of(Kind.NUMBER) + ", " + number() + ")");
    };
  }

  private String axis() {
    return one("", "", ", axis=0", ", axis=1", ", axis=-1, keepdims=True");
  }

  private String truth() {
    return of(Kind.NUMBER) + " " + Damage.one(COMPARISONS, random) + " " + number();
  }

  private String truths() {
    return of(Kind.VECTOR) + " " + Damage.one(COMPARISONS, random) + " " + number();
  }

  // ---- What they are made of

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  private String number() {
    return Damage.one(NUMBERS, random);
  }

  private String numeric() {
    return of(random.nextInt(4) == 0 ? Kind.WHOLE : Kind.NUMBER);
  }

  private String row(int length) {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      row.add(number());
    }
    return "[" + String.join(", ", row) + "]";
  }

  private String any() {
    return variables.isEmpty() ? number() : Damage.one(variables, random).name();
  }

  // One of that kind if there is one; now and then another.
  private String of(Kind kind) {
    List<Variable> fitting =
        variables.stream().filter(variable -> variable.kind() == kind).toList();
    return fitting.isEmpty() || random.nextInt(30) == 0
        ? any()
        : Damage.one(fitting, random).name();
  }
}
