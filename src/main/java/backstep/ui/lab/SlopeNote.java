package backstep.ui.lab;

import backstep.lab.Differences;
import backstep.ui.kit.Messages;
import backstep.ui.lab.DifferencesModel.Culprit;
import backstep.ui.lab.DifferencesModel.View;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/// Says in words what the step makes of the slope, or why there is none.
final class SlopeNote extends Label {
  private final Messages messages;

  SlopeNote(DifferencesModel model, Messages messages) {
    this.messages = messages;
    setId("slope-note");
    getStyleClass().add("slope-note");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    ObservableValue<Optional<View>> view = model.viewProperty();
    textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> view.getValue().map(this::sentence).orElse(""), view, messages.words()));
  }

  private String sentence(View view) {
    Differences differences = view.differences();
    String name = view.name();
    String x = messages.numbers().shown(differences.x());
    return switch (view.kind()) {
      case UNDEFINED -> undefined(view, name, x);
      case STEEP -> messages.now("differences.steep", name, x);
      case KINK ->
          messages.now(
              "differences.kink",
              name,
              x,
              messages.numbers().shown(rounded(differences.fromLeft())),
              messages.numbers().shown(rounded(differences.fromRight())),
              messages.numbers().shown(differences.exact()));
      case SMOOTH -> smooth(view);
    };
  }

  private String undefined(View view, String name, String x) {
    String what = view.culprit().map(Culprit::expression).orElse(view.loss());
    String sentence = messages.now("differences.undefined", what, name, x);
    return view.culprit()
        .map(culprit -> "differences.domain." + culprit.op().toLowerCase(Locale.ROOT))
        .filter(key -> messages.words().getValue().has(key))
        .map(key -> sentence + " " + messages.now(key))
        .orElse(sentence);
  }

  // Measured over a step, so its last digits are noise.
  private static double rounded(double slope) {
    return Math.rint(slope * 1e4) / 1e4;
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  private String smooth(View view) {
    if (!Double.isFinite(view.now().forward()) || !Double.isFinite(view.now().central())) {
      return messages.now("differences.border", view.name());
    }
    Differences differences = view.differences();
    String cause = lower(differences.cause(view.now().step()));
    // Of lines and parabolas something else holds, where it is told at all.
    String own = "differences." + lower(differences.bend()) + "." + cause;
    return messages.now(
        messages.words().getValue().has(own) ? own : "differences.cause." + cause,
        view.name(),
        messages.numbers().shown(differences.bestForward()),
        messages.numbers().shown(differences.bestCentral()));
  }
}
