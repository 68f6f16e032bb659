package backstep.train;

/// Which points each iteration learns from.
///
/// The points are shuffled and dealt out in batches of one size; when there are not enough left for
/// a whole batch they are shuffled again. So in each round every point is used at most once, and
/// which those are depends on the seed and the index alone.
public final class Batches {
  private final int size;
  private final int perRound;
  private final long seed;
  private final int[] order;
  private final int[] batch;
  private int round = -1;

  /// @param count how many points there are
  /// @param size how many an iteration learns from; more than there are means all of them
  /// @param seed what the shuffling starts from
  public Batches(int count, int size, long seed) {
    if (count < 1 || size < 1) {
      throw new IllegalArgumentException(count + " points in batches of " + size);
    }
    this.size = Math.min(size, count);
    this.seed = seed;
    perRound = count / this.size;
    order = new int[count];
    batch = new int[this.size];
  }

  /// The points of one iteration, in an array that the next call fills anew.
  ///
  /// @param index the iteration, from 0
  public int[] of(int index) {
    if (index / perRound != round) {
      round = index / perRound;
      // The golden ratio keeps neighbouring rounds, and seeds, far apart.
      new Draws(seed + 0x9E3779B97F4A7C15L * (round + 1)).permute(order);
    }
    System.arraycopy(order, index % perRound * size, batch, 0, size);
    return batch;
  }

  /// How many points an iteration learns from.
  public int size() {
    return size;
  }

  /// How many iterations make a round through all points.
  public int perRound() {
    return perRound;
  }
}
