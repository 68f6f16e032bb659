package backstep.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import javafx.scene.Group;
import javafx.scene.Node;

/// Nodes for a list of things, kept as long as they fit, so that what moves at every frame is not
/// made anew at every frame.
final class Stock<T, N extends Node> {
  private final Group group;
  private final Function<T, N> make;
  private final BiPredicate<N, T> fits;
  private final List<N> nodes = new ArrayList<>();

  Stock(Group group, Function<T, N> make, BiPredicate<N, T> fits) {
    this.group = group;
    this.make = make;
    this.fits = fits;
  }

  /// Gives every thing a node of its own, in the same order; the last is on top.
  ///
  /// @return whether the nodes are still the same
  boolean supply(List<T> things) {
    boolean same = nodes.size() == things.size();
    for (int i = 0; i < things.size(); i++) {
      if (i >= nodes.size()) {
        nodes.add(make.apply(things.get(i)));
      } else if (!fits.test(nodes.get(i), things.get(i))) {
        nodes.set(i, make.apply(things.get(i)));
        same = false;
      }
    }
    if (!same) {
      nodes.subList(things.size(), nodes.size()).clear();
      group.getChildren().setAll(nodes);
    }
    return same;
  }

  List<N> nodes() {
    return nodes;
  }
}
