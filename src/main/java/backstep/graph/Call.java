package backstep.graph;

/// A call of one of the program's functions.
///
/// It is known by how many calls of that function came before it in the same pass. So it is the
/// same call in every iteration, though its nodes are others.
///
/// @param function the function's name
/// @param index how many calls of the function came before, from 0
public record Call(String function, int index) {}
