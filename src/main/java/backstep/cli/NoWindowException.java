package backstep.cli;

import java.io.Serial;

/// There seemed to be a display, but no window could be opened on it.
public final class NoWindowException extends RuntimeException {
  /// The key of what is told about it.
  static final String WORDS = "cli.noWindow";

  @Serial private static final long serialVersionUID = 1L;

  public NoWindowException(Throwable cause) {
    super(cause);
  }
}
