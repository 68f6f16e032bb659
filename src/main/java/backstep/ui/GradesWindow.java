package backstep.ui;

import backstep.ui.classroom.GradesView;
import backstep.ui.kit.Closing;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.settings.SettingsModel;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The window with what a class handed in, beside the first one: that one stays as it is, and shows
/// a hand-in where the teacher wants to step through it.
final class GradesWindow {
  private static final double WIDTH = 1240;
  private static final double HEIGHT = 820;

  private final Workbench bench;
  private final Messages messages;
  private final SettingsModel settings;
  private final Region window;
  // Made when it is first opened.
  private Optional<Stage> stage = Optional.empty();

  /// @param window the content of the first window, with which it closes
  GradesWindow(Workbench bench, Messages messages, SettingsModel settings, Region window) {
    this.bench = bench;
    this.messages = messages;
    this.settings = settings;
    this.window = window;
    bench.grades.setOnOpened(file -> openInFirst(() -> bench.keep.open(file)));
    bench.grades.setOnShown(file -> openInFirst(() -> bench.openProgram(file)));
    bench.grades.openProperty().subscribe((_, open) -> openOrClose(open));
    first()
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe((_, showing) -> {
          if (!showing) {
            bench.grades.close();
          }
        });
    settings.theme().subscribe(_ -> dress());
    settings.typeSize().subscribe(_ -> dress());
    settings.still().subscribe(_ -> dress());
  }

  private ObservableValue<Window> first() {
    return window.sceneProperty().flatMap(Scene::windowProperty);
  }

  private void openInFirst(Runnable open) {
    open.run();
    Optional.ofNullable(first().getValue())
        .ifPresent(shown -> {
          if (shown instanceof Stage main) {
            main.toFront();
          }
          shown.requestFocus();
        });
  }

  /// In front, where it is open already.
  void show() {
    bench.grades.open();
    stage.ifPresent(Stage::toFront);
    stage.ifPresent(Window::requestFocus);
  }

  private void openOrClose(boolean open) {
    if (open) {
      Stage now = stage.orElseGet(this::build);
      stage = Optional.of(now);
      dress();
      now.show();
    } else {
      stage.ifPresent(Stage::hide);
      Optional.ofNullable(first().getValue())
          .filter(Window::isShowing)
          .ifPresent(Window::requestFocus);
    }
  }

  private Stage build() {
    GradesView view = new GradesView(bench.grades, messages);
    view.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    FileDrop.on(view, bench.grades::grade);
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Stage made = new Stage();
    Closing.underPopups(made);
    made.titleProperty().bind(messages.text("grades.title"));
    made.setScene(
        new Scene(view, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight())));
    made.setOnHidden(_ -> bench.grades.close());
    return made;
  }

  private void dress() {
    stage
        .map(Stage::getScene)
        .ifPresent(scene -> {
          settings.theme().getValue().dress(scene, settings.getSettings().typeSize());
          scene.getPreferences().setReducedMotion(settings.still().getValue());
        });
  }

  // --- Keys --------------------------------------------------------------------------------------

  private void press(KeyEvent event) {
    boolean inText = FocusedControl.takesText(event.getTarget());
    if (FocusedControl.keeps(event)) {
      return;
    }
    Optional<Keymap> key =
        messages.keyboard().matches(Keymap.LEAVE, event) && !inText
            ? Optional.of(Keymap.LEAVE)
            : messages.keyboard().heard(event, inText);
    if (key.filter(this::perform).isPresent()) {
      event.consume();
    }
  }

  private boolean perform(Keymap key) {
    switch (key) {
      case LEAVE, GRADES -> bench.grades.close();
      case LARGER -> settings.larger();
      case SMALLER -> settings.smaller();
      case USUAL_SIZE -> settings.usualSize();
      case LANGUAGE -> messages.speakNext();
      default -> {
        return false; // what it does would not be seen here
      }
    }
    return true;
  }
}
