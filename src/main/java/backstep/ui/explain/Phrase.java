package backstep.ui.explain;

import java.util.List;

/// Words in no language yet: a key of the bundle `i18n/explain`, and what is put into them.
///
/// @param key the key
/// @param arguments texts, or phrases that are put into words first
public record Phrase(String key, List<Object> arguments) {
  public Phrase {
    arguments = List.copyOf(arguments);
  }

  /// A phrase with these arguments.
  public static Phrase of(String key, Object... arguments) {
    return new Phrase(key, List.of(arguments));
  }
}
