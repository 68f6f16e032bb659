package backstep.ui.lab;

import backstep.train.QuadraticDescent;
import backstep.train.QuadraticDescent.Regime;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Says what the learning rate makes of a parabola, and where the swing does not shrink offers the
/// way back.
final class DescentNote extends VBox {
  private static final PseudoClass GROWING = PseudoClass.getPseudoClass("growing");

  private final Messages messages;

  DescentNote(LandscapeModel model, ControlsModel controls, Messages messages) {
    this.messages = messages;
    getStyleClass().add("descent-note");
    ObservableValue<Optional<QuadraticDescent>> descent =
        model.viewProperty().map(view -> view.flatMap(LandscapeModel.View::descent));
    Label text = new Label();
    text.setId("descent");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> descent.getValue().map(this::sentence).orElse(""),
                descent,
                messages.words()));
    Button halve =
        Parts.smallButton("halve-rate", messages.text("descent.halve"), controls::halveRate);
    ObservableValue<Boolean> swings = descent.map(DescentNote::swingsOn);
    halve
        .visibleProperty()
        .bind(swings.flatMap(on -> controls.controlsProperty().map(now -> on && now.offersRate())));
    halve.managedProperty().bind(halve.visibleProperty());
    swings.subscribe(on -> pseudoClassStateChanged(GROWING, on));
    getChildren().addAll(text, halve);
    visibleProperty().bind(descent.map(Optional::isPresent));
    managedProperty().bind(visibleProperty());
  }

  private static boolean swingsOn(Optional<QuadraticDescent> descent) {
    return descent
        .map(QuadraticDescent::regime)
        .filter(regime -> regime == Regime.DIVERGING || regime == Regime.OSCILLATING)
        .isPresent();
  }

  private String sentence(QuadraticDescent descent) {
    double factor = Math.abs(descent.factor());
    return messages.now(
        "descent." + descent.regime().name().toLowerCase(Locale.ROOT),
        messages.numbers().shown(descent.rate()),
        messages.numbers().shown(descent.curvature()),
        messages.numbers().shown(descent.rate() * descent.curvature()),
        messages.numbers().shown(100 * (1 - factor)),
        messages.numbers().shown(100 * factor),
        messages.numbers().shown(factor));
  }
}
