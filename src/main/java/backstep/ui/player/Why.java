package backstep.ui.player;

import backstep.trace.Step.Phase;
import backstep.train.Course;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.player.PlayerModel.State;
import java.util.Locale;
import java.util.Optional;

/// Why something cannot be done now, and which key leads on.
///
/// @param key of the bundle `player`
/// @param then the key that leads on
record Why(String key, Keymap then) {
  String text(Messages messages) {
    return messages.now(key, then);
  }

  /// Why no step of this phase can be made; none if one can.
  static Optional<Why> noStep(State state, Phase phase) {
    return state.canStep(phase)
        ? Optional.empty()
        : Optional.of(hindrance(state).orElseGet(() -> passed(state, phase)));
  }

  /// Why there is no next step.
  static Optional<Why> noNext(State state) {
    return hindrance(state).or(() -> end(state));
  }

  /// Why there is nothing to play.
  static Optional<Why> noPlay(State state) {
    return state.isPlaying() ? Optional.empty() : noNext(state);
  }

  /// Why there is nothing before this.
  static Optional<Why> noPrevious(State state) {
    return noProgram(state)
        .or(() ->
            state.atStart()
                ? Optional.of(new Why("player.off.start", Keymap.NEXT))
                : Optional.empty());
  }

  /// Why there is no other iteration on this side.
  static Optional<Why> noIteration(State state, int by) {
    if (by < 0) {
      return state.iteration() > 0
          ? Optional.empty()
          : Optional.of(new Why("player.iteration.off.first", Keymap.NEXT_ITERATION));
    }
    return noProgram(state)
        .or(() -> state.iteration() < state.iterations() - 1 ? Optional.empty() : noMore(state));
  }

  /// Why no iterations can be trained, or a training cannot be stopped.
  static Optional<Why> noTraining(State state) {
    return state.isTraining() ? Optional.empty() : hindrance(state).or(() -> noMore(state));
  }

  // Why no more iterations can be made than there are.
  private static Optional<Why> noMore(State state) {
    return state.isOpen()
        ? Optional.empty()
        : Optional.of(new Why("player.closed." + closedBy(state), Keymap.PREVIOUS_ITERATION));
  }

  private static String closedBy(State state) {
    return state
        .prospect()
        .closedBy()
        .map(obstacle -> obstacle.name().toLowerCase(Locale.ROOT))
        .or(() ->
            state.course().flatMap(Course::ending).map(e -> e.name().toLowerCase(Locale.ROOT)))
        .orElse("stopped");
  }

  private static Optional<Why> hindrance(State state) {
    return noProgram(state)
        .or(() ->
            state.isPlaying()
                ? Optional.of(
                    new Why(
                        state.isTraining() ? "player.off.training" : "player.off.playing",
                        Keymap.PLAY))
                : Optional.empty());
  }

  private static Optional<Why> noProgram(State state) {
    return state.session().isEmpty()
        ? Optional.of(new Why("player.off.empty", Keymap.NEXT))
        : Optional.empty();
  }

  private static Optional<Why> end(State state) {
    return state.atEnd()
        ? Optional.of(
            new Why(state.iterations() > 1 ? "player.off.end" : "player.off.done", Keymap.START))
        : Optional.empty();
  }

  private static Why passed(State state, Phase phase) {
    boolean updates = state.session().filter(s -> s.trace().count(Phase.UPDATE) > 0).isPresent();
    if (phase == Phase.UPDATE && !updates) {
      return new Why("player.update.off.none", Keymap.NEXT);
    }
    String name = phase.name().toLowerCase(Locale.ROOT);
    Optional<Phase> next = state.nextPhase();
    if (next.isEmpty() && phase == Phase.FORWARD && state.atEnd()) {
      return end(state).orElseThrow();
    }
    String then =
        next.map(p -> p.name().toLowerCase(Locale.ROOT)).orElse(state.atEnd() ? "end" : "next");
    return new Why("player." + name + ".off." + then, next.map(Why::key).orElse(Keymap.NEXT));
  }

  private static Keymap key(Phase phase) {
    return switch (phase) {
      case FORWARD -> Keymap.FORWARD;
      case BACKWARD -> Keymap.BACKWARD;
      case UPDATE -> Keymap.UPDATE;
    };
  }
}
