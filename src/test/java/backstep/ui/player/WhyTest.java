package backstep.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.trace.Step.Phase;
import backstep.ui.kit.Background;
import backstep.ui.kit.Messages;
import backstep.ui.player.PlayerModel.State;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The programs and their numbers of steps: [Runs].
@DisplayName("Why a button is off")
class WhyTest {
  private final PlayerModel player = new PlayerModel(Background.direct());
  private final Messages messages = new Messages(Locale.ENGLISH);

  private State at(String program, int iteration, int position) {
    player.load(Runs.start(program), Runs.CLOSED);
    player.toIteration(iteration);
    player.seek(position);
    return player.getState();
  }

  private String why(Optional<Why> why) {
    return why.map(reason -> reason.text(messages)).orElse("");
  }

  private String why(State state, Phase phase) {
    return why(Why.noStep(state, phase));
  }

  @Test
  @DisplayName("Before the loss is known only the forward pass goes on")
  void forward() {
    State state = at(Runs.GUESS, 0, 1);
    assertThat(why(state, Phase.FORWARD)).isEmpty();
    assertThat(why(state, Phase.BACKWARD))
        .isEqualTo("The loss is not known yet. Step forward until it is (F).");
    assertThat(why(state, Phase.UPDATE))
        .isEqualTo("There is no gradient yet. Step forward first (F).");
  }

  @Test
  @DisplayName("Once it is known the gradient goes back, and then the parameters move")
  void backward() {
    State state = at(Runs.GUESS, 0, 3);
    assertThat(why(state, Phase.FORWARD))
        .isEqualTo("The forward pass is done: the loss is known. Step backward goes on (B).");
    assertThat(why(state, Phase.BACKWARD)).isEmpty();
    assertThat(why(state, Phase.UPDATE))
        .isEqualTo("Not every gradient is known yet. Step backward goes on (B).");
    State done = at(Runs.GUESS, 0, 7);
    assertThat(why(done, Phase.BACKWARD))
        .isEqualTo("The backward pass is done: every gradient is known. Update goes on (U).");
    assertThat(why(done, Phase.UPDATE)).isEmpty();
  }

  @Test
  @DisplayName("At the end of an iteration Next begins another one, but not after the last")
  void end() {
    State end = at(Runs.GUESS, 0, 8);
    assertThat(why(end, Phase.FORWARD))
        .isEqualTo("This iteration is done. Next begins the next one (→).");
    assertThat(why(end, Phase.UPDATE))
        .isEqualTo("All parameters are updated. Next begins the next iteration (→).");
    assertThat(Why.noNext(end)).isEmpty();
    State last = at(Runs.GUESS, 49, 8);
    String over =
        "This was the last step of the last iteration. Home goes back to the iteration's start.";
    assertThat(why(last, Phase.FORWARD)).isEqualTo(over);
    assertThat(why(Why.noNext(last))).isEqualTo(over);
    assertThat(why(Why.noPlay(last))).isEqualTo(over);
    assertThat(why(last, Phase.UPDATE)).isEqualTo("All parameters are updated.");
  }

  @Test
  @DisplayName("A program of one iteration speaks of none, and not of an update it does not make")
  void once() {
    State last = at(Runs.CHAIN, 0, 5);
    assertThat(why(last, Phase.FORWARD))
        .isEqualTo("All steps are done. Home goes back to the start.");
    assertThat(why(last, Phase.BACKWARD))
        .isEqualTo("The backward pass is done: every gradient is known.");
    assertThat(why(at(Runs.CHAIN, 0, 0), Phase.UPDATE))
        .isEqualTo("This program updates no parameter.");
  }

  @Test
  @DisplayName("While the steps play, and without a program, all of them are off")
  void hindered() {
    at(Runs.GUESS, 0, 0);
    player.playOrPause();
    State playing = player.getState();
    assertThat(why(playing, Phase.FORWARD))
        .isEqualTo("The steps are playing. Pause first (Space).");
    assertThat(why(Why.noNext(playing))).isEqualTo("The steps are playing. Pause first (Space).");
    assertThat(Why.noPlay(playing)).as("it can be paused").isEmpty();
    player.clear();
    assertThat(why(player.getState(), Phase.FORWARD))
        .isEqualTo("There is no program to step through.");
    assertThat(why(Why.noPrevious(player.getState())))
        .isEqualTo("There is no program to step through.");
  }

  @Test
  @DisplayName("The first iteration has none before it, the last one none after it")
  void iterations() {
    State first = at(Runs.GUESS, 0, 2);
    assertThat(why(Why.noIteration(first, -1))).isEqualTo("This is the first iteration.");
    assertThat(Why.noIteration(first, 1)).isEmpty();
    assertThat(why(Why.noIteration(at(Runs.GUESS, 49, 2), 1)))
        .isEqualTo(
            "This is where the program's own loop ends. Its rounds are more than plain gradient"
                + " descent: a choice, other data, a rate that changes, or a value set by hand."
                + " To go further, raise its number of rounds.");
  }
}
