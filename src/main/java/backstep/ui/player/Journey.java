package backstep.ui.player;

import backstep.trace.Session;
import backstep.ui.kit.Background;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A move to another iteration, which may have to be computed anew: in the background. What is
/// asked meanwhile follows after it, all at once.
final class Journey {
  private final Background.Lane lane;
  private final Consumer<Session> arrived;
  private @Nullable UnaryOperator<Session> underWay;
  private @Nullable UnaryOperator<Session> afterwards;

  /// @param arrived called where a journey ends, when it is over
  Journey(Background background, Consumer<Session> arrived) {
    lane = background.lane();
    this.arrived = arrived;
  }

  boolean isUnderWay() {
    return underWay != null;
  }

  /// Sets out; not to be called while one is under way.
  void begin(Session from, UnaryOperator<Session> move) {
    underWay = move;
    lane.run(
        () -> move.apply(from),
        this::arrive,
        failure -> {
          forget();
          throw failure;
        });
  }

  /// Goes on with another move from where this journey ends.
  void then(UnaryOperator<Session> move) {
    afterwards = afterwards == null ? move : after(afterwards, move);
  }

  /// All that was asked for and has not been done.
  Optional<UnaryOperator<Session>> rest() {
    return Optional.ofNullable(underWay)
        .map(first -> afterwards == null ? first : after(first, afterwards));
  }

  private static UnaryOperator<Session> after(
      UnaryOperator<Session> first, UnaryOperator<Session> then) {
    return session -> then.apply(first.apply(session));
  }

  private void arrive(Session there) {
    UnaryOperator<Session> more = afterwards;
    forget();
    arrived.accept(there);
    if (more != null) {
      begin(there, more);
    }
  }

  /// Goes nowhere.
  void forget() {
    lane.cancel();
    underWay = null;
    afterwards = null;
  }
}
