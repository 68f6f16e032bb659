package backstep.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A set of colours: AtlantaFX underneath, our roles in `css/THEME.css`, our rules in a sheet for
/// each part of the window, and last a sheet with the size of letters and icons.
public enum Theme {
  LIGHT(1, 1),
  DARK(1, 1),
  /// High contrast on white with larger type and thicker lines.
  PROJECTOR(1.2, 1.6);

  /// The sheets of the parts of the window.
  static final List<String> PARTS =
      List.of(
          "app",
          "settings",
          "stage",
          "spoken",
          "player",
          "plot",
          "lab",
          "network",
          "explain",
          "lesson",
          "predict",
          "present",
          "export",
          "grades",
          "code",
          "edit",
          "keep");

  private static final List<String> FONTS =
      List.of(
          "Pretendard-Regular.otf",
          "Pretendard-SemiBold.otf",
          "Pretendard-Bold.otf",
          "NanumGothicCoding.ttf",
          "NanumGothicCodingBold.ttf");

  /// The height of usual letters, in pixels.
  private static final double LETTERS = 14;

  private static final double ICON = 1.28;
  private static final double SMALL_ICON = 1.07;

  private static boolean fonts;

  private final double letters;
  private final double lines;

  /// @param letters by how much its letters are larger than usual
  /// @param lines by how much its lines are thicker than usual
  Theme(double letters, double lines) {
    this.letters = letters;
    this.lines = lines;
  }

  /// The theme of this name, as the command line writes it.
  public static Optional<Theme> named(String name) {
    return Stream.of(values()).filter(theme -> theme.id().equals(name)).findFirst();
  }

  /// Light or dark, as the system is.
  public static Theme of(ColorScheme scheme) {
    return scheme == ColorScheme.DARK ? DARK : LIGHT;
  }

  /// Loads the fonts, which have Korean letters where the system may have none, and the icons. It
  /// is done once, by whoever asks first, on any thread.
  public static synchronized void loadFonts() {
    if (fonts) {
      return;
    }
    for (String font : FONTS) {
      try (InputStream stream = Theme.class.getResourceAsStream("/fonts/" + font)) {
        if (stream == null || Font.loadFont(stream, 1) == null) {
          throw new IllegalStateException("cannot load the font " + font);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    // The first icon loads those of all.
    new FontIcon(MaterialDesignC.CHECK);
    fonts = true;
  }

  /// The theme's name.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// By how much its lines are thicker than usual.
  public double lines() {
    return lines;
  }

  /// By how much letters of this size are larger in it than usual.
  public double letters(TypeSize size) {
    return letters * size.factor();
  }

  /// The height of its letters, in pixels: what style sheets call an em.
  public double em(TypeSize size) {
    return LETTERS * letters(size);
  }

  /// Lays AtlantaFX under the whole program. The first control that is made without one loads
  /// JavaFX's own sheet, which takes a while.
  public void lay() {
    atlantafx.base.theme.Theme base = this == DARK ? new PrimerDark() : new PrimerLight();
    if (!base.getUserAgentStylesheet().equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(base.getUserAgentStylesheet());
    }
  }

  /// Dresses the scene in this theme, with letters of the usual size.
  public void dress(Scene scene) {
    dress(scene, TypeSize.USUAL);
  }

  /// Dresses the scene and what has popped up from it, and the whole program underneath, in this
  /// theme.
  public void dress(Scene scene, TypeSize size) {
    lay();
    List<String> own = JoinedSheet.of(this).map(List::of).orElseGet(this::sheets);
    List<String> sheets = Stream.concat(own.stream(), Stream.of(sizes(size))).toList();
    scene.getStylesheets().setAll(sheets);
    scene.getPreferences().setColorScheme(this == DARK ? ColorScheme.DARK : ColorScheme.LIGHT);
    // Whatever is styled before the next frame, and every pop-up, looks colours up in what is
    // around it, which must know them by then.
    scene.getRoot().applyCss();
    // A pop-up takes its owner's sheets only once, when it is shown.
    for (Window window : Window.getWindows()) {
      if (window instanceof PopupWindow popup && belongs(popup, scene)) {
        popup.getScene().getStylesheets().setAll(sheets);
      }
    }
  }

  private static boolean belongs(PopupWindow popup, Scene scene) {
    Window owner = popup.getOwnerWindow();
    return owner instanceof PopupWindow below
        ? belongs(below, scene)
        : owner != null && scene.equals(owner.getScene());
  }

  // Ikonli measures an em of its icons by the icons themselves, so these cannot be in a sheet.
  private String sizes(TypeSize size) {
    double em = em(size);
    String css =
        String.format(
            Locale.ROOT,
            """
            .root { -fx-font-size: %.2fpx; }
            .ikonli-font-icon { -fx-icon-size: %.1fpx; }
            .small-icon, .step-button .ikonli-font-icon { -fx-icon-size: %.1fpx; }
            """,
            em,
            em * ICON,
            em * SMALL_ICON);
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }

  /// The addresses of its sheets as they are written, in the order in which they count.
  List<String> sheets() {
    return Stream.concat(Stream.of(id()), PARTS.stream()).map(Theme::address).toList();
  }

  private static String address(String name) {
    return String.valueOf(Theme.class.getResource("/css/" + name + ".css"));
  }
}
