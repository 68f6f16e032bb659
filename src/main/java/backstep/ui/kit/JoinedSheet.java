package backstep.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.css.Stylesheet;

/// The sheets of a theme in one, in JavaFX's binary form. JavaFX compares each part of a window
/// with each sheet, and has to read their texts before that; so where the program is packed, this
/// takes their place.
public final class JoinedSheet {

  private JoinedSheet() {}

  /// Its address. None where the program is not packed: there the sheets are as they are written.
  static Optional<String> of(Theme theme) {
    return Optional.ofNullable(JoinedSheet.class.getResource("/css/" + name(theme)))
        .map(URL::toString);
  }

  /// Writes that of each theme.
  ///
  /// @param arguments the folder where they are put
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (Theme theme : Theme.values()) {
      write(theme, folder.resolve(name(theme)));
    }
  }

  static void write(Theme theme, Path file) throws IOException {
    Path text = Files.createTempFile("sheet", ".css");
    try {
      StringBuilder joined = new StringBuilder();
      for (String sheet : theme.sheets()) {
        joined.append(text(sheet)).append('\n');
      }
      Files.writeString(text, joined);
      Stylesheet.convertToBinary(text.toFile(), file.toFile());
    } finally {
      Files.delete(text);
    }
  }

  private static String text(String sheet) throws IOException {
    try (InputStream in = URI.create(sheet).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String name(Theme theme) {
    return theme.id() + "-joined.bss";
  }
}
