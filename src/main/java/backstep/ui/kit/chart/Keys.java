package backstep.ui.kit.chart;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What the keys do on a chart that has the focus.
final class Keys {
  static final KeyCombination PICTURE =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  static final KeyCombination TABLE =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  static final KeyCombination SCALE = new KeyCodeCombination(KeyCode.G);
  static final KeyCombination ALL = new KeyCodeCombination(KeyCode.DIGIT0);

  private static final double ZOOM = 1.5;

  private final Chart chart;
  private final Viewport view;
  private final Reader reader;

  Keys(Chart chart, Viewport view, Reader reader) {
    this.chart = chart;
    this.view = view;
    this.reader = reader;
    chart.setOnKeyPressed(event ->
        action(event)
            .ifPresent(action -> {
              action.run();
              event.consume();
            }));
  }

  /// What a key means here, if anything.
  Optional<Runnable> action(KeyEvent event) {
    if (PICTURE.match(event)) {
      return Optional.of(chart::copyPicture);
    }
    if (TABLE.match(event)) {
      return Optional.of(chart::copyTable);
    }
    if (SCALE.match(event)) {
      return chart.rescaling();
    }
    return zooming(event).or(() -> reading(event));
  }

  // With Shift some keyboards write the plus.
  private Optional<Runnable> zooming(KeyEvent event) {
    if (event.isShortcutDown()) {
      return Optional.empty();
    }
    boolean upright = event.isAltDown();
    return switch (event.getCode()) {
      case PLUS, EQUALS, ADD -> Optional.of(() -> zoomBy(ZOOM, upright));
      case MINUS, SUBTRACT -> Optional.of(() -> zoomBy(1 / ZOOM, upright));
      case DIGIT0, NUMPAD0 -> Optional.of(view::showAll);
      default -> Optional.empty();
    };
  }

  // Around the point that is read, or else the learner's place, or the middle.
  private void zoomBy(double factor, boolean upright) {
    view.frame()
        .ifPresent(frame -> {
          Box plot = frame.plot();
          double px = plot.left() + plot.width() / 2;
          double py = plot.top() + plot.height() / 2;
          Optional<Reading> at = reader.reading();
          Optional<Mark> mark = chart.getData().marks().stream().findFirst();
          double x =
              at.map(r -> r.x(chart.getData())).or(() -> mark.map(Mark::x)).orElse(Double.NaN);
          double y =
              at.map(r -> r.y(chart.getData())).or(() -> mark.map(Mark::y)).orElse(Double.NaN);
          view.zoomBy(
              factor,
              frame.x().shows(x) ? frame.x().at(x) : px,
              frame.y().shows(y) ? frame.y().at(y) : py,
              upright);
        });
  }

  private Optional<Runnable> reading(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return Optional.empty();
    }
    boolean leap = event.isShiftDown();
    return switch (event.getCode()) {
      case LEFT, KP_LEFT -> Optional.of(() -> reader.step(-1, leap));
      case RIGHT, KP_RIGHT -> Optional.of(() -> reader.step(1, leap));
      case UP, KP_UP -> Optional.of(() -> reader.curve(-1));
      case DOWN, KP_DOWN -> Optional.of(() -> reader.curve(1));
      case HOME -> Optional.of(() -> reader.end(false));
      case END -> Optional.of(() -> reader.end(true));
      case ENTER -> chart.travelling();
      case ESCAPE -> reader.reading().map(_ -> reader::clear);
      default -> Optional.empty();
    };
  }
}
