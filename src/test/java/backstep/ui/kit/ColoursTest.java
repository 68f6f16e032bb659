package backstep.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.testing.Contrast;
import backstep.testing.Sheet;
import backstep.testing.Sheet.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The colours that the style sheets give to text, in every state and not only in those that a
/// picture of the window happens to show.
@DisplayName("The colours of the style sheets")
class ColoursTest {
  private static final List<String> INKS =
      List.of("-fx-text-fill", "-bs-math-fill", "-bs-math-positive", "-bs-math-negative");

  private record Pair(String ink, String ground) {}

  @ParameterizedTest
  @EnumSource
  @DisplayName("set text off from every ground it can be on")
  void contrast(Theme theme) {
    Map<String, Color> roles = Sheet.named(theme.id()).roles();
    SoftAssertions all = new SoftAssertions();
    for (Pair pair : pairs()) {
      assertThat(roles).containsKeys(pair.ink, pair.ground);
      all.assertThat(Contrast.of(roles.get(pair.ink), roles.get(pair.ground)))
          .as("%s on %s", pair.ink, pair.ground)
          .isGreaterThanOrEqualTo(Contrast.ENOUGH);
    }
    all.assertAll();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("are the same roles in every theme")
  void sameRoles(Theme theme) {
    assertThat(Sheet.named(theme.id()).roles().keySet())
        .isEqualTo(Sheet.named("light").roles().keySet());
  }

  @Test
  @DisplayName("are found with the grounds under them")
  void finds() {
    assertThat(pairs())
        .contains(
            new Pair("-bs-ink", "-bs-surface"), // almost everything
            new Pair("-bs-muted", "-bs-ground"), // headings of groups
            new Pair("-bs-tip-ink", "-bs-tip"), // by the rule itself
            new Pair("-bs-on-strong", "-bs-backward-button"), // by the button around the label
            new Pair("-bs-positive", "-bs-positive-soft"), // by the rule of a state
            new Pair("-bs-negative", "-bs-ground")); // in formulas
    assertThat(Contrast.of(Color.BLACK, Color.WHITE)).isEqualTo(21);
  }

  private static Set<Pair> pairs() {
    List<Rule> rules =
        Theme.PARTS.stream().flatMap(part -> Sheet.named(part).rules().stream()).toList();
    Set<Pair> pairs = new LinkedHashSet<>();
    for (Rule rule : rules) {
      INKS.stream()
          .flatMap(ink -> rule.role(ink).stream())
          .forEach(ink -> grounds(rule, rules).forEach(ground -> pairs.add(new Pair(ink, ground))));
    }
    return pairs;
  }

  // What the rule says itself; else what is said of something that it stands in; else the grounds
  // of the window's parts.
  private static Set<String> grounds(Rule rule, List<Rule> rules) {
    Optional<String> own = rule.role("-fx-background-color");
    if (own.isPresent()) {
      return Set.of(own.get());
    }
    List<String> around = List.of(rule.selector().split("[ >]+"));
    return around.reversed().stream()
        .map(place -> grounds(place, rules))
        .filter(grounds -> !grounds.isEmpty())
        .findFirst()
        .orElse(Set.of("-bs-ground", "-bs-surface"));
  }

  private static Set<String> grounds(String selector, List<Rule> rules) {
    return rules.stream()
        .filter(rule -> rule.selector().equals(selector))
        .flatMap(rule -> rule.role("-fx-background-color").stream())
        .collect(Collectors.toSet());
  }
}
