package backstep.ui.lab.network;

import backstep.lab.Network;
import backstep.lab.NetworkData;
import backstep.lab.NetworkSettings;
import backstep.lab.Prospect;
import backstep.python.Draft;
import backstep.python.Drafts;
import backstep.python.Replays;
import backstep.tensor.Tensor;
import backstep.train.Dataset;
import backstep.train.Dataset.Point;
import backstep.train.Pattern;
import backstep.train.Trainer;
import backstep.train.TrainerState;
import backstep.ui.kit.Background;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The network lab: what is learned, by which network, and how that goes.
///
/// The network is a program like any other: the lab writes it and has it opened, and trains what
/// comes of it. Whatever is set, a new program is written and the training begins anew, and goes on
/// by itself if it was going on before. It is made elsewhere; [#poll] takes over its newest state,
/// as often as there is a frame to show it.
public final class NetworkLabModel {
  /// Opens programs.
  public interface Opener {
    /// @param beyond how the program goes on learning, asked in the background for a run of it
    void open(Drafts drafts, Function<Replays, Prospect> beyond);
  }

  // A curve of so many points tells how it went.
  private static final int PORTIONS = 100;

  private final Background.Lane building;
  private final Background.Lane surveying;
  private final ReadOnlyObjectWrapper<LabState> state =
      new ReadOnlyObjectWrapper<>(this, "state", LabState.FIRST);
  private final ReadOnlyBooleanWrapper withheld = new ReadOnlyBooleanWrapper(this, "withheld");
  private Opener opener = (_, _) -> {};
  private Runnable onTakenBack = () -> {};
  private Runnable onEmptied = () -> {};
  private Optional<Trainer> trainer = Optional.empty();
  private Losses.Log log = new Losses.Log();
  private List<Tensor> surveyed = List.of();
  private boolean isSurveying;
  // How many iterations there were where the lab was left, while they are made again.
  private int goal;

  /// @param background where networks are built and surfaces computed
  public NetworkLabModel(Background background) {
    building = background.lane();
    surveying = background.lane();
  }

  // --- Properties --------------------------------------------------------------------------------

  ReadOnlyObjectProperty<LabState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  LabState getState() {
    return state.get();
  }

  /// What is looked at.
  public ObservableValue<Look> look() {
    return state.map(LabState::look);
  }

  /// Whether the network's figures are hidden, and with them its surface, which tells them.
  ReadOnlyBooleanProperty withheldProperty() {
    return withheld.getReadOnlyProperty();
  }

  /// The iteration made last, from 0; none where there is no network.
  public Optional<Integer> lastIteration() {
    return lastIteration(getState());
  }

  private static Optional<Integer> lastIteration(LabState state) {
    return state.progress().map(progress -> progress.subject().course().count() - 1);
  }

  /// The iteration at which training stands still; none while it goes on, and where there is no
  /// network.
  public ObservableValue<Optional<Integer>> rest() {
    return state.map(now -> now.running() ? Optional.empty() : lastIteration(now));
  }

  /// How the network is built and trained.
  public NetworkSettings getSettings() {
    return setup().settings();
  }

  /// Which points it learns.
  public NetworkData getData() {
    return setup().data();
  }

  /// Says who opens the network's program.
  public void setOpener(Opener opens) {
    opener = opens;
  }

  /// Called when what was changed in the network's program is to be taken back.
  public void setOnTakenBack(Runnable action) {
    onTakenBack = action;
  }

  /// Called when there are no points, and so no program.
  public void setOnEmptied(Runnable action) {
    onEmptied = action;
  }

  // --- Commands: what is shown -------------------------------------------------------------------

  /// Hides the network's figures, or shows them again.
  public void withhold(boolean now) {
    withheld.set(now);
  }

  // --- Commands: what is learned -----------------------------------------------------------------

  /// Learns the points of a pattern.
  void choose(Pattern pattern) {
    data(data -> data.with(pattern));
  }

  /// Learns points that are set one by one.
  void chooseOwn() {
    data(NetworkData::withOwn);
  }

  /// Changes what is known of the points.
  void data(UnaryOperator<NetworkData> change) {
    set(new Setup(setup().settings(), change.apply(setup().data())));
  }

  /// Chooses what a click does.
  void take(Tool tool) {
    state.set(getState().with(tool));
  }

  /// Uses the tool at a place of the plane, if points are set one by one.
  ///
  /// @param near how far from the place a point to be taken away may be
  void use(double x1, double x2, double near) {
    if (setup().data().isOwn()) {
      switch (getState().tool()) {
        case POSITIVE -> data(data -> data.plus(point(x1, x2, 1)));
        case NEGATIVE -> data(data -> data.plus(point(x1, x2, -1)));
        case REMOVE -> remove(x1, x2, near);
      }
    }
  }

  /// Takes the point nearest to a place away, if points are set one by one.
  void remove(double x1, double x2, double near) {
    if (setup().data().isOwn()) {
      data(data -> data.minusNear(x1, x2, near));
    }
  }

  /// Takes all points away that were set one by one.
  void clear() {
    data(data -> data.withOwn(List.of()));
  }

  private static Point point(double x1, double x2, int label) {
    return new Point(rounded(x1), rounded(x2), label);
  }

  // So the program that lists them can be read.
  private static double rounded(double x) {
    return Math.rint(x * 100) / 100 + 0.0; // no -0.0
  }

  // --- Commands: by which network ----------------------------------------------------------------

  /// Builds or trains the network otherwise.
  void settings(UnaryOperator<NetworkSettings> change) {
    set(new Setup(change.apply(setup().settings()), setup().data()));
  }

  /// Halves the learning rate and trains again.
  void halveRate() {
    state.set(getState().with(true));
    settings(settings -> settings.withRate(settings.rate() / 2));
  }

  // --- Commands: how it goes ---------------------------------------------------------------------

  /// Opens the lab: with what is set, from the beginning.
  public void open() {
    state.set(getState().with(Look.NETWORK));
    build();
  }

  /// Opens the lab as it was left: as many iterations are made again, as fast as that goes.
  ///
  /// @param own what the learner made of the network's program, if that is known
  public void open(
      NetworkSettings settings, NetworkData data, Optional<Draft> own, int iterations) {
    state.set(getState().with(Look.NETWORK).with(false).with(new Setup(settings, data)));
    build(own);
    goal = iterations;
    makeAgain();
  }

  private void makeAgain() {
    if (count() > 0 && count() < goal && getState().canTrain()) {
      trainer.ifPresent(training -> {
        training.setPace(Double.POSITIVE_INFINITY);
        training.step(goal - count());
      });
    }
  }

  /// Ends the training, as for another lesson.
  public void leave() {
    stop();
    trainer.ifPresent(Trainer::close);
    trainer = Optional.empty();
    state.set(getState().with(false).with(setup()));
  }

  /// Looks at the whole network, or into one iteration of it, while which it is not trained.
  public void look(Look look) {
    if (look != getState().look()) {
      state.set(getState().with(look));
      trainer.ifPresent(Trainer::pause);
      drive();
    }
  }

  /// Trains, or pauses.
  public void runOrPause() {
    if (getState().running()) {
      pause();
    } else if (getState().canTrain()) {
      state.set(getState().with(true));
      drive();
    }
  }

  private void pause() {
    state.set(getState().with(false));
    trainer.ifPresent(Trainer::pause);
  }

  /// Makes so many iterations more, and pauses.
  public void step(int iterations) {
    if (getState().canTrain()) {
      pause();
      trainer.ifPresent(training -> training.step(iterations));
    }
  }

  /// Begins anew, with the weights as they were at first.
  public void restart() {
    build();
  }

  /// Takes back what was changed in the network's program.
  void takeBack() {
    onTakenBack.run();
  }

  void setSpeed(Speed speed) {
    state.set(getState().with(speed));
    trainer.ifPresent(training -> training.setPace(speed.perSecond()));
  }

  /// Makes more iterations in a second, if that goes.
  public void faster() {
    setSpeed(getState().speed().faster());
  }

  /// Makes fewer iterations in a second, if that goes.
  public void slower() {
    setSpeed(getState().speed().slower());
  }

  // --- Building ----------------------------------------------------------------------------------

  private Setup setup() {
    return getState().setup();
  }

  private void set(Setup other) {
    if (!other.equals(setup())) {
      state.set(getState().with(other));
      build();
    }
  }

  // What was trained before is heard of no more.
  private void stop() {
    trainer.ifPresent(Trainer::stop);
    building.cancel();
    surveying.cancel();
    isSurveying = false;
  }

  private void build() {
    build(Optional.empty());
  }

  private void build(Optional<Draft> own) {
    stop();
    goal = 0;
    NetworkSettings settings = setup().settings();
    state.set(getState().with(setup()));
    setup()
        .points()
        .ifPresentOrElse(
            points ->
                opener.open(
                    drafts(Network.text(settings, points), own),
                    replays -> beyond(settings, points, replays)),
            onEmptied);
  }

  // Undo goes back to what the lab wrote.
  private static Drafts drafts(String text, Optional<Draft> own) {
    Drafts drafts = Drafts.of(Draft.of(text));
    return own.map(draft -> drafts.edit(draft, false)).orElse(drafts);
  }

  // Another text has a training of its own, or none.
  private static Prospect beyond(NetworkSettings settings, Dataset points, Replays replays) {
    return Network.in(replays, settings, points)
        .map(Network::prospect)
        .orElseGet(() -> Prospect.of(replays));
  }

  /// Takes over a program that ran: the network's, perhaps changed.
  ///
  /// @param prospect how it goes on learning
  public void show(Replays replays, Prospect prospect) {
    stop();
    Optional<Prospect.Open> open = prospect.open();
    Optional<Network> network =
        setup().points().flatMap(points -> Network.in(replays, setup().settings(), points));
    if (open.isEmpty() || network.isEmpty()) {
      state.set(getState().asEdited());
      return;
    }
    building.run(
        () -> Subject.of(network.get(), open.get().course(), open.get().evaluation()),
        this::begin,
        failure -> {
          throw failure;
        });
  }

  private void begin(Subject subject) {
    Trainer training = trainer.orElseGet(Trainer::new);
    trainer = Optional.of(training);
    log = new Losses.Log();
    surveyed = List.of();
    training.setPace(getState().speed().perSecond());
    long run = training.begin(subject.course(), subject.evaluation());
    state.set(getState().with(Progress.of(subject, run)));
    drive();
    makeAgain();
  }

  // What was made meanwhile, node by node, is heard of also where no more is to be made.
  private void drive() {
    if (getState().look() == Look.NETWORK) {
      trainer.ifPresent(getState().running() ? Trainer::start : training -> training.step(0));
    }
  }

  // --- Following ---------------------------------------------------------------------------------

  /// Takes over the newest state of the training, if there is a new one.
  public void poll() {
    trainer.flatMap(Trainer::state).ifPresent(this::follow);
  }

  /// Takes over a state of the training; one of an earlier run is passed over.
  void follow(TrainerState now) {
    getState()
        .progress()
        .filter(progress -> progress.run() == now.run())
        .filter(progress -> progress.state().filter(now::equals).isEmpty())
        .ifPresent(progress -> {
          state.set(getState().with(progress.with(now, log.with(now))));
          if (goal > 0 && count() >= goal) {
            goal = 0;
            setSpeed(getState().speed());
          }
          survey();
        });
  }

  /// Waits until all iterations that are wanted are made, for pictures and tests. Not to be called
  /// while they are made without end.
  public void await() {
    trainer.ifPresent(training -> {
      try {
        training.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    poll();
  }

  /// Makes iterations until there are so many, and waits for them, for pictures and tests.
  public void reach(int iterations) {
    int portion = Math.max(1, iterations / PORTIONS);
    trainer.ifPresent(training -> training.setPace(Double.POSITIVE_INFINITY));
    for (int made = count(); made < iterations && getState().canTrain(); made = count()) {
      step(Math.min(portion, iterations - made));
      await();
    }
    setSpeed(getState().speed());
  }

  private int count() {
    return lastIteration().map(last -> last + 1).orElse(0);
  }

  // One after another, so that no surface waits in vain; what the newest parameters give counts.
  private void survey() {
    Optional<Progress> progress = getState().progress();
    Optional<TrainerState> latest = progress.flatMap(Progress::state);
    if (isSurveying || latest.isEmpty() || latest.get().parameters().equals(surveyed)) {
      return;
    }
    isSurveying = true;
    Subject subject = progress.get().subject();
    List<Tensor> parameters = latest.get().parameters();
    surveyed = parameters;
    surveying.run(
        () -> subject.survey().with(parameters),
        surfaces -> {
          isSurveying = false;
          getState()
              .progress()
              .filter(now -> now.subject().equals(subject))
              .ifPresent(now -> state.set(getState().with(now.with(surfaces))));
          survey();
        },
        failure -> {
          throw failure;
        });
  }
}
