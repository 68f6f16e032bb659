package backstep.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

/// A style sheet, read as text.
///
/// @param rules in their order
public record Sheet(List<Rule> rules) {
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)}");
  private static final Pattern ROLE = Pattern.compile("-bs-[a-z-]+");

  /// The sheet of this name, without its comments.
  public static Sheet named(String name) {
    String path = "/css/" + name + ".css";
    try (InputStream stream = Sheet.class.getResourceAsStream(path)) {
      byte[] bytes = Objects.requireNonNull(stream, path).readAllBytes();
      return of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a sheet.
  public static Sheet of(String text) {
    return new Sheet(
        RULE.matcher(text.replaceAll("(?s)/\\*.*?\\*/", ""))
            .results()
            .flatMap(rule ->
                Stream.of(rule.group(1).split(","))
                    .map(selector -> new Rule(selector.strip(), rule.group(2))))
            .toList());
  }

  /// The colours of a theme's roles.
  public Map<String, Color> roles() {
    Map<String, Color> roles = new HashMap<>();
    Matcher role = Pattern.compile("(-bs-[a-z-]+):\\s*(#[0-9a-f]{6})").matcher("");
    for (Rule rule : rules) {
      role.reset(rule.declarations());
      while (role.find()) {
        roles.put(role.group(1), Color.web(role.group(2)));
      }
    }
    return roles;
  }

  /// One selector with what it declares.
  public record Rule(String selector, String declarations) {
    /// What is declared for a property.
    public Optional<String> value(String property) {
      Matcher found =
          Pattern.compile("(?<![\\w-])" + property + ":\\s*([^;]+)").matcher(declarations);
      return found.find() ? Optional.of(found.group(1).strip()) : Optional.empty();
    }

    /// The last role in what is declared for a property: of a background, the colour on top.
    public Optional<String> role(String property) {
      return value(property)
          .flatMap(value -> ROLE.matcher(value).results().reduce((_, last) -> last))
          .map(match -> match.group());
    }
  }
}
