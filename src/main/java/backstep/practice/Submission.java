package backstep.practice;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A file that was handed in.
///
/// @param name what it is called among the others: its path in the folder that was named
public record Submission(Path path, String name) {
  /// So many are looked at: more than any class hands in.
  public static final int MOST = 2000;

  // A folder for the class, in it one for each of its members, and those that they made.
  private static final int DEPTH = 4;
  private static final int MOST_VISITED = 50_000;
  private static final Set<String> ENDINGS = Set.of(".py", ".ipynb");

  /// A folder holds more files than a class hands in.
  public static final class TooManyException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    TooManyException(Path folder) {
      super(folder.toString());
    }
  }

  /// The files as they are named, and of a folder the programs and notebooks in it and in its
  /// folders, by name; each once, and without the exercise itself. What is hidden, or kept by a
  /// tool for itself (`.ipynb_checkpoints`, `__pycache__`, `__MACOSX`), was not handed in.
  ///
  /// @param exercise a file that is no hand-in, or any path that leads to none
  /// @throws IOException if a folder cannot be read
  /// @throws TooManyException if there are too many files
  public static List<Submission> of(List<Path> named, Path exercise) throws IOException {
    List<Submission> found = new ArrayList<>();
    for (Path one : named) {
      if (Files.isDirectory(one)) {
        Path folder = Files.isSymbolicLink(one) ? one.toRealPath() : one;
        for (Path file : programs(folder)) {
          if (!isSame(file, exercise)) {
            found.add(new Submission(file, name(folder.relativize(file))));
          }
        }
      } else {
        found.add(new Submission(one, name(one.getFileName() == null ? one : one.getFileName())));
      }
      if (found.size() > MOST) {
        throw new TooManyException(one);
      }
    }
    List<Submission> all = found.stream().distinct().toList();
    List<String> names = all.stream().map(Submission::name).toList();
    // Of two folders that hold files of one name, the folders say which is whose.
    return all.stream()
        .map(one ->
            Collections.frequency(names, one.name) == 1
                ? one
                : new Submission(one.path, name(one.path)))
        .toList();
  }

  private static List<Path> programs(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        Set.of(),
        DEPTH,
        new SimpleFileVisitor<>() {
          private int visited;

          @Override
          public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
            return inside.equals(folder) || !isToolsOwn(inside)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (isProgram(file)) {
              found.add(file);
            }
            if (found.size() > MOST || ++visited > MOST_VISITED) {
              throw new TooManyException(folder);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (file.equals(folder)) {
              throw failure;
            }
            // Reading it says why it cannot be read.
            found.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }

  private static boolean isToolsOwn(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".") || name.startsWith("__");
  }

  private static boolean isProgram(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith)
        && !name.startsWith(".")
        && Files.isRegularFile(file);
  }

  private static boolean isSame(Path file, Path other) {
    try {
      return Files.isSameFile(file, other);
    } catch (IOException e) {
      return false;
    }
  }

  // The same on every system, and in whole letters: macOS takes Korean ones apart.
  private static String name(Path path) {
    String name = path.toString().replace(path.getFileSystem().getSeparator(), "/");
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }
}
