package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.ui.LaidOut.Moment;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.MathView;
import backstep.ui.kit.OnScreen;
import backstep.ui.kit.Theme;
import backstep.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OnScreen.class)
@DisplayName("Letters of every size")
class TypeSizeTest {
  private static final double WIDTH = 980;
  private static final double HEIGHT = 700;

  @Test
  @DisplayName("are twice as large at 200 %, all of them")
  void grow() {
    Map<String, Double> usual = OnScreen.now(() -> sizes(100));
    Map<String, Double> twice = OnScreen.now(() -> sizes(200));
    // Ticks of an axis and lines of code differ with the room there is.
    usual.keySet().retainAll(twice.keySet());
    usual.keySet().removeIf(text -> text.endsWith("%"));
    assertThat(usual).hasSizeGreaterThan(100);
    usual.forEach((text, size) ->
        // JavaFX rounds the sizes of letters to pixels.
        assertThat(twice.get(text)).as(text).isCloseTo(2 * size, within(1.1)));
  }

  // Wide enough for the same things to be there.
  private static Map<String, Double> sizes(int percent) {
    LaidOut laidOut = LaidOut.in(Locale.ENGLISH, Theme.LIGHT, percent);
    double factor = percent / 100.0;
    return Stream.of(
            laidOut.window(Moment.BACKWARD, 1440 * factor, 900 * factor),
            laidOut.window(Moment.GUESSING, 1440 * factor, 900 * factor),
            laidOut.window(Moment.NETWORK, 1440 * factor, 900 * factor),
            laidOut.problem(1440 * factor, 900 * factor),
            laidOut.settingsSheet(),
            laidOut.keySheet(60))
        .flatMap(LaidOut::seen)
        .filter(node -> !Fit.isInGraph(node))
        .flatMap(node ->
            switch (node) {
              case Text text when !text.getText().isBlank() ->
                  Stream.of(Map.entry(text.getText(), text.getFont().getSize()));
              case MathView formula ->
                  Stream.of(Map.entry(formula.portableLatex(), formula.sizeProperty().get()));
              default -> Stream.<Map.Entry<String, Double>>empty();
            })
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Math::max));
  }

  @ParameterizedTest
  @CsvSource({
    "en, 80", "en, 100", "en, 125", "en, 150", "en, 200", "en, 250", "ko, 80", "ko, 100", "ko, 125",
    "ko, 150", "ko, 200", "ko, 250"
  })
  @DisplayName("are nowhere cut off and never on one another")
  void fit(Locale language, int percent) {
    LaidOut laidOut = LaidOut.in(language, Theme.LIGHT, percent);
    List<String> wrong =
        OnScreen.now(() ->
            Stream.of(
                    laidOut.window(Moment.BACKWARD, WIDTH, HEIGHT),
                    laidOut.window(Moment.GUESSING, WIDTH, HEIGHT),
                    laidOut.window(Moment.MEASURING, WIDTH, HEIGHT),
                    laidOut.window(Moment.NETWORK, WIDTH, HEIGHT),
                    laidOut.grades(false, WIDTH, HEIGHT),
                    laidOut.problem(WIDTH, HEIGHT))
                .flatMap(Fit::judge)
                .distinct()
                .toList());
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en, LIGHT, 100, top-bar",
    "en, LIGHT, 200, top-bar",
    "ko, LIGHT, 200, top-bar",
    "en, LIGHT, 100, controls-header",
    "ko, LIGHT, 100, controls-header",
    "en, PROJECTOR, 100, controls-header",
    "ko, PROJECTOR, 100, controls-header"
  })
  @DisplayName("leave a bar in one row at 1440 x 900")
  void oneRow(Locale language, Theme theme, int percent, String bar) {
    LaidOut laidOut = LaidOut.in(language, theme, percent);
    // The first has forms to choose from, the second its controls beside a chart.
    String lesson = bar.equals("top-bar") ? "04-two-layers" : "01-square";
    List<Double> middles =
        OnScreen.now(() ->
            laidOut
                .window(new Moment(lesson, 0, 1), 1440, 900)
                .getRoot()
                .lookupAll("." + bar)
                .stream()
                .filter(FlowBar.class::isInstance)
                .flatMap(node -> ((FlowBar) node).getChildren().stream())
                .filter(TypeSizeTest::isThere)
                // What goes to the next row together stands in a box of its own.
                .flatMap(
                    node -> node instanceof HBox box ? box.getChildren().stream() : Stream.of(node))
                .filter(TypeSizeTest::isThere)
                .map(node -> node.localToScene(node.getLayoutBounds()).getCenterY())
                .toList());
    assertThat(middles)
        .hasSizeGreaterThan(4)
        .allSatisfy(y -> assertThat(y).isCloseTo(middles.getFirst(), within(4.0)));
  }

  private static boolean isThere(Node node) {
    return node.isManaged() && node.isVisible();
  }

  @ParameterizedTest
  @CsvSource({"en, LIGHT", "en, PROJECTOR", "ko, LIGHT", "ko, PROJECTOR"})
  @DisplayName("leave the heading of a listing in one line beside its buttons")
  void heading(Locale language, Theme theme) {
    LaidOut laidOut = LaidOut.in(language, theme, 100);
    for (String words : List.of("code.forward", "code.backward", "code.own", "code.update")) {
      double[] heights =
          OnScreen.now(() -> {
            Scene window = laidOut.window(Moment.BACKWARD, 1440, 900);
            Label heading = (Label) window.getRoot().lookup(".code-top > .code-heading");
            double width = heading.getWidth();
            heading.setText(Words.of(language).text(words));
            return new double[] {heading.prefHeight(width), heading.prefHeight(10 * width)};
          });
      assertThat(heights[0]).as(words).isEqualTo(heights[1]);
    }
  }
}
