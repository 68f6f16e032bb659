package backstep.keep;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Where the system keeps what programs keep for their user.
public final class UserFolder {
  private UserFolder() {}

  /// Backstep's own folder there, which need not be there yet.
  public static Path path() {
    String home = System.getProperty("user.home");
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      return Path.of(Optional.ofNullable(System.getenv("APPDATA")).orElse(home), "Backstep");
    }
    if (system.contains("mac")) {
      return Path.of(home, "Library", "Application Support", "Backstep");
    }
    return Optional.ofNullable(System.getenv("XDG_DATA_HOME"))
        .filter(given -> !given.isBlank())
        .map(Path::of)
        // Its rules: one that is not absolute counts for nothing.
        .filter(Path::isAbsolute)
        .orElse(Path.of(home, ".local", "share"))
        .resolve("backstep");
  }
}
