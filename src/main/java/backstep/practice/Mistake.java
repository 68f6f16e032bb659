package backstep.practice;

import java.util.List;

/// A mistake that some of a class made, in no language.
///
/// @param key the key of the sentence that says what it is, as first found
/// @param arguments what the sentence is about
/// @param hidden whether with nobody's own numbers it shows
/// @param files who made it
public record Mistake(String key, List<Object> arguments, boolean hidden, List<String> files) {
  public Mistake {
    arguments = List.copyOf(arguments);
    files = List.copyOf(files);
  }

  /// What tells it from others: of what kind it is, and about which variable.
  List<Object> sort() {
    return List.of(key, arguments.isEmpty() ? "" : arguments.getFirst());
  }

  /// Whether the two are the same mistake, whoever made it.
  public boolean isLike(Mistake other) {
    return sort().equals(other.sort());
  }
}
