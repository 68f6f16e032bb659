package backstep.paper;

import java.util.List;

/// A graph with blanks, and what belongs into them.
///
/// @param questions the graph as it is handed out
/// @param answers the same, filled in
/// @param key what belongs into the blanks, in the order of the computation
/// @param shortened whether there are arrays too large to be written out, which are not asked for
public record Quiz(Sketch questions, Sketch answers, List<Answer> key, boolean shortened) {
  /// What belongs into a blank.
  ///
  /// @param name what the program calls the node, or the expression that computes it
  /// @param gradient whether it is the gradient of the loss by the node, rather than its value
  /// @param figures as many as the blank has cells
  public record Answer(String name, boolean gradient, String figures) {}

  public Quiz {
    key = List.copyOf(key);
  }
}
