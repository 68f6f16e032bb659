package backstep.ui.spoken;

import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.kit.Tip;
import javafx.scene.control.Button;

/// Buttons that show the steps as a list, or no longer.
public final class StepListButton {
  private StepListButton() {}

  /// Stands beside the graph, and shows the list or hides it.
  public static Button toggle(SpokenModel model, Messages messages) {
    return button("step-list-toggle", "spoken.list.button", "spoken.list.tip", model, messages);
  }

  /// Stands in the list, and closes it.
  static Button close(SpokenModel model, Messages messages) {
    return button("step-list-close", "spoken.list.close", "spoken.list.close.tip", model, messages);
  }

  private static Button button(
      String id, String words, String tip, SpokenModel model, Messages messages) {
    Button button =
        Parts.smallButton(id, messages.text(words, Keymap.STEP_LIST), model::toggleList);
    Tip.name(button, messages.text(tip, Keymap.STEP_LIST));
    return button;
  }
}
