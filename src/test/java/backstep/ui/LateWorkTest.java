package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Node;
import backstep.lesson.Lesson;
import backstep.lesson.Lesson.View;
import backstep.python.Draft;
import backstep.trace.Session;
import backstep.trace.Step.Phase;
import backstep.ui.kit.Background;
import backstep.ui.player.PlayerModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/// The learner does not wait: what they ask for while the program, the layout or a network is still
/// being made is either done or let be, and when all work is done the window shows the lesson that
/// was opened last.
@Label("Commands given while work is under way")
class LateWorkTest {
  private static final List<Phase> PHASES = List.of(Phase.FORWARD, Phase.BACKWARD, Phase.UPDATE);

  /// So many kinds of command there are.
  static final int KINDS = 20;

  private final Deque<Runnable> work = new ArrayDeque<>();
  private Workbench bench = new Workbench(Background.of(work::add, Runnable::run));

  @BeforeTry
  void open() {
    work.clear();
    bench = new Workbench(Background.of(work::add, Runnable::run));
  }

  @Property(tries = 60)
  @Label("never fail, and leave the lesson opened last")
  void anything(@ForAll @Size(max = 40) List<@IntRange(max = KINDS * 30 - 1) Integer> moves) {
    bench.open("04-two-layers");
    for (int move : moves) {
      perform(move % KINDS, move / KINDS);
    }
    bench.open("04-two-layers");
    finish();
    Draft draft = bench.program.getState().ran().orElseThrow().draft();
    assertThat(Seen.of(session()))
        .isEqualTo(Seen.fresh(draft, session().iteration(), session().position()));
    bench.close();
  }

  @Example
  @Label("calls are folded only in a program that is there")
  void fold() {
    bench.open("03-neuron");
    finish();
    bench.lessons.openNext();
    bench.stage.toggleCalls();
    finish();
    assertThat(session().atStart()).isTrue();
    bench.close();
  }

  private Session session() {
    return bench.player.getState().session().orElseThrow();
  }

  private void finish() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  private void perform(int kind, int much) {
    PlayerModel player = bench.player;
    switch (kind) {
      case 0 -> bench.lessons.openNext();
      case 1 -> bench.lessons.openPrevious();
      case 2, 3, 4, 5 -> {
        for (int i = 0; i <= much % 4 && !work.isEmpty(); i++) {
          work.remove().run();
        }
      }
      case 6 -> finish();
      case 7 -> player.next();
      case 8 -> player.previous();
      case 9 -> player.toEndOf(PHASES.get(much % PHASES.size()));
      case 10 -> player.playOrPause();
      case 11 -> player.tick(much);
      case 12 -> player.on(10);
      case 13 -> bench.stage.toggleCalls();
      case 14 -> bench.plot.travel(much);
      case 15 -> bench.program.undo();
      case 16 -> bench.program.reset();
      case 17 -> change(much);
      case 18 -> inNetworkLab(() -> bench.network.step(1));
      default -> inNetworkLab(bench.network::restart);
    }
  }

  // Its buttons are seen nowhere else.
  private void inNetworkLab(Runnable command) {
    if (bench.lessons.openProperty().get().map(Lesson::view).equals(Optional.of(View.NETWORK))) {
      command.run();
    }
  }

  // Of the graph that is shown, as a learner would.
  private void change(int much) {
    bench
        .player
        .getState()
        .session()
        .ifPresent(session -> {
          List<? extends Node> leaves = session.trace().graph().leaves();
          Node leaf = leaves.get(much % leaves.size());
          bench.program.change(leaf, much % leaf.value().size(), .05 * much, false);
        });
  }
}
