package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a program may cost")
class BudgetTest {
  // Its last line leaves a view of what was changed since, which is read when it is looked at.
  private static final String VIEW =
      """
      import numpy as np
      W = np.array([[1.0, 2.0], [3.0, 4.0]])
      row = W[0]
      W *= 2.0
      """;

  @Test
  @DisplayName("is spent by the program, and not by a look at what it left")
  void look() {
    Set<Boolean> ended = new HashSet<>();
    for (int cells = 0; cells < 100; cells++) {
      Run run =
          Program.of(VIEW).within(new Budget.Limit(1000, cells)).runHere(Options.DEFAULT).getLast();
      ended.add(run.problem().isEmpty());
      if (run.problem().isEmpty()) {
        assertThat(run.numbers().get("row").get(1)).isEqualTo(4);
      }
    }
    assertThat(ended).containsExactlyInAnyOrder(true, false);
  }

  @Test
  @DisplayName("does not bound a look at the end of the longest chain that there may be")
  void chain() {
    for (int ops = Budget.MAX_CHAIN - 2; ops <= Budget.MAX_CHAIN + 2; ops++) {
      String text = VIEW + "for i in range(%d):\n    W *= 1.0\n".formatted(ops);
      Run run = Program.of(text).run(Options.DEFAULT);
      assertThat(run.problem().map(Problem::key).orElse("run.limit.chain"))
          .isEqualTo("run.limit.chain");
      assertThat(run.numbers().get("row").get(1)).isEqualTo(4);
    }
  }
}
