package backstep.ui.player;

import backstep.lab.Prospect;
import backstep.lab.Prospect.Obstacle;
import backstep.trace.Folding;
import backstep.trace.Session;
import backstep.trace.Step;
import backstep.trace.Step.Phase;
import backstep.train.Course;
import backstep.ui.kit.Background;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the learner stands, and whether the steps play by themselves.
public final class PlayerModel {
  /// What moves by itself.
  public enum Playing {
    NOTHING,
    /// One step after another.
    STEPS,
    /// Whole iterations that there are, several in a second.
    ITERATIONS,
    /// More iterations than there were.
    TRAINING
  }

  /// All that there is to know, at one moment.
  ///
  /// @param session where; none before a program is loaded
  /// @param prospect whether the program can go on learning
  /// @param stepped whether one step forward in time led here, which is worth seeing
  /// @param playing what moves by itself
  /// @param speed how fast; 1 is the usual
  /// @param pace how many iterations in a second a training makes that has no goal
  /// @param progress of the last training of this program
  public record State(
      Optional<Session> session,
      Prospect prospect,
      boolean stepped,
      Playing playing,
      double speed,
      double pace,
      Optional<Progress> progress) {
    /// The phase of the next step.
    public Optional<Phase> nextPhase() {
      return session.flatMap(Session::nextPhase);
    }

    /// Whether a step of this phase can be made by hand.
    public boolean canStep(Phase phase) {
      return !isPlaying() && nextPhase().equals(Optional.of(phase));
    }

    public boolean isPlaying() {
      return playing != Playing.NOTHING;
    }

    public boolean atStart() {
      return session.map(Session::atStart).orElse(true);
    }

    public boolean atEnd() {
      return session.map(Session::atEnd).orElse(true);
    }

    /// Whether nothing that was made comes after this; more may be made all the same.
    public boolean atKnownEnd() {
      return nextPhase().isEmpty() && iteration() == iterations() - 1;
    }

    /// How many iterations there are; one where there is no program.
    public int iterations() {
      return session.map(Session::iterationCount).orElse(1);
    }

    /// Which of them this is, from 0.
    public int iteration() {
      return session.map(Session::iteration).orElse(0);
    }

    /// Whether there can be more iterations than there are.
    public boolean isOpen() {
      return course().filter(Course::isOpen).isPresent();
    }

    Optional<Course> course() {
      return prospect.open().map(Prospect.Open::course);
    }

    private boolean isWithin() {
      return session.filter(s -> s.position() > 0).isPresent();
    }

    /// Whether more iterations are being made.
    public boolean isTraining() {
      return playing == Playing.TRAINING;
    }

    private Progress training() {
      return progress.orElseThrow();
    }

    private State of(Optional<Session> other, Prospect future, Playing what) {
      return new State(other, future, false, what, speed, pace, Optional.empty());
    }

    private State with(Session other, boolean byStep) {
      return new State(Optional.of(other), prospect, byStep, playing, speed, pace, progress);
    }

    private State with(Playing other) {
      return new State(session, prospect, false, other, speed, pace, progress);
    }

    private State with(Progress other) {
      return new State(session, prospect, false, playing, speed, pace, Optional.of(other));
    }

    private State with(double otherSpeed, double otherPace) {
      return new State(session, prospect, false, playing, otherSpeed, otherPace, progress);
    }
  }

  private static final Prospect NOTHING_TO_LEARN = new Prospect.Closed(Obstacle.NO_UPDATES);

  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(
          this,
          "state",
          new State(
              Optional.empty(),
              NOTHING_TO_LEARN,
              false,
              Playing.NOTHING,
              Speeds.USUAL,
              Paces.USUAL,
              Optional.empty()));
  private final Journey journey;
  private final Training training = new Training();
  private Function<Step, String> names = _ -> "";
  private Consumer<Optional<Step>> onStepPointed = _ -> {};
  private Consumer<Phase> onRefused = _ -> {};
  private Gate gate = Gate.OPEN;

  /// @param background where iterations are fetched
  public PlayerModel(Background background) {
    journey = new Journey(background, there -> state.set(state.get().with(there, false)));
  }

  // --- Properties --------------------------------------------------------------------------------

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public State getState() {
    return state.get();
  }

  /// Who knows what to call the node that a step is about.
  public void setNames(Function<Step, String> function) {
    names = function;
  }

  String name(Step step) {
    return names.apply(step);
  }

  /// Called with the step that is pointed at; with none when it is so no longer.
  public void setOnStepPointed(Consumer<Optional<Step>> action) {
    onStepPointed = action;
  }

  void stepPointed(Optional<Step> step) {
    onStepPointed.accept(step);
  }

  /// Called with the phase of a step that was asked for and cannot be made now.
  void setOnRefused(Consumer<Phase> action) {
    onRefused = action;
  }

  /// Who is asked before more steps of an iteration are seen.
  public void setGate(Gate keeper) {
    gate = keeper;
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Begins with another program.
  ///
  /// @param session over all iterations that there are, or can be made
  public void load(Session session, Prospect prospect) {
    begin(Optional.of(session), prospect);
  }

  private void begin(Optional<Session> session, Prospect prospect) {
    journey.forget();
    training.take(prospect);
    state.set(state.get().of(session, prospect, Playing.NOTHING));
  }

  /// Goes on in another run of the program, at the place of the learner in the one before: where
  /// they stand, where they were going, and whether something plays. An iteration that the other
  /// run has not made yet is made before the learner's eyes.
  public void resume(Session session, Prospect prospect) {
    resume(session, prospect, UnaryOperator.identity());
  }

  /// Goes on in a run of another text.
  ///
  /// @param near from where as many steps are done as before to where the learner stands
  public void resume(Session session, Prospect prospect, UnaryOperator<Session> near) {
    State now = state.get();
    if (now.session().isEmpty()) {
      load(session, prospect);
      return;
    }
    Session here = now.session().get();
    Optional<UnaryOperator<Session>> rest = now.isTraining() ? Optional.empty() : journey.rest();
    journey.forget();
    training.take(prospect);
    boolean same = here.iteration() == session.iteration();
    Playing goesOn = now.isTraining() ? Playing.NOTHING : now.playing();
    state.set(
        now.of(Optional.of(same ? near.apply(session.abreast(here)) : session), prospect, goesOn));
    if (!same && rest.isEmpty()) {
      go(here.iteration());
    }
    rest.ifPresent(this::travel);
    if (same && now.isTraining()) {
      train(now.training().goal());
    }
  }

  /// Closes and opens calls, at the same moment.
  public void fold(Folding folding) {
    if (journey.isUnderWay()
        || !state.get().session().map(Session::folding).equals(Optional.of(folding))) {
      travel(session -> session.folded(folding));
    }
  }

  /// Has no program.
  public void clear() {
    begin(Optional.empty(), NOTHING_TO_LEARN);
  }

  /// Whatever comes next, also in the next iteration.
  public void next() {
    stopTraining();
    if (state.get().nextPhase().isPresent()) {
      move(Session::next, true);
    } else if (!isOver()) {
      travel(Session::next);
    }
  }

  /// One step back in time, also into the iteration before.
  public void previous() {
    stopTraining();
    if (state.get().isWithin()) {
      move(Session::previous, false);
    } else if (!isAtVeryStart()) {
      travel(Session::previous);
    }
  }

  /// The next step, if it belongs to this phase.
  public void step(Phase phase) {
    stepBy(phase, session -> session.next(phase), true);
  }

  /// All further steps of this phase, if the next one belongs to it.
  public void toEndOf(Phase phase) {
    stepBy(
        phase,
        session ->
            session.nextPhase().equals(Optional.of(phase)) ? session.toEndOf(phase) : session,
        false);
  }

  private void stepBy(Phase phase, UnaryOperator<Session> move, boolean byStep) {
    if (state.get().canStep(phase) || (journey.isUnderWay() && !state.get().isPlaying())) {
      move(move, byStep);
    } else {
      onRefused.accept(phase);
    }
  }

  /// To a position in this iteration.
  public void seek(int position) {
    stopTraining();
    move(session -> session.seek(position), false);
  }

  /// To the start of this iteration, and from there to the start of the first one.
  public void toStart() {
    stopTraining();
    if (state.get().isWithin()) {
      move(PlayerModel::toStart, false);
    } else if (!isAtVeryStart()) {
      travel(PlayerModel::toStart);
    }
  }

  private static Session toStart(Session session) {
    return session.position() > 0 ? session.seek(0) : session.toIteration(0);
  }

  /// To the end of this iteration.
  public void toEnd() {
    stopTraining();
    move(session -> session.toEndOf(Phase.UPDATE), false);
  }

  /// To the start of another iteration.
  public void toIteration(int index) {
    stopTraining();
    if (!isHeld()) {
      travel(session -> session.toIteration(index));
    }
  }

  /// To the end of another iteration.
  public void toEndOfIteration(int index) {
    stopTraining();
    if (!isHeld()) {
      travel(session -> session.toIteration(index).toEndOf(Phase.UPDATE));
    }
  }

  /// To another iteration, with as many of its steps done as here, so that they can be compared.
  ///
  /// @param index of one that there is not yet to make all up to that
  public void toSameStepOf(int index) {
    stopTraining();
    if ((index != state.get().iteration() || journey.isUnderWay()) && !isHeld()) {
      go(index);
    }
  }

  /// To the same step so many iterations on, which are made if need be, or as far as there are any.
  ///
  /// @param by less than 0 to go back
  public void on(int by) {
    stopTraining();
    if (isHeld()) {
      return;
    }
    if (journey.isUnderWay()) {
      travel(session -> session.on(by));
    } else if (Why.noIteration(state.get(), by).isEmpty()) {
      go(Math.clamp((long) state.get().iteration() + by, 0, Integer.MAX_VALUE - 1));
    }
  }

  // One is made on the way; more of them may take their time, and are seen to be made.
  private void go(int index) {
    State now = state.get();
    if (index > now.iterations() && now.isOpen() && !journey.isUnderWay()) {
      train(OptionalInt.of(index + 1));
    } else {
      travel(session -> session.toIteration(index).seek(session.position()));
    }
  }

  /// To the same step of the next iteration; stays in the last one.
  public void nextIteration() {
    on(1);
  }

  /// To the same step of the iteration before; stays in the first one.
  public void previousIteration() {
    on(-1);
  }

  /// Begins to play the steps, or stops whatever plays.
  public void playOrPause() {
    if (state.get().isTraining()) {
      stopTraining();
    } else {
      play(state.get().isPlaying() ? Playing.NOTHING : Playing.STEPS);
    }
  }

  /// Makes one iteration after another, from the last one that there is on, or stops whatever
  /// plays.
  public void trainOrPause() {
    if (state.get().isPlaying()) {
      playOrPause();
    } else if (state.get().isOpen() && !isHeld()) {
      train(OptionalInt.empty());
    }
  }

  /// Begins to run through the iterations, from the first one if this is the end, or stops whatever
  /// plays.
  public void runOrPause() {
    if (state.get().isPlaying()) {
      playOrPause();
    } else {
      if (isPlayedOut()) {
        toIteration(0);
      }
      play(Playing.ITERATIONS);
    }
  }

  private void play(Playing playing) {
    boolean possible = state.get().session().isPresent();
    boolean over = isOver() && playing == Playing.STEPS;
    state.set(state.get().with(possible && !over ? playing : Playing.NOTHING));
  }

  // At the end, and not on the way to somewhere else.
  private boolean isOver() {
    return state.get().atEnd() && !journey.isUnderWay();
  }

  // A run plays what there is, and makes no more.
  private boolean isPlayedOut() {
    return state.get().atKnownEnd() && !journey.isUnderWay();
  }

  private boolean isAtVeryStart() {
    return state.get().atStart() && !journey.isUnderWay();
  }

  /// Goes on with whatever plays.
  ///
  /// @param iterations how many of them at once, when they are what plays
  /// @return whether it did; while an iteration is fetched it waits
  public boolean tick(int iterations) {
    if (state.get().isTraining()) {
      followTraining();
      return true;
    }
    if (journey.isUnderWay()) {
      return false;
    }
    if (!hasPlayed()) {
      playOn(iterations);
    }
    if (hasPlayed()) {
      play(Playing.NOTHING);
    }
    return true;
  }

  private boolean hasPlayed() {
    return state.get().playing() == Playing.ITERATIONS ? isPlayedOut() : isOver();
  }

  private void playOn(int iterations) {
    switch (state.get().playing()) {
      case NOTHING, TRAINING -> {}
      case STEPS -> next();
      case ITERATIONS -> {
        boolean begun = state.get().nextPhase().isPresent();
        int next = state.get().iteration() + iterations - (begun ? 1 : 0);
        toEndOfIteration(Math.min(next, state.get().iterations() - 1));
      }
    }
  }

  /// Moves and plays at one of the [speeds][Speeds].
  public void setSpeed(double speed) {
    State now = state.get();
    if (Speeds.ALL.contains(speed) && speed != now.speed()) {
      state.set(now.with(speed, now.pace()));
    }
  }

  /// Trains at one of the [paces][Paces], also what is under way.
  public void setPace(double pace) {
    State now = state.get();
    if (Paces.ALL.contains(pace) && pace != now.pace()) {
      state.set(now.with(now.speed(), pace));
      if (now.isTraining()) {
        training.start(now.training().goal(), pace(now.training().goal()));
      }
    }
  }

  public void faster() {
    setSpeed(Speeds.faster(state.get().speed()));
  }

  public void slower() {
    setSpeed(Speeds.slower(state.get().speed()));
  }

  // --- Training ----------------------------------------------------------------------------------

  private void train(OptionalInt goal) {
    // Counted before any is made.
    Progress begun = Progress.begun(state.get().iterations(), goal);
    training.start(goal, pace(goal));
    state.set(state.get().with(Playing.TRAINING).with(begun));
  }

  // Who waits for an iteration waits no longer than need be.
  private double pace(OptionalInt goal) {
    return goal.isPresent() ? Double.POSITIVE_INFINITY : state.get().pace();
  }

  // Shows the newest iteration, unless the one shown last is still on its way.
  private void followTraining() {
    training.news().ifPresent(news -> state.set(state.get().with(state.get().training().at(news))));
    Progress progress = state.get().training();
    if (progress.isOver()) {
      endTraining();
    } else if (!journey.isUnderWay() && progress.iterations() - 1 > state.get().iteration()) {
      travel(Training.during(progress));
    }
  }

  private void stopTraining() {
    if (state.get().isTraining()) {
      endTraining();
    }
  }

  private void endTraining() {
    Progress progress = state.get().training();
    state.set(state.get().with(Playing.NOTHING));
    travel(training.end(progress));
  }

  // --- Moving ------------------------------------------------------------------------------------

  /// Within an iteration: at once.
  private void move(UnaryOperator<Session> move, boolean byStep) {
    if (journey.isUnderWay()) {
      journey.then(move);
      return;
    }
    state
        .get()
        .session()
        .ifPresent(session -> {
          Session there = move.apply(session);
          if (there.position() != session.position() && opens(session, there, byStep)) {
            state.set(state.get().with(there, byStep));
          }
        });
  }

  // What plays by itself waits where something is asked.
  private boolean opens(Session here, Session there, boolean byStep) {
    boolean open =
        there.position() < here.position()
            || here.snapshot().next().map(next -> gate.opens(next, byStep)).orElse(true);
    if (!open && state.get().playing() == Playing.STEPS) {
      play(Playing.NOTHING);
    }
    return open;
  }

  // Another iteration would show what is asked here.
  private boolean isHeld() {
    boolean held =
        state
            .get()
            .session()
            .flatMap(session -> session.snapshot().next())
            .filter(next -> !gate.opens(next, false))
            .isPresent();
    if (held && state.get().isPlaying()) {
      play(Playing.NOTHING);
    }
    return held;
  }

  /// To another iteration.
  private void travel(UnaryOperator<Session> move) {
    if (journey.isUnderWay()) {
      journey.then(move);
    } else {
      state.get().session().ifPresent(session -> journey.begin(session, move));
    }
  }
}
