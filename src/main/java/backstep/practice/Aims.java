package backstep.practice;

import backstep.graph.Node;
import backstep.practice.Finding.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a backward pass is written for: the updates that the program makes or, where it makes none,
/// the gradients of its inputs. Without the latter an empty attempt at such a program would be
/// done.
///
/// @param names the variables, each of which needs it
/// @param kind what each of them needs
record Aims(List<String> names, Kind kind) {
  Aims {
    names = List.copyOf(names);
  }

  /// @param updated the parameters that the program updates
  static Aims of(Set<String> updated, Reference own) {
    return updated.isEmpty()
        ? new Aims(inputs(own), Kind.RIGHT)
        : new Aims(List.copyOf(updated), Kind.UPDATED);
  }

  private static List<String> inputs(Reference own) {
    return own.variables().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Node.Leaf)
        .filter(entry -> own.gradients().containsKey(entry.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /// The aim that a line has reached, if it has reached one.
  ///
  /// @param set the variable that the line sets
  Optional<String> reached(String set, Finding finding) {
    if (!finding.isRight() || finding.kind() != kind) {
      return Optional.empty();
    }
    // A gradient is told by what is found, since it can have any name.
    return Optional.of(kind == Kind.UPDATED ? set : finding.arguments().getFirst().toString());
  }
}
