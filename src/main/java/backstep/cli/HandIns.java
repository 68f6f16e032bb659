package backstep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The files that are meant by files and folders.
final class HandIns {
  private static final Set<String> ENDINGS = Set.of(".py", ".ipynb");

  private HandIns() {}

  /// The files as they are named, and of a folder the programs and notebooks in it, by name; each
  /// once, and without the exercise itself.
  ///
  /// @throws IOException if a folder cannot be read
  static List<Path> of(List<Path> named, Path exercise) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path one : named) {
      if (Files.isDirectory(one)) {
        try (Stream<Path> inside = Files.list(one)) {
          inside
              .filter(HandIns::isProgram)
              .filter(file -> !isSame(file, exercise))
              .sorted()
              .forEach(files::add);
        }
      } else {
        files.add(one);
      }
    }
    return files.stream().distinct().toList();
  }

  private static boolean isProgram(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file) && ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static boolean isSame(Path file, Path other) {
    try {
      return Files.isSameFile(file, other);
    } catch (IOException e) {
      return false;
    }
  }
}
