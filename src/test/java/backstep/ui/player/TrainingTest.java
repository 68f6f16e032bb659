package backstep.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.lab.Prospect;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.tensor.Tensor;
import backstep.testing.TwoLayers;
import backstep.trace.Session;
import backstep.train.Course;
import backstep.train.TrainerState.Status;
import backstep.ui.kit.Background;
import backstep.ui.kit.Messages;
import backstep.ui.player.PlayerModel.Playing;
import backstep.ui.player.PlayerModel.State;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is trained is made on another thread, and followed tick by tick.
@DisplayName("The player trains")
@Timeout(60)
class TrainingTest {
  /// w ← −2w: the loss of the 514th iteration is too large for a double.
  private static final String DIVERGING = "w = 1.\nloss = .5 * w * w\ng = w\nw -= 3. * g";

  private final PlayerModel player = new PlayerModel(Background.direct());

  @AfterEach
  void end() {
    player.clear();
  }

  private static Replays replays(String text) {
    Program program = Program.of(text);
    return new Replays(program, Options.DEFAULT, program.run(Options.DEFAULT));
  }

  private Course load(String text) {
    Replays replays = replays(text);
    Prospect prospect = Prospect.of(replays);
    player.load(Session.start(prospect.over(replays)), prospect);
    return prospect.open().orElseThrow().course();
  }

  private Session session() {
    return player.getState().session().orElseThrow();
  }

  private void standsAt(int iteration, int position) {
    assertThat(List.of(session().iteration(), session().position()))
        .containsExactly(iteration, position);
  }

  private void tickUntil(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      player.tick(1);
      Thread.onSpinWait();
    }
  }

  private void tickToTheEnd() {
    tickUntil(() -> !player.getState().isPlaying());
  }

  @Test
  @DisplayName(
      "ten iterations more, a hundred, or up to any, and stands at the same step of the last")
  void leaps() {
    Course course = load(TwoLayers.TRAINED);
    player.seek(7);
    player.on(10);
    tickToTheEnd();
    standsAt(10, 7);
    assertThat(course.count()).isEqualTo(11);
    player.on(100);
    tickToTheEnd();
    standsAt(110, 7);
    player.on(-100);
    standsAt(10, 7);
    player.toSameStepOf(2_999);
    tickToTheEnd();
    standsAt(2_999, 7);
    assertThat(course.count()).isEqualTo(3_000);
    assertThat(player.getState().progress().orElseThrow().part()).hasValue(1);
    assertThat(session().trace().iteration().updates().getFirst().parameter().value())
        .isEqualTo(fresh(2_999));
  }

  private static Tensor fresh(int iteration) {
    Course course = Prospect.of(replays(TwoLayers.TRAINED)).open().orElseThrow().course();
    course.train(iteration);
    return course.parameters(iteration).getFirst();
  }

  @Test
  @DisplayName("what was made before at once, without training")
  void knownOnesAreThere() {
    load(TwoLayers.TRAINED);
    player.on(10);
    tickToTheEnd();
    player.toSameStepOf(3);
    assertThat(player.getState().isPlaying()).isFalse();
    player.on(5);
    assertThat(player.getState().isPlaying()).isFalse();
    standsAt(8, 0);
  }

  @Test
  @DisplayName("until it is stopped, and then stands at the end of the newest iteration")
  void untilStopped() {
    Course course = load(TwoLayers.TRAINED);
    player.setPace(Double.POSITIVE_INFINITY);
    player.trainOrPause();
    assertThat(player.getState().playing()).isEqualTo(Playing.TRAINING);
    tickUntil(() -> session().iteration() > 5_000);
    player.playOrPause();
    assertThat(player.getState().isPlaying()).isFalse();
    int count = course.count();
    standsAt(count - 1, session().trace().steps().size());
    player.tick(1);
    player.previous();
    player.next();
    assertThat(course.count()).as("nothing is made any more").isEqualTo(count);
    player.trainOrPause();
    tickUntil(() -> session().iteration() >= count);
    player.previous();
    assertThat(player.getState().isPlaying()).as("a step of one's own ends it").isFalse();
    assertThat(session().position()).isEqualTo(session().trace().steps().size() - 1);
  }

  @Test
  @DisplayName("at another pace as soon as it is chosen")
  void pace() {
    load(TwoLayers.TRAINED);
    player.setPace(1);
    player.trainOrPause();
    player.setPace(Double.POSITIVE_INFINITY);
    tickUntil(() -> session().iteration() > 1_000);
    player.setPace(3);
    assertThat(player.getState().pace()).as("there is no such pace").isInfinite();
  }

  @Test
  @DisplayName("no more where another program was loaded, which hears nothing of it")
  void replaced() {
    Course before = load(TwoLayers.TRAINED);
    player.setPace(Double.POSITIVE_INFINITY);
    player.trainOrPause();
    tickUntil(() -> session().iteration() > 100);
    Course course = load(TwoLayers.TRAINED.replace(".01", ".02"));
    assertThat(player.getState().progress()).isEmpty();
    assertThat(player.getState().isPlaying()).isFalse();
    for (int i = 0; i < 100; i++) {
      player.tick(1);
    }
    standsAt(0, 0);
    assertThat(course.count()).isEqualTo(1);
    player.on(10);
    tickToTheEnd();
    assertThat(player.getState().progress().orElseThrow().iterations()).isEqualTo(11);
    assertThat(before.count()).isGreaterThan(100);
  }

  @Test
  @DisplayName("on in a changed program, from the same place")
  void resumed() {
    load(TwoLayers.TRAINED);
    player.on(50);
    tickToTheEnd();
    player.seek(3);
    Replays changed = replays(TwoLayers.TRAINED.replace(".01", ".02"));
    Prospect prospect = Prospect.of(changed);
    player.resume(Session.start(prospect.over(changed)).seek(3), prospect);
    assertThat(player.getState().isTraining()).as("the place is made first").isTrue();
    tickToTheEnd();
    standsAt(50, 3);
    player.trainOrPause();
    Replays again = replays(TwoLayers.TRAINED);
    Prospect other = Prospect.of(again);
    Course course = other.open().orElseThrow().course();
    course.train(1_000);
    player.resume(Session.at(course, session().iteration(), 3), other);
    assertThat(player.getState().isTraining()).isTrue();
    tickUntil(() -> course.count() > 1_001);
  }

  @Test
  @DisplayName("to the last loss that is finite, and tells what came then")
  void diverges() {
    Course course = load(DIVERGING);
    player.setPace(Double.POSITIVE_INFINITY);
    player.trainOrPause();
    tickToTheEnd();
    State state = player.getState();
    assertThat(state.progress().orElseThrow().now().orElseThrow().status()).isEqualTo(Status.ENDED);
    assertThat(state.iterations()).isEqualTo(514); // 0.5 · 4⁵¹³ is above 2¹⁰²⁴
    assertThat(state.iteration()).isEqualTo(512);
    assertThat(session().trace().graph().loss().value().item()).isFinite();
    assertThat(course.get(513).graph().loss().value().item()).isInfinite();
    player.trainOrPause();
    assertThat(player.getState().isPlaying()).isFalse();
    Messages messages = new Messages(Locale.ENGLISH);
    assertThat(Why.noTraining(player.getState()).orElseThrow().text(messages))
        .startsWith("The loss is no longer finite");
    player.on(10);
    assertThat(player.getState().iteration()).isEqualTo(513);
    assertThat(Why.noIteration(player.getState(), 1)).isPresent();
  }

  @Test
  @DisplayName("nothing where nothing follows, and says why")
  void closed() {
    player.load(Runs.start(Runs.CHAIN), new Prospect.Closed(Prospect.Obstacle.NO_UPDATES));
    player.trainOrPause();
    player.on(10);
    assertThat(player.getState().isPlaying()).isFalse();
    standsAt(0, 0);
    for (Prospect.Obstacle obstacle : Prospect.Obstacle.values()) {
      player.load(Runs.start(Runs.CHAIN), new Prospect.Closed(obstacle));
      for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
        String why = Why.noTraining(player.getState()).orElseThrow().text(new Messages(language));
        assertThat(why).endsWith(".").doesNotContain("player.");
      }
    }
  }
}
