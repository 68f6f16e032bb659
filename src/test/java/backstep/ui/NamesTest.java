package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.LaidOut.Moment;
import backstep.ui.kit.OnScreen;
import backstep.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnScreen.class)
@DisplayName("What the keyboard reaches")
class NamesTest {
  /// Each language is written in itself, and mathematics in none.
  private static final List<String> THE_SAME =
      List.of("English", "한국어", "XOR", "tanh", "ReLU", "sigmoid", "SGD", "Adam");

  /// How fast steps go.
  private static final Pattern TIMES = Pattern.compile("[0-9.]+×");

  private record Named(String what, String name) {}

  @Test
  @DisplayName("has a name in both languages, for who does not see it")
  void named() {
    List<Named> english = OnScreen.now(() -> all(Locale.ENGLISH));
    List<Named> korean = OnScreen.now(() -> all(Locale.KOREAN));
    assertThat(english).hasSizeGreaterThan(40);
    assertThat(english).filteredOn(named -> named.name.isBlank()).isEmpty();
    assertThat(korean).filteredOn(named -> named.name.isBlank()).isEmpty();
    assertThat(korean.stream().map(Named::what))
        .isEqualTo(english.stream().map(Named::what).toList());
    List<Named> same = new ArrayList<>(english);
    same.retainAll(korean);
    assertThat(same)
        .filteredOn(named -> !THE_SAME.contains(named.name))
        .filteredOn(named -> !TIMES.matcher(named.name).matches())
        .isEmpty();
  }

  private static List<Named> all(Locale language) {
    LaidOut laidOut = LaidOut.in(language, Theme.LIGHT, 100);
    return Stream.of(
            laidOut.window(Moment.BACKWARD, 1440, 900),
            laidOut.window(Moment.GUESSING, 1440, 900),
            laidOut.window(Moment.MEASURING, 1440, 900),
            laidOut.window(Moment.NETWORK, 1440, 900),
            // Here the lessons are behind a button, and everything scrolls.
            laidOut.window(Moment.GUESSING, 500, 500),
            laidOut.grades(true, 1240, 820),
            laidOut.settingsSheet(),
            laidOut.keySheet(60))
        .flatMap(NamesTest::focusable)
        .map(node -> new Named(what(node), name(node)))
        .toList();
  }

  private static Stream<Node> focusable(Scene scene) {
    return LaidOut.seen(scene).filter(Node::isFocusTraversable);
  }

  private static String what(Node node) {
    return Optional.ofNullable(node.getId())
        .orElseGet(() -> node.getClass().getSimpleName() + " " + node.getStyleClass());
  }

  // A tooltip is a help, not a name.
  private static String name(Node node) {
    String said = Optional.ofNullable(node.getAccessibleText()).orElse("");
    return said.isEmpty() && node instanceof Labeled labeled
        ? Optional.ofNullable(labeled.getText()).orElse("")
        : said;
  }
}
