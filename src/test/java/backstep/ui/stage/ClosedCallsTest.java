package backstep.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Call;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Run;
import backstep.trace.Fold;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Which calls are closed")
class ClosedCallsTest {
  private static final String NESTED =
      """
      import numpy as np
      def small(a):
          return np.exp(-a) + 1
      def large(v):
          b = small(v) * v + np.tanh(v)
          return b * b + np.sin(b)
      x = 0.5
      loss = large(x) ** 2 + small(x)
      """;

  private static final Call LARGE = new Call("large", 0);
  private static final Call INNER = new Call("small", 0);
  private static final Call OUTER = new Call("small", 1);

  private static List<Call> closed(String text, ClosedCalls choice) {
    Run run = Program.of(text).run(Options.DEFAULT);
    return choice.in(run.origins()).of(run.last()).stream().map(Fold::call).toList();
  }

  @Test
  @DisplayName("at first: small ones beside more than themselves, or within larger ones")
  void atFirst() {
    assertThat(closed(NESTED, ClosedCalls.AT_FIRST)).containsExactly(INNER, OUTER);
    String only = "import numpy as np\ndef f(x):\n    return np.exp(-x) * x\nloss = f(0.5)\n";
    assertThat(closed(only, ClosedCalls.AT_FIRST)).as("all that the program is about").isEmpty();
  }

  @Test
  @DisplayName("then those that the learner chose, and all or none if they said so")
  void chosen() {
    assertThat(closed(NESTED, ClosedCalls.AT_FIRST.with(OUTER, false))).containsExactly(INNER);
    assertThat(closed(NESTED, ClosedCalls.AT_FIRST.with(LARGE, true)))
        .containsExactly(LARGE, INNER, OUTER);
    assertThat(closed(NESTED, ClosedCalls.all(true))).containsExactly(LARGE, INNER, OUTER);
    assertThat(closed(NESTED, ClosedCalls.all(false))).isEmpty();
    assertThat(closed(NESTED, ClosedCalls.all(false).with(INNER, true))).containsExactly(INNER);
  }
}
