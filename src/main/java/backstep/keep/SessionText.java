package backstep.keep;

import backstep.python.Parser;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A session as the text of a file: JSON with a version and a check sum, as the published schema
/// `schema/backstep-session-2.json` has it.
///
/// A version may only say more than the one before: what it adds may be left out, and what is left
/// out is as it was before there was such a thing. So all versions up to this one are read alike. A
/// file is written in the version of the program that writes it; an older program says that it is
/// newer.
///
/// The sum is the CRC-32 of the session's JSON as it is written here. So a file that was laid out
/// anew is still read, and one in which anything else changed is not.
public final class SessionText {
  /// What is written; a file of a higher version is newer than this program.
  public static final int VERSION = 2;

  private static final int FIRST = 1;

  /// No file of ours is as long, in bytes.
  public static final int MAX_BYTES = 1 << 24;

  private static final String FORMAT = "backstep-session";
  private static final int SUM_DIGITS = 8;
  private static final int MAX_DEPTH = 16;
  private static final int MAX_DIGITS = 400;

  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(MAX_BYTES)
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_DIGITS)
                          .maxNameLength(MAX_DIGITS)
                          .maxStringLength(Parser.MAX_LENGTH)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SessionText() {}

  /// The text of a file.
  public static String of(SavedSession session) {
    ObjectNode json = SessionJson.of(session);
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("format", FORMAT);
    file.put("version", VERSION);
    file.put("sum", sum(json));
    file.set("session", json);
    return STRICT.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
  }

  /// The session in the text of a file.
  ///
  /// @param name what the file is called
  /// @throws RefusedException if there is none in it
  public static SavedSession read(String name, String text) {
    JsonNode file;
    try {
      file = STRICT.readTree(text);
    } catch (JacksonException e) {
      throw new RefusedException(text.contains(FORMAT) ? "keep.damaged" : "keep.foreign", name);
    }
    if (!file.isObject() || !file.path("format").asString("").equals(FORMAT)) {
      throw new RefusedException("keep.foreign", name);
    }
    if (file.path("version").isInt() && file.path("version").intValue() > VERSION) {
      throw new RefusedException("keep.newer", name);
    }
    try {
      return Part.read("", file, SessionText::session);
    } catch (Part.AmissException e) {
      throw new RefusedException("keep.amiss", name, e.where());
    }
  }

  private static SavedSession session(Part file) {
    file.text("format", FORMAT.length());
    if (file.whole("version", VERSION) < FIRST) {
      throw file.amiss("version");
    }
    String sum = file.text("sum", SUM_DIGITS);
    SavedSession session = file.object("session", SessionJson::read);
    if (!sum.equals(sum(SessionJson.of(session)))) {
      throw file.amiss("sum");
    }
    return session;
  }

  private static String sum(ObjectNode session) {
    CRC32 sum = new CRC32();
    sum.update(STRICT.writeValueAsString(session).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits(sum.getValue(), SUM_DIGITS);
  }
}
