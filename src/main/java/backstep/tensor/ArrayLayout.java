package backstep.tensor;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Where NumPy puts the brackets, breaks the lines and leaves entries out.
///
/// Of an array with more than 1000 entries it shows three at either end of each axis, with `...`
/// between them.
///
/// @param separator what stands between two entries: a space, with a comma before it in a `repr`
/// @param indent columns taken by what precedes the first bracket
/// @param width columns that a line may take
record ArrayLayout(String separator, int indent, int width) {
  private static final int THRESHOLD = 1000;
  private static final int EDGE = 3;
  private static final int GAP = -1;

  /// The entries of the array that are shown; the others have no say in the form of the figures.
  static double[] shown(Tensor tensor) {
    Shape shape = tensor.shape();
    int[] columns = shown(shape.columns(), tensor.size()).filter(j -> j != GAP).toArray();
    return shown(shape.rows(), tensor.size())
        .filter(i -> i != GAP)
        .boxed()
        .flatMapToDouble(i -> IntStream.of(columns).mapToDouble(j -> tensor.get(i, j)))
        .toArray();
  }

  private static IntStream shown(int length, int size) {
    if (size <= THRESHOLD || length <= 2 * EDGE) {
      return IntStream.range(0, length);
    }
    return IntStream.concat(
        IntStream.concat(IntStream.range(0, EDGE), IntStream.of(GAP)),
        IntStream.range(length - EDGE, length));
  }

  /// The whole array, each entry written by `word`.
  String text(Tensor tensor, DoubleFunction<String> word) {
    return switch (tensor.rank()) {
      case 0 -> word.apply(tensor.item());
      case 1 -> row(tensor, 0, word, indent + 1, width - 1);
      default -> rows(tensor, word);
    };
  }

  private String rows(Tensor tensor, DoubleFunction<String> word) {
    String hanging = " ".repeat(indent + 1);
    return shown(tensor.shape().rows(), tensor.size())
        .mapToObj(i -> i == GAP ? "..." : row(tensor, i, word, indent + 2, width - 2))
        .collect(Collectors.joining(separator.stripTrailing() + "\n" + hanging, "[", "]"));
  }

  // A word that does not fit goes to the next line.
  private String row(
      Tensor tensor, int row, DoubleFunction<String> word, int hanging, int lineWidth) {
    List<String> words =
        shown(tensor.shape().columns(), tensor.size())
            .mapToObj(j -> j == GAP ? "..." : word.apply(tensor.get(row, j)))
            .toList();
    String margin = " ".repeat(hanging);
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder(margin);
    for (int k = 0; k < words.size(); k++) {
      String next = words.get(k);
      if (line.length() + next.length() > lineWidth) {
        lines.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(margin);
      }
      line.append(next);
      if (k < words.size() - 1) {
        line.append(separator);
      }
    }
    return "[" + lines.append(line).substring(hanging) + "]";
  }
}
