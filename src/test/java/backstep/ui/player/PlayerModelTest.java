package backstep.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.trace.Session;
import backstep.trace.Step.Phase;
import backstep.ui.kit.Background;
import backstep.ui.player.PlayerModel.Playing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The programs and their numbers of steps: [Runs].
@DisplayName("The player")
class PlayerModelTest {
  private final Deque<Runnable> work = new ArrayDeque<>();
  private PlayerModel player = new PlayerModel(Background.direct());

  private Session session() {
    return player.getState().session().orElseThrow();
  }

  private void standsAt(int iteration, int position) {
    assertThat(List.of(session().iteration(), session().position()))
        .containsExactly(iteration, position);
  }

  @Nested
  @DisplayName("steps")
  class Steps {
    @Test
    @DisplayName("only in the phase that is next, and says which one was refused")
    void phases() {
      List<Phase> refused = new ArrayList<>();
      player.setOnRefused(refused::add);
      player.load(Runs.start(Runs.CHAIN), Runs.CLOSED);
      player.step(Phase.BACKWARD);
      player.toEndOf(Phase.UPDATE);
      assertThat(refused).containsExactly(Phase.BACKWARD, Phase.UPDATE);
      standsAt(0, 0);
      player.step(Phase.FORWARD);
      standsAt(0, 1);
      player.toEndOf(Phase.FORWARD);
      standsAt(0, 2);
      player.toEndOf(Phase.BACKWARD);
      standsAt(0, 5);
      assertThat(refused).hasSize(2);
    }

    @Test
    @DisplayName("into the next iteration and back, and stays at both ends")
    void ends() {
      player.load(Runs.start(Runs.GUESS), Runs.CLOSED);
      player.previous();
      standsAt(0, 0);
      player.toEnd();
      player.next();
      standsAt(1, 0);
      player.previous();
      standsAt(0, 8);
      player.toEndOfIteration(49);
      player.next();
      standsAt(49, 8);
    }

    @Test
    @DisplayName("that led forward by one are worth seeing, others are not")
    void stepped() {
      player.load(Runs.start(Runs.CHAIN), Runs.CLOSED);
      player.next();
      assertThat(player.getState().stepped()).isTrue();
      player.next();
      player.previous();
      assertThat(player.getState().stepped()).isFalse();
      player.seek(4);
      assertThat(player.getState().stepped()).isFalse();
    }
  }

  @Nested
  @DisplayName("goes to iterations")
  class Iterations {
    @Test
    @DisplayName("with as many steps done as before, and not beyond the first and last")
    void sameStep() {
      player.load(Runs.start(Runs.GUESS), Runs.CLOSED);
      player.seek(5);
      player.toSameStepOf(6);
      standsAt(6, 5);
      player.nextIteration();
      standsAt(7, 5);
      player.previousIteration();
      player.previousIteration();
      standsAt(5, 5);
      player.toSameStepOf(49);
      player.nextIteration();
      standsAt(49, 5);
      player.toSameStepOf(0);
      player.previousIteration();
      standsAt(0, 5);
    }

    @Test
    @DisplayName("Home goes to the start of this one, and then of the first one")
    void home() {
      player.load(Runs.start(Runs.GUESS), Runs.CLOSED);
      player.toEndOfIteration(3);
      player.toStart();
      standsAt(3, 0);
      player.toStart();
      standsAt(0, 0);
    }
  }

  @Nested
  @DisplayName("while an iteration is fetched")
  class Fetching {
    @Test
    @DisplayName("keeps what is asked for, and does it from there")
    void keeps() {
      player = new PlayerModel(Background.of(work::add, Runnable::run));
      player.load(Runs.start(Runs.GUESS), Runs.CLOSED);
      player.toEndOfIteration(49);
      work.remove().run();
      standsAt(49, 8);
      player.toStart();
      player.toStart(); // to the first iteration: on the way
      player.next();
      player.step(Phase.FORWARD);
      player.step(Phase.BACKWARD); // not its turn there
      standsAt(49, 0);
      work.remove().run();
      standsAt(0, 0);
      work.remove().run();
      standsAt(0, 2);
      assertThat(work).isEmpty();
    }

    @Test
    @DisplayName("what plays waits, and does not hurry afterwards")
    void waits() {
      player = new PlayerModel(Background.of(work::add, Runnable::run));
      player.load(Runs.start(Runs.GUESS), Runs.CLOSED);
      player.toEnd();
      player.playOrPause();
      for (int i = 0; i < 20; i++) {
        player.tick(1);
      }
      assertThat(work).hasSize(1);
      work.remove().run();
      standsAt(1, 0);
      player.tick(1);
      standsAt(1, 1);
    }

    @Test
    @DisplayName("running again from the end is not over before it began, and over at the end")
    void again() {
      player = new PlayerModel(Background.of(work::add, Runnable::run));
      player.load(Runs.start(Runs.GUESS), Runs.CLOSED);
      player.toEndOfIteration(49);
      work.remove().run();
      player.runOrPause();
      player.tick(1);
      assertThat(player.getState().playing()).isEqualTo(Playing.ITERATIONS);
      work.remove().run();
      standsAt(0, 0);
      player.tick(1);
      work.remove().run();
      standsAt(0, 8);
      player.tick(1000);
      work.remove().run();
      standsAt(49, 8);
      player.tick(1);
      assertThat(player.getState().isPlaying()).isFalse();
      assertThat(work).isEmpty();
    }

    @Test
    @DisplayName("another run of the program takes the way over")
    void resumed() {
      player = new PlayerModel(Background.of(work::add, Runnable::run));
      player.load(Runs.start(Runs.GUESS), Runs.CLOSED);
      player.toIteration(20);
      player.next();
      player.resume(Runs.start(Runs.GUESS.replace("0.0", "7.0")), Runs.CLOSED);
      while (!work.isEmpty()) {
        work.remove().run();
      }
      standsAt(20, 1);
    }
  }

  @Nested
  @DisplayName("plays")
  class Plays {
    @Test
    @DisplayName("step by step until all are done, and takes no other steps meanwhile")
    void toTheEnd() {
      List<Phase> refused = new ArrayList<>();
      player.setOnRefused(refused::add);
      player.load(Runs.start(Runs.CHAIN), Runs.CLOSED);
      player.playOrPause();
      player.step(Phase.FORWARD);
      assertThat(refused).containsExactly(Phase.FORWARD);
      for (int i = 0; i < 5; i++) {
        assertThat(player.getState().isPlaying()).isTrue();
        player.tick(1);
      }
      standsAt(0, 5);
      assertThat(player.getState().isPlaying()).isFalse();
      player.playOrPause();
      assertThat(player.getState().isPlaying()).as("there is nothing to play").isFalse();
    }

    @Test
    @DisplayName("at the speed that was chosen, until another one is")
    void speed() {
      player.load(Runs.start(Runs.CHAIN), Runs.CLOSED);
      player.faster();
      player.faster();
      assertThat(player.getState().speed()).isEqualTo(4);
      player.playOrPause();
      player.tick(1);
      player.load(Runs.start(Runs.GUESS), Runs.CLOSED);
      player.clear();
      assertThat(player.getState().speed()).isEqualTo(4);
      List.of(1, 2, 3, 4, 5, 6, 7).forEach(_ -> player.slower());
      assertThat(player.getState().speed()).isEqualTo(0.25);
      List.of(1, 2, 3, 4, 5, 6, 7).forEach(_ -> player.faster());
      assertThat(player.getState().speed()).isEqualTo(8);
      player.setSpeed(3);
      assertThat(player.getState().speed()).as("there is no such speed").isEqualTo(8);
    }
  }
}
