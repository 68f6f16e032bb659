package backstep.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A part of a file's JSON, read strictly: each field that is asked for must be there and right,
/// and none may be there that was not asked for.
final class Part {
  /// Something in the file is not as it must be.
  static final class AmissException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String where;

    AmissException(String where) {
      super(where, null, false, false);
      this.where = where;
    }

    /// The way there, such as `/session/spot/iteration`.
    String where() {
      return where;
    }
  }

  private final String path;
  private final JsonNode node;
  private final Set<String> asked = new TreeSet<>();

  private Part(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  /// Reads an object.
  ///
  /// @param read asks for its fields
  static <T> T read(String path, JsonNode node, Function<Part, T> read) {
    if (!node.isObject()) {
      throw new AmissException(path);
    }
    Part part = new Part(path, node);
    T value;
    try {
      value = read.apply(part);
    } catch (IllegalArgumentException e) {
      // What the fields are must not be together.
      throw new AmissException(path);
    }
    node.propertyNames().stream()
        .filter(name -> !part.asked.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw part.amiss(name);
        });
    return value;
  }

  AmissException amiss(String name) {
    return new AmissException(path + "/" + name);
  }

  private Optional<JsonNode> maybe(String name) {
    asked.add(name);
    return Optional.ofNullable(node.get(name));
  }

  private JsonNode field(String name) {
    return maybe(name).orElseThrow(() -> amiss(name));
  }

  <T> T object(String name, Function<Part, T> read) {
    return read(path + "/" + name, field(name), read);
  }

  <T> Optional<T> maybeObject(String name, Function<Part, T> read) {
    return maybe(name).map(found -> read(path + "/" + name, found, read));
  }

  <T> List<T> objects(String name, int most, Function<Part, T> read) {
    return items(name, most, (at, item) -> read(at, item, read));
  }

  <T> Optional<List<T>> maybeObjects(String name, int most, Function<Part, T> read) {
    return maybe(name).map(_ -> objects(name, most, read));
  }

  /// @param most how many there may be
  /// @param read takes the way to an item, and the item
  private <T> List<T> items(String name, int most, BiFunction<String, JsonNode, T> read) {
    JsonNode list = field(name);
    if (!list.isArray() || list.size() > most) {
      throw amiss(name);
    }
    List<T> items = new ArrayList<>();
    for (JsonNode item : list) {
      items.add(read.apply(path + "/" + name + "/" + items.size(), item));
    }
    return items;
  }

  /// @param most how many characters it may have
  String text(String name, int most) {
    return text(name, most, field(name));
  }

  Optional<String> maybeText(String name, int most) {
    return maybe(name).map(found -> text(name, most, found));
  }

  private String text(String name, int most, JsonNode found) {
    if (!found.isString() || found.stringValue().length() > most) {
      throw amiss(name);
    }
    return found.stringValue();
  }

  boolean flag(String name) {
    return maybeFlag(name).orElseThrow(() -> amiss(name));
  }

  Optional<Boolean> maybeFlag(String name) {
    return maybe(name)
        .map(found -> {
          if (!found.isBoolean()) {
            throw amiss(name);
          }
          return found.booleanValue();
        });
  }

  /// One of these, by its name in small letters.
  <E extends Enum<E>> E choice(String name, E[] all) {
    return maybeChoice(name, all).orElseThrow(() -> amiss(name));
  }

  <E extends Enum<E>> Optional<E> maybeChoice(String name, E[] all) {
    return maybeText(name, Byte.MAX_VALUE)
        .map(text ->
            Stream.of(all)
                .filter(one -> SessionJson.name(one).equals(text))
                .findFirst()
                .orElseThrow(() -> amiss(name)));
  }

  int whole(String name, int most) {
    return Math.toIntExact(whole(name, (long) most));
  }

  /// @param most from 0
  long whole(String name, long most) {
    return whole(path + "/" + name, field(name), most);
  }

  List<Integer> wholes(String name, int count, int most) {
    return items(name, count, (at, item) -> Math.toIntExact(whole(at, item, most)));
  }

  private static long whole(String at, JsonNode found, long most) {
    if (!(found.isInt() || found.isLong()) || found.longValue() < 0 || found.longValue() > most) {
      throw new AmissException(at);
    }
    return found.longValue();
  }

  /// A finite number.
  double number(String name) {
    return finite(path + "/" + name, field(name));
  }

  List<Double> numbers(String name, int most) {
    return items(name, most, Part::finite);
  }

  /// Numbers, of which those that JSON has none for go by their names.
  List<Double> anyNumbers(String name, int most) {
    return items(name, most, Part::any);
  }

  private static double any(String at, JsonNode found) {
    return switch (found.isString() ? found.stringValue() : "") {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> finite(at, found);
    };
  }

  private static double finite(String at, JsonNode found) {
    boolean plain = found.isDouble() || found.isInt() || found.isLong();
    if (!plain || !Double.isFinite(found.doubleValue())) {
      throw new AmissException(at);
    }
    return found.doubleValue();
  }
}
