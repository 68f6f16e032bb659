package backstep.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// What happens to files: bytes are lost or change, words are moved about, values are others.
public final class Damage {
  private static final Pattern WORD =
      Pattern.compile("[ \\t]+|\\s|\\w+|[^\\w\\s]", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int MOST_WORDS = 5_000;
  // Stands for arrays within arrays, more than a writer of JSON would write.
  private static final String DEEP = "[[]]";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Damage() {}

  /// One of these.
  public static <T> T one(List<T> of, RandomGenerator random) {
    return of.get(random.nextInt(of.size()));
  }

  /// The words of a text, with the blanks and signs between them.
  public static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  /// A text of which one to four words are lost, doubled, swapped, others, or in too great a
  /// number.
  ///
  /// @param whole its words
  /// @param strange words that may come in
  public static String words(List<String> whole, List<String> strange, RandomGenerator random) {
    List<String> words = new ArrayList<>(whole);
    for (int slips = 1 + random.nextInt(4); slips > 0; slips--) {
      int at = random.nextInt(words.size() + 1);
      String other = random.nextBoolean() ? one(strange, random) : anyOf(words, strange, random);
      if (at == words.size()) {
        words.add(other);
        continue;
      }
      switch (random.nextInt(9)) {
        case 0 -> words.remove(at);
        case 1 -> words.add(at, other);
        case 2 -> words.set(at, other);
        case 3 -> words.add(at, words.get(at));
        case 4 -> words.set(at, words.set(random.nextInt(words.size()), words.get(at)));
        case 5 -> words.subList(at, Math.min(at + 1 + random.nextInt(30), words.size())).clear();
        case 6 -> {
          List<String> part =
              List.copyOf(words.subList(at, Math.min(at + 1 + random.nextInt(30), words.size())));
          words.addAll(random.nextInt(words.size() + 1), part);
        }
        case 7 -> words.set(at, scratched(words.get(at), random));
        default -> {
          if (random.nextInt(20) == 0) {
            words.set(at, other.repeat(1 + random.nextInt(MOST_WORDS)));
          }
        }
      }
    }
    return String.join("", words);
  }

  private static String anyOf(List<String> words, List<String> others, RandomGenerator random) {
    return one(words.isEmpty() ? others : words, random);
  }

  private static String scratched(String word, RandomGenerator random) {
    StringBuilder letters = new StringBuilder(word);
    int letter = random.nextInt(random.nextBoolean() ? 128 : 0x10000);
    letters.setCharAt(random.nextInt(letters.length()), (char) letter);
    return letters.toString();
  }

  /// Bytes of which one to three places changed, were lost, were doubled or came in.
  public static byte[] bytes(byte[] whole, RandomGenerator random) {
    byte[] bytes = whole;
    for (int slips = 1 + random.nextInt(3); slips > 0 && bytes.length > 0; slips--) {
      int at = random.nextInt(bytes.length);
      int end = Math.min(bytes.length, at + 1 + random.nextInt(20));
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> {
              byte[] flipped = bytes.clone();
              flipped[at] ^= (byte) (1 << random.nextInt(8));
              yield flipped;
            }
            case 1 -> joined(bytes, at, new byte[0], bytes.length);
            case 2 -> joined(bytes, at, new byte[0], end);
            case 3 -> joined(bytes, end, new byte[0], at);
            default -> {
              byte[] more = new byte[1 + random.nextInt(9)];
              random.nextBytes(more);
              yield joined(bytes, at, more, at);
            }
          };
    }
    return bytes;
  }

  private static byte[] joined(byte[] bytes, int end, byte[] between, int start) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(bytes, 0, end);
    joined.writeBytes(between);
    joined.write(bytes, start, bytes.length - start);
    return joined.toByteArray();
  }

  /// Bytes as a text, with signs of their own where they are none.
  public static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// Valid JSON in which one part changed.
  ///
  /// @param file an object or array, which changes
  public static String part(JsonNode file, RandomGenerator random) {
    change(file, random);
    int levels = 1 + random.nextInt(1_200);
    return file.toString().replace(DEEP, "[".repeat(levels) + "]".repeat(levels));
  }

  private static void change(JsonNode file, RandomGenerator random) {
    List<JsonNode> inner = new ArrayList<>();
    collect(file, inner);
    JsonNode other = other(inner, random);
    switch (one(inner, random)) {
      case ObjectNode object when !object.isEmpty() -> {
        String name = one(List.copyOf(object.propertyNames()), random);
        switch (random.nextInt(3)) {
          case 0 -> object.remove(name);
          case 1 -> object.set("more", other);
          default -> object.set(name, other);
        }
      }
      case ArrayNode array when !array.isEmpty() -> array.set(random.nextInt(array.size()), other);
      case ArrayNode array -> array.add(other);
      default -> {}
    }
  }

  private static JsonNode other(List<JsonNode> inner, RandomGenerator random) {
    return switch (random.nextInt(13)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.numberNode(-1);
      case 2 -> JSON.numberNode(1e300);
      case 3 -> JSON.numberNode(new BigInteger("9".repeat(1 + random.nextInt(600))));
      case 4 -> JSON.stringNode("x");
      case 5 -> JSON.stringNode("NaN");
      case 6 -> JSON.booleanNode(random.nextBoolean());
      case 7 -> JSON.arrayNode();
      case 8 -> JSON.objectNode();
      case 9 -> JSON.stringNode("\ud800" + "ü".repeat(random.nextInt(300)));
      case 10 -> JSON.rawValueNode(new RawValue(DEEP));
      case 11 -> JSON.numberNode(random.nextLong());
      default -> one(inner, random).deepCopy();
    };
  }

  private static void collect(JsonNode node, List<JsonNode> into) {
    if (node.isContainer()) {
      into.add(node);
      node.forEach(child -> collect(child, into));
    }
  }
}
