package backstep.ui.lab.network;

import backstep.lab.NetworkData.Lack;
import backstep.train.History.Divergence;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// Says what keeps the network from learning, and what to do about it.
final class Notice extends FlowBar {
  private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

  private final NetworkLabModel model;
  private final Messages messages;
  private final FontIcon icon = new FontIcon(MaterialDesignI.INFORMATION_OUTLINE);
  private final Label text = new Label();
  private final Button halve;
  private final Button restart;
  private final Button takeBack;

  Notice(NetworkLabModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setId("network-notice");
    getStyleClass().add("network-notice");
    setAccessibleRole(AccessibleRole.TEXT);
    text.setId("network-notice-text");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    accessibleTextProperty().bind(text.textProperty());
    halve = button("halve", "descent.halve", model::halveRate);
    restart = button("restart-diverged", "network.restart", model::restart);
    takeBack = button("take-back", "network.takeBack", model::takeBack);
    getChildren().addAll(icon, text, halve, restart, takeBack);
    managedProperty().bind(visibleProperty());
    Announcer.live(this, text.textProperty());
    // The model lives as long as the window, and so does this.
    model.stateProperty().subscribe(_ -> show());
    messages.words().subscribe(_ -> show());
    model.withheldProperty().subscribe(_ -> show());
  }

  private Button button(String name, String words, Runnable action) {
    Button button = Parts.smallButton("network-" + name, messages.text(words), action);
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  private void show() {
    LabState state = model.getState();
    Optional<Lack> lack = state.lack();
    Optional<Divergence> divergence =
        state.progress().flatMap(Progress::state).flatMap(now -> now.history().divergence());
    pseudoClassStateChanged(BROKEN, divergence.isPresent());
    setVisible(lack.isPresent() || divergence.isPresent() || state.edited());
    halve.setVisible(divergence.isPresent());
    restart.setVisible(divergence.isPresent());
    takeBack.setVisible(state.edited());
    icon.setIconCode(
        divergence.isPresent() ? MaterialDesignA.ALERT : MaterialDesignI.INFORMATION_OUTLINE);
    text.setText(
        lack.map(what -> messages.now("network.lack." + what.name().toLowerCase(Locale.ROOT)))
            .or(() -> divergence.map(this::diverged))
            .orElseGet(() -> state.edited() ? messages.now("network.edited") : ""));
  }

  // Iterations are counted from 1 where people read.
  private String diverged(Divergence divergence) {
    return divergence
        .lastFinite()
        .map(last ->
            messages.now(
                model.withheldProperty().get() ? "network.diverged.withheld" : "network.diverged",
                divergence.iteration() + 1,
                messages.numbers().shown(last.loss())))
        .orElseGet(() -> messages.now("network.diverged.atOnce"));
  }
}
