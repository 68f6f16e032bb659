package backstep;

import backstep.cli.Desktop;
import backstep.cli.Launch;
import backstep.cli.NoWindowException;
import backstep.cli.TourOptions;
import backstep.lesson.LessonCatalog;
import backstep.ui.BackstepApp;
import backstep.ui.Rehearsal;
import backstep.ui.Tour;
import backstep.ui.kit.Theme;
import backstep.ui.kit.TypeSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;

/// Starts Backstep: hands the command line the window that it may ask for.
public final class Main {

  private Main() {}

  /// @param arguments a command and its own arguments; none opens the window
  public static void main(String[] arguments) {
    System.exit(Launch.run(arguments, new Screen()));
  }

  private static final class Screen implements Desktop {
    @Override
    public boolean hasDisplay() {
      boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
      return !linux || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
      String value = System.getenv(variable);
      return value != null && !value.isBlank();
    }

    @Override
    public void show(Optional<Path> file) {
      launch(BackstepApp.class, file.map(Path::toString).stream().toArray(String[]::new));
    }

    private static void launch(Class<? extends Application> program, String... arguments) {
      // What goes wrong there is met again by who needs it.
      Thread.Builder threads = Thread.ofPlatform().daemon().uncaughtExceptionHandler((_, _) -> {});
      BackstepApp.preparations().forEach(threads::start);
      // Fonts only once JavaFX has started: until then it changes variables of the environment, and
      // the libraries of fonts read them, for which C has no lock. With both at once one start in
      // some hundred ended in a crash.
      startToolkit(() -> threads.start(Theme::loadFonts));
      LessonCatalog.builtIn();
      Application.launch(program, arguments);
    }

    // JavaFX prints a stack trace of its own where there is no way to show a window: a display that
    // cannot be reached, or GTK missing. What it prints when all is well is passed on.
    private static void startToolkit(Runnable afterwards) {
      PrintStream usual = System.err;
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
      try {
        Platform.startup(afterwards);
        usual.print(said.toString(StandardCharsets.UTF_8));
      } catch (RuntimeException | LinkageError e) {
        throw new NoWindowException(e);
      } finally {
        System.setErr(usual);
      }
    }

    @Override
    public void tour(TourOptions options, PrintStream out) throws IOException {
      LessonCatalog.builtIn();
      useNoDisplay();
      // The letters of formulas come from AWT, which would look for a display of its own.
      System.setProperty("java.awt.headless", "true");
      Tour.Look look =
          new Tour.Look(
              Locale.forLanguageTag(options.language()),
              Theme.named(options.theme()).orElse(Theme.LIGHT),
              options.width(),
              options.height(),
              new TypeSize(options.typeSize()));
      Tour.write(options.folder(), look, options.lesson(), out);
      Platform.exit();
    }

    @Override
    public void rehearse(Path folder) {
      useNoDisplay();
      launch(Rehearsal.class, folder.toString());
    }

    // Pictures look the same everywhere, and need no display.
    private static void useNoDisplay() {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
  }
}
