package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Graph;
import backstep.tensor.Tensor;
import backstep.testing.CPython;
import backstep.testing.Fuzz;
import backstep.train.GradientCheck;
import backstep.train.GradientCheck.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Programs at random that Backstep runs to their end, with CPython and NumPy as the judge.
@DisplayName("A program at random that runs to its end")
class CpythonFuzzTest {
  private static final Budget.Limit SMALL = new Budget.Limit(20_000, 400_000);
  private static final int BATCH = 1_000;
  private static final int PROGRAMS = 1_500;

  // Runs each program, and prints what parts from what Backstep printed and left in its variables.
  // An entry may part by what rounding does to the largest number of the program.
  private static final String JUDGE =
      """
      import contextlib, io, json, re, warnings
      import numpy as np

      warnings.simplefilter("ignore")
      NUMBER = re.compile(r"[-+]?(?:\\d+\\.?\\d*(?:e[-+]?\\d+)?|\\.\\d+|inf|nan)")

      def near(a, b, size, part):
          a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
          return a.shape == b.shape and np.allclose(a, b, rtol=part, atol=part * size, equal_nan=True)

      def numbers(text):
          return [float(n) for n in NUMBER.findall(text)]

      for case in json.loads(CASES):
          names = {"__name__": "program"}
          np.random.seed(0)
          out = io.StringIO()
          try:
              with contextlib.redirect_stdout(out):
                  exec(compile(case["code"], "program", "exec"), names)
          except Exception as problem:
              print(case["code"], "stopped:", repr(problem))
              continue
          amiss = []
          size = 1.0
          values = {}
          for name, one in case["values"].items():
              value = np.array([float(x) for x in one["entries"]]).reshape(one["shape"])
              values[name] = value
              finite = np.abs(value[np.isfinite(value)])
              size = max(size, finite.max() if finite.size else 0)
          for name, value in values.items():
              theirs = names.get(name)
              if not near(theirs, value, size, 1e-12):
                  amiss.append(f"{name} is {theirs} not {value}")
          ours, theirs = case["printed"], out.getvalue()
          if NUMBER.sub("#", ours).split() != NUMBER.sub("#", theirs).split():
              amiss.append(f"printed {theirs!r} not {ours!r}")
          elif not near(numbers(theirs), numbers(ours), size, 1e-4 if "f}" in case["code"] else 1e-7):
              amiss.append(f"printed {theirs!r} not {ours!r}")
          if amiss:
              print(case["code"], *amiss, sep="\\n")
      """;

  @Test
  @DisplayName("prints and holds under CPython what it does here")
  void judged() {
    List<ObjectNode> ran = new ArrayList<>();
    List<String> apart = new ArrayList<>();
    int[] counts = new int[2];
    Fuzz.each(
        PROGRAMS,
        (random, input) -> {
          String text = new RandomProgram(random).text();
          input.accept(text);
          counts[0]++;
          Run run = Program.of(text).within(SMALL).runHere(Options.DEFAULT).getLast();
          if (run.problem().isEmpty()) {
            counts[1]++;
            ran.add(told(run));
          }
          if (ran.size() == BATCH) {
            apart.addAll(judged(ran));
            ran.clear();
          }
        });
    apart.addAll(judged(ran));
    assertThat(apart.stream().limit(100)).as("%d programs judged", counts[1]).isEmpty();
    assertThat(counts[1]).as("of %d programs", counts[0]).isGreaterThan(counts[0] / 4);
  }

  private static ObjectNode told(Run run) {
    ObjectNode told = JsonMapper.shared().createObjectNode();
    told.put("code", run.text());
    told.put("printed", run.printed());
    ObjectNode values = told.putObject("values");
    run.numbers()
        .forEach((name, value) -> {
          if (!name.contains("[")) {
            ObjectNode one = values.putObject(name);
            ArrayNode shape = one.putArray("shape");
            for (int dim : value.shape().dims()) {
              shape.add(dim);
            }
            ArrayNode entries = one.putArray("entries");
            for (double entry : value.toArray()) {
              entries.add(Double.toString(entry));
            }
          }
        });
    return told;
  }

  private static List<String> judged(List<ObjectNode> ran) {
    if (ran.isEmpty()) {
      return List.of();
    }
    String json = JsonMapper.shared().writeValueAsString(ran);
    // A JSON string is a Python string as well.
    String literal = JsonMapper.shared().writeValueAsString(json);
    return CPython.run(JUDGE.replace("CASES", literal)).lines().toList();
  }

  @Test
  @DisplayName("has the gradients that finite differences have")
  void gradients() {
    int[] compared = new int[1];
    Fuzz.each(
        500,
        (random, input) -> {
          String text = new RandomProgram(random).text();
          input.accept(text);
          Run run = Program.of(text).within(SMALL).runHere(Options.DEFAULT).getLast();
          if (run.problem().isPresent() || run.iterations() == 0) {
            return;
          }
          Graph graph;
          try {
            graph = run.last().graph();
          } catch (ProblemException e) {
            return;
          }
          // Where an exp overflowed there is no gradient to compare with.
          if (Math.abs(graph.loss().value().item()) < 1e3
              && graph.gradients().values().stream().allMatch(Tensor::isFinite)) {
            compared[0]++;
            assertThat(GradientCheck.of(graph, GradientCheck.USUAL_STEP))
                .flatExtracting(GradientCheck.Row::entries)
                .noneMatch(CpythonFuzzTest::parts);
          }
        });
    assertThat(compared[0]).isPositive();
  }

  // Where a function bends much within a step, or from there on, as v * max(v, 0) does at 0, the
  // difference is off by more than the check allows for.
  private static boolean parts(GradientCheck.Entry entry) {
    return entry.verdict() == Verdict.DIFFERS
        && entry.relativeError() > 1e-3
        && Math.abs(entry.numeric() - entry.exact()) > 1e-4;
  }
}
