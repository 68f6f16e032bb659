package backstep.ui.classroom;

import backstep.keep.SafeFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// Writes what is exported, as a whole or not at all, and says why it cannot.
final class WholeFile {
  private WholeFile() {}

  /// Writes, unless it was stopped.
  ///
  /// @throws ExportException if it cannot be written; what was there before is then still there
  static void write(Path file, byte[] bytes, BooleanSupplier stopped) {
    try {
      if (!stopped.getAsBoolean()) {
        SafeFile.write(file, bytes);
      }
    } catch (AccessDeniedException e) {
      throw new ExportException("export.denied", name(file));
    } catch (NoSuchFileException e) {
      throw new ExportException("export.noFolder", name(file));
    } catch (IOException e) {
      throw new ExportException("export.failed", name(file), String.valueOf(e.getMessage()));
    }
  }

  /// The file, if there is none yet.
  ///
  /// @throws ExportException if there is one, which nobody was asked about
  static Path unused(Path file) {
    if (Files.exists(file)) {
      throw new ExportException("export.exists", name(file));
    }
    return file;
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
