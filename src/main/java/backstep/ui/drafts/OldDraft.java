package backstep.ui.drafts;

import backstep.keep.SavedSession;
import backstep.keep.Work;
import backstep.python.Options;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/// A draft as earlier versions kept it: the text, under a line that says how long it is in bytes,
/// and its CRC-32. It is read, and written no more.
final class OldDraft {
  private static final String HEAD = "backstep draft ";

  private OldDraft() {}

  /// The text; none if the file is damaged.
  static Optional<String> text(byte[] whole) {
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

  private static String head(byte[] text) {
    CRC32 sum = new CRC32();
    sum.update(text);
    return HEAD + text.length + " " + Long.toHexString(sum.getValue()) + "\n";
  }

  /// The text as a session of today.
  static SavedSession session(String lesson, String text) {
    return SavedSession.of(lesson, "", Work.of(text, Options.DEFAULT));
  }
}
