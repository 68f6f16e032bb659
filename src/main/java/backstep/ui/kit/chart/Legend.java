package backstep.ui.kit.chart;

import backstep.ui.kit.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.shape.SVGPath;

/// What the curves are called, where there are several; kept runs can be taken away here.
final class Legend extends FlowPane {
  private static final double SAMPLE = 2;

  /// @param remove what its button is called in the language now spoken
  private record Entry(String name, Role role, String remove) {}

  private final Messages messages;
  private List<Entry> entries = List.of();
  private double em;
  private Optional<Consumer<Series>> onRemove = Optional.empty();

  Legend(Messages messages) {
    this.messages = messages;
    setManaged(false);
    setVisible(false);
    setAlignment(Pos.TOP_RIGHT);
    setRowValignment(VPos.CENTER);
    setPickOnBounds(false);
    getStyleClass().add("chart-legend");
    // A press on a name is no press on the curve behind it.
    Stream.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_DRAGGED, MouseEvent.MOUSE_CLICKED)
        .forEach(type -> addEventHandler(type, MouseEvent::consume));
  }

  void setOnRemove(Consumer<Series> action) {
    onRemove = Optional.of(action);
    entries = List.of();
  }

  /// Shows the names of these series, if there are several.
  void show(List<Series> series, double type) {
    List<Series> named = series.stream().filter(s -> !s.name().isEmpty()).toList();
    List<Entry> now =
        named.size() < 2
            ? List.of()
            : named.stream()
                .map(s -> new Entry(s.name(), s.role(), messages.now("chart.remove", s.name())))
                .toList();
    setVisible(!now.isEmpty());
    if (!now.equals(entries) || type != em) {
      entries = now;
      em = type;
      setHgap(1.1 * em);
      setVgap(0.15 * em);
      getChildren().setAll(now.isEmpty() ? List.of() : named.stream().map(this::item).toList());
      applyCss();
    }
  }

  private HBox item(Series series) {
    HBox item = new HBox(0.4 * em, sample(series.role()), new Label(series.name()));
    item.setAlignment(Pos.CENTER_LEFT);
    item.getStyleClass().add("chart-legend-item");
    if (series.role().isKept()) {
      onRemove.ifPresent(action -> item.getChildren().add(remove(series, action)));
    }
    return item;
  }

  private Button remove(Series series, Consumer<Series> action) {
    Button button = new Button("×");
    button.getStyleClass().add("chart-remove");
    button.setAccessibleText(messages.now("chart.remove", series.name()));
    button.setOnAction(_ -> action.accept(series));
    return button;
  }

  private Group sample(Role role) {
    SVGPath line = Pen.shape("chart-line", role.styleClass());
    new Pen().line(0, 0, SAMPLE * em, 0).into(line);
    line.setVisible(role.hasLine());
    SVGPath points = Pen.shape("chart-points", role.styleClass());
    Pen pen = new Pen();
    role.marker().draw(pen, SAMPLE / 2 * em, 0, 0.3 * em);
    pen.into(points);
    return new Group(line, points);
  }
}
