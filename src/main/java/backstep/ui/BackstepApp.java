package backstep.ui;

import backstep.keep.RecentFiles;
import backstep.lesson.LessonCatalog;
import backstep.ui.drafts.DraftStore;
import backstep.ui.drafts.UserDrafts;
import backstep.ui.keep.WindowTitle;
import backstep.ui.kit.Background;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Theme;
import backstep.ui.settings.SettingsModel;
import backstep.ui.settings.SettingsStore;
import backstep.ui.settings.UserSettings;
import backstep.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The program with its window.
public final class BackstepApp extends Application {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double MIN_WIDTH = 900;
  private static final double MIN_HEIGHT = 600;
  private static final List<Integer> ICONS = List.of(16, 32, 48, 64, 128, 256);

  /// What the window begins with, each to be run on a thread of its own, while JavaFX starts: what
  /// it has read or loaded by then need not be waited for.
  public static List<Runnable> preparations() {
    return List.of(
        LessonCatalog::builtIn, UserSettings::prepare, () -> Words.of(Locale.getDefault()));
  }

  @Override
  public void start(Stage window) {
    Background background = Background.threads();
    begin(
        window,
        background,
        new UserSettings(background),
        new UserDrafts(),
        getParameters().getRaw());
  }

  /// Fills the window as its user has chosen, and shows it.
  ///
  /// @param files what is open in it, if not what was open last; the first counts
  /// @return what is in it
  static Workbench begin(
      Stage window,
      Background background,
      SettingsStore store,
      DraftStore drafts,
      List<String> files) {
    SettingsModel settings = settings(store);
    // Before the first control, which would load JavaFX's own sheet otherwise.
    settings.theme().getValue().lay();
    Theme.loadFonts();
    Messages messages =
        new Messages(settings.getSettings().language().orElseGet(Locale::getDefault));
    Workbench bench = new Workbench(background, drafts, RecentFiles.ofUser());
    open(window, bench, messages, settings, files);
    return bench;
  }

  /// Fills the window and shows it.
  ///
  /// @param files what is open in it, if not what was open last; the first counts
  static void open(
      Stage window,
      Workbench bench,
      Messages messages,
      SettingsModel settings,
      List<String> files) {
    Shell shell = new Shell(bench, messages, settings);
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    window.setScene(
        new Scene(shell, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight())));
    ICONS.forEach(size -> window.getIcons().add(new Image("/icon/backstep-" + size + ".png")));
    window.titleProperty().bind(WindowTitle.of(bench.keep, messages));
    window.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
    window.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
    if (files.isEmpty()) {
      bench.openLast();
    } else {
      bench.openStart();
      bench.keep.open(Path.of(files.getFirst()));
    }
    window.show();
  }

  private static SettingsModel settings(SettingsStore store) {
    Platform.Preferences system = Platform.getPreferences();
    return new SettingsModel(
        store, system.colorSchemeProperty().map(Theme::of), system.reducedMotionProperty());
  }
}
