package backstep.ui.explain;

import backstep.graph.Op;
import backstep.python.Naming;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.python.Run;
import backstep.testing.TwoLayers;
import backstep.trace.Session;
import backstep.trace.Snapshot;
import backstep.trace.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Small programs that between them use every op, with numbers and with arrays.
final class Programs {
  static final String TWO_LAYERS =
      TwoLayers.FORWARD
          + """
          d2 = (r2 - 1) * (z2 > 0)
          W2 -= .01 * np.outer(r1, d2)
          b2 -= .01 * d2
          """;

  private static final String NUMBERS =
      """
      import numpy as np
      a = 0.7
      b = -1.3
      c = np.exp(a) + np.log(a) - np.sqrt(a) * np.tanh(b) / np.sin(a)
      d = np.cos(b) + abs(b) + a ** 3 + a ** b + (-a) + a % 0.4
      e = np.maximum(a, b) + np.minimum(a, b) + np.where(a > b, a, b) + np.clip(b, -1, 1)
      f = np.maximum(0, b) + a * a + np.minimum(a, 2) + (2 - a) / 3 + 3 / a + b
      loss = c + d * e + f
      """;

  private static final String ARRAYS =
      """
      import numpy as np
      A = np.array([[0.5, -1.25, 2.0], [1.5, 0.75, -0.5]])
      v = np.array([0.1, 0.2, 0.3])
      B = np.exp(A) + np.log(A * A) - np.sqrt(A * A) * np.tanh(A) / (np.sin(v) + 2)
      C = np.cos(A) + np.abs(A) + A ** 2 + (A * A) ** v + (-A) + A % 0.4
      D = np.maximum(A, v) + np.minimum(A, v) + np.where(A > 0, A, v) + np.clip(A, -1, 1)
      E = np.outer(v, v).T.reshape(9) * 0.5
      F = np.zeros(3)
      F[1] = v[0] * 2
      F[2] = v.sum()
      G = np.array([v[0], v[1] * v[2]])
      H = G @ A @ v + A.dot(v).dot(G) + A.T.dot(G).sum()
      M = A.mean(axis=0) + A.max(axis=0) - A.min(axis=0) * np.maximum(0, v)
      K = (A.dot(A.T) + A.mean() + A.max() + A.min()).sum(axis=1, keepdims=True)
      big = np.outer(np.arange(7) * 0.5, np.arange(9) * 0.25)
      W = np.ones((9, 6)) * 0.123456
      loss = (B * C).sum() + (D + M).sum() + E.sum() + F.sum() + H + K.sum() + big.dot(W).mean()
      loss = loss + v.dot(v)
      """;

  private static final String UNUSUAL =
      """
      import numpy as np
      학습률_1 = 1234567.0
      x_long_name = np.array([1e-9, -3e12, 0.0, 5.0, 6.0])
      with_nan = np.log(x_long_name - 1) * 학습률_1
      loss = with_nan.sum() / 0.0000001
      """;

  private Programs() {}

  /// A program's steps, each as it is taken.
  record Told(String program, Snapshot snapshot, Naming naming) {
    Explanation explanation() {
      ExplainModel model = new ExplainModel();
      model.show(snapshot, naming);
      return model.getExplanation();
    }
  }

  static List<Told> told(String text) {
    Run run = Program.of(text).run(Options.DEFAULT);
    run.problem()
        .ifPresent(problem -> {
          throw new IllegalStateException(problem.toString());
        });
    Session session = Session.start(new Replays(Program.of(text), Options.DEFAULT, run));
    List<Told> told = new ArrayList<>();
    for (int i = 0; i <= session.trace().steps().size(); i++) {
      told.add(new Told(text, session.seek(i).snapshot(), new Naming(run.origins())));
    }
    return told;
  }

  static List<Told> all() {
    return Stream.of(TWO_LAYERS, NUMBERS, ARRAYS, UNUSUAL)
        .flatMap(text -> told(text).stream())
        .toList();
  }

  /// Every op that some step computes.
  static Set<Class<?>> ops(List<Told> told) {
    return told.stream()
        .flatMap(t -> t.snapshot.step().stream())
        .filter(Step.Forward.class::isInstance)
        .map(step -> (Class<?>) ((Step.Forward) step).node().op().getClass())
        .collect(Collectors.toSet());
  }

  /// Every op there is.
  static Class<?>[] everyOp() {
    return Op.class.getPermittedSubclasses();
  }
}
