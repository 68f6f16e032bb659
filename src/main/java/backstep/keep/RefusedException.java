package backstep.keep;

import java.io.Serial;
import java.util.List;

/// A file is not opened, or not written; says why, in no language.
public final class RefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final String key;
  private final transient List<Object> arguments;

  /// @param key of a sentence that takes the arguments
  RefusedException(String key, Object... arguments) {
    super(key + " " + List.of(arguments), null, false, false);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  public String key() {
    return key;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
