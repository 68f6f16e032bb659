package backstep.ui.keep;

import backstep.ui.keep.KeepModel.State;
import backstep.ui.kit.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// What stands over the window: the file's name, whether work was done since it was saved, and the
/// program's name.
public final class WindowTitle {
  private WindowTitle() {}

  public static ObservableValue<String> of(KeepModel model, Messages messages) {
    return Bindings.createStringBinding(
        () -> words(model.getState(), messages), model.stateProperty(), messages.words());
  }

  private static String words(State now, Messages messages) {
    String program = messages.now("app.name");
    return now.name()
        .map(name ->
            messages.now(now.changed() ? "keep.title.changed" : "keep.title", name, program))
        .orElse(program);
  }
}
