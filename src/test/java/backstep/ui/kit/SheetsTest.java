package backstep.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.testing.Sheet;
import backstep.testing.Sheet.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The style sheets")
class SheetsTest {
  private static final List<String> ALL =
      Stream.concat(Theme.PARTS.stream(), Stream.of(Theme.values()).map(Theme::id)).toList();

  private static final Pattern IN_PIXELS = Pattern.compile("\\d(px)?\\s*$");
  private static final Pattern LOOKED_UP = Pattern.compile("-fx-[a-z-]+");

  @Test
  @DisplayName("leave the size of letters to the learner")
  void sizes() {
    assertThat(rulesOf(ALL))
        .filteredOn(rule -> !isOfGraph(rule))
        .filteredOn(rule -> rule.value("-fx-font-size").filter(IN_PIXELS.asPredicate()).isPresent())
        .isEmpty();
  }

  @Test
  @DisplayName("leave the size of icons to the theme, for Ikonli takes an em of them for their own")
  void icons() {
    assertThat(rulesOf(ALL))
        .filteredOn(rule -> rule.value("-fx-icon-size").isPresent())
        .filteredOn(
            rule -> !isOfGraph(rule) || rule.value("-fx-icon-size").orElseThrow().contains("em"))
        .isEmpty();
  }

  @Test
  @DisplayName("define every colour that ControlsFX looks up in JavaFX's own theme")
  void controlsFx() throws IOException {
    String root =
        rulesOf(List.of("app")).stream()
            .filter(rule -> rule.selector().equals(".root"))
            .map(Rule::declarations)
            .collect(Collectors.joining());
    Set<String> wanted = new TreeSet<>();
    for (String sheet : controlsFxSheets()) {
      Sheet.of(sheet).rules().stream()
          .flatMap(rule -> Stream.of(rule.declarations().split(";")))
          .filter(declaration -> declaration.contains(":"))
          .map(declaration -> declaration.substring(declaration.indexOf(':')))
          .flatMap(value -> LOOKED_UP.matcher(value).results().map(found -> found.group()))
          .forEach(wanted::add);
    }
    assertThat(wanted).contains("-fx-text-base-color", "-fx-outer-border");
    assertThat(wanted).filteredOn(colour -> !root.contains(colour + ":")).isEmpty();
  }

  // What stands in the graph is scaled with it.
  private static boolean isOfGraph(Rule rule) {
    return Sheet.named("stage").rules().contains(rule);
  }

  private static List<Rule> rulesOf(List<String> sheets) {
    return sheets.stream().flatMap(name -> Sheet.named(name).rules().stream()).toList();
  }

  private static List<String> controlsFxSheets() throws IOException {
    URI jar =
        URI.create(
            PopOver.class.getProtectionDomain().getCodeSource().getLocation().toExternalForm());
    try (FileSystem files = FileSystems.newFileSystem(Path.of(jar));
        Stream<Path> all = Files.walk(files.getPath("/org/controlsfx/control"), 1)) {
      List<String> texts = new ArrayList<>();
      for (Path path : all.filter(file -> file.toString().endsWith(".css")).toList()) {
        try (InputStream stream = Files.newInputStream(path)) {
          texts.add(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      return texts;
    }
  }
}
