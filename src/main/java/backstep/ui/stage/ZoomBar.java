package backstep.ui.stage;

import backstep.ui.kit.Keymap;
import backstep.ui.kit.Later;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The buttons for zoom and fit.
final class ZoomBar extends HBox {
  private final Messages messages;

  /// @param zoom the present zoom; 1 is 100 %
  /// @param tools stand first
  ZoomBar(
      StageView stage,
      Messages messages,
      ObservableValue<Number> zoom,
      StageModel model,
      Button... tools) {
    super(8);
    this.messages = messages;
    setAlignment(Pos.CENTER_RIGHT);
    setPickOnBounds(false);
    Label level = new Label();
    level.getStyleClass().add("zoom-level");
    level
        .textProperty()
        .bind(messages.text("stage.zoom", zoom.map(z -> Math.round(z.doubleValue() * 100))));
    Button calls = button("stage.calls.tip", Keymap.FOLD_ALL, stage::toggleCalls);
    ObservableValue<CallsShown> shown = model.callsProperty();
    calls
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    messages.now(
                        shown.getValue() == CallsShown.ALL_OPEN
                            ? "stage.calls.close"
                            : "stage.calls.open"),
                shown,
                messages.words()));
    calls.setId("calls");
    show(calls, shown.map(c -> c != CallsShown.NONE));
    Button tidy = button("stage.tidy.tip", Keymap.TIDY, stage::tidy);
    tidy.textProperty().bind(messages.text("stage.tidy"));
    tidy.setId("tidy");
    show(tidy, model.movedProperty());
    Button out = button("stage.zoomOut.tip", Keymap.ZOOM_OUT, stage::zoomOut);
    out.setText("−");
    Button in = button("stage.zoomIn.tip", Keymap.ZOOM_IN, stage::zoomIn);
    in.setText("+");
    Button fit = button("stage.fit.tip", Keymap.FIT, stage::fit);
    fit.textProperty().bind(messages.text("stage.fit"));
    getChildren().addAll(tools);
    Later.add(getChildren(), calls, tidy, out, level, in, fit);
  }

  private static void show(Button button, ObservableValue<Boolean> when) {
    button.visibleProperty().bind(when);
    button.managedProperty().bind(when);
  }

  private Button button(String tip, Keymap key, Runnable action) {
    Button button = new Button();
    button.getStyleClass().add("small-button");
    button.setOnAction(_ -> action.run());
    Tip.name(button, messages.text(tip, key));
    return button;
  }
}
