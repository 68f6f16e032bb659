package backstep.ui.code;

import backstep.ui.code.CodeModel.Amiss;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Numbers;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Says where the program's own updates part from the gradients, with both side by side; nothing
/// where all agree.
public final class AmissView extends VBox {
  private final CodeModel model;
  private final Messages messages;

  public AmissView(CodeModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("amiss");
    setId("amiss");
    // The model lives as long as the window, and so does this.
    model.amissProperty().subscribe(this::show);
    messages.words().subscribe(this::show);
  }

  private void show() {
    List<Amiss> all = model.amissProperty().get();
    getChildren().setAll(all.stream().map(this::note).toList());
    setVisible(!all.isEmpty());
    setManaged(!all.isEmpty());
  }

  private Label note(Amiss one) {
    String claimed = Numbers.shown(one.claimed());
    Label note =
        new Label(
            one.gradient()
                .map(exact ->
                    messages.now(
                        "amiss.other", one.line(), one.parameter(), claimed, Numbers.shown(exact)))
                .orElseGet(() -> messages.now("amiss.none", one.line(), one.parameter(), claimed)));
    note.setGraphic(new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
    note.getStyleClass().add("amiss-note");
    note.setAccessibleRole(AccessibleRole.TEXT);
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    return note;
  }
}
