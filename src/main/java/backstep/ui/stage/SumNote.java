package backstep.ui.stage;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Node;
import backstep.tensor.Tensor;
import backstep.trace.Snapshot;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Numbers;
import backstep.ui.stage.DiagramLayout.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;

/// What is seen where shares of a gradient meet: `−0.07 + 0.02 = −0.05`, beside the node that
/// collects them.
final class SumNote extends Label {
  private static final int LISTED = 4;
  private static final double GAP = 3;

  private SumNote(String text, Place node, List<Place> others) {
    super(text);
    getStyleClass().add("sum-note");
    setManaged(false);
    setMouseTransparent(true);
    place(node, others);
    // Its size is known once it is styled.
    sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            place(node, others);
          }
        });
  }

  /// The sums that the step made, one for each node that already had a share or got two at once.
  static List<SumNote> of(StageModel.Picture picture, List<Flow<Tensor>> flows, Messages messages) {
    if (flows.isEmpty()) {
      return List.of();
    }
    Snapshot now = picture.snapshot();
    Snapshot before = now.trace().at(now.position() - 1);
    Map<Node, List<Flow<Tensor>>> byReceiver = new LinkedHashMap<>();
    flows.forEach(flow -> byReceiver.computeIfAbsent(flow.to(), _ -> new ArrayList<>()).add(flow));
    List<SumNote> notes = new ArrayList<>();
    byReceiver.forEach((node, shares) -> {
      Optional<Tensor> earlier = before.gradient(node);
      if (earlier.isPresent() || shares.size() > 1) {
        Place place = picture.layout().boxes().get(picture.box(node));
        notes.add(new SumNote(sum(earlier, shares, messages), place, picture.layout().boxes()));
      }
    });
    return notes;
  }

  private static String sum(
      Optional<Tensor> earlier, List<Flow<Tensor>> shares, Messages messages) {
    Tensor total = shares.getLast().total();
    if (total.size() > LISTED) {
      return messages.now("stage.sum", total.shape().toString());
    }
    StringBuilder text = new StringBuilder();
    earlier.ifPresent(before -> text.append(Numbers.shown(before)));
    for (Flow<Tensor> flow : shares) {
      String share = Numbers.shown(flow.share());
      if (text.isEmpty()) {
        text.append(share);
      } else if (share.startsWith("−")) {
        text.append(" − ").append(share.substring(1));
      } else {
        text.append(" + ").append(share);
      }
    }
    return text.append(" = ").append(Numbers.shown(total)).toString();
  }

  // Below the node or above it, where it covers least of the others.
  private void place(Place node, List<Place> others) {
    applyCss();
    autosize();
    double left = node.x();
    double right = node.x() + node.width() - getWidth();
    double below = node.y() + node.height() + GAP;
    double above = node.y() - getHeight() - GAP;
    double[][] places = {{left, below}, {right, below}, {left, above}, {right, above}};
    double[] best = places[0];
    for (double[] place : places) {
      if (covered(place, others) < covered(best, others)) {
        best = place;
      }
    }
    relocate(Math.rint(best[0]), Math.rint(best[1]));
  }

  private double covered(double[] place, List<Place> others) {
    double sum = 0;
    for (Place other : others) {
      double width =
          Math.min(place[0] + getWidth(), other.x() + other.width())
              - Math.max(place[0], other.x());
      double height =
          Math.min(place[1] + getHeight(), other.y() + other.height())
              - Math.max(place[1], other.y());
      sum += Math.max(0, width) * Math.max(0, height);
    }
    return sum;
  }
}
