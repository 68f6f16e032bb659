package backstep.practice;

import backstep.graph.Node;
import backstep.python.Place;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which inputs of a hand-in are which of the exercise's: those of the same name, and of the rest
/// those that alone hold the same numbers. Whoever calls the data otherwise, or writes them into
/// the formula, has not done anything wrong.
final class Counterparts {
  private final Map<Node.Leaf, Node.Leaf> theirs = new HashMap<>();

  /// @param exercise with its own numbers
  /// @param own the hand-in with its own numbers
  Counterparts(Reference exercise, Pass own) {
    List<Node.Leaf> left = new ArrayList<>();
    Set<Node.Leaf> free = new HashSet<>(inputs(own.own()).toList());
    inputs(exercise)
        .forEach(leaf -> {
          Optional<Node.Leaf> found =
              exercise.origins().globals(leaf).stream()
                  .flatMap(name -> own.input(name).stream())
                  .filter(other -> fit(leaf.value(), other.value().shape()).isPresent())
                  .findFirst();
          found.ifPresentOrElse(
              other -> {
                theirs.put(leaf, other);
                free.remove(other);
              },
              () -> left.add(leaf));
        });
    for (Node.Leaf leaf : left) {
      List<Node.Leaf> same =
          free.stream()
              .filter(other ->
                  fit(leaf.value(), other.value().shape())
                      .filter(other.value()::equals)
                      .isPresent())
              .toList();
      if (same.size() == 1) {
        theirs.put(leaf, same.getFirst());
        free.remove(same.getFirst());
      }
    }
  }

  private static Stream<Node.Leaf> inputs(Reference reference) {
    return reference.graph().leaves().stream().filter(leaf -> leaf.kind() == Node.Leaf.Kind.INPUT);
  }

  boolean has(Node.Leaf leaf) {
    return theirs.containsKey(leaf);
  }

  /// The exercise's numbers, at their places in the hand-in.
  ///
  /// @param exercise like the one that the counterparts were found with
  Map<Place, Tensor> given(Reference exercise, Reference own) {
    Map<Place, Tensor> given = new HashMap<>();
    theirs.forEach((leaf, other) ->
        own.origins()
            .place(other)
            .ifPresent(place ->
                fit(exercise.counterpart(leaf).value(), other.value().shape())
                    .ifPresent(value -> given.put(place, value))));
    return given;
  }

  // Rows may lie as columns, and a vector may be a matrix of one row.
  private static Optional<Tensor> fit(Tensor value, Shape shape) {
    if (value.shape().equals(shape)) {
      return Optional.of(value);
    }
    if (value.rank() == 2 && value.shape().transposed().equals(shape)) {
      return Optional.of(value.transpose());
    }
    return value.size() == shape.size() ? Optional.of(value.reshape(shape)) : Optional.empty();
  }
}
