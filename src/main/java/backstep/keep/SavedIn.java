package backstep.keep;

import backstep.keep.SessionFile.Content;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Which file a session was saved in or opened from last, and what was in it then: kept beside what
/// is open, so that the session still has its file after the program ended without closing it.
public record SavedIn(Path path, Content content) {
  /// As a text of two lines.
  public String text() {
    return content.sum() + "\n" + path + "\n";
  }

  /// @return none if the text is not of that form
  public static Optional<SavedIn> of(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != 3 || !lines[0].matches("[0-9a-f]{64}") || !lines[2].isEmpty()) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(lines[1]);
      return Optional.of(path)
          .filter(Path::isAbsolute)
          .map(file -> new SavedIn(file, new Content(lines[0])));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
