package backstep.ui.classroom;

import java.io.Serial;
import java.util.List;

/// Something cannot be exported, and why.
public final class ExportException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient List<Object> arguments;

  /// @param key of the sentence that says so
  public ExportException(String key, Object... arguments) {
    super(key);
    this.arguments = List.of(arguments);
  }

  ExportModel.Note note() {
    return new ExportModel.Note(String.valueOf(getMessage()), arguments, true);
  }
}
