package backstep.ui.lab;

import backstep.lesson.Control;
import backstep.ui.kit.Em;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import backstep.ui.lab.ControlsModel.Controls;
import backstep.ui.lab.ControlsModel.Knob;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The controls of a lesson, and the buttons that take changes back.
public final class ControlsView extends VBox {
  // In em.
  private static final double LEAST_ROW = 9.2;
  private static final double WIDEST_ROW = 22;

  private final ControlsModel model;
  private final Messages messages;
  private final GradientCheckButton check;
  private final Em em = new Em();
  private final TilePane rows = new TilePane();
  private final List<ControlRow> shown = new ArrayList<>();
  private List<Control> offered = List.of();

  public ControlsView(ControlsModel model, GradientCheckModel gradients, Messages messages) {
    this.model = model;
    this.messages = messages;
    check = new GradientCheckButton(gradients, messages);
    getStyleClass().add("controls");
    setMinHeight(USE_PREF_SIZE);
    rows.getStyleClass().add("control-rows");
    rows.setTileAlignment(Pos.TOP_LEFT);
    getChildren().addAll(header(), rows, em);
    rows.widthProperty().subscribe(_ -> fit());
    em.size().subscribe(_ -> fit());
    // The model lives as long as the window, and so does this.
    model.controlsProperty().subscribe((Consumer<Controls>) this::show);
    // Figures may be written another way.
    messages.words().subscribe((_, _) -> show(model.getControls()));
  }

  /// Shows the gradient check, or closes it.
  public void check() {
    check.fire();
  }

  // In as few rows as have room, all as long as each other, and as wide as there is room for.
  private void fit() {
    int count = Math.max(1, shown.size());
    double gap = rows.snapSpaceX(rows.getHgap()); // as the pane takes it
    double least = em.times(LEAST_ROW) + gap;
    int most = Math.clamp((int) ((rows.getWidth() + gap) / least), 1, count);
    int lines = Math.ceilDiv(count, most);
    int columns = Math.ceilDiv(count, lines);
    double width = (rows.getWidth() - (columns - 1) * gap) / columns;
    rows.setPrefColumns(columns);
    shown.forEach(row -> row.setPrefWidth(Math.floor(Math.min(width, em.times(WIDEST_ROW)))));
  }

  private FlowBar header() {
    Label title = new Label();
    title.getStyleClass().add("section-title");
    title.textProperty().bind(messages.text("lab.title"));
    title.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    FlowBar header = new FlowBar(title, gap, check, edits());
    header.getStyleClass().add("controls-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  // They go to the next row together.
  private HBox edits() {
    HBox edits =
        new HBox(
            button(
                "edit-undo",
                MaterialDesignU.UNDO,
                messages.text("edit.undo", Keymap.UNDO),
                model::undo,
                controls -> !controls.canUndo()),
            button(
                "edit-redo",
                MaterialDesignR.REDO,
                messages.text("edit.redo", Keymap.REDO),
                model::redo,
                controls -> !controls.canRedo()),
            button(
                "edit-reset",
                MaterialDesignR.RESTORE,
                messages.text("edit.reset.tip"),
                model::reset,
                controls -> !controls.canReset()));
    edits.getStyleClass().add("controls-edits");
    return edits;
  }

  private Button button(
      String id, Ikon icon, ObservableValue<String> tip, Runnable action, Predicate<Controls> off) {
    Button button = new Button();
    button.setId(id);
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().add("small-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    Tip.name(button, tip);
    button.disableProperty().bind(model.controlsProperty().map(off::test));
    return button;
  }

  private void show(Controls controls) {
    List<Control> now = controls.knobs().stream().map(Knob::control).toList();
    if (!now.equals(offered)) {
      offered = now;
      shown.clear();
      controls.knobs().forEach(knob -> shown.add(new ControlRow(knob, model, messages)));
      rows.getChildren().setAll(shown);
      fit();
    }
    for (int i = 0; i < shown.size(); i++) {
      shown.get(i).show(controls.knobs().get(i));
    }
  }
}
