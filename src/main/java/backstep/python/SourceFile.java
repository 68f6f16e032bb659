package backstep.python;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A file with a program, or with the code cells of a notebook.
///
/// @param name without its folder
/// @param texts of the cells, in order; one for a program
public record SourceFile(String name, List<String> texts) {
  // A character of a program takes at most four bytes; a notebook has pictures too.
  private static final int MAX_BYTES = 4 * Parser.MAX_LENGTH;

  public SourceFile {
    texts = List.copyOf(texts);
  }

  /// Why a file cannot be opened, in no language: the key of a sentence that takes the file's name
  /// and how long a program may be.
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final String name;

    Unreadable(String key, String name) {
      super(key + " " + name);
      this.key = key;
      this.name = name;
    }

    public String key() {
      return key;
    }

    public String name() {
      return name;
    }

    /// How many characters a program may have.
    public int limit() {
      return Parser.MAX_LENGTH;
    }
  }

  /// Reads a file, which is a notebook if its name ends in `.ipynb`. Ends of lines become `\n`.
  ///
  /// @throws Unreadable if it cannot be read, is too large, no text, or no notebook with code in it
  public static SourceFile read(Path file) {
    String name = String.valueOf(file.getFileName());
    String text =
        text(name, () -> Files.newInputStream(file)).replace("\r\n", "\n").replace('\r', '\n');
    if (!isNotebook(name)) {
      return new SourceFile(name, List.of(text));
    }
    try {
      List<String> cells = Notebook.cells(text);
      if (cells.isEmpty()) {
        throw new Unreadable("file.notebook.empty", name);
      }
      return new SourceFile(name, cells);
    } catch (ProblemException e) {
      throw new Unreadable("file.notebook.none", name);
    }
  }

  /// Whether its texts are the cells of a notebook.
  public boolean isNotebook() {
    return isNotebook(name);
  }

  private static boolean isNotebook(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".ipynb");
  }

  /// Opens what is to be read; it is closed when it was.
  public interface Opener {
    InputStream open() throws IOException;
  }

  /// Reads a text as it stands, program or not.
  ///
  /// @param name what messages call it
  /// @throws Unreadable if it cannot be read, is too large, or no text
  public static String text(String name, Opener opener) {
    byte[] bytes;
    // Never more than one byte past the limit, however large the file is.
    try (InputStream stream = opener.open()) {
      bytes = stream.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new Unreadable("cli.file.missing", name);
    } catch (IOException e) {
      throw new Unreadable("cli.file.unreadable", name);
    }
    if (bytes.length > MAX_BYTES) {
      throw new Unreadable("cli.file.tooLarge", name);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable("cli.file.notText", name);
    }
  }
}
