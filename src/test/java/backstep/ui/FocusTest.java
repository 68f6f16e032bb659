package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.testing.Contrast;
import backstep.ui.kit.Theme;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@DisplayName("Where the keyboard is")
class FocusTest {
  private static final int MAX_TABS = 120;
  private static final double AROUND = 8;

  /// What a change of colour needs to be seen (WCAG 2.2, success criterion 2.4.13), in as many
  /// pixels as a line under a small button has.
  private static final double SEEN = 3;

  private static final int PIXELS = 16;

  // Charts, the network lab, and forms of a program.
  private static final List<String> LESSONS =
      List.of("06-guess", "10-network-lab", "04-two-layers");

  private final SettingsModel settings =
      SettingsModel.passing(Settings.USUAL.withStillness(Optional.of(true)));
  private Stage stage;
  private Window window;

  @Start
  void start(Stage shown) {
    stage = shown;
    window = Window.openLarge(shown, settings);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  @DisplayName("can be seen, in every theme")
  void seen(Theme theme) {
    Map<Node, Integer> seen = new LinkedHashMap<>();
    LESSONS.forEach(lesson -> tab(theme, lesson, seen));
    assertThat(seen)
        .hasSizeGreaterThan(80)
        .allSatisfy((node, pixels) ->
            assertThat(pixels).as("%s %s", node, node.getAccessibleText()).isGreaterThan(PIXELS));
  }

  private void tab(Theme theme, String lesson, Map<Node, Integer> all) {
    window.onScreen(() -> {
      settings.setTheme(Optional.of(theme));
      window.bench().open(lesson);
      stage.getScene().getRoot().requestFocus();
      return true;
    });
    WritableImage before = picture();
    Map<Node, Integer> seen = new LinkedHashMap<>();
    for (int i = 0; i < MAX_TABS; i++) {
      window.press(KeyCode.TAB);
      Node focused = window.onScreen(() -> stage.getScene().getFocusOwner());
      if (seen.containsKey(focused)) {
        break;
      }
      WritableImage after = picture();
      seen.put(focused, window.onScreen(() -> changed(bounds(focused), before, after)));
    }
    seen.forEach((node, pixels) -> all.merge(node, pixels, Math::min));
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private WritableImage picture() {
    return window.onScreen(() -> stage.getScene().snapshot(null));
  }

  private static int changed(Bounds at, WritableImage before, WritableImage after) {
    PixelReader one = before.getPixelReader();
    PixelReader other = after.getPixelReader();
    int right = (int) Math.min(before.getWidth(), at.getMaxX() + AROUND);
    int bottom = (int) Math.min(before.getHeight(), at.getMaxY() + AROUND);
    int changed = 0;
    for (int y = (int) Math.max(0, at.getMinY() - AROUND); y < bottom; y++) {
      for (int x = (int) Math.max(0, at.getMinX() - AROUND); x < right; x++) {
        if (one.getArgb(x, y) != other.getArgb(x, y)
            && Contrast.of(one.getColor(x, y), other.getColor(x, y)) >= SEEN) {
          changed++;
        }
      }
    }
    return changed;
  }
}
