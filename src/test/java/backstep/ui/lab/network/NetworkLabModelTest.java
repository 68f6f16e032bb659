package backstep.ui.lab.network;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.lab.Network;
import backstep.lab.NetworkData;
import backstep.lab.NetworkData.Lack;
import backstep.lab.NetworkSettings;
import backstep.lab.NetworkSettings.Method;
import backstep.lab.Surfaces;
import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.python.Options;
import backstep.train.Pattern;
import backstep.train.TrainerState;
import backstep.ui.kit.Background;
import backstep.ui.lab.ProgramModel;
import backstep.ui.lab.ProgramModel.Ran;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The model of the network lab")
class NetworkLabModelTest {
  private final ProgramModel program = new ProgramModel(Background.direct());
  private final List<String> opened = new ArrayList<>();

  private NetworkLabModel model(Background background) {
    NetworkLabModel model = new NetworkLabModel(background);
    model.setOpener((drafts, beyond) -> {
      opened.add(drafts.first().text());
      program.open(drafts, Options.DEFAULT, beyond);
      model.show(ran().replays(), ran().prospect());
    });
    model.setOnTakenBack(() -> {
      program.reset();
      model.show(ran().replays(), ran().prospect());
    });
    return model;
  }

  private NetworkLabModel opened() {
    NetworkLabModel model = model(Background.direct());
    model.open();
    model.await();
    return model;
  }

  private Ran ran() {
    return program.getState().ran().orElseThrow();
  }

  private static TrainerState training(NetworkLabModel model) {
    return model.getState().progress().flatMap(Progress::state).orElseThrow();
  }

  private static double accuracy(NetworkLabModel model) {
    return training(model).result().orElseThrow().train().accuracy();
  }

  @Test
  @DisplayName("opens with the program of its lesson, and one iteration made")
  void opens() {
    NetworkLabModel model = opened();
    Lesson lesson =
        LessonCatalog.builtIn().stream()
            .filter(l -> l.view() == Lesson.View.NETWORK)
            .findFirst()
            .orElseThrow();
    assertThat(opened).containsExactly(lesson.program());
    assertThat(training(model).iterations()).isEqualTo(1);
    assertThat(model.getState().running()).isFalse();
    Progress progress = model.getState().progress().orElseThrow();
    assertThat(progress.surfaces().orElseThrow().hidden().shape().columns()).isEqualTo(8);
    assertThat(progress.losses().train().size()).isEqualTo(1);
    assertThat(progress.losses().batch().y(0)).isEqualTo(ran().run().losses()[0]);
  }

  @Test
  @DisplayName("learns XOR from its default settings")
  void learns() {
    NetworkLabModel model = opened();
    model.reach(1000);
    assertThat(accuracy(model)).isEqualTo(1);
    assertThat(training(model).iterations()).isEqualTo(1000);
    Losses losses = model.getState().progress().orElseThrow().losses();
    assertThat(losses.train().y(losses.train().size() - 1)).isLessThan(0.02);
    assertThat(losses.test().size()).isEqualTo(losses.train().size());
  }

  @Test
  @DisplayName("begins anew with whatever is set, by another program")
  void beginsAnew() {
    NetworkLabModel model = opened();
    model.reach(50);
    model.settings(settings -> settings.withHidden(3));
    model.await();
    assertThat(training(model).iterations()).isEqualTo(1);
    assertThat(training(model).parameters().get(1).size()).isEqualTo(3);
    model.choose(Pattern.CIRCLE);
    model.data(data -> data.withNoise(0.2).withTestShare(0));
    model.await();
    assertThat(opened).hasSize(4).doesNotHaveDuplicates();
    assertThat(training(model).result().orElseThrow().test()).isEmpty();
    assertThat(model.getState().progress().orElseThrow().losses().test().isEmpty()).isTrue();
    // The same again is no change.
    model.choose(Pattern.CIRCLE);
    assertThat(opened).hasSize(4);
  }

  @Test
  @DisplayName("goes on by itself after a change if it was going on before")
  void goesOn() {
    NetworkLabModel model = opened();
    model.setSpeed(Speed.FULL);
    model.runOrPause();
    model.settings(settings -> settings.withMethod(Method.ADAM));
    assertThat(model.getState().running()).isTrue();
    assertThat(model.getState().setup().settings().rate()).isEqualTo(Method.ADAM.usualRate());
    model.runOrPause();
    model.await();
    assertThat(model.getState().running()).isFalse();
  }

  @Test
  @DisplayName("the same seed gives the same figures, another one others")
  void seeded() {
    NetworkLabModel model = opened();
    model.reach(40);
    List<?> parameters = training(model).parameters();
    model.restart();
    model.await();
    assertThat(training(model).iterations()).isEqualTo(1);
    model.reach(40);
    assertThat(training(model).parameters()).isEqualTo(parameters);
    model.settings(settings -> settings.withSeed(2));
    model.reach(40);
    assertThat(training(model).parameters()).isNotEqualTo(parameters);
  }

  @Test
  @DisplayName("says what own points lack, and learns them as soon as it can")
  void ownPoints() {
    NetworkLabModel model = opened();
    model.chooseOwn();
    assertThat(model.getState().lack()).contains(Lack.NO_POINTS);
    assertThat(model.getState().progress()).isEmpty();
    assertThat(model.getState().canTrain()).isFalse();
    model.use(0.501, 0.5, 0.1);
    assertThat(model.getState().lack()).contains(Lack.ONLY_POSITIVE);
    model.take(Tool.NEGATIVE);
    model.use(-0.5, -0.5, 0.1);
    model.await();
    assertThat(model.getState().lack()).isEmpty();
    assertThat(opened.getLast()).contains("[0.5, 0.5]").contains("[-0.5, -0.5]");
    model.reach(100);
    assertThat(accuracy(model)).isEqualTo(1);
    model.take(Tool.REMOVE);
    model.use(-0.45, -0.5, 0.1);
    assertThat(model.getState().lack()).contains(Lack.ONLY_POSITIVE);
    model.clear();
    assertThat(model.getState().lack()).contains(Lack.NO_POINTS);
    // No point of a pattern is taken away.
    model.choose(Pattern.XOR);
    model.use(0, 0, 9);
    model.remove(0, 0, 9);
    assertThat(model.getState().setup().data()).isEqualTo(NetworkData.DEFAULT);
  }

  @Test
  @DisplayName(
      "stops where the loss is no longer finite, keeps the last finite state, and mends it")
  void diverges() {
    NetworkLabModel model = opened();
    // A penalty with rate · l2 above 2 makes each weight larger than before, with the other sign.
    model.settings(settings -> settings.withL2(1).withRate(3));
    model.reach(2000);
    Progress progress = model.getState().progress().orElseThrow();
    assertThat(progress.isDiverged()).isTrue();
    assertThat(model.getState().canTrain()).isFalse();
    assertThat(model.getState().running()).isFalse();
    assertThat(training(model).parameters())
        .allSatisfy(tensor -> assertThat(tensor.toArray()).doesNotContain(Double.NaN));
    model.halveRate();
    assertThat(model.getState().setup().settings().rate()).isEqualTo(1.5);
    assertThat(model.getState().running()).isTrue();
    model.runOrPause();
    model.reach(2000);
    assertThat(model.getState().progress().orElseThrow().isDiverged()).isFalse();
  }

  @Test
  @DisplayName("says so when its program was changed by hand, and takes that back")
  void edited() {
    NetworkLabModel model = opened();
    program.set("learning_rate", 0.5, false);
    model.show(ran().replays(), ran().prospect());
    assertThat(model.getState().edited()).isTrue();
    assertThat(model.getState().progress()).isEmpty();
    model.takeBack();
    model.await();
    assertThat(model.getState().edited()).isFalse();
    assertThat(training(model).iterations()).isEqualTo(1);
  }

  @Test
  @DisplayName("a program of other first weights is trained from those")
  void otherStart() {
    NetworkLabModel model = opened();
    double before = training(model).history().buckets().getFirst().low();
    var graph = ran().session().trace().graph();
    var w1 =
        graph.leaves().stream()
            .filter(leaf -> leaf.value().shape().columns() == 8 && leaf.value().rank() == 2)
            .findFirst()
            .orElseThrow();
    program.change(w1, 0, 2.5, false);
    model.show(ran().replays(), ran().prospect());
    model.await();
    assertThat(model.getState().edited()).isFalse();
    assertThat(training(model).history().buckets().getFirst().low()).isNotEqualTo(before);
  }

  @Test
  @DisplayName("from within, it stands still, and comes back to what was made there")
  void within() {
    NetworkLabModel model = opened();
    model.reach(20);
    model.look(Look.GRAPH);
    assertThat(model.lastIteration()).contains(19);
    // As the learner does who steps on.
    model.getState().progress().orElseThrow().subject().course().reach(24);
    model.look(Look.NETWORK);
    model.await();
    assertThat(training(model).iterations()).isEqualTo(25);
  }

  // --- Late results ------------------------------------------------------------------------------

  @Test
  @DisplayName("states of an earlier run are passed over")
  void lateStates() {
    NetworkLabModel model = opened();
    TrainerState late = training(model);
    model.restart();
    model.await();
    TrainerState now = training(model);
    assertThat(now.run()).isNotEqualTo(late.run());
    model.follow(late);
    assertThat(training(model)).isSameAs(now);
  }

  @Test
  @DisplayName("surfaces of an earlier network are dropped, and only the newest are computed")
  void lateSurfaces() {
    Deque<Runnable> work = new ArrayDeque<>();
    NetworkLabModel model = model(Background.of(work::add, Runnable::run));
    model.open();
    work.remove().run(); // the network is built
    model.await();
    Runnable late = work.remove(); // surfaces with 8 hidden neurons
    assertThat(work).isEmpty();
    for (int i = 0; i < 3; i++) {
      model.step(1);
      model.await();
    }
    // As long as the first are not there, no others are begun.
    assertThat(work).isEmpty();
    model.settings(settings -> settings.withHidden(2));
    work.remove().run();
    model.await();
    late.run();
    assertThat(model.getState().progress().flatMap(Progress::surfaces)).isEmpty();
    work.remove().run();
    Surfaces surfaces = model.getState().progress().flatMap(Progress::surfaces).orElseThrow();
    assertThat(surfaces.hidden().shape().columns()).isEqualTo(2);
    assertThat(work).isEmpty();
    model.step(1);
    model.await();
    model.step(1);
    model.await();
    work.remove().run();
    // The state before the newest is left out.
    work.remove().run();
    assertThat(work).isEmpty();
    Progress progress = model.getState().progress().orElseThrow();
    assertThat(progress.surfaces().orElseThrow().output())
        .isEqualTo(
            progress
                .subject()
                .network()
                .survey(progress.subject().grid())
                .with(training(model).parameters())
                .output());
  }

  @Test
  @DisplayName("a network is the one of its settings only if the program is")
  void sameProgram() {
    NetworkLabModel model = opened();
    Setup setup = model.getState().setup();
    assertThat(Network.in(ran().replays(), setup.settings(), setup.points().orElseThrow()))
        .isPresent();
    NetworkSettings other = setup.settings().withRate(0.1);
    assertThat(Network.in(ran().replays(), other, setup.points().orElseThrow()))
        .isEqualTo(Optional.empty());
  }
}
