package backstep.ui.classroom;

import backstep.ui.classroom.PresentModel.Hand;
import backstep.ui.classroom.PresentModel.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;

/// What the pen draws over the stage. With no pen at hand the stage below has the pointer.
final class InkPane extends Pane {
  private final PresentModel model;
  private Optional<Polyline> drawing = Optional.empty();
  private List<Stroke> shown = List.of();

  InkPane(PresentModel model) {
    this.model = model;
    getStyleClass().add("ink-pane");
    setCursor(Cursor.CROSSHAIR);
    setOnMousePressed(this::begin);
    setOnMouseDragged(this::goOn);
    // A quick hand is not heard at each point of its way.
    setOnMouseReleased(event -> {
      goOn(event);
      end();
    });
    model.stateProperty().subscribe(this::show);
  }

  private void show(State now) {
    setMouseTransparent(now.hand() != Hand.PEN);
    if (!now.strokes().equals(shown)) {
      shown = now.strokes();
      drawing = Optional.empty();
      getChildren().setAll(shown.stream().map(InkPane::line).toList());
    }
  }

  private static Polyline line(Stroke stroke) {
    Polyline line = new Polyline();
    line.getPoints().setAll(stroke.points());
    line.getStyleClass().setAll("ink", stroke.ink().style());
    return line;
  }

  private void begin(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      Polyline line = line(new Stroke(model.getState().ink(), List.of()));
      // Where it only touches it leaves a dot.
      line.getPoints().addAll(event.getX(), event.getY(), event.getX(), event.getY());
      getChildren().add(line);
      drawing = Optional.of(line);
    }
    event.consume();
  }

  private void goOn(MouseEvent event) {
    drawing.ifPresent(line -> line.getPoints().addAll(event.getX(), event.getY()));
    event.consume();
  }

  private void end() {
    drawing.ifPresent(
        line -> model.draw(new Stroke(model.getState().ink(), new ArrayList<>(line.getPoints()))));
  }
}
