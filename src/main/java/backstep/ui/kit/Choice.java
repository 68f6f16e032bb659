package backstep.ui.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/// A few things side by side, of which exactly one holds.
///
/// @param <T> what is chosen among
public final class Choice<T> {
  private final SegmentedButton buttons = new SegmentedButton();
  private final Map<T, ToggleButton> segments = new LinkedHashMap<>();
  private final Consumer<? super T> choose;
  private boolean telling;

  /// @param name what is chosen, for screen readers
  /// @param choose called when the learner chooses
  public Choice(ObservableValue<String> name, Consumer<? super T> choose) {
    this.choose = choose;
    buttons.setToggleGroup(new ToggleGroup());
    buttons.getStyleClass().add("choice");
    buttons.accessibleTextProperty().bind(name);
    buttons.setMinWidth(Region.USE_PREF_SIZE);
  }

  /// Offers one more.
  public Choice<T> with(T option, ObservableValue<String> words) {
    ToggleButton button = new ToggleButton();
    button.textProperty().bind(words);
    button.getStyleClass().add("segment");
    button.setMinWidth(Region.USE_PREF_SIZE);
    // A press on the one that holds does not let go of it.
    button.addEventFilter(ActionEvent.ACTION, _ -> button.setSelected(true));
    // Arrows choose without an action.
    button
        .selectedProperty()
        .subscribe((_, chosen) -> {
          if (chosen && !telling) {
            choose.accept(option);
          }
        });
    segments.put(option, button);
    buttons.getButtons().add(button);
    return this;
  }

  /// Shows which of them holds, also when that changes. To be called when all are offered.
  ///
  /// @param chosen may live longer than this: it is listened to only in a window
  public Choice<T> showing(ObservableValue<? extends T> chosen) {
    chosen.when(Parts.inScene(buttons)).subscribe(this::tell);
    return this;
  }

  // What holds is not chosen again by being shown.
  private void tell(T now) {
    telling = true;
    segments.forEach((option, button) -> button.setSelected(option.equals(now)));
    telling = false;
  }

  /// The control.
  public Node node() {
    return buttons;
  }

  /// The button of one of them, for a tooltip or an id.
  public ToggleButton segment(T option) {
    ToggleButton segment = segments.get(option);
    if (segment == null) {
      throw new IllegalArgumentException("not offered: " + option);
    }
    return segment;
  }
}
