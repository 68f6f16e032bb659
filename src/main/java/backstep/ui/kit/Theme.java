package backstep.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// A set of colours: AtlantaFX underneath, our roles in `css/THEME.css`, our rules in a sheet for
/// each part of the window.
public enum Theme {
  LIGHT,
  DARK,
  /// High contrast on white with larger type.
  PROJECTOR;

  private static final List<String> PARTS =
      List.of("app", "stage", "player", "plot", "lab", "explain", "code");

  private static final List<String> FONTS =
      List.of(
          "Pretendard-Regular.otf",
          "Pretendard-SemiBold.otf",
          "Pretendard-Bold.otf",
          "NanumGothicCoding.ttf",
          "NanumGothicCodingBold.ttf");

  /// The theme of this name, as the command line writes it.
  public static Optional<Theme> named(String name) {
    return Stream.of(values()).filter(theme -> theme.id().equals(name)).findFirst();
  }

  /// Light or dark, as the system is.
  public static Theme ofSystem() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
  }

  /// Loads the fonts, which have Korean letters where the system may have none.
  public static void loadFonts() {
    for (String font : FONTS) {
      try (InputStream stream = Theme.class.getResourceAsStream("/fonts/" + font)) {
        if (stream == null || Font.loadFont(stream, 1) == null) {
          throw new IllegalStateException("cannot load the font " + font);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// The theme's name.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The theme that a press of the theme button leads to.
  public Theme next() {
    return switch (this) {
      case LIGHT -> DARK;
      case DARK -> PROJECTOR;
      case PROJECTOR -> LIGHT;
    };
  }

  /// Dresses the scene, and the whole program underneath, in this theme.
  public void dress(Scene scene) {
    atlantafx.base.theme.Theme base = this == DARK ? new PrimerDark() : new PrimerLight();
    Application.setUserAgentStylesheet(base.getUserAgentStylesheet());
    scene
        .getStylesheets()
        .setAll(Stream.concat(Stream.of(id()), PARTS.stream()).map(Theme::sheet).toList());
  }

  private static String sheet(String name) {
    return String.valueOf(Theme.class.getResource("/css/" + name + ".css"));
  }
}
