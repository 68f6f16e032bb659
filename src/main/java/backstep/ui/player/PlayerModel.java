package backstep.ui.player;

import backstep.trace.Folding;
import backstep.trace.Session;
import backstep.trace.Step.Phase;
import backstep.ui.kit.Background;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

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
      return playing == Playing.NOTHING && nextPhase().equals(Optional.of(phase));
    }

    public boolean atStart() {
      return session.map(Session::atStart).orElse(true);
    }

    public boolean atEnd() {
      return session.map(Session::atEnd).orElse(true);
    }

    private State with(Session other, boolean byStep) {
      return new State(Optional.of(other), byStep, playing, speed);
    }

    private State with(Playing other) {
      return new State(session, false, other, speed);
    }
  }

  private static final double[] SPEEDS = {0.5, 1, 2, 4};

  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(
          this, "state", new State(Optional.empty(), false, Playing.NOTHING, 1));
  private final Background.Lane lane;
  private @Nullable UnaryOperator<Session> underWay;
  private @Nullable UnaryOperator<Session> afterwards;
  private boolean away;

  /// @param background where iterations are fetched
  public PlayerModel(Background background) {
    lane = background.lane();
  }

  // --- Properties --------------------------------------------------------------------------------

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public State getState() {
    return state.get();
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Begins with another program.
  public void load(Session session) {
    forgetJourney();
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
    UnaryOperator<Session> going = going();
    forgetJourney();
    boolean same = here.iteration() == session.iteration();
    state.set(now.with(same ? session.abreast(here) : session, false));
    if (going != null) {
      travel(going);
    } else if (!same) {
      travel(there -> there.toIteration(here.iteration()).abreast(here));
    }
  }

  /// Closes and opens calls, at the same moment.
  public void fold(Folding folding) {
    if (away || !state.get().session().map(Session::folding).equals(Optional.of(folding))) {
      travel(session -> session.folded(folding));
    }
  }

  /// Has no program.
  public void clear() {
    forgetJourney();
    state.set(new State(Optional.empty(), false, Playing.NOTHING, state.get().speed()));
  }

  /// Whatever comes next, also in the next iteration.
  public void next() {
    if (state.get().nextPhase().isPresent() && !away) {
      move(Session::next, true);
    } else if (!state.get().atEnd()) {
      travel(Session::next);
    }
  }

  /// One step back in time.
  public void previous() {
    if (state.get().session().filter(s -> s.position() > 0).isPresent() && !away) {
      move(Session::previous, false);
    } else if (!state.get().atStart()) {
      travel(Session::previous);
    }
  }

  /// The next step, if it belongs to this phase.
  public void step(Phase phase) {
    if (state.get().canStep(phase)) {
      move(session -> session.next(phase), true);
    }
  }

  /// All further steps of this phase, if the next one belongs to it.
  public void toEndOf(Phase phase) {
    if (state.get().canStep(phase)) {
      move(session -> session.toEndOf(phase), false);
    }
  }

  /// To a position in this iteration.
  public void seek(int position) {
    move(session -> session.seek(position), false);
  }

  /// To the start of this iteration, and from there to the start of the first one.
  public void toStart() {
    if (state.get().session().filter(s -> s.position() > 0).isPresent()) {
      seek(0);
    } else {
      toIteration(0);
    }
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

  /// Begins to play the steps, or stops whatever plays.
  public void playOrPause() {
    play(state.get().playing() == Playing.NOTHING ? Playing.STEPS : Playing.NOTHING);
  }

  /// Begins to run through the iterations, from the first one if this is the end, or stops whatever
  /// plays.
  public void runOrPause() {
    if (state.get().playing() != Playing.NOTHING) {
      play(Playing.NOTHING);
    } else {
      if (state.get().atEnd()) {
        toIteration(0);
      }
      play(Playing.ITERATIONS);
    }
  }

  private void play(Playing playing) {
    boolean possible = state.get().session().isPresent();
    boolean over = playing == Playing.STEPS && state.get().atEnd();
    state.set(state.get().with(possible && !over ? playing : Playing.NOTHING));
  }

  /// Goes on with whatever plays.
  ///
  /// @param iterations how many of them at once, when they are what plays
  public void tick(int iterations) {
    switch (state.get().playing()) {
      case NOTHING -> {}
      case STEPS -> next();
      case ITERATIONS -> {
        Session session = state.get().session().orElseThrow();
        if (!away) {
          boolean begun = session.nextPhase().isPresent();
          toEndOfIteration(session.iteration() + iterations - (begun ? 1 : 0));
        }
      }
    }
    if (state.get().atEnd()) {
      play(Playing.NOTHING);
    }
  }

  /// The next of the speeds.
  public void changeSpeed() {
    State now = state.get();
    double next = SPEEDS[0];
    for (double speed : SPEEDS) {
      if (speed > now.speed()) {
        next = speed;
        break;
      }
    }
    setSpeed(next);
  }

  /// This speed; 1 is the usual.
  public void setSpeed(double speed) {
    State now = state.get();
    state.set(new State(now.session(), false, now.playing(), speed));
  }

  // --- Moving ------------------------------------------------------------------------------------

  /// Within an iteration: at once.
  private void move(UnaryOperator<Session> move, boolean byStep) {
    if (away) {
      queue(move);
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

  /// To another iteration, which may have to be computed: in the background, and what is asked
  /// meanwhile follows after it.
  private void travel(UnaryOperator<Session> move) {
    if (away) {
      queue(move);
      return;
    }
    state
        .get()
        .session()
        .ifPresent(session -> {
          away = true;
          underWay = move;
          lane.run(
              () -> move.apply(session),
              this::arrive,
              failure -> {
                forgetJourney();
                throw failure;
              });
        });
  }

  private void queue(UnaryOperator<Session> move) {
    afterwards = after(afterwards, move);
  }

  private static UnaryOperator<Session> after(
      @Nullable UnaryOperator<Session> first, UnaryOperator<Session> then) {
    return first == null ? then : session -> then.apply(first.apply(session));
  }

  private @Nullable UnaryOperator<Session> going() {
    return afterwards == null ? underWay : after(underWay, afterwards);
  }

  private void arrive(Session there) {
    UnaryOperator<Session> more = afterwards;
    forgetJourney();
    state.set(state.get().with(there, false));
    if (more != null) {
      travel(more);
    }
  }

  private void forgetJourney() {
    lane.cancel();
    underWay = null;
    afterwards = null;
    away = false;
  }
}
