package backstep.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Contrast as WCAG 2.2 defines it (success criterion 1.4.3): 4.5:1 for text of ordinary size.
@DisplayName("The colours of code")
class CodeColoursTest {
  private static final double ENOUGH = 4.5;
  private static final Pattern ROLE = Pattern.compile("(-bs-[a-z-]+):\\s*(#[0-9a-f]{6});");
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)}");
  private static final Pattern INK = Pattern.compile("-fx-(?:text-)?fill:\\s*(-bs-[a-z-]+)");
  private static final Pattern GROUND = Pattern.compile("-fx-background-color:\\s*([^;]+);");
  private static final Pattern NAME = Pattern.compile("-bs-[a-z-]+");

  @ParameterizedTest
  @EnumSource
  @DisplayName("stand out from every ground they can be on")
  void contrast(Theme theme) {
    Map<String, String> roles = new HashMap<>();
    Matcher role = ROLE.matcher(sheet(theme.id()));
    while (role.find()) {
      roles.put(role.group(1), role.group(2));
    }
    SoftAssertions all = new SoftAssertions();
    for (String ink : inks()) {
      for (String ground : grounds()) {
        assertThat(roles).containsKeys(ink, ground);
        all.assertThat(contrast(roles.get(ink), roles.get(ground)))
            .as("%s on %s", ink, ground)
            .isGreaterThanOrEqualTo(ENOUGH);
      }
    }
    all.assertAll();
  }

  @Test
  @DisplayName("are those of the sheet, and black on white is 21 to 1")
  void reads() {
    assertThat(inks()).contains("-bs-ink", "-bs-code-keyword", "-bs-code-muted").hasSize(7);
    assertThat(grounds())
        .contains("-bs-ground", "-bs-hover", "-bs-selected", "-bs-code-echo", "-bs-code-backward");
    assertThat(contrast("#000000", "#ffffff")).isEqualTo(21);
  }

  private static List<String> inks() {
    return RULE.matcher(sheet("code"))
        .results()
        .flatMap(rule -> INK.matcher(rule.group(2)).results())
        .map(ink -> ink.group(1))
        .distinct()
        .toList();
  }

  // The last colour of a background is the one that the text is on.
  private static List<String> grounds() {
    List<String> cells =
        RULE.matcher(sheet("code"))
            .results()
            .filter(rule -> rule.group(1).contains(".code-cell:"))
            .flatMap(rule -> GROUND.matcher(rule.group(2)).results())
            .flatMap(ground ->
                NAME.matcher(ground.group(1)).results().reduce((_, last) -> last).stream())
            .map(name -> name.group())
            .distinct()
            .toList();
    return Stream.concat(Stream.of("-bs-ground"), cells.stream()).toList();
  }

  private static String sheet(String name) {
    String path = "/css/" + name + ".css";
    try (InputStream stream = CodeColoursTest.class.getResourceAsStream(path)) {
      return new String(
          Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double contrast(String one, String other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(String colour) {
    return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
  }

  private static double channel(String colour, int at) {
    double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
