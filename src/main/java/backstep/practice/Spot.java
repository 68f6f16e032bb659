package backstep.practice;

import java.util.Optional;

/// A line of what was handed in.
///
/// @param cell which code cell of the notebook, from 1; none in a program
/// @param line from 1, in the cell or the program
public record Spot(Optional<Integer> cell, int line) {}
