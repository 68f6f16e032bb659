package backstep.ui.classroom;

import backstep.ui.classroom.PresentModel.Hand;
import backstep.ui.classroom.PresentModel.State;
import backstep.ui.kit.Messages;
import backstep.ui.player.PhaseStrip;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Transform;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// What a class sees: the stage, and under it what the step is called and how far the lesson is.
public final class PresentView extends BorderPane {
  private static final PseudoClass FROZEN = PseudoClass.getPseudoClass("frozen");
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  private final Label heading = new Label();
  private final Label sentence = new Label();
  private final Label place = new Label();
  private final PhaseStrip strip = new PhaseStrip();
  private final Spotlight spotlight = new Spotlight();
  private final Region curtain = new Region();
  private final ImageView picture = new ImageView();
  private final Region stage;
  private final PresentTools tools;

  /// @param stage what is presented
  /// @param question what stands under it where the class is asked something
  /// @param told what is said about the step; not heeded while what is seen is frozen
  public PresentView(
      PresentModel model,
      Region stage,
      Region question,
      ObservableValue<Told> told,
      Messages messages) {
    this.stage = stage;
    tools = new PresentTools(model, messages);
    getStyleClass().add("presentation");
    setId("presentation");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.PARENT);
    InkPane ink = new InkPane(model);
    StackPane seen = new StackPane(stage, picture, ink, spotlight, frozenSign(model, messages));
    seen.getStyleClass().add("presented");
    seen.setMinSize(0, 0);
    seen.addEventFilter(MouseEvent.MOUSE_MOVED, event -> spotlight.at(event.getX(), event.getY()));
    seen.addEventFilter(
        MouseEvent.MOUSE_DRAGGED, event -> spotlight.at(event.getX(), event.getY()));
    BorderPane all = new BorderPane(seen);
    all.setBottom(new VBox(question, strip, line()));
    curtain.getStyleClass().add("curtain");
    curtain.setAccessibleRole(AccessibleRole.TEXT);
    curtain.accessibleTextProperty().bind(messages.text("present.dark"));
    setCenter(new StackPane(all, curtain));
    model.stateProperty().subscribe(this::show);
    told.when(model.followsProperty()).subscribe(this::show);
  }

  /// Shows the keys, or hides them.
  public void toggleKeys() {
    tools.toggleKeys();
  }

  /// Keeps what is presented as a picture, whatever becomes of it; or shows it again.
  public void keep(boolean kept) {
    if (kept && stage.getWidth() > 0) {
      SnapshotParameters sharp = new SnapshotParameters();
      double x = getScene().getWindow().getOutputScaleX();
      double y = getScene().getWindow().getOutputScaleY();
      sharp.setTransform(Transform.scale(x, y));
      picture.setImage(stage.snapshot(sharp, null));
      picture.setFitWidth(stage.getWidth());
      picture.setFitHeight(stage.getHeight());
    } else {
      picture.setImage(null);
    }
    stage.setVisible(!kept);
  }

  private void show(State now) {
    spotlight.setVisible(now.hand() == Hand.SPOTLIGHT);
    curtain.setVisible(now.dark());
    pseudoClassStateChanged(FROZEN, now.frozen());
    pseudoClassStateChanged(DARK, now.dark());
  }

  private void show(Told now) {
    heading.setText(now.heading());
    sentence.setText(now.sentence());
    place.setText(now.place());
    strip.show(now.session());
    setAccessibleText(String.join(". ", now.heading(), now.sentence(), now.place()));
  }

  private static Label frozenSign(PresentModel model, Messages messages) {
    Label sign = new Label();
    sign.setId("present-frozen");
    sign.getStyleClass().add("frozen-sign");
    sign.setGraphic(new FontIcon(MaterialDesignS.SNOWFLAKE));
    sign.textProperty().bind(messages.text("present.frozen"));
    sign.visibleProperty().bind(model.frozenProperty());
    sign.setMouseTransparent(true);
    StackPane.setAlignment(sign, Pos.TOP_CENTER);
    return sign;
  }

  private HBox line() {
    heading.setId("present-heading");
    heading.getStyleClass().add("present-heading");
    sentence.setId("present-sentence");
    sentence.getStyleClass().add("present-sentence");
    sentence.setWrapText(true);
    // All of it is read: the stage above gives way.
    sentence.setMinHeight(USE_PREF_SIZE);
    place.setId("present-place");
    place.getStyleClass().add("muted");
    place.setMinWidth(USE_PREF_SIZE);
    HBox name = new HBox(heading, place);
    name.getStyleClass().add("present-name");
    name.setAlignment(Pos.BASELINE_LEFT);
    VBox words = new VBox(name, sentence);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(words, tools);
    line.getStyleClass().add("present-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
