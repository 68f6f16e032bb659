package backstep.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Call;
import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Iterations;
import backstep.graph.Node;
import backstep.python.Calls;
import backstep.python.Options;
import backstep.python.ProblemException;
import backstep.python.Program;
import backstep.python.Run;
import backstep.tensor.Tensor;
import backstep.testing.Corpus;
import backstep.trace.Step.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A closed call")
class FoldTest {
  private static final String NESTED =
      """
      import numpy as np
      def gate(x):
          return np.where(x > 0, x, 0.1 * x)
      def squash(v, w):
          half = np.tanh(v * w + v)
          return gate(half) * w
      w = 0.5
      x = np.array([1.0, -2.0])
      a = squash(x, w)
      b = squash(a, w) + x
      loss = (b * a).sum()
      """;

  /// An iteration of a program, and all calls of it that can be closed.
  record Case(String name, Run run, Iteration iteration, List<Fold> folds) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.concat(
            Corpus.good().stream().flatMap(program -> of(program.name(), program.text())),
            of("nested", NESTED))
        .filter(program -> !program.folds.isEmpty());
  }

  private static Stream<Case> of(String name, String text) {
    Run run = Program.of(text).run(Options.DEFAULT);
    try {
      Iteration last = run.last();
      return Stream.of(new Case(name, run, last, folds(run, last)));
    } catch (ProblemException withoutLoss) {
      return Stream.empty();
    }
  }

  private static List<Fold> folds(Run run, Iteration iteration) {
    Calls calls = Calls.of(iteration, run.origins());
    return calls.all().stream()
        .flatMap(call -> Fold.of(iteration.graph(), call, calls.nodes(call)).stream())
        .toList();
  }

  /// Each closed alone, and all together.
  private static List<List<Fold>> choices(Case program) {
    List<List<Fold>> choices = new ArrayList<>();
    program.folds.forEach(fold -> choices.add(List.of(fold)));
    choices.add(program.folds);
    return choices;
  }

  private static List<Node> visible(Trace trace) {
    return trace.graph().nodes().stream()
        .filter(node -> trace.folds().stream().noneMatch(fold -> fold.hides(node)))
        .toList();
  }

  private static void assertSame(Snapshot actual, Snapshot expected, List<Node> nodes) {
    for (Node node : nodes) {
      assertThat(actual.value(node)).isEqualTo(expected.value(node));
      assertThat(actual.gradient(node)).isEqualTo(expected.gradient(node));
      assertThat(actual.isComplete(node)).isEqualTo(expected.isComplete(node));
      assertThat(actual.isUpdated(node)).isEqualTo(expected.isUpdated(node));
    }
  }

  @Test
  @DisplayName("is found in many programs, nested ones and masks among them")
  void enoughCases() {
    assertThat(cases()).hasSizeGreaterThan(10);
    List<Fold> folds = of("nested", NESTED).findFirst().orElseThrow().folds;
    assertThat(folds)
        .extracting(Fold::call)
        .containsExactly(
            new Call("squash", 0), new Call("gate", 0), new Call("squash", 1), new Call("gate", 1));
    assertThat(folds.get(1).constants()).hasSize(1);
    assertThat(folds.get(0).operations()).containsAll(folds.get(1).operations());
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("shows at every moment what is shown with all calls open")
  void sameFigures(Case program) {
    Trace open = Trace.of(program.iteration);
    for (List<Fold> closed : choices(program)) {
      Trace trace = Trace.of(program.iteration, closed);
      assertThat(trace.singles(trace.steps().size())).isEqualTo(open.steps().size());
      for (int position = 0; position <= trace.steps().size(); position++) {
        Snapshot expected = open.at(trace.singles(position));
        assertSame(trace.at(position), expected, trace.graph().nodes());
      }
      for (Phase phase : Phase.values()) {
        assertThat(trace.singles(trace.endOf(phase))).isEqualTo(open.endOf(phase));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("is one step forward and one step backward")
  void oneStep(Case program) {
    for (Fold fold : program.folds) {
      List<Step> steps = Trace.of(program.iteration, List.of(fold)).steps();
      assertThat(steps)
          .filteredOn(step -> step.node() == fold.output())
          .filteredOn(step -> !(step instanceof Step.Seed))
          .hasSize(2)
          .first()
          .isInstanceOf(Step.ForwardCall.class);
      assertThat(steps).noneMatch(step -> fold.hides(step.node()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("sends shares that add up to the gradients of the whole graph")
  void sharesAddUp(Case program) {
    Graph graph = program.iteration.graph();
    Map<Node, Tensor> gradients = graph.gradients();
    for (List<Fold> closed : choices(program)) {
      Trace trace = Trace.of(program.iteration, closed);
      Map<Node, Tensor> sums = new HashMap<>();
      for (Step step : trace.steps()) {
        for (Flow<Tensor> flow : step.flows()) {
          assertThat(visible(trace)).contains(flow.to());
          sums.merge(flow.to(), flow.share(), Tensor::plus);
          assertClose(sums.get(flow.to()), flow.total());
        }
      }
      for (Node node : visible(trace)) {
        if (node != graph.loss() && node.differentiable()) {
          assertClose(sums.get(node), gradients.get(node));
        }
      }
    }
  }

  private static void assertClose(Tensor actual, Tensor expected) {
    double largest = 1e-300;
    for (double entry : expected.toArray()) {
      largest = Math.max(largest, Math.abs(entry));
    }
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(actual.toArray()).containsExactly(expected.toArray(), within(1e-9 * largest));
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("is walked through to the end and back by the same moments")
  void thereAndBack(Case program) {
    Session session = Session.at(only(program), _ -> program.folds, 0, 0);
    List<Snapshot> seen = new ArrayList<>();
    for (; !session.atEnd(); session = session.next()) {
      seen.add(session.snapshot());
    }
    for (Snapshot before : seen.reversed()) {
      session = session.previous();
      assertThat(session.position()).isEqualTo(before.position());
      assertSame(session.snapshot(), before, visible(session.trace()));
    }
    assertThat(session.atStart()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("is opened and closed again at any moment, and nothing is shown early")
  void refolded(Case program) {
    Trace open = Trace.of(program.iteration);
    for (List<Fold> closed : choices(program)) {
      for (int position = 0; position <= open.steps().size(); position++) {
        Session flat = Session.at(only(program), 0, position);
        Session folded = flat.folded(_ -> closed);
        int done = folded.trace().singles(folded.position());
        assertThat(done).isLessThanOrEqualTo(position);
        assertSame(folded.snapshot(), open.at(done), visible(folded.trace()));
        if (done < position) {
          // The learner stood in the middle of a call, which is all that is left out.
          Step next = folded.snapshot().next().orElseThrow();
          assertThat(done + next.singles().size()).isGreaterThan(position);
        }
        Session again = folded.folded(Folding.NONE);
        assertThat(again.position()).isEqualTo(done);
      }
    }
  }

  private static Iterations only(Case program) {
    return new Iterations() {
      @Override
      public int count() {
        return 1;
      }

      @Override
      public Iteration get(int index) {
        return program.iteration;
      }
    };
  }

  // ---- What cannot be closed

  private static Fold fold(Run run, Iteration iteration, String function) {
    return folds(run, iteration).stream()
        .filter(fold -> fold.call().function().equals(function))
        .findFirst()
        .orElse(null);
  }

  @Test
  @DisplayName("is refused where two results leave it, and where it is but one node")
  void refused() {
    Run run =
        Program.of(
                """
                import numpy as np
                def both(x):
                    return x * 2, np.exp(x) + x
                def relu(x):
                    return np.maximum(0, x)
                x = 0.5
                a, b = both(x)
                loss = relu(a * b)
                """)
            .run(Options.DEFAULT);
    assertThat(folds(run, run.last())).isEmpty();
  }

  @Test
  @DisplayName("is refused where something else is computed between its ops")
  void broken() {
    Run run =
        Program.of("x = 3.0\na = 2 * x\nb = x * x\nc = a * 3\nloss = b + c\n").run(Options.DEFAULT);
    Graph graph = run.last().graph();
    Map<String, Node> names = run.variables(graph);
    List<Node> apart = List.of(names.get("a"), names.get("c"));
    assertThat(Fold.of(graph, new Call("f", 0), apart)).isEmpty();
    List<Node> together =
        List.of(names.get("a"), names.get("b"), names.get("c"), names.get("loss"));
    assertThat(Fold.of(graph, new Call("f", 0), together)).isPresent();
  }

  @Test
  @DisplayName("leaves the leaves that take a gradient outside")
  void leavesStay() {
    Run run =
        Program.of(
                """
                def f(x):
                    w = 0.25
                    return x * w + w
                x = 2.0
                loss = f(x) ** 2
                """)
            .run(Options.DEFAULT);
    Iteration last = run.last();
    Fold fold = fold(run, last, "f");
    assertThat(fold.inputs())
        .extracting(run.origins()::name)
        .map(name -> name.orElse("?"))
        .containsExactly("x", "w");
    Trace trace = Trace.of(last, List.of(fold));
    Step.BackwardCall back = (Step.BackwardCall) trace.steps().getLast();
    // d loss/d f = 2 * 0.75 = 1.5; f = w (x + 1)
    assertThat(back.upstream().item()).isEqualTo(1.5);
    assertThat(back.flows()).extracting(flow -> flow.share().item()).containsExactly(0.375, 4.5);
    assertThat(back.flows()).extracting(Flow::operand).containsExactly(0, 1);
  }

  @Test
  @DisplayName("is the same call in every iteration")
  void acrossIterations() {
    Run run =
        Program.of(
                """
                import numpy as np
                def f(x):
                    return 1 / (1 + np.exp(-x))
                w = 0.5
                for i in range(3):
                    loss = (f(w) - f(2 * w)) ** 2
                    w -= 0.1 * w
                """)
            .run(Options.DEFAULT);
    for (int i = 0; i < 3; i++) {
      assertThat(folds(run, run.iteration(i).orElseThrow()))
          .extracting(Fold::call)
          .containsExactly(new Call("f", 0), new Call("f", 1));
    }
  }
}
