package backstep.python;

import backstep.graph.Op;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Where the entries of a value stand in the text, for those that were written there as numbers.
///
/// @param spans for each entry, row after row, the number that it is, or null
record Written(List<@Nullable Span> spans) {
  /// A number by itself.
  static Written of(Span number) {
    return new Written(List.of(number));
  }

  /// Values one after another; null if none of them was written.
  static @Nullable Written stacked(List<@Nullable Written> parts, int entriesEach) {
    if (parts.stream().allMatch(part -> part == null)) {
      return null;
    }
    List<@Nullable Span> spans = new ArrayList<>();
    for (Written part : parts) {
      spans.addAll(part == null ? Collections.nCopies(entriesEach, null) : part.spans);
    }
    return new Written(spans);
  }

  /// The same entries after an op that only puts them into another order or shape.
  Written through(Op op, Tensor operand) {
    double[] places = IntStream.range(0, operand.size()).asDoubleStream().toArray();
    Tensor moved = op.value(List.of(Tensor.of(operand.shape(), places)));
    List<@Nullable Span> spans = new ArrayList<>();
    for (int i = 0; i < moved.size(); i++) {
      spans.add(spans().get((int) moved.get(i)));
    }
    return new Written(spans);
  }

  /// The number that an entry is.
  Optional<Span> span(int entry) {
    return Optional.ofNullable(spans.get(entry));
  }
}
