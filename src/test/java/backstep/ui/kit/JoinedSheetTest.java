package backstep.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Declaration;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The joined sheet")
class JoinedSheetTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  @DisplayName("says what the sheets of the theme say, in their order")
  void says(Theme theme) throws IOException {
    Path file = folder.resolve("joined.bss");
    JoinedSheet.write(theme, file);
    Stylesheet joined = Stylesheet.loadBinary(file.toUri().toURL());
    List<String> rules = rules(theme).map(JoinedSheetTest::text).toList();
    assertThat(rules).hasSizeGreaterThan(300);
    assertThat(joined.getRules().stream().map(JoinedSheetTest::text)).isEqualTo(rules);
  }

  @Test
  @DisplayName("is the same to the last byte each time")
  void reproducible() throws IOException {
    Path file = folder.resolve("joined.bss");
    JoinedSheet.write(Theme.DARK, file);
    byte[] first = Files.readAllBytes(file);
    JoinedSheet.write(Theme.DARK, file);
    assertThat(file).hasBinaryContent(first);
  }

  // Of each sheet by itself.
  private Stream<Rule> rules(Theme theme) throws IOException {
    Stream.Builder<Rule> rules = Stream.builder();
    for (String sheet : theme.sheets()) {
      File text = new File(URI.create(sheet));
      Path file = folder.resolve("part.bss");
      Stylesheet.convertToBinary(text, file.toFile());
      Stylesheet.loadBinary(file.toUri().toURL()).getRules().forEach(rules::add);
    }
    return rules.build();
  }

  private static String text(Rule rule) {
    return rule.getSelectors()
        + rule.getDeclarations().stream().map(JoinedSheetTest::text).toList().toString();
  }

  private static String text(Declaration declaration) {
    return declaration.getProperty()
        + ": "
        + declaration.getParsedValue()
        + (declaration.isImportant() ? " !" : "");
  }
}
