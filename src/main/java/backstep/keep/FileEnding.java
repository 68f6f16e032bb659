package backstep.keep;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// How the names of files end that the learner names. Not every system's dialog sees to it.
public final class FileEnding {
  private static final Set<String> ENDINGS =
      Set.of("csv", "gif", "ipynb", "pdf", "png", "py", "svg", "tex");

  private FileEnding() {}

  /// The file with the ending that its content asks for: in the place of another one of ours, which
  /// would be wrong, or behind a name without one.
  ///
  /// @param ending without the dot
  public static Path of(Path file, String ending) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String now = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (dot >= 0 && now.equals(ending)) {
      return file;
    }
    String stem = dot > 0 && ENDINGS.contains(now) ? name.substring(0, dot) : name;
    return file.resolveSibling(stem + "." + ending);
  }
}
