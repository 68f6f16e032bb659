package backstep.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Thousands of figures and messages against those of CPython and NumPy.
@DisplayName("As CPython and NumPy have it")
class GoldenTest {
  private final Locale usual = Locale.getDefault();

  // A place where figures have other digits and a comma for a point: none of it may show.
  @BeforeEach
  void farFromC() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
  }

  @AfterEach
  void backHome() {
    Locale.setDefault(usual);
  }

  private static Tensor act(String name, Tensor a, Tensor b) {
    return switch (name) {
      case "plus" -> a.plus(b);
      case "dividedBy" -> a.dividedBy(b);
      case "dot" -> a.dot(b);
      case "matmul" -> a.matmul(b);
      case "dot of zeros" -> zeros(a).dot(b.map(Math::abs));
      case "matmul of zeros" -> zeros(a).matmul(b.map(Math::abs));
      case "outer" -> a.outer(b);
      case "stack" -> Tensor.stack(List.of(a, b));
      case "broadcastTo" -> a.broadcastTo(b.shape());
      case "reshape" -> a.reshape(b.shape());
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Tensor reduce(String name, Tensor x) {
    return switch (name) {
      case "sum" -> x.sum();
      case "max" -> x.max();
      case "min" -> x.min();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Tensor reduce(String name, Tensor x, int axis, boolean keep) {
    return switch (name) {
      case "sum" -> x.sum(axis, keep);
      case "max" -> x.max(axis, keep);
      case "min" -> x.min(axis, keep);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Tensor zeros(Tensor x) {
    return x.map(Math::abs).times(-0.0);
  }

  private record Answer(Object expected, Object got) {}

  private static void check(String name, int atLeast, Function<List<String>, Answer> question) {
    List<List<String>> cases = Golden.cases(name);
    List<String> differences =
        cases.stream()
            .flatMap(fields -> {
              Answer answer = question.apply(fields);
              return answer.expected.equals(answer.got)
                  ? null
                  : Stream.of(fields + "\nbut got " + answer.got);
            })
            .toList();
    assertThat(cases).hasSizeGreaterThan(atLeast);
    assertThat(differences.stream().limit(20))
        .as("%d of %d differ", differences.size(), cases.size())
        .isEmpty();
  }

  private static Object attempt(Supplier<Object> action) {
    try {
      return action.get();
    } catch (IllegalArgumentException problem) {
      return String.valueOf(problem.getMessage());
    }
  }

  @Test
  void reprOfFloats() {
    check(
        "numbers",
        900,
        fields -> new Answer(fields.get(1), NumpyFormat.number(Golden.number(fields.getFirst()))));
  }

  @Test
  void strAndReprOfArrays() {
    check("arrays", 600, GoldenTest::printed);
  }

  @Test
  void strAndReprAtTheBordersOfEachRule() {
    check("borders", 100, GoldenTest::printed);
  }

  private static Answer printed(List<String> fields) {
    DType type =
        switch (fields.getFirst()) {
          case "bool" -> DType.BOOL;
          case "int64" -> DType.INT;
          default -> DType.FLOAT;
        };
    Shape shape = Golden.shape(fields.get(1));
    double[] few = Golden.numbers(fields.get(2));
    double[] entries = new double[shape.size()];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = few[i % few.length];
    }
    Tensor tensor = Tensor.of(shape, entries);
    return new Answer(
        fields.subList(3, 5),
        List.of(NumpyFormat.array(tensor, type), NumpyFormat.repr(tensor, type)));
  }

  @Test
  void formatSpecifications() {
    check(
        "formats",
        2000,
        fields -> {
          String value = fields.get(1);
          String spec = fields.get(2);
          Object got =
              attempt(() ->
                  switch (fields.getFirst()) {
                    case "float" -> PythonFormat.format(Golden.number(value), spec);
                    case "int" -> PythonFormat.format(Long.parseLong(value), spec);
                    default -> PythonFormat.format(value, spec);
                  });
          return new Answer(fields.get(4), got);
        });
  }

  @Test
  void roundings() {
    check(
        "roundings",
        400,
        fields -> {
          double x = Golden.number(fields.getFirst());
          int digits = Integer.parseInt(fields.get(1));
          return new Answer(
              fields.subList(2, 4).stream().map(Golden::number).toList(),
              List.of(PythonFormat.round(x, digits), PythonFormat.numpyRound(x, digits)));
        });
  }

  @Test
  void sumsToTheLastBit() {
    check(
        "sums",
        400,
        fields -> {
          Tensor x =
              Golden.filled(Golden.shape(fields.getFirst()), Integer.parseInt(fields.get(1)));
          String axis = fields.get(2);
          Tensor sum = axis.equals("all") ? x.sum() : x.sum(Integer.parseInt(axis), false);
          return new Answer(Tensor.of(sum.shape(), Golden.numbers(fields.get(3))), sum);
        });
  }

  @Test
  void operationsOnEveryPairOfShapes() {
    check(
        "pairs",
        3000,
        fields -> {
          Tensor left = Golden.filled(Golden.shape(fields.get(1)), 1);
          Tensor right = Golden.filled(Golden.shape(fields.get(2)), 2);
          Object got = attempt(() -> act(fields.getFirst(), left, right));
          return fields.get(3).equals("ok") && got instanceof Tensor result
              ? new Answer(tensor(fields.get(4), fields.get(5)), nearly(result, fields.get(5)))
              : new Answer(fields.get(4), got);
        });
  }

  // BLAS libraries add in different orders, so products of matrices may differ in the last bits.
  private static Object nearly(Tensor got, String expected) {
    double[] figures = Golden.numbers(expected);
    boolean near = figures.length == got.size();
    for (int i = 0; near && i < figures.length; i++) {
      double error = Math.abs(got.get(i) - figures[i]);
      boolean same = Double.compare(got.get(i), figures[i]) == 0;
      near = same || error < 1e-12 * Math.abs(figures[i]);
    }
    return near ? Tensor.of(got.shape(), figures) : got;
  }

  @Test
  void reductionsOfEveryShape() {
    check(
        "reductions",
        1000,
        fields -> {
          Tensor x = Golden.filled(Golden.shape(fields.get(1)), 3);
          Tensor operand =
              fields.get(2).equals("True") && x.size() > 0
                  ? x.put(new int[] {x.size() / 2}, Tensor.scalar(Double.NaN))
                  : x;
          boolean keep = fields.get(4).equals("True");
          Object got =
              attempt(() -> {
                if (fields.get(3).equals("None")) {
                  Tensor result = reduce(fields.getFirst(), operand);
                  return keep ? result.reshape(x.shape().reduced(true)) : result;
                }
                int axis = Integer.parseInt(fields.get(3));
                return reduce(fields.getFirst(), operand, axis, keep);
              });
          return fields.get(5).equals("ok")
              ? new Answer(tensor(fields.get(6), fields.get(7)), got)
              : new Answer(fields.get(6), got);
        });
  }

  @Test
  void reshapesWithAnOpenAxis() {
    check(
        "reshapes",
        300,
        fields -> {
          Shape shape = Golden.shape(fields.getFirst());
          int[] wanted = Golden.dims(fields.get(1));
          return new Answer(fields.get(3), attempt(() -> shape.reshaped(wanted).toString()));
        });
  }

  private static Tensor tensor(String shape, String figures) {
    String dims = shape.replaceAll("[( )]|,\\)", "");
    return Tensor.of(Golden.shape(dims), Golden.numbers(figures));
  }
}
