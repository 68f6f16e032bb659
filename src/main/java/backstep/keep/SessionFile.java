package backstep.keep;

import backstep.lesson.Lesson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// A session in a file of the learner's.
///
/// @param session what is in it
/// @param content what was in it, by which it is seen whether another program wrote it since
public record SessionFile(Path path, SavedSession session, Content content) {
  /// How the names of such files end.
  public static final String END = ".backstep";

  /// What is in a file, by which it is known again.
  ///
  /// @param sum the SHA-256 of its bytes, as 64 hexadecimal digits
  public record Content(String sum) {
    private static Content of(byte[] bytes) {
      try {
        return new Content(
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e); // every Java has it
      }
    }
  }

  /// Whether a file is one of these, by its name.
  public static boolean isOne(Path path) {
    return name(path).toLowerCase(Locale.ROOT).endsWith(END);
  }

  /// What a file is called, without its folder.
  public static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /// Reads a file.
  ///
  /// @param lessons those that there are
  /// @throws RefusedException if it cannot be read, is no session, or one of another lesson
  public static SessionFile read(Path path, List<Lesson> lessons) {
    String name = name(path);
    byte[] bytes;
    try {
      bytes = SafeFile.read(path, SessionText.MAX_BYTES);
    } catch (NoSuchFileException e) {
      throw new RefusedException("keep.missing", name);
    } catch (IOException e) {
      throw new RefusedException("keep.unreadable", name);
    }
    SavedSession session = SessionText.read(name, text(name, bytes));
    if (!isOf(session, lessons)) {
      throw new RefusedException("keep.lesson", name, session.lesson());
    }
    return new SessionFile(path, session, Content.of(bytes));
  }

  /// Reads a file again that was opened or saved earlier. If another program wrote it since, that
  /// is seen as it would have been then.
  ///
  /// @throws RefusedException if it cannot be read, is no session, or one of another lesson
  public static SessionFile read(SavedIn earlier, List<Lesson> lessons) {
    SessionFile now = read(earlier.path(), lessons);
    return new SessionFile(now.path(), now.session(), earlier.content());
  }

  /// What is to be remembered of it, to have it again after a new start.
  public SavedIn savedIn() {
    return new SavedIn(path.toAbsolutePath(), content);
  }

  private static String text(String name, byte[] bytes) {
    if (bytes.length > SessionText.MAX_BYTES) {
      throw new RefusedException("keep.tooLarge", name);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RefusedException("keep.foreign", name);
    }
  }

  /// Whether a session is of one of these lessons.
  public static boolean isOf(SavedSession session, List<Lesson> lessons) {
    return lessons.stream().anyMatch(lesson -> has(lesson, session));
  }

  private static boolean has(Lesson lesson, SavedSession session) {
    return lesson.id().equals(session.lesson())
        && lesson.variants().stream().anyMatch(form -> form.id().equals(session.form()))
        && (lesson.view() == Lesson.View.NETWORK) == session.network().isPresent();
  }

  /// Writes a session into a file, which is then as it was or whole.
  ///
  /// @throws RefusedException if it cannot be written
  public static SessionFile write(Path path, SavedSession session) {
    byte[] bytes = SessionText.of(session).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > SessionText.MAX_BYTES) {
      throw new RefusedException("keep.unsavedTooLarge", name(path));
    }
    try {
      SafeFile.write(path, bytes);
    } catch (IOException e) {
      throw new RefusedException("keep.unsaved", name(path));
    }
    return new SessionFile(path, session, Content.of(bytes));
  }

  /// Whether there is something else in the file now. One that is gone loses nothing.
  public boolean isReplaced() {
    try {
      return Files.exists(path)
          && !Content.of(SafeFile.read(path, SessionText.MAX_BYTES)).equals(content);
    } catch (IOException e) {
      return true;
    }
  }
}
