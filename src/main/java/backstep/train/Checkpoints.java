package backstep.train;

/// States of a run, from which any other can be had again in few steps.
///
/// They are kept at equal distances. When there is no room for another, every second one is let go
/// and the distance doubles: so a run of any length needs no more memory than this.
final class Checkpoints {
  private static final int MAX_FIGURES = 1 << 20; // 8 MiB
  private static final int MAX = 4096;
  private static final int MIN = 16;

  private final double[][] states;
  private final int stateSize;
  private int size;
  private int spacing = 1;

  Checkpoints(int stateSize) {
    this.stateSize = stateSize;
    // An even number, so that the next one due after thinning out is the one that found no room.
    states = new double[Math.clamp(MAX_FIGURES / Math.max(1, stateSize), MIN, MAX) / 2 * 2][];
  }

  /// Keeps the state before the next iteration if its turn has come.
  void offer(Stepper stepper) {
    if (stepper.index() != (long) size * spacing) {
      return;
    }
    if (size == states.length) {
      thinOut();
    }
    if (states[size] == null) {
      states[size] = new double[stateSize];
    }
    stepper.save(states[size++]);
  }

  // The arrays let go are used again.
  private void thinOut() {
    for (int i = 1; i < size / 2; i++) {
      double[] kept = states[2 * i];
      states[2 * i] = states[i];
      states[i] = kept;
    }
    size /= 2;
    spacing *= 2;
  }

  /// The last index up to this one whose state is kept.
  int before(int index) {
    return Math.min(index / spacing, size - 1) * spacing;
  }

  /// Sets a stepper back to a state that is kept.
  void restore(int index, Stepper stepper) {
    stepper.restore(index, states[index / spacing]);
  }

  /// The distance between two of them.
  int spacing() {
    return spacing;
  }
}
