package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Iteration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A program made to learn")
class LearningProgramTest {
  private static final String NETWORK =
      """
      import numpy as np
      x = np.array([1.0, -2.0])
      W1 = np.array([[0.5, -0.3], [0.2, 0.8]])
      b1 = np.zeros(2)
      W2 = np.array([0.7, -0.5])
      n = 2
      h = np.tanh(W1 @ x + b1)
      loss = 0.5 * (W2 @ h + W2[0] - 1) ** 2 / n
      """;

  private static Run run(String text) {
    return Program.of(text).run(Options.DEFAULT);
  }

  @Test
  @DisplayName("can learn what the loss is made of and was given, but no whole number")
  void candidates() {
    assertThat(LearningProgram.candidates(run(NETWORK))).containsExactly("x", "W1", "b1", "W2");
    assertThat(LearningProgram.learned(run(NETWORK))).isEmpty();
    assertThat(LearningProgram.candidates(run("x = 1\nprint(x)\n"))).isEmpty();
    assertThat(LearningProgram.candidates(run("w = 1.0\nloss = w * u\n"))).isEmpty();
    Run learning = run("w = 1.0\nloss = w ** 2\nw -= 0.1 * 2 * w\n");
    assertThat(LearningProgram.candidates(learning)).isEmpty();
    assertThat(LearningProgram.learned(learning)).containsExactly("w");
  }

  @Test
  @DisplayName("goes along the gradient of what was chosen, of nothing else, and its loss falls")
  void learns() {
    for (Set<String> chosen :
        Set.of(Set.of("W1"), Set.of("b1", "W2"), Set.of("x", "W1", "b1", "W2"))) {
      String text = LearningProgram.of(run(NETWORK), chosen, 0.1, "backward pass", "update");
      assertThat(text).startsWith(NETWORK).contains("learning_rate = 0.1\n");
      Run learning = run(text);
      assertThat(learning.problem()).isEmpty();
      assertThat(LearningProgram.learned(learning)).isEqualTo(new LinkedHashSet<>(chosen));
      Iteration iteration = learning.last();
      assertThat(iteration.updates())
          .allMatch(update -> update.isAlong(iteration.graph().gradients()))
          .allMatch(update -> update.rate() == 0.1);
      assertThat(learning.claims()).hasSize(chosen.size()).allMatch(Claim::agrees);
    }
  }

  @Test
  @DisplayName("keeps the rate that it sets itself")
  void rate() {
    String text =
        LearningProgram.of(
            run("learning_rate = 0.02\nw = 3.0\nloss = w ** 2\n"), Set.of("w"), 0.1, "b", "u");
    assertThat(text).doesNotContain("0.1").endsWith("# u\nw -= learning_rate * d_w\n");
    assertThat(run(text).last().updates()).allMatch(update -> update.rate() == 0.02);
  }
}
