package backstep.keep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files that were opened or saved last, kept from one start to the next: a file with the way
/// to each in a line.
public final class RecentFiles {
  /// So many are remembered.
  public static final int MOST = 8;

  // Longer than any such list.
  private static final int MAX_BYTES = 1 << 18;

  private final Optional<Path> list;

  private RecentFiles(Optional<Path> list) {
    this.list = list;
  }

  /// Those of the user who runs the program.
  public static RecentFiles ofUser() {
    return new RecentFiles(Optional.of(UserFolder.path().resolve("recent")));
  }

  /// Those in a list, which need not be there yet.
  public static RecentFiles in(Path list) {
    return new RecentFiles(Optional.of(list));
  }

  /// Remembers none, for tests and pictures.
  public static RecentFiles passing() {
    return new RecentFiles(Optional.empty());
  }

  /// The files, the last one first; none where the list cannot be read.
  public List<Path> load() {
    return list.map(RecentFiles::read).orElse(List.of());
  }

  private static List<Path> read(Path list) {
    try {
      return new String(SafeFile.read(list, MAX_BYTES), StandardCharsets.UTF_8)
          .lines()
          .flatMap(line -> path(line).stream())
          .distinct()
          .limit(MOST)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<Path> path(String line) {
    try {
      return Optional.of(Path.of(line)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// Puts a file first. That the list cannot be written is no reason to disturb the learner.
  public synchronized void add(Path file) {
    write(Stream.concat(Stream.of(file.toAbsolutePath()), load().stream()).distinct());
  }

  /// Takes a file out.
  public synchronized void remove(Path file) {
    write(load().stream().filter(other -> !other.equals(file)));
  }

  private void write(Stream<Path> files) {
    String text =
        files
            .map(Path::toString)
            // A name may have an end of line in it on some systems; the list may not.
            .filter(name -> name.indexOf('\n') < 0 && name.indexOf('\r') < 0)
            .limit(MOST)
            .collect(Collectors.joining("\n"));
    list.ifPresent(where -> {
      try {
        Files.createDirectories(where.toAbsolutePath().getParent());
        SafeFile.write(where, text.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // They are found the long way.
      }
    });
  }
}
