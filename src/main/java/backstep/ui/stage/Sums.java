package backstep.ui.stage;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Node;
import backstep.tensor.Tensor;
import backstep.trace.Cover;
import backstep.trace.Snapshot;
import backstep.ui.kit.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is said where shares of a gradient meet: `−0.07 + 0.02 = −0.05`.
final class Sums {
  private static final int LISTED = 4;

  private Sums() {}

  /// The sums that the step made by the boxes that collect them: of each that already had a share
  /// or got two at once. What is hidden has none.
  static Map<Integer, String> of(Picture picture, Cover cover, Messages messages) {
    if (picture.flows().isEmpty()) {
      return Map.of();
    }
    Snapshot before = picture.before().snapshot();
    Map<Node, List<Flow<Tensor>>> byReceiver = new LinkedHashMap<>();
    picture
        .flows()
        .forEach(flow -> byReceiver.computeIfAbsent(flow.to(), _ -> new ArrayList<>()).add(flow));
    Map<Integer, String> sums = new LinkedHashMap<>();
    byReceiver.forEach((node, shares) -> {
      Optional<Tensor> earlier = before.gradient(node);
      if (!cover.hidesGradient(node) && (earlier.isPresent() || shares.size() > 1)) {
        picture.drawing().box(node).ifPresent(box -> sums.put(box, sum(earlier, shares, messages)));
      }
    });
    return sums;
  }

  private static String sum(
      Optional<Tensor> earlier, List<Flow<Tensor>> shares, Messages messages) {
    Tensor total = shares.getLast().total();
    if (total.size() > LISTED) {
      return messages.now("stage.sum", total.shape().toString());
    }
    StringBuilder text = new StringBuilder();
    earlier.ifPresent(before -> text.append(messages.numbers().shown(before)));
    for (Flow<Tensor> flow : shares) {
      String share = messages.numbers().shown(flow.share());
      if (text.isEmpty()) {
        text.append(share);
      } else if (share.startsWith("−")) {
        text.append(" − ").append(share.substring(1));
      } else {
        text.append(" + ").append(share);
      }
    }
    return text.append(" = ").append(messages.numbers().shown(total)).toString();
  }
}
