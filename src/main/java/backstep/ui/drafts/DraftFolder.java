package backstep.ui.drafts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/// A folder with a file for each draft. A file is written beside the old one and then takes its
/// place, so that one of the two is always whole; one that is not is moved aside.
///
/// The first line of a file says how long the text is in bytes, and its CRC-32.
final class DraftFolder {
  private static final String END = ".draft";
  private static final String HEAD = "backstep draft ";
  // A program has fewer characters, of at most four bytes each; what is longer is not one of ours.
  private static final long MAX_BYTES = 1L << 22;

  private final Path folder;

  DraftFolder(Path folder) {
    this.folder = folder;
  }

  /// Where the system keeps what programs keep for their user.
  static Path ofUser() {
    String home = System.getProperty("user.home");
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      return Path.of(
          Optional.ofNullable(System.getenv("APPDATA")).orElse(home), "Backstep", "drafts");
    }
    if (system.contains("mac")) {
      return Path.of(home, "Library", "Application Support", "Backstep", "drafts");
    }
    Path data =
        Optional.ofNullable(System.getenv("XDG_DATA_HOME"))
            .filter(given -> !given.isBlank())
            .map(Path::of)
            .orElse(Path.of(home, ".local", "share"));
    return data.resolve("backstep").resolve("drafts");
  }

  Optional<String> read(String name) {
    Path file = file(name);
    try {
      if (Files.size(file) <= MAX_BYTES) {
        Optional<String> text = text(Files.readAllBytes(file));
        if (text.isPresent()) {
          return text;
        }
      }
      setAside(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      setAside(file);
    }
    return Optional.empty();
  }

  void write(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] head = head(bytes).getBytes(StandardCharsets.UTF_8);
    if (head.length + bytes.length > MAX_BYTES) {
      return;
    }
    Files.createDirectories(folder);
    Path fresh = folder.resolve(name + ".new");
    byte[] whole = ByteBuffer.allocate(head.length + bytes.length).put(head).put(bytes).array();
    Files.write(fresh, whole);
    Files.move(fresh, file(name), StandardCopyOption.REPLACE_EXISTING);
  }

  void delete(String name) throws IOException {
    Files.deleteIfExists(file(name));
  }

  private Path file(String name) {
    return folder.resolve(name + END);
  }

  private static String head(byte[] text) {
    CRC32 sum = new CRC32();
    sum.update(text);
    return HEAD + text.length + " " + Long.toHexString(sum.getValue()) + "\n";
  }

  private static Optional<String> text(byte[] whole) {
    int end = 0;
    while (end < whole.length && whole[end] != '\n') {
      end++;
    }
    if (end == whole.length) {
      return Optional.empty();
    }
    ByteBuffer body = ByteBuffer.wrap(whole, end + 1, whole.length - end - 1);
    byte[] text = new byte[body.remaining()];
    body.get(text);
    String head = new String(whole, 0, end + 1, StandardCharsets.UTF_8);
    if (!head.equals(head(text))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  // For who wants to see what is left of it; the next one that is damaged takes its place.
  private static void setAside(Path file) {
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".damaged"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // It stays, and is written over by the next draft.
    }
  }
}
