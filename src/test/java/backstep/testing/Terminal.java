package backstep.testing;

import backstep.cli.Desktop;
import backstep.cli.Launch;
import backstep.cli.NoWindowException;
import backstep.cli.TourOptions;
import backstep.words.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The command line in the test's own process, with its streams caught.
public final class Terminal implements Desktop {
  /// Which screen there is.
  public enum Screen {
    NONE,
    USABLE,
    BROKEN
  }

  private final Screen screen;
  private final List<String> asked = new ArrayList<>();

  private Terminal(Screen screen) {
    this.screen = screen;
  }

  /// What a command left.
  ///
  /// @param asked what it asked of the window: `show`, or the options of a tour
  public record Result(int code, String out, String err, List<String> asked) {}

  /// Carries out a command in English.
  public static Result run(String... arguments) {
    return run(Locale.ENGLISH, Screen.USABLE, "", arguments);
  }

  /// Carries out a command.
  public static Result run(Locale locale, Screen screen, String in, String... arguments) {
    Terminal terminal = new Terminal(screen);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Launch.run(
            arguments,
            terminal,
            () -> Words.of(locale),
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Result(
        code,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8),
        List.copyOf(terminal.asked));
  }

  @Override
  public boolean hasDisplay() {
    return screen != Screen.NONE;
  }

  @Override
  public void show(Optional<Path> file) {
    if (screen == Screen.BROKEN) {
      throw new NoWindowException(new UnsupportedOperationException("Unable to open DISPLAY"));
    }
    asked.add(file.map(path -> "show " + path.getFileName()).orElse("show"));
  }

  @Override
  public void tour(TourOptions options, PrintStream out) {
    asked.add(options.toString());
  }

  @Override
  public void rehearse(Path folder) {
    asked.add("rehearse " + folder);
  }
}
