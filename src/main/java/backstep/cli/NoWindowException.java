package backstep.cli;

import java.io.Serial;

/// There seemed to be a display, but no window could be opened on it.
public final class NoWindowException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public NoWindowException(Throwable cause) {
    super(cause);
  }
}
