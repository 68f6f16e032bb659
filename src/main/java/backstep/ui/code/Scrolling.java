package backstep.ui.code;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Window;
import javafx.util.Duration;

/// Brings rows of a list into view, and no farther than it takes.
final class Scrolling {
  private static final Duration TIME = Duration.millis(220);

  private final VirtualFlow<?> flow;
  private Animation moving = new Glide(0);

  Scrolling(VirtualFlow<?> flow) {
    this.flow = flow;
  }

  /// Whether the node is in a window that is seen. Elsewhere nothing is dressed or moved.
  static boolean isShown(Node node) {
    return Optional.ofNullable(node.getScene())
        .map(Scene::getWindow)
        .filter(Window::isShowing)
        .isPresent();
  }

  /// Brings the marked rows into view; where not all have room, the last of them.
  ///
  /// @param marked their places, ascending; not empty
  /// @param height how high a row is, in pixels
  /// @param leads whether a row may stand at the upper edge, if there is a choice
  /// @param still whether this happens at once
  <R> void reveal(
      List<Integer> marked,
      List<R> rows,
      ToDoubleFunction<R> height,
      Predicate<R> leads,
      boolean still) {
    moving.stop();
    double distance = distance(marked, rows, height, leads);
    if (distance != 0) {
      if (still) {
        flow.scrollPixels(distance);
      } else {
        moving = new Glide(distance);
        moving.play();
      }
    }
  }

  // How far down to go; up is negative.
  private <R> double distance(
      List<Integer> marked, List<R> rows, ToDoubleFunction<R> height, Predicate<R> leads) {
    if (flow.getFirstVisibleCell() == null) {
      return 0;
    }
    double room = flow.getHeight();
    double top = top(marked.getFirst(), rows, height);
    double lastTop = top(marked.getLast(), rows, height);
    double bottom = lastTop + height.applyAsDouble(rows.get(marked.getLast()));
    if (bottom - top > room) {
      top = lastTop;
    }
    if (top >= -0.5 && bottom <= room + 0.5) {
      return 0;
    }
    // A line of its neighbours as well, where there is one.
    double margin = Math.min(height.applyAsDouble(rows.get(marked.getFirst())), room / 4);
    double least = top < 0 ? top - margin : Math.min(bottom - room + margin, top);
    return aligned(least, Math.max(least, top), rows, height, leads);
  }

  // A little farther, so that no row is cut by the upper edge, where there is such a place.
  private <R> double aligned(
      double least, double most, List<R> rows, ToDoubleFunction<R> height, Predicate<R> leads) {
    double edge = top(0, rows, height);
    for (R row : rows) {
      if (edge >= least - 0.5 && leads.test(row)) {
        break;
      }
      edge += height.applyAsDouble(row);
    }
    return edge >= least - 0.5 && edge <= most ? edge : least;
  }

  private <R> double top(int row, List<R> rows, ToDoubleFunction<R> height) {
    int first = flow.getFirstVisibleCell().getIndex();
    double between =
        IntStream.range(Math.min(first, row), Math.max(first, row))
            .mapToDouble(i -> height.applyAsDouble(rows.get(i)))
            .sum();
    return flow.getFirstVisibleCell().getLayoutY() + (row < first ? -between : between);
  }

  private final class Glide extends Transition {
    private final double distance;
    private double done;

    Glide(double distance) {
      this.distance = distance;
      setCycleDuration(TIME);
      setInterpolator(Interpolator.EASE_BOTH);
    }

    @Override
    protected void interpolate(double part) {
      if (!isShown(flow)) {
        stop();
        return;
      }
      double due = distance * part - done;
      done += due;
      flow.scrollPixels(due);
    }
  }
}
