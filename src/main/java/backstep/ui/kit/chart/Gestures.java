package backstep.ui.kit.chart;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// What the pointer does on a chart: reads a point, travels, zooms, moves what is seen.
final class Gestures {
  private static final double PER_NOTCH = 1.2;
  // What one notch of a wheel is worth.
  private static final double NOTCH = 40;

  private final Chart chart;
  private final Viewport view;
  private final Reader reader;
  private double lastX;
  private double lastY;
  private boolean held;

  Gestures(Chart chart, Viewport view, Reader reader) {
    this.chart = chart;
    this.view = view;
    this.reader = reader;
    chart.setOnMouseMoved(event -> reader.point(event.getX(), event.getY()));
    chart.setOnMouseExited(_ -> reader.unpoint());
    chart.setOnMousePressed(this::press);
    chart.setOnMouseDragged(this::drag);
    chart.setOnMouseClicked(this::click);
    chart.setOnScroll(this::scroll);
    chart.setOnZoom(this::pinch);
  }

  private void press(MouseEvent event) {
    lastX = event.getX();
    lastY = event.getY();
    held = isOnPlot(event);
    // Who travels goes on with the keys of what is travelled through; Tab leads to those of the
    // chart.
    if (!travels(event)) {
      chart.requestFocus();
    } else if (held) {
      chart.travelTo(event.getX());
    }
    event.consume();
  }

  // The figures below the plot belong to it: they name what is above them.
  private boolean isOnPlot(MouseEvent event) {
    return view.frame()
        .map(frame -> {
          Box near = frame.plot().grown(frame.em());
          return event.getX() >= near.left()
              && event.getX() <= near.right()
              && event.getY() >= near.top();
        })
        .orElse(false);
  }

  private void drag(MouseEvent event) {
    if (pans(event)) {
      view.pan(event.getX() - lastX, event.getY() - lastY);
    } else if (held && travels(event)) {
      chart.travelTo(event.getX());
    }
    reader.point(event.getX(), event.getY());
    lastX = event.getX();
    lastY = event.getY();
    event.consume();
  }

  private void click(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      view.showAll();
    }
  }

  private boolean travels(MouseEvent event) {
    return event.getButton() == MouseButton.PRIMARY && !pans(event);
  }

  // Where a press leads nowhere, dragging moves what is seen.
  private boolean pans(MouseEvent event) {
    return event.getButton() == MouseButton.MIDDLE
        || (event.getButton() == MouseButton.PRIMARY && (event.isShiftDown() || !chart.travels()));
  }

  private void scroll(ScrollEvent event) {
    // With Shift some systems turn the wheel into one that goes sideways.
    double turned = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
    if (turned != 0 && !event.isInertia()) {
      double factor = Math.pow(PER_NOTCH, turned / NOTCH);
      view.zoomBy(factor, event.getX(), event.getY(), event.isShiftDown());
      reader.point(event.getX(), event.getY());
    }
    event.consume();
  }

  private void pinch(ZoomEvent event) {
    view.zoomBy(event.getZoomFactor(), event.getX(), event.getY(), event.isShiftDown());
    event.consume();
  }
}
