package backstep.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.testing.Contrast;
import backstep.testing.Sheet;
import backstep.testing.Sheet.Rule;
import backstep.ui.kit.Theme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The colours of a chart")
class ChartColoursTest {
  // WCAG 2.2, success criterion 1.4.11: what graphics need to be made out.
  private static final double ENOUGH = 3;

  @ParameterizedTest
  @EnumSource
  @DisplayName("set every curve and point off from its ground, also where it is still ahead")
  void curves(Theme theme) {
    Map<String, Color> roles = Sheet.named(theme.id()).roles();
    Color ground = roles.get("-bs-surface");
    double faint = Double.parseDouble(rule(".chart-line.ahead").value("-fx-opacity").orElseThrow());
    SoftAssertions all = new SoftAssertions();
    for (Role role : Role.values()) {
      Color ink = roles.get(ink(role));
      assertThat(ink).as(role.name()).isNotNull();
      all.assertThat(Contrast.of(ink, ground)).as(role.name()).isGreaterThanOrEqualTo(ENOUGH);
    }
    Color ahead = ground.interpolate(roles.get(ink(Role.CURVE)), faint);
    all.assertThat(Contrast.of(ahead, ground)).as("ahead").isGreaterThanOrEqualTo(ENOUGH);
    all.assertAll();
  }

  @Test
  @DisplayName("are never all that tells two kept runs apart")
  void kept() {
    List<Role> kept = Stream.of(Role.values()).filter(Role::isKept).toList();
    assertThat(kept).hasSize(Role.KEPT);
    assertThat(kept).extracting(Role::marker).doesNotHaveDuplicates().doesNotContain(Marker.NONE);
    assertThat(kept)
        .extracting(role -> rule(".chart-line." + role.styleClass()).value("-fx-stroke-dash-array"))
        .doesNotHaveDuplicates()
        .doesNotContain(Optional.empty());
    assertThat(kept).extracting(ChartColoursTest::ink).doesNotHaveDuplicates();
  }

  private static String ink(Role role) {
    return role.hasLine()
        ? rule(".chart-line." + role.styleClass()).role("-fx-stroke").orElseThrow()
        : Stream.of("-fx-fill", "-fx-stroke")
            .flatMap(property -> rule(".chart-points." + role.styleClass()).role(property).stream())
            .findFirst()
            .orElseThrow();
  }

  private static Rule rule(String selector) {
    return Sheet.named("plot").rules().stream()
        .filter(rule -> rule.selector().equals(selector))
        .findFirst()
        .orElseThrow(() -> new AssertionError(selector));
  }
}
