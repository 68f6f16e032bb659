package backstep.tensor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One format specification of Python,
/// `[[fill]align][sign][z][#][0][width][grouping][.precision][type]` (The Python Language
/// Reference, "Format Specification Mini-Language").
///
/// @param fill the code point that fills up to the width
/// @param align `<`, `>`, `^`, or `=` for filling between sign and digits
/// @param sign `+`, `-`, a space, or 0 where none is given
/// @param plainZero `z`: a figure that rounds to zero loses its minus
/// @param alternate `#`: with prefix, or with the point kept
/// @param width the least length
/// @param grouping `,`, `_`, or 0
/// @param precision digits asked for, or -1
/// @param type the presentation type, or 0 for a float without one
record FormatSpec(
    int fill,
    char align,
    char sign,
    boolean plainZero,
    boolean alternate,
    int width,
    char grouping,
    int precision,
    int type) {
  /// Python takes widths up to 2³¹; nobody reads a line that long, and it would fill the memory.
  static final int LIMIT = 10_000;

  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?:(?<fill>.)(?<align>[<>=^])|(?<alone>[<>=^]))?"
              + "(?<sign>[ +-])?(?<plain>z)?(?<alternate>#)?"
              + "(?<zero>0)?(?<width>[0-9]*)(?<grouping>[,_])?"
              + "(?:\\.(?<precision>[0-9]*))?(?<type>.*)",
          Pattern.DOTALL);

  /// Reads a specification for a value of the type `typeName`, whose alignment and presentation
  /// type are these where none are given.
  static FormatSpec parse(String text, String typeName, char defaultAlign, char defaultType) {
    Matcher parts = SYNTAX.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException("every text matches, a rest included");
    }
    int width = number(parts.group("width"));
    char grouping = first(parts.group("grouping"));
    String rest = parts.group("type");
    if (parts.group("precision") == null && isBoth(grouping, rest)) {
      throw new IllegalArgumentException("Cannot specify both ',' and '_'.");
    }
    int precision = precision(parts.group("precision"));
    if (rest.codePointCount(0, rest.length()) > 1) {
      throw new IllegalArgumentException(
          "Invalid format specifier '" + text + "' for object of type '" + typeName + "'");
    }
    int type = rest.isEmpty() ? defaultType : rest.codePointAt(0);
    if (grouping != 0 && !groups(grouping, type)) {
      throw new IllegalArgumentException(
          "Cannot specify '" + grouping + "' with '" + printable(type) + "'.");
    }
    String fill = parts.group("fill");
    boolean zeros = fill == null && parts.group("zero") != null;
    char align = first(fill == null ? parts.group("alone") : parts.group("align"));
    if (align == 0) {
      align = zeros && defaultAlign == '>' ? '=' : defaultAlign;
    }
    return new FormatSpec(
        zeros ? '0' : fill == null ? ' ' : fill.codePointAt(0),
        align,
        first(parts.group("sign")),
        parts.group("plain") != null,
        parts.group("alternate") != null,
        width,
        grouping,
        precision,
        type);
  }

  private static boolean isBoth(char grouping, String rest) {
    return (grouping == ',' && rest.startsWith("_")) || (grouping == '_' && rest.startsWith(","));
  }

  private static boolean groups(char grouping, int type) {
    return type == 0 || "deEfFgG%".indexOf(type) >= 0 || (grouping == '_' && inBits(type));
  }

  private static boolean inBits(int type) {
    return type != 0 && "boxX".indexOf(type) >= 0;
  }

  private static int precision(@Nullable String digits) {
    if (digits == null) {
      return -1;
    }
    if (digits.isEmpty()) {
      throw new IllegalArgumentException("Format specifier missing precision");
    }
    return number(digits);
  }

  private static int number(String digits) {
    String figure = digits.replaceFirst("^0+", "");
    if (figure.length() > 9 || (!figure.isEmpty() && Integer.parseInt(figure) > LIMIT)) {
      throw new IllegalArgumentException("Too many decimal digits in format string");
    }
    return figure.isEmpty() ? 0 : Integer.parseInt(figure);
  }

  private static char first(@Nullable String group) {
    return group == null ? 0 : group.charAt(0);
  }

  private static String printable(int type) {
    return type > 32 && type < 128 ? Character.toString(type) : "\\x" + Integer.toHexString(type);
  }

  /// The failure to be thrown for a presentation type that the value's type does not know.
  IllegalArgumentException unknownType(String typeName) {
    return new IllegalArgumentException(
        "Unknown format code '" + printable(type) + "' for object of type '" + typeName + "'");
  }

  /// The sign that stands before a figure.
  String signOf(boolean negative) {
    if (negative) {
      return "-";
    }
    return sign == '+' || sign == ' ' ? Character.toString(sign) : "";
  }

  /// Puts the pieces in order and fills up to the width: sign, prefix (`0x`), the whole digits,
  /// grouped, and the rest of the figure.
  String lay(String sign, String prefix, String digits, String rest) {
    int taken = sign.length() + prefix.length() + rest.codePointCount(0, rest.length());
    boolean zerosInGroups = fill == '0' && align == '=';
    String whole = digits.isEmpty() ? "" : grouped(digits, zerosInGroups ? width - taken : 0);
    int missing = Math.max(0, width - taken - whole.length());
    int left =
        switch (align) {
          case '>' -> missing;
          case '^' -> missing / 2;
          default -> 0;
        };
    int middle = align == '=' ? missing : 0;
    String filler = Character.toString(fill);
    return filler.repeat(left)
        + sign
        + prefix
        + filler.repeat(middle)
        + whole
        + rest
        + filler.repeat(missing - left - middle);
  }

  // Zeros that fill up to `least` are grouped with the digits; a group is never left empty, so the
  // text may come out one longer than asked for.
  private String grouped(String digits, int least) {
    if (grouping == 0) {
      return "0".repeat(Math.max(0, least - digits.length())) + digits;
    }
    int group = inBits(type) ? 4 : 3;
    StringBuilder text = new StringBuilder();
    int remaining = digits.length();
    int wanted = least;
    while (true) {
      int length = Math.min(group, Math.max(remaining, Math.max(wanted, 1)));
      int taken = Math.min(remaining, length);
      text.insert(0, "0".repeat(length - taken) + digits.substring(remaining - taken, remaining));
      remaining -= taken;
      wanted -= length;
      if (remaining == 0 && wanted <= 0) {
        return text.toString();
      }
      text.insert(0, grouping);
      wanted--;
    }
  }
}
