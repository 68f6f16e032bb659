package backstep.graph;

import java.util.List;

/// One pass of a program: a loss, and the updates that the program made after it.
///
/// @param index which pass, from 0
/// @param graph everything the loss was computed from, back to the last update of each parameter
/// @param updates in the order in which the program made them
public record Iteration(int index, Graph graph, List<Update> updates) {
  public Iteration {
    updates = List.copyOf(updates);
  }
}
