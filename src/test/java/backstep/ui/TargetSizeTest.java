package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.LaidOut.Moment;
import backstep.ui.kit.OnScreen;
import backstep.ui.kit.Theme;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(OnScreen.class)
@DisplayName("What can be pressed")
class TargetSizeTest {
  // WCAG 2.2, success criterion 2.5.8, in pixels at 100 %.
  private static final double LEAST = 24;

  @ParameterizedTest
  @ValueSource(ints = {100, 200})
  @DisplayName("is large enough to be hit, and grows with the type")
  void large(int percent) {
    LaidOut laidOut = LaidOut.in(Locale.ENGLISH, Theme.LIGHT, percent);
    double least = LEAST * percent / 100;
    List<String> small =
        OnScreen.now(() ->
            Stream.of(
                    laidOut.window(Moment.BACKWARD, 1440, 900),
                    laidOut.window(Moment.GUESSING, 980, 720),
                    laidOut.window(Moment.MEASURING, 1440, 900),
                    laidOut.window(Moment.NETWORK, 1440, 900),
                    laidOut.window(Moment.BACKWARD, 1440, 900, bench -> bench.editor.toggle()),
                    laidOut.window(Moment.BACKWARD, 1440, 900, bench -> bench.practice.toggle()),
                    laidOut.window(Moment.BACKWARD, 1440, 900, TargetSizeTest::predict),
                    laidOut.settingsSheet(),
                    laidOut.exportSheet(600))
                .flatMap(scene -> judge(scene, least))
                .distinct()
                .toList());
    assertThat(small).isEmpty();
  }

  private static void predict(Workbench bench) {
    bench.predict.begin(true);
    bench.player.next();
  }

  private static Stream<String> judge(Scene scene, double least) {
    List<Node> targets =
        LaidOut.seen(scene).filter(node -> isTarget(node) && !Fit.isInGraph(node)).toList();
    assertThat(targets).hasSizeGreaterThan(5);
    return targets.stream()
        .filter(node -> isSmall(node, least))
        .map(node -> {
          Bounds bounds = node.getLayoutBounds();
          return "%s %s is %.1f x %.1f"
              .formatted(
                  Objects.toString(node.getId(), ""),
                  node.getStyleClass(),
                  bounds.getWidth(),
                  bounds.getHeight());
        });
  }

  // Lines of code, and what stands in them, are as high as the text is: that is inline.
  private static boolean isTarget(Node node) {
    return switch (node) {
      case ButtonBase button when button.getStyleClass().contains("code-whole") -> false;
      case ButtonBase _, ComboBoxBase<?> _, Slider _, TextInputControl _, ToggleSwitch _ -> true;
      default -> false;
    };
  }

  // Half a pixel is lost where places are rounded.
  private static boolean isSmall(Node node, double least) {
    Bounds bounds = node.getLayoutBounds();
    return Math.min(bounds.getWidth(), bounds.getHeight()) < least - 0.5;
  }
}
