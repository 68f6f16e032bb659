package backstep.ui.drafts;

import backstep.keep.RefusedException;
import backstep.keep.SafeFile;
import backstep.keep.SavedIn;
import backstep.keep.SavedSession;
import backstep.keep.SessionText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A folder with a file for each draft, which is a session; one that is damaged is moved aside.
final class DraftFolder {
  private static final String END = ".backstep";

  // Longer than any system's paths, in bytes.
  private static final int MAX_PATH = 1 << 17;

  private final Path folder;
  private final Consumer<Path> onSetAside;

  /// @param onSetAside called with where one that is damaged lies now
  DraftFolder(Path folder, Consumer<Path> onSetAside) {
    this.folder = folder;
    this.onSetAside = onSetAside;
  }

  Optional<SavedSession> read(String name) {
    return read(draft(name), DraftFolder::session)
        .or(() -> read(older(name), OldDraft::text).map(text -> OldDraft.session(name, text)));
  }

  private interface Reader<T> {
    /// @return none if it is damaged
    Optional<T> read(byte[] content);
  }

  private <T> Optional<T> read(Path file, Reader<T> reader) {
    try {
      Optional<T> found = reader.read(SafeFile.read(file, SessionText.MAX_BYTES));
      if (found.isEmpty()) {
        setAside(file);
      }
      return found;
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      setAside(file);
      return Optional.empty();
    }
  }

  private static Optional<SavedSession> session(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return Optional.of(SessionText.read("", text));
    } catch (CharacterCodingException | RefusedException e) {
      return Optional.empty();
    }
  }

  /// Which file a draft was saved in or opened from last, if that is known.
  Optional<SavedIn> file(String name) {
    try {
      byte[] content = SafeFile.read(savedIn(name), MAX_PATH);
      return SavedIn.of(new String(content, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// @param file which file it was saved in or opened from last
  void write(String name, SavedSession session, Optional<SavedIn> file) throws IOException {
    byte[] bytes = SessionText.of(session).getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= SessionText.MAX_BYTES) {
      Files.createDirectories(folder);
      SafeFile.write(draft(name), bytes);
      Files.deleteIfExists(older(name));
      keep(name, file);
    }
  }

  // It seldom is another.
  private void keep(String name, Optional<SavedIn> file) throws IOException {
    if (file.isEmpty()) {
      Files.deleteIfExists(savedIn(name));
    } else if (!file.equals(file(name))) {
      SafeFile.write(savedIn(name), file.get().text().getBytes(StandardCharsets.UTF_8));
    }
  }

  void delete(String name) throws IOException {
    Files.deleteIfExists(draft(name));
    Files.deleteIfExists(older(name));
    Files.deleteIfExists(savedIn(name));
  }

  /// The names that begin so, the one that was written last first.
  List<String> names(String head) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, head + "*" + END)) {
      files.forEach(found::add);
      found.sort((a, b) -> Long.compare(b.toFile().lastModified(), a.toFile().lastModified()));
    } catch (IOException e) {
      return List.of();
    }
    return found.stream()
        .map(file -> String.valueOf(file.getFileName()))
        .map(name -> name.substring(0, name.length() - END.length()))
        .toList();
  }

  private Path draft(String name) {
    return folder.resolve(name + END);
  }

  private Path savedIn(String name) {
    return folder.resolve(name + ".file");
  }

  // As earlier versions wrote it.
  private Path older(String name) {
    return folder.resolve(name + ".draft");
  }

  // For who wants to see what is left of it; the next one that is damaged takes its place.
  private void setAside(Path file) {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      onSetAside.accept(aside);
    } catch (IOException e) {
      // It stays, and is written over by the next draft.
    }
  }
}
