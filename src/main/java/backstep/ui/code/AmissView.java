package backstep.ui.code;

import backstep.ui.code.CodeModel.Amiss;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Says where the program's own updates part from the gradients, with both side by side, and which
/// line is the first that is not right; nothing where all agree. Each leads to its step.
public final class AmissView extends VBox {
  private final CodeModel model;
  private final Messages messages;

  public AmissView(CodeModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    Announcer.live(this, accessibleTextProperty());
    getStyleClass().add("amiss");
    setId("amiss");
    // The model lives as long as the window, and so does this.
    model.amissProperty().subscribe(this::show);
    model.slipProperty().subscribe(this::show);
    messages.words().subscribe(this::show);
  }

  private void show() {
    List<Amiss> all = model.amissProperty().get();
    List<Labeled> notes = new ArrayList<>(all.stream().map(this::note).toList());
    if (!all.isEmpty()) {
      model.slipProperty().get().ifPresent(line -> notes.add(slip(line)));
    }
    getChildren().setAll(notes);
    setVisible(!all.isEmpty());
    setManaged(!all.isEmpty());
    setAccessibleText(String.join(" ", notes.stream().map(Labeled::getText).toList()));
  }

  private Label slip(int line) {
    Label label = new Label(messages.now("amiss.slip", line));
    label.getStyleClass().add("amiss-slip");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private Button note(Amiss one) {
    String claimed = messages.numbers().shown(one.claimed());
    Button note =
        new Button(
            one.gradient()
                .map(exact ->
                    messages.now(
                        "amiss.other",
                        one.line(),
                        one.name(),
                        claimed,
                        messages.numbers().shown(exact)))
                .orElseGet(() -> messages.now("amiss.none", one.line(), one.name(), claimed)));
    note.setGraphic(new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
    note.getStyleClass().setAll("button", "amiss-note");
    note.setTooltip(new Tooltip(messages.now("amiss.go")));
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    note.setMaxWidth(Double.MAX_VALUE);
    note.setOnAction(_ -> model.chosen(one));
    return note;
  }
}
