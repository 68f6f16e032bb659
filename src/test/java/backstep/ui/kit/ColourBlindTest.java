package backstep.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.testing.Contrast;
import backstep.testing.Sheet;
import backstep.testing.Vision;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Colours that mean something")
class ColourBlindTest {
  /// Three times what is just noticed side by side, about 0.02 in OKLab: thin lines and small
  /// letters stand apart from one another.
  private static final double APART = 0.06;

  // WCAG 2.2, success criterion 1.4.11: what graphics need to be made out.
  private static final double MADE_OUT = 3;

  /// Colours that mean different things where they are seen together.
  ///
  /// @param what they mean
  /// @param roles of the themes
  /// @param also what else says the same, for who sees no colours at all
  private record Meaning(String what, List<String> roles, String also) {}

  /// All of them. Soft grounds, such as those of the lines of code, only repeat what an edge, a
  /// heading and the place say.
  private static final List<Meaning> MEANINGS =
      List.of(
          new Meaning(
              "positive and negative figures",
              List.of("positive", "negative"),
              "the sign is written"),
          new Meaning(
              "positive and negative areas of a surface",
              List.of("area-positive", "area-negative"),
              "points are + and −, the output is written under the pointer"),
          new Meaning(
              "forward, backward, update",
              List.of("forward", "backward", "update"),
              "arrows ▶ ◀ and the word; the way that pulses move; the order of the timeline"),
          new Meaning(
              "value and gradient: what went forward and what comes back",
              List.of("wire-computed", "wire-back"),
              "the gradient stands under the value, with a sign; its edge is thicker"),
          new Meaning(
              "right and wrong",
              List.of("update", "broken"),
              "a check mark or a cross, and a sentence"),
          new Meaning(
              "curves of training and test, of a function and its tangent",
              List.of("forward", "backward"),
              "one is dashed, and both have labels"),
          new Meaning(
              "kept runs and the run of now",
              List.of("forward", "kept-a", "kept-b", "kept-c", "kept-d", "kept-e"),
              "each has its dashes and its markers, and a label"));

  @ParameterizedTest
  @EnumSource
  @DisplayName("look different to everybody, whichever cones they have")
  void apart(Theme theme) {
    Map<String, Color> roles = Sheet.named(theme.id()).roles();
    SoftAssertions all = new SoftAssertions();
    for (Meaning meaning : MEANINGS) {
      List<Color> colours = colours(meaning, roles);
      for (int i = 0; i < colours.size(); i++) {
        for (int j = i + 1; j < colours.size(); j++) {
          for (Vision vision : Vision.values()) {
            all.assertThat(vision.distance(colours.get(i), colours.get(j)))
                .as(
                    "%s: %s and %s, %s",
                    meaning.what, meaning.roles.get(i), meaning.roles.get(j), vision)
                .isGreaterThanOrEqualTo(APART);
          }
        }
      }
    }
    all.assertAll();
  }

  private static List<Color> colours(Meaning meaning, Map<String, Color> roles) {
    return meaning.roles.stream()
        .map(role -> {
          assertThat(roles).containsKey("-bs-" + role);
          return roles.get("-bs-" + role);
        })
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("are made out on their ground")
  void contrast(Theme theme) {
    Map<String, Color> roles = Sheet.named(theme.id()).roles();
    SoftAssertions all = new SoftAssertions();
    MEANINGS.stream()
        .flatMap(meaning -> meaning.roles.stream())
        // Large areas, which are told from one another and not from the ground.
        .filter(role -> !role.startsWith("area-"))
        .distinct()
        .forEach(role ->
            all.assertThat(Contrast.of(roles.get("-bs-" + role), roles.get("-bs-surface")))
                .as(role)
                .isGreaterThanOrEqualTo(MADE_OUT));
    all.assertAll();
  }

  @Test
  @DisplayName("are never all that says it")
  void another() {
    assertThat(MEANINGS).allSatisfy(meaning -> assertThat(meaning.also).isNotBlank());
  }

  // White, black and greys need no cones of one kind; pure red and green of equal lightness are
  // what who lacks red or green cones mixes up.
  @Test
  @DisplayName("are simulated as they look")
  void simulated() {
    for (Vision vision : Vision.values()) {
      assertThat(vision.distance(Color.WHITE, Color.BLACK)).isCloseTo(1, within(1e-3));
    }
    Color red = Color.web("#b45a3c");
    Color green = Color.web("#6e7d32");
    double usual = Vision.USUAL.distance(red, green);
    assertThat(Vision.DEUTERANOPIA.distance(red, green)).isLessThan(usual / 2);
    assertThat(Vision.TRITANOPIA.distance(red, green)).isGreaterThan(usual / 2);
  }
}
