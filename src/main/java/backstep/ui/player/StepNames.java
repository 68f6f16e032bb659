package backstep.ui.player;

import backstep.trace.Session;
import backstep.trace.Step;
import backstep.ui.kit.Messages;

/// What the places on the timeline are called.
public final class StepNames {
  private final PlayerModel model;
  private final Messages messages;

  public StepNames(PlayerModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
  }

  /// The step that leads to a position of the session's iteration: `backward · through z2`.
  public String at(Session session, int position) {
    if (position == 0) {
      return messages.now("player.at.start");
    }
    Step step = session.trace().steps().get(position - 1);
    String key =
        switch (step) {
          case Step.Forward _, Step.ForwardCall _ -> "player.at.forward";
          case Step.Seed _ -> "player.at.seed";
          case Step.Backward _, Step.BackwardCall _ -> "player.at.backward";
          case Step.Update _ -> "player.at.update";
        };
    return messages.now(key, model.name(step));
  }
}
