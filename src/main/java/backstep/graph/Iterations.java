package backstep.graph;

/// The iterations of a program, any of which can be had at any time.
public interface Iterations {
  /// How many there are so far; at least one.
  int count();

  /// Whether there may be more of them than there are so far: see [#reach].
  default boolean isOpen() {
    return false;
  }

  /// Makes iterations until there is one of that index, or until no more follow.
  ///
  /// @return the index itself, clamped to what there is then
  default int reach(int index) {
    return Math.clamp(index, 0, count() - 1);
  }

  /// One of those that there are, from 0.
  ///
  /// @throws IndexOutOfBoundsException if there is no such iteration
  Iteration get(int index);
}
