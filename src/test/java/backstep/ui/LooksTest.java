package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.Theme;
import backstep.ui.kit.TypeSize;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import backstep.ui.settings.SettingsStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@DisplayName("How the window looks")
class LooksTest {
  private final AtomicReference<Settings> kept =
      new AtomicReference<>(Settings.USUAL.withStillness(Optional.of(true)));
  private final ObjectProperty<Theme> system = new SimpleObjectProperty<>(Theme.LIGHT);

  private Stage stage;
  private Window window;

  @Start
  void start(Stage primary) {
    stage = primary;
    open();
  }

  private void open() {
    SettingsStore store =
        new SettingsStore() {
          @Override
          public Settings load() {
            return kept.get();
          }

          @Override
          public void save(Settings settings) {
            kept.set(settings);
          }
        };
    Settings settings = kept.get();
    window =
        Window.open(
            stage,
            settings.language().orElse(Locale.ENGLISH),
            new SettingsModel(store, system, new SimpleObjectProperty<>(true)));
  }

  @AfterEach
  void closePopups() {
    window.onScreen(() -> {
      popups().forEach(PopupWindow::hide);
      return true;
    });
  }

  private static List<PopupWindow> popups() {
    return Stream.of(javafx.stage.Window.getWindows().toArray())
        .filter(PopupWindow.class::isInstance)
        .map(PopupWindow.class::cast)
        .toList();
  }

  private boolean hasSheet(String name) {
    return window.onScreen(() ->
        stage.getScene().getStylesheets().stream()
            .anyMatch(sheet -> sheet.endsWith("/" + name + ".css")));
  }

  private double letters() {
    return window.onScreen(() -> ((Labeled) window.find("#settings")).getFont().getSize());
  }

  @Test
  @DisplayName("follows the system's colours while it is open, until some are chosen")
  void system() {
    assertThat(hasSheet("light")).isTrue();
    window.robot().interact(() -> system.set(Theme.DARK));
    assertThat(hasSheet("dark")).isTrue();
    choose("theme.projector");
    assertThat(hasSheet("projector")).isTrue();
    window.robot().interact(() -> system.set(Theme.LIGHT));
    assertThat(hasSheet("projector")).isTrue();
    assertThat(kept.get().theme()).contains(Theme.PROJECTOR);
    choose("theme.system");
    assertThat(hasSheet("light")).isTrue();
  }

  private void choose(String words) {
    String text = backstep.words.Words.of(Locale.ENGLISH).text(words);
    window
        .robot()
        .interact(() -> {
          MenuButton menu = (MenuButton) window.find("#theme");
          RadioMenuItem item = (RadioMenuItem) item(menu, text);
          item.fire();
          assertThat(item.isSelected()).isTrue();
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static MenuItem item(MenuButton menu, String text) {
    return menu.getItems().stream()
        .filter(item -> item.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("has larger and smaller letters by Ctrl +, Ctrl − and Ctrl 0, also while one writes")
  void typeSize() {
    assertThat(letters()).isEqualTo(14);
    window.press(KeyCode.CONTROL, KeyCode.EQUALS);
    window.press(KeyCode.CONTROL, KeyCode.EQUALS);
    assertThat(kept.get().typeSize()).isEqualTo(new TypeSize(125));
    assertThat(letters()).isGreaterThan(16);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT0);
    assertThat(letters()).isEqualTo(14);
    window.openLesson("06-guess", "guess");
    window.focus("#control-guess-value");
    window.press(KeyCode.CONTROL, KeyCode.MINUS);
    assertThat(kept.get().typeSize()).isEqualTo(new TypeSize(90));
    assertThat(letters()).isLessThan(13.5);
  }

  @Test
  @DisplayName("has pop-ups with letters of the same size")
  void popUps() {
    choose("theme.system");
    for (int i = 0; i < 5; i++) {
      window.press(KeyCode.CONTROL, KeyCode.EQUALS);
    }
    assertThat(kept.get().typeSize()).isEqualTo(new TypeSize(200));
    assertThat(
            shown(() -> {
              Tooltip tip = Window.tip((Button) window.find("#settings")).orElseThrow();
              tip.show(stage);
              return tip;
            }))
        .isGreaterThanOrEqualTo(26);
    assertThat(
            shown(() -> {
              ContextMenu menu = new ContextMenu(new MenuItem("Copy"));
              menu.show(window.find("#settings"), 10, 10);
              return menu;
            }))
        .isEqualTo(28);
    assertThat(
            shown(() -> {
              ((Button) window.find("#settings")).fire();
              return popups().getFirst();
            }))
        .isEqualTo(28);
  }

  private double shown(Supplier<PopupWindow> show) {
    double size =
        window.onScreen(() -> {
          Scene scene = show.get().getScene();
          scene.getRoot().applyCss();
          return LaidOut.seen(scene)
              .filter(Labeled.class::isInstance)
              .map(Labeled.class::cast)
              .filter(labeled -> labeled.getText() != null && !labeled.getText().isBlank())
              .filter(labeled -> !labeled.getStyleClass().contains("bubble-title"))
              .mapToDouble(labeled -> labeled.getFont().getSize())
              .max()
              .orElse(0);
        });
    closePopups();
    return size;
  }

  @Test
  @DisplayName("grows in the settings too while they are open")
  void openSettings() {
    window.fire("#settings");
    double before = popupLetters();
    window
        .robot()
        .interact(() -> {
          @SuppressWarnings("unchecked")
          ComboBox<TypeSize> size = (ComboBox<TypeSize>) inPopup("#type-size");
          size.setValue(size.getValue().larger());
        });
    assertThat(kept.get().typeSize()).isEqualTo(new TypeSize(110));
    assertThat(popupLetters()).isGreaterThan(before);
  }

  private double popupLetters() {
    return window.onScreen(() -> {
      inPopup("#settings-reset").getScene().getRoot().applyCss();
      return ((Labeled) inPopup("#settings-reset")).getFont().getSize();
    });
  }

  private static Node inPopup(String selector) {
    return popups().stream()
        .map(popup -> popup.getScene().getRoot().lookup(selector))
        .filter(node -> node != null)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("keeps language, speed, colours and size of letters for the next start")
  void restart() {
    window.press(KeyCode.L);
    window.press(KeyCode.CONTROL, KeyCode.EQUALS);
    window.robot().interact(() -> window.bench().player.setSpeed(2));
    window.robot().interact(this::open);
    assertThat(window.text("#lesson-title")).isEqualTo("4 · 두 층 신경망");
    assertThat(letters()).isGreaterThan(15);
    assertThat(window.bench().player.getState().speed()).isEqualTo(2);
  }
}
