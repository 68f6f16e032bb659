package backstep.ui.lab.network;

import backstep.lab.Grid;
import backstep.lab.Network;
import backstep.lab.NetworkData;
import backstep.lab.NetworkSettings;
import backstep.lab.Surfaces;
import backstep.lab.Survey;
import backstep.tensor.Tensor;
import backstep.train.Course;
import backstep.train.Dataset;
import backstep.train.Dataset.Point;
import backstep.train.Pattern;
import backstep.train.Trainer;
import backstep.train.TrainerState;
import backstep.train.TrainerState.Status;
import backstep.ui.kit.Background;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The network lab: what is learned, by which network, and how that goes.
///
/// Whatever is set, the training begins anew with it, and goes on by itself if it was going on
/// before. It is made elsewhere; [#poll] takes over its newest state, as often as there is a frame
/// to show it.
public final class NetworkLabModel {
  /// What is looked at.
  public enum Look {
    /// The network as a whole, over many iterations.
    NETWORK,
    /// One iteration of it, node by node.
    GRAPH
  }

  /// What a click on the plane does where points are set one by one.
  enum Tool {
    /// Sets a point of class 1.
    POSITIVE,
    /// Sets a point of class −1.
    NEGATIVE,
    /// Takes the nearest point away.
    REMOVE
  }

  /// How many iterations are made in a second.
  enum Speed {
    SLOW(4),
    MEDIUM(30),
    FAST(300),
    FULL(Double.POSITIVE_INFINITY);

    private final double perSecond;

    Speed(double perSecond) {
      this.perSecond = perSecond;
    }

    double perSecond() {
      return perSecond;
    }
  }

  /// What is set.
  record Setup(NetworkSettings settings, NetworkData data) {
    private static final Setup FIRST = new Setup(NetworkSettings.DEFAULT, NetworkData.DEFAULT);

    Optional<Dataset> points() {
      return data.points(settings.seed());
    }
  }

  /// What is trained.
  ///
  /// @param grid the part of the plane that is looked at
  /// @param survey of it; belongs to whoever computes surfaces
  record Subject(Network network, Course course, Grid grid, Survey survey) {
    static final int SIDE = 48;
    // A little more of the plane than the points take up.
    static final double LEAST_REACH = 1.2;
    private static final double BEYOND = 1.05;

    private static Subject of(Network network) {
      Grid grid = new Grid(SIDE, reach(network.data()));
      return new Subject(network, network.course(), grid, network.survey(grid));
    }

    private static double reach(Dataset data) {
      return Stream.concat(data.train().stream(), data.test().stream())
          .mapToDouble(point -> BEYOND * Math.max(Math.abs(point.x1()), Math.abs(point.x2())))
          .reduce(LEAST_REACH, Math::max);
    }
  }

  /// How the training of something goes.
  ///
  /// @param run which run of the trainer it is
  /// @param state none before it was heard of
  /// @param surfaces what the network puts out; none before they were computed
  record Progress(
      Subject subject,
      long run,
      Optional<TrainerState> state,
      Losses losses,
      Optional<Surfaces> surfaces) {
    private static Progress of(Subject subject, long run) {
      return new Progress(subject, run, Optional.empty(), Losses.NONE, Optional.empty());
    }

    /// Whether the loss is no longer finite.
    boolean isDiverged() {
      return state.filter(now -> now.history().divergence().isPresent()).isPresent();
    }

    private Progress with(TrainerState now, Losses went) {
      return new Progress(subject, run, Optional.of(now), went, surfaces);
    }

    private Progress with(Surfaces now) {
      return new Progress(subject, run, state, losses, Optional.of(now));
    }
  }

  /// All that there is to know, at one moment.
  ///
  /// @param progress none while a network is built for what is set, and where there is nothing that
  ///   could be learned
  /// @param running whether iterations are to be made
  record State(
      Setup setup,
      Optional<Progress> progress,
      boolean running,
      Speed speed,
      Tool tool,
      Look look) {
    private static final State FIRST =
        new State(
            Setup.FIRST, Optional.empty(), false, Speed.MEDIUM, Tool.POSITIVE, Look.NETWORK);

    /// Whether iterations can be made.
    boolean canTrain() {
      return progress.filter(now -> !now.isDiverged()).isPresent();
    }

    private State with(Setup other) {
      return new State(other, Optional.empty(), running, speed, tool, look);
    }

    private State with(Progress other) {
      boolean ended = other.state().filter(now -> now.status() == Status.ENDED).isPresent();
      return new State(setup, Optional.of(other), running && !ended, speed, tool, look);
    }

    private State with(boolean runs) {
      return new State(setup, progress, runs, speed, tool, look);
    }

    private State with(Speed other) {
      return new State(setup, progress, running, other, tool, look);
    }

    private State with(Tool other) {
      return new State(setup, progress, running, speed, other, look);
    }

    private State with(Look other) {
      return new State(setup, progress, running, speed, tool, other);
    }
  }

  private final Background.Lane building;
  private final Background.Lane surveying;
  private final Supplier<Trainer> trainers;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.FIRST);
  private Optional<Trainer> trainer = Optional.empty();
  private Losses.Log log = new Losses.Log();
  private List<Tensor> surveyed = List.of();
  private boolean isSurveying;
  private boolean isOpen;

  /// @param background where networks are built and surfaces computed
  public NetworkLabModel(Background background) {
    this(background, Trainer::new);
  }

  NetworkLabModel(Background background, Supplier<Trainer> trainers) {
    building = background.lane();
    surveying = background.lane();
    this.trainers = trainers;
  }

  // --- Properties --------------------------------------------------------------------------------

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  State getState() {
    return state.get();
  }

  /// What is looked at.
  public ObservableValue<Look> look() {
    return state.map(State::look);
  }

  // --- Commands: what is learned -----------------------------------------------------------------

  /// Learns the points of a pattern.
  void choose(Pattern pattern) {
    set(setup().data().with(pattern));
  }

  /// Learns points that are set one by one.
  void chooseOwn() {
    set(setup().data().withOwn());
  }

  /// Changes what is known of the points.
  void data(UnaryOperator<NetworkData> change) {
    set(change.apply(setup().data()));
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
      double column = rounded(x1);
      double row = rounded(x2);
      switch (getState().tool()) {
        case POSITIVE -> data(data -> data.plus(new Point(column, row, 1)));
        case NEGATIVE -> data(data -> data.plus(new Point(column, row, -1)));
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

  // In a program that lists them they can be read.
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
    settings(settings -> settings.withRate(settings.rate() / 2));
    run();
  }

  // --- Commands: how it goes ---------------------------------------------------------------------

  /// Shows the lab; builds the network that is set, if there is none yet.
  public void open() {
    isOpen = true;
    if (getState().progress().isEmpty()) {
      build();
    }
  }

  /// Makes no more iterations while something else is shown.
  public void leave() {
    if (isOpen) {
      isOpen = false;
      pause();
    }
  }

  /// Looks at the whole network, or into one iteration of it.
  public void look(Look look) {
    if (look == getState().look()) {
      return;
    }
    state.set(getState().with(look));
  }

  /// Trains, or pauses.
  public void runOrPause() {
    if (getState().running()) {
      pause();
    } else {
      run();
    }
  }

  private void run() {
    state.set(getState().with(true));
    drive();
  }

  private void pause() {
    state.set(getState().with(false));
    trainer.ifPresent(Trainer::pause);
  }

  /// Makes one iteration.
  public void step() {
    if (getState().canTrain()) {
      pause();
      trainer.ifPresent(training -> training.step(1));
    }
  }

  /// Begins anew, with the network as it was at first.
  public void restart() {
    build();
  }

  void setSpeed(Speed speed) {
    state.set(getState().with(speed));
    trainer.ifPresent(training -> training.setPace(speed.perSecond()));
  }

  /// Makes more iterations in a second, if that goes.
  public void faster() {
    setSpeed(Speed.values()[Math.min(getState().speed().ordinal() + 1, Speed.FULL.ordinal())]);
  }

  /// Makes fewer iterations in a second, if that goes.
  public void slower() {
    setSpeed(Speed.values()[Math.max(getState().speed().ordinal() - 1, 0)]);
  }

  // --- Building ----------------------------------------------------------------------------------

  private Setup setup() {
    return getState().setup();
  }

  private void set(NetworkData data) {
    set(new Setup(setup().settings(), data));
  }

  private void set(Setup other) {
    if (!other.equals(setup())) {
      state.set(getState().with(other));
      build();
    }
  }

  // What was trained before is heard of no more.
  private void build() {
    trainer.ifPresent(Trainer::stop);
    surveying.cancel();
    isSurveying = false;
    Setup wanted = setup();
    state.set(getState().with(wanted));
    Optional<Dataset> points = wanted.points();
    if (points.isEmpty()) {
      building.cancel();
      return;
    }
    building.run(
        () -> Subject.of(Network.of(wanted.settings(), points.get())),
        this::begin,
        failure -> {
          throw failure;
        });
  }

  private void begin(Subject subject) {
    Trainer training = trainer.orElseGet(trainers);
    trainer = Optional.of(training);
    log = new Losses.Log();
    surveyed = List.of();
    training.setPace(getState().speed().perSecond());
    long run = training.begin(subject.course(), Optional.of(subject.network().evaluation()));
    state.set(getState().with(Progress.of(subject, run)));
    drive();
  }

  private void drive() {
    if (getState().running()) {
      trainer.ifPresent(Trainer::start);
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
        .filter(progress -> progress.state().filter(known -> known == now).isEmpty())
        .ifPresent(progress -> {
          state.set(getState().with(progress.with(now, log.with(now))));
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

  // One after another, so that no surface waits for the next; the latest parameters count.
  private void survey() {
    Optional<Progress> progress = getState().progress();
    Optional<TrainerState> latest = progress.flatMap(Progress::state);
    if (isSurveying || latest.isEmpty() || latest.get().parameters() == surveyed) {
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
              .filter(now -> now.subject() == subject)
              .ifPresent(now -> state.set(getState().with(now.with(surfaces))));
          survey();
        },
        failure -> {
          throw failure;
        });
  }
}
