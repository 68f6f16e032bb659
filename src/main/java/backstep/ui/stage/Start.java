package backstep.ui.stage;

import backstep.tensor.Tensor;

/// What training began with where it has made something else of a leaf since.
///
/// @param iteration the one in which the program sets the leaf, from 1
/// @param value what it sets it to; whoever edits the leaf edits this
public record Start(int iteration, Tensor value) {}
