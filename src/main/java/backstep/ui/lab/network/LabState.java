package backstep.ui.lab.network;

import backstep.lab.NetworkData.Lack;
import java.util.Optional;

/// All that there is to know of the network lab, at one moment.
///
/// @param progress none while a network is built for what is set, and where none can be
/// @param edited whether the network's program was changed in its text, so that it is another one
/// @param running whether iterations are to be made as long as the whole network is looked at
record LabState(
    Setup setup,
    Optional<Progress> progress,
    boolean edited,
    boolean running,
    Speed speed,
    Tool tool,
    Look look) {
  static final LabState FIRST =
      new LabState(
          Setup.FIRST, Optional.empty(), false, false, Speed.MEDIUM, Tool.POSITIVE, Look.NETWORK);

  /// What keeps the points from being learned, if anything does.
  Optional<Lack> lack() {
    return setup.data().lack();
  }

  /// Whether a network is about to be there.
  boolean isAwaited() {
    return progress.flatMap(Progress::state).isEmpty() && lack().isEmpty() && !edited;
  }

  /// Whether iterations can be made.
  boolean canTrain() {
    return progress.filter(now -> !now.isEnded()).isPresent();
  }

  LabState with(Setup other) {
    return new LabState(other, Optional.empty(), false, running, speed, tool, look);
  }

  LabState with(Progress other) {
    return new LabState(
        setup, Optional.of(other), false, running && !other.isEnded(), speed, tool, look);
  }

  LabState asEdited() {
    return new LabState(setup, Optional.empty(), true, false, speed, tool, look);
  }

  LabState with(boolean runs) {
    return new LabState(setup, progress, edited, runs, speed, tool, look);
  }

  LabState with(Speed other) {
    return new LabState(setup, progress, edited, running, other, tool, look);
  }

  LabState with(Tool other) {
    return new LabState(setup, progress, edited, running, speed, other, look);
  }

  LabState with(Look other) {
    return new LabState(setup, progress, edited, running, speed, tool, other);
  }
}
