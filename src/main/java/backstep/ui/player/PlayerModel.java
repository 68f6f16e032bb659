package backstep.ui.player;

import backstep.trace.Folding;
import backstep.trace.Session;
import backstep.trace.Step;
import backstep.trace.Step.Phase;
import backstep.ui.kit.Background;
import java.util.Optional;
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
    /// Whole iterations, several in a second.
    ITERATIONS
  }

  /// All that there is to know, at one moment.
  ///
  /// @param session where; none before a program is loaded
  /// @param stepped whether one step forward in time led here, which is worth seeing
  /// @param playing what moves by itself
  /// @param speed how fast; 1 is the usual
  public record State(Optional<Session> session, boolean stepped, Playing playing, double speed) {
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

    private boolean isWithin() {
      return session.filter(s -> s.position() > 0).isPresent();
    }

    private State with(Session other, boolean byStep) {
      return new State(Optional.of(other), byStep, playing, speed);
    }

    private State with(Playing other) {
      return new State(session, false, other, speed);
    }
  }

  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(
          this, "state", new State(Optional.empty(), false, Playing.NOTHING, Speeds.USUAL));
  private final Journey journey;
  private Function<Step, String> names = _ -> "";
  private Consumer<Optional<Step>> onStepPointed = _ -> {};
  private Consumer<Phase> onRefused = _ -> {};

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

  // --- Commands ----------------------------------------------------------------------------------

  /// Begins with another program.
  public void load(Session session) {
    journey.forget();
    state.set(new State(Optional.of(session), false, Playing.NOTHING, state.get().speed()));
  }

  /// Goes on in another run of the program, at the place of the learner in the one before: where
  /// they stand, where they were going, and whether the steps play.
  public void resume(Session session) {
    State now = state.get();
    if (now.session().isEmpty()) {
      load(session);
      return;
    }
    Session here = now.session().get();
    Optional<UnaryOperator<Session>> rest = journey.rest();
    journey.forget();
    boolean same = here.iteration() == session.iteration();
    state.set(now.with(same ? session.abreast(here) : session, false));
    if (rest.isPresent()) {
      travel(rest.get());
    } else if (!same) {
      travel(there -> there.toIteration(here.iteration()).abreast(here));
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
    journey.forget();
    state.set(new State(Optional.empty(), false, Playing.NOTHING, state.get().speed()));
  }

  /// Whatever comes next, also in the next iteration.
  public void next() {
    if (state.get().nextPhase().isPresent()) {
      move(Session::next, true);
    } else if (!isOver()) {
      travel(Session::next);
    }
  }

  /// One step back in time, also into the iteration before.
  public void previous() {
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
    move(session -> session.seek(position), false);
  }

  /// To the start of this iteration, and from there to the start of the first one.
  public void toStart() {
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
    move(session -> session.toEndOf(Phase.UPDATE), false);
  }

  /// To the start of another iteration.
  public void toIteration(int index) {
    travel(session -> session.toIteration(index));
  }

  /// To the end of another iteration.
  public void toEndOfIteration(int index) {
    travel(session -> session.toIteration(index).toEndOf(Phase.UPDATE));
  }

  /// To another iteration, with as many of its steps done as here, so that they can be compared.
  public void toSameStepOf(int index) {
    if (index != state.get().iteration() || journey.isUnderWay()) {
      travel(session -> session.toIteration(index).seek(session.position()));
    }
  }

  /// To the same step of the next iteration; stays in the last one.
  public void nextIteration() {
    skip(1);
  }

  /// To the same step of the iteration before; stays in the first one.
  public void previousIteration() {
    skip(-1);
  }

  private void skip(int by) {
    int to = state.get().iteration() + by;
    if ((to >= 0 && to < state.get().iterations()) || journey.isUnderWay()) {
      travel(session -> session.toIteration(session.iteration() + by).seek(session.position()));
    }
  }

  /// Begins to play the steps, or stops whatever plays.
  public void playOrPause() {
    play(state.get().isPlaying() ? Playing.NOTHING : Playing.STEPS);
  }

  /// Begins to run through the iterations, from the first one if this is the end, or stops whatever
  /// plays.
  public void runOrPause() {
    if (state.get().isPlaying()) {
      play(Playing.NOTHING);
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
    if (journey.isUnderWay()) {
      return false;
    }
    if (!hasPlayed()) {
      go(iterations);
    }
    if (hasPlayed()) {
      play(Playing.NOTHING);
    }
    return true;
  }

  private boolean hasPlayed() {
    return state.get().playing() == Playing.ITERATIONS ? isPlayedOut() : isOver();
  }

  private void go(int iterations) {
    switch (state.get().playing()) {
      case NOTHING -> {}
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
      state.set(new State(now.session(), false, now.playing(), speed));
    }
  }

  public void faster() {
    setSpeed(Speeds.faster(state.get().speed()));
  }

  public void slower() {
    setSpeed(Speeds.slower(state.get().speed()));
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
          if (there.position() != session.position()) {
            state.set(state.get().with(there, byStep));
          }
        });
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
