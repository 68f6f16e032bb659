package backstep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The programs of `src/test/resources/corpus`, in the order of their numbers.
public final class Corpus {
  private static final Path ROOT = Path.of("src", "test", "resources", "corpus");

  private Corpus() {}

  /// A program, and what CPython with NumPy prints for it (made by `make_expected.py`).
  public record Good(String name, String text, String expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// The programs that Backstep runs as CPython does.
  public static List<Good> good() {
    return files("good").stream()
        .map(file ->
            new Good(
                file.getFileName().toString(),
                read(file),
                read(file.resolveSibling(file.getFileName().toString().replace(".py", ".out")))))
        .toList();
  }

  /// The `.py` files of one folder of the corpus.
  public static List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The script that makes what is expected of the good programs, with CPython.
  public static Path script() {
    return ROOT.resolve("make_expected.py");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
