package backstep.ui.lab.network;

import backstep.lab.NetworkData;
import backstep.train.Dataset;
import backstep.train.Dataset.Point;
import backstep.train.Pattern;
import backstep.ui.kit.Choice;
import backstep.ui.kit.Em;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;

/// What is learned: a pattern, or points set one by one with a tool.
final class DataPanel extends VBox {
  private static final double PICTURE = 2.3; // em
  private static final int POINTS = 60;
  private static final double RADIUS = 0.13; // em
  private static final double REACH = 1.25;

  private final NetworkLabModel model;
  private final Messages messages;
  private final Em em = new Em();
  private final Palette palette = new Palette();
  private final Map<Pattern, Canvas> pictures = new HashMap<>();

  DataPanel(NetworkLabModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("data-panel");
    Label title = new Label();
    title.getStyleClass().add("section-title");
    title.textProperty().bind(messages.text("network.data"));
    getChildren().addAll(title, patterns(), tools(), em, palette);
    palette.setOnChanged(this::draw);
    em.size().subscribe(_ -> draw());
  }

  private Node patterns() {
    Choice<Optional<Pattern>> choice =
        new Choice<>(
            messages.text("network.data"),
            chosen -> chosen.ifPresentOrElse(model::choose, model::chooseOwn));
    for (Pattern pattern : Pattern.values()) {
      String name = pattern.name().toLowerCase(Locale.ROOT);
      choice.with(Optional.of(pattern), messages.text("network.data." + name));
      Canvas picture = new Canvas();
      pictures.put(pattern, picture);
      dress(choice.segment(Optional.of(pattern)), "data-" + name, picture);
    }
    choice.with(Optional.empty(), messages.text("network.data.own"));
    StackPane hand = new StackPane(new FontIcon(MaterialDesignG.GESTURE_TAP));
    em.size()
        .subscribe(_ -> {
          hand.setMinSize(em.times(PICTURE), em.times(PICTURE));
          hand.setMaxSize(em.times(PICTURE), em.times(PICTURE));
        });
    dress(choice.segment(Optional.empty()), "data-own", hand);
    choice.showing(model.stateProperty().map(state -> state.setup().data().pattern()));
    choice.node().getStyleClass().add("patterns");
    ((Region) choice.node()).setMinHeight(USE_PREF_SIZE);
    return choice.node();
  }

  private static void dress(ToggleButton segment, String id, Node picture) {
    segment.setId(id);
    segment.setGraphic(picture);
    segment.setContentDisplay(ContentDisplay.TOP);
    HBox.setHgrow(segment, Priority.ALWAYS);
    segment.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    segment.setGraphicTextGap(2);
  }

  private void draw() {
    pictures.forEach((pattern, canvas) -> {
      double side = em.times(PICTURE);
      canvas.setWidth(side);
      canvas.setHeight(side);
      GraphicsContext pen = canvas.getGraphicsContext2D();
      pen.setFill(palette.color(Palette.Use.OUTLINE));
      pen.fillRect(0, 0, side, side);
      PointMark mark = new PointMark(palette, em.times(1) * RADIUS);
      Dataset data = Dataset.of(pattern, POINTS, 0, 1, 0);
      for (Point point : data.train()) {
        mark.draw(
            pen,
            point,
            false,
            (point.x1() / REACH + 1) / 2 * side,
            (1 - point.x2() / REACH) / 2 * side);
      }
    });
  }

  // --- Own points --------------------------------------------------------------------------------

  private FlowBar tools() {
    Choice<Tool> choice = new Choice<>(messages.text("network.tool"), model::take);
    for (Tool tool : Tool.values()) {
      String name = tool.name().toLowerCase(Locale.ROOT);
      choice.with(tool, messages.text("network.tool." + name));
      choice.segment(tool).setId("tool-" + name);
    }
    choice.showing(model.stateProperty().map(LabState::tool));
    Button clear = Parts.smallButton("clear-points", messages.text("network.clear"), model::clear);
    clear
        .disableProperty()
        .bind(model.stateProperty().map(state -> state.setup().data().own().isEmpty()));
    FlowBar tools = new FlowBar(choice.node(), clear);
    tools.setId("point-tools");
    tools.getStyleClass().add("point-tools");
    tools.visibleProperty().bind(model.stateProperty().map(DataPanel::isOwn));
    tools.managedProperty().bind(tools.visibleProperty());
    return tools;
  }

  private static boolean isOwn(LabState state) {
    NetworkData data = state.setup().data();
    return data.isOwn();
  }
}
