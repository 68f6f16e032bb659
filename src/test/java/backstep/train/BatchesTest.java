package backstep.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Which points each iteration learns from.
class BatchesTest {
  @Property(tries = 200)
  void noPointIsUsedTwiceInARound(
      @ForAll @IntRange(min = 1, max = 300) int count,
      @ForAll @IntRange(min = 1, max = 64) int size,
      @ForAll long seed,
      @ForAll @IntRange(max = 50) int round) {
    Batches batches = new Batches(count, size, seed);
    Set<Integer> used = new HashSet<>();
    for (int i = 0; i < batches.perRound(); i++) {
      int[] batch = batches.of(round * batches.perRound() + i);
      assertThat(batch).hasSize(Math.min(size, count)).hasSize(batches.size());
      Arrays.stream(batch).forEach(point -> assertThat(used.add(point)).isTrue());
    }
    assertThat(used)
        .hasSize(batches.perRound() * batches.size())
        .allMatch(i -> i >= 0 && i < count);
    assertThat(count - used.size()).isLessThan(batches.size());
  }

  /// The batch depends on the index, not on what was asked before.
  @Property(tries = 100)
  void aBatchIsTheSameWheneverItIsAskedFor(
      @ForAll long seed,
      @ForAll @IntRange(max = 2000) int index,
      @ForAll @IntRange(max = 2000) int before) {
    Batches batches = new Batches(200, 10, seed);
    batches.of(before);
    assertThat(batches.of(index)).isEqualTo(new Batches(200, 10, seed).of(index));
  }

  @Property(tries = 20)
  void roundsAndSeedsDiffer(@ForAll @IntRange(max = 100) int seed) {
    Batches batches = new Batches(200, 200, seed);
    int[] first = batches.of(0).clone();
    assertThat(batches.of(1)).isNotEqualTo(first);
    assertThat(new Batches(200, 200, seed + 1).of(0)).isNotEqualTo(first);
    assertThat(new Batches(200, 200, seed + 1).of(0)).isNotEqualTo(batches.of(1));
  }
}
