package backstep.cli;

import backstep.words.Words;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The texts of `--help` in the language spoken; picocli asks for them by its own keys.
final class HelpWords extends ResourceBundle {
  private static final String PREFIX = "cli.help.";

  private final Words words;

  HelpWords(Words words) {
    this.words = words;
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return words.has(PREFIX + key) ? words.text(PREFIX + key) : null;
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(
        words.keys().stream()
            .filter(key -> key.startsWith(PREFIX))
            .map(key -> key.substring(PREFIX.length()))
            .toList());
  }
}
