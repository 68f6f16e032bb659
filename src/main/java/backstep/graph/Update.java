package backstep.graph;

import backstep.tensor.Tensor;

/// What `p -= rate * g` did to a parameter.
///
/// @param parameter the leaf that the loss was computed from
/// @param gradient g, in the shape that the program gave it
/// @param rate the learning rate; 1 where the program subtracted a step without naming one
/// @param after the leaf that holds the parameter from then on
public record Update(Node parameter, Tensor gradient, double rate, Node after) {}
