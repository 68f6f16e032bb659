package backstep.graph;

/// The iterations of a program, any of which can be had at any time.
public interface Iterations {
  /// How many there are; at least one.
  int count();

  /// One of them, from 0.
  ///
  /// @throws IndexOutOfBoundsException if there is no such iteration
  Iteration get(int index);
}
