package backstep.ui.stage;

import backstep.graph.Node;

/// What the learner did to a leaf on the stage.
///
/// @param leaf a leaf of the graph that is shown
/// @param entry the row-major position of its entry
/// @param value what the entry shall be; finite
/// @param continues whether it goes on with the movement of the change before
public record LeafChange(Node leaf, int entry, double value, boolean continues) {}
