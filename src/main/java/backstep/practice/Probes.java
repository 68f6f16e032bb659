package backstep.practice;

import backstep.graph.Node;
import backstep.python.Place;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/// The forward pass with its own numbers, and with others.
///
/// A formula that is wrong may give the right figures by chance: where every ReLU is open, its
/// derivative may as well be forgotten. With other parameters it shows. Data keep their numbers,
/// for a formula may rest on what they are (that targets add up to 1).
final class Probes {
  private static final int TRIES = 16;
  private static final int WANTED = 8;
  private static final int MORE = 3;

  private Probes() {}

  /// @param parameters the variables that may hold other numbers; none: every input may
  /// @return the program's own numbers first
  static List<Reference> of(String forward, Reference own, Set<String> parameters) {
    List<Reference> all = new ArrayList<>(List.of(own));
    Random random = new Random(1);
    for (int i = 0; i < TRIES && all.size() < WANTED; i++) {
      // From the middle on with the signs they have, for what must be positive.
      boolean turns = i < TRIES / 2;
      Map<Place, Tensor> given = new HashMap<>(own.options().given());
      own.graph().leaves().stream()
          .filter(leaf -> isFree(leaf, own, parameters))
          .forEach(leaf ->
              own.origins()
                  .place(leaf)
                  .ifPresent(place -> given.put(place, other(leaf.value(), random, turns))));
      Optional<Reference> probe = Reference.of(forward, own.options().withGiven(given));
      probe.filter(found -> found.isFinite() && found.isLike(own)).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /// Other data as well, for what must not be written down as numbers: of what counts or weighs (0,
  /// 1 and -1, and what adds up to 1) only the order changes, for a formula may rest on it.
  ///
  /// @param all what [#of] gave, to which these are added
  static List<Reference> withData(
      String forward, List<Reference> all, Predicate<Node.Leaf> isData) {
    Random random = new Random(2);
    Reference own = all.getFirst();
    List<Reference> more = new ArrayList<>(all);
    for (Reference probe : all.subList(0, Math.min(MORE, all.size()))) {
      Map<Place, Tensor> given = new HashMap<>(probe.options().given());
      own.graph().leaves().stream()
          .filter(leaf -> leaf.kind() == Node.Leaf.Kind.INPUT && isData.test(leaf))
          .forEach(leaf ->
              own.origins()
                  .place(leaf)
                  .ifPresent(place -> given.put(place, otherData(leaf.value(), random))));
      Reference.of(forward, own.options().withGiven(given))
          .filter(found -> found.isFinite() && found.isLike(own))
          .ifPresent(more::add);
    }
    return List.copyOf(more);
  }

  private static Tensor otherData(Tensor value, Random random) {
    double[] entries = value.toArray();
    boolean counts = Arrays.stream(entries).allMatch(x -> x == 0 || Math.abs(x) == 1);
    if (counts || isOne(value.sum()) || (value.rank() == 2 && isOne(value.sum(1, false)))) {
      double[] turned = new double[entries.length];
      int columns = Math.max(1, value.shape().columns());
      int by = value.shape().rank() == 2 && value.shape().rows() > 1 ? columns : 1;
      for (int i = 0; i < entries.length; i++) {
        turned[(i + by) % entries.length] = entries[i];
      }
      return Tensor.of(value.shape(), turned);
    }
    return value.map(x -> (x == 0 ? 0.3 : x) * (0.5 + random.nextDouble()));
  }

  private static boolean isOne(Tensor sums) {
    return Arrays.stream(sums.toArray()).allMatch(sum -> Math.abs(sum - 1) < 1e-9);
  }

  private static boolean isFree(Node.Leaf leaf, Reference own, Set<String> parameters) {
    return leaf.kind() == Node.Leaf.Kind.INPUT
        && (parameters.isEmpty()
            || own.origins().globals(leaf).stream().anyMatch(parameters::contains));
  }

  private static Tensor other(Tensor value, Random random, boolean turns) {
    return value.map(x -> {
      double by = 0.5 + 2 * random.nextDouble();
      boolean turned = turns && random.nextBoolean();
      double from = x == 0 ? 0.3 : x;
      return turned ? -from * by : from * by;
    });
  }
}
