package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.TypeSize;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@DisplayName("Where letters are so large that the bar has no room for all buttons")
class SmallBarTest {
  private static final List<String> LEFT_OUT = List.of("menu-predict", "menu-hide", "menu-present");

  private SettingsModel settings;
  private Window window;

  @Start
  void start(Stage stage) {
    settings = SettingsModel.passing(Settings.USUAL.withTypeSize(new TypeSize(250)));
    window = Window.open(stage, Locale.ENGLISH, settings);
  }

  private List<MenuItem> leftOut() {
    return window.onScreen(() ->
        ((MenuButton) window.find("#file-menu"))
            .getItems().stream()
                .filter(item -> item.getId() != null && LEFT_OUT.contains(item.getId()))
                .filter(MenuItem::isVisible)
                .toList());
  }

  @Test
  @DisplayName("those that are left out are in the menu, and do what they do")
  void inTheMenu() {
    assertThat(window.isShown("#predict-first")).isFalse();
    assertThat(leftOut()).extracting(MenuItem::getId).containsExactlyElementsOf(LEFT_OUT);

    window.robot().interact(leftOut().getFirst()::fire);
    assertThat(window.bench().predict.onProperty().getValue()).isTrue();
  }

  @Test
  @DisplayName("in letters of the usual size the menu does not repeat the bar")
  void notTwice() {
    window.robot().interact(settings::usualSize);
    window.waitFor(() -> leftOut().isEmpty());
    assertThat(window.isShown("#predict-first")).isTrue();
  }
}
