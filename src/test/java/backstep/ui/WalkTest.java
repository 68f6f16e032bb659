package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Node;
import backstep.python.Options;
import backstep.tensor.Tensor;
import backstep.testing.TwoLayers;
import backstep.trace.Session;
import backstep.trace.Step.Phase;
import backstep.ui.kit.Background;
import backstep.ui.lab.ProgramModel.Ran;
import backstep.ui.player.PlayerModel;
import backstep.ui.plot.PlotModel.Plot;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// A learner walks about in a program, trains it and edits it: whatever they did before, they see
/// what a fresh run of the draft at hand shows at that place.
class WalkTest {
  private static final String GUESS =
      """
      target = 42.
      guess = -0.25
      rate = .1
      for i in range(30):
          loss = 0.5 * (target - guess) ** 2
          grad = guess - target
          guess -= rate * grad
      """;

  /// Its gradient is wrong, so nothing follows its own rounds.
  private static final String OWN =
      "w = 1.\nrate = .1\nfor i in range(12):\n    loss = w * w\n    w -= rate * w\n";

  /// It takes a branch, so it runs anew for each iteration.
  private static final String BRANCHING =
      """
      import numpy as np
      X = np.array([.5, -.8])
      W = np.array([.3, .1])
      rate = .5
      z = W.dot(X)
      a = z if z > 0 else .1 * z
      loss = .5 * (a + .4) ** 2
      slope = 1 if z > 0 else .1
      grad_W = (a + .4) * slope * X
      W -= rate * grad_W
      """;

  private static final List<String> PROGRAMS =
      List.of(TwoLayers.TRAINED, GUESS, OWN, BRANCHING, "x = 3.\ny = x ** 2\nloss = 2 * y\n");
  private static final List<Phase> PHASES = List.of(Phase.FORWARD, Phase.BACKWARD, Phase.UPDATE);

  private static Session session(Workbench bench) {
    return bench.player.getState().session().orElseThrow();
  }

  private static void move(Workbench bench, int move) {
    PlayerModel player = bench.player;
    int much = move / 18;
    switch (move % 18) {
      case 0, 1 -> player.next();
      case 2, 3 -> player.previous();
      case 4 -> player.step(PHASES.get(much % 3));
      case 5 -> player.toEndOf(PHASES.get(much % 3));
      case 6 -> player.seek(much);
      case 7 -> player.toStart();
      case 8 -> player.toEnd();
      case 9 -> player.nextIteration();
      case 10 -> player.on(much % 2 == 0 ? 10 : -10);
      case 11 -> player.toSameStepOf(much);
      case 12 -> bench.plot.travel(much - 3);
      case 13 -> bench.program.set(much % 2 == 0 ? "rate" : "learning_rate", .01 * much, false);
      case 14, 15 -> edit(bench, much);
      case 16 -> bench.program.undo();
      default -> bench.program.redo();
    }
    // Whatever is trained on the way.
    while (player.getState().isPlaying()) {
      player.tick(1);
      Thread.onSpinWait();
    }
  }

  private static void edit(Workbench bench, int much) {
    List<? extends Node> leaves = session(bench).trace().graph().leaves();
    Node leaf = leaves.get(much % leaves.size());
    bench.program.change(leaf, much % leaf.value().size(), .05 * much, false);
  }

  @Property(tries = 120)
  void aWalkLeavesNoTraces(
      @ForAll @IntRange(max = 4) int program,
      @ForAll @Size(max = 25) List<@IntRange(max = 18 * 40 - 1) Integer> moves) {
    Workbench bench = new Workbench(Background.direct());
    bench.program.open(PROGRAMS.get(program), Options.DEFAULT);
    for (int move : moves) {
      Session before = session(bench);
      move(bench, move);
      Ran ran = bench.program.getState().ran().orElseThrow();
      Session session = session(bench);
      Plot plot = bench.plot.getPlot();
      assertThat(bench.program.getState().problem()).isEmpty();
      assertThat(Seen.of(session))
          .as("after %d (%d)", move % 18, move / 18)
          .isEqualTo(Seen.fresh(ran.draft(), session.iteration(), session.position()));
      if (program == 0 && move % 18 >= 13) {
        assertThat(session.iteration()).as("an edit leads nowhere").isEqualTo(before.iteration());
        assertThat(session.position()).isEqualTo(before.position());
      }
      assertThat(plot.current()).isEqualTo(session.iteration());
      assertThat(plot.count()).isEqualTo(session.iterationCount());
      assertThat(plot.losses().y(session.iteration()))
          .isEqualTo(session.trace().graph().loss().value().item());
    }
    bench.player.clear();
  }

  /// Also where no number in the text is the parameter's, and the other entries have moved on
  /// since.
  @Example
  void anEditInALaterIterationChangesOnlyWhatThatEntryStartsFrom() {
    Workbench bench = new Workbench(Background.direct());
    bench.program.open(
        "import numpy as np\nW = np.random.randn(2)\nloss = np.sum(W ** 2)\ng = 2 * W\nW -= .1 * g\n",
        Options.DEFAULT);
    Tensor start = parameter(bench);
    bench.player.on(10);
    while (bench.player.getState().isPlaying()) {
      bench.player.tick(1);
    }
    assertThat(parameter(bench)).isNotEqualTo(start);
    Node later = session(bench).trace().iteration().updates().getFirst().parameter();
    bench.program.change(later, 0, 3, false);
    assertThat(session(bench).iteration()).isEqualTo(10);
    bench.player.on(-10);
    assertThat(parameter(bench)).isEqualTo(Tensor.of(start.shape(), 3, start.get(1)));
    bench.player.on(10);
    bench.program.change(later, 1, 3.5, false);
    bench.program.change(later, 1, 4, false); // of a run that began there
    bench.player.on(-10);
    assertThat(parameter(bench)).isEqualTo(Tensor.of(start.shape(), 3, 4));
    bench.player.clear();
  }

  private static Tensor parameter(Workbench bench) {
    return session(bench).trace().iteration().updates().getFirst().parameter().value();
  }
}
