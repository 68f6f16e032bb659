package backstep.ui.classroom;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.BooleanSupplier;

/// Writes a file as a whole or not at all.
final class WholeFile {
  private WholeFile() {}

  /// Writes beside the file first, and then puts that in its place.
  ///
  /// @param stopped asked at the end; what is stopped leaves no trace
  /// @throws ExportException if it cannot be written; what was there before is then still there
  static void write(Path file, byte[] bytes, BooleanSupplier stopped) {
    Path beside = file.resolveSibling("." + name(file) + ".part");
    try {
      try {
        Files.write(beside, bytes);
        if (!stopped.getAsBoolean()) {
          Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (AccessDeniedException e) {
      throw new ExportException("export.denied", name(file));
    } catch (NoSuchFileException e) {
      throw new ExportException("export.noFolder", name(file));
    } catch (IOException e) {
      throw new ExportException("export.failed", name(file), String.valueOf(e.getMessage()));
    }
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
