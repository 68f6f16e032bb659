package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.ui.LaidOut.Moment;
import backstep.ui.kit.MathView;
import backstep.ui.kit.OnScreen;
import backstep.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OnScreen.class)
@DisplayName("Letters of every size")
class TypeSizeTest {
  /// What may be cut short, for all of it is said in its tooltip, or it is only a hint.
  private static final Set<String> MAY_END_EARLY =
      Set.of("lesson-title", "node-expression", "muted", "hand-in-words");

  /// Beyond these the rest is scrolled to, or panned.
  private static final Set<String> FRAMES = Set.of("viewport", "clipped-container", "table-view");

  /// Parts that are being built anew and look after themselves.
  private static final Set<String> APART = Set.of();

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
        .filter(node -> !isInGraph(node))
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
                .flatMap(TypeSizeTest::judge)
                .distinct()
                .toList());
    assertThat(wrong).isEmpty();
  }

  private static Stream<String> judge(Scene scene) {
    List<Labeled> labels =
        LaidOut.seen(scene)
            .filter(Labeled.class::isInstance)
            .map(Labeled.class::cast)
            .filter(labeled -> !isInGraph(labeled) && labeled.getText() != null)
            .filter(labeled -> labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY)
            .filter(labeled -> !labeled.getText().isBlank() && !isIn(labeled, APART))
            .toList();
    assertThat(labels).hasSizeGreaterThan(10);
    List<String> wrong = new ArrayList<>();
    for (Labeled one : labels) {
      if (endsEarly(one)) {
        wrong.add("cut short: " + one.getText());
      }
      beyond(one).forEach(wrong::add);
    }
    for (int i = 0; i < labels.size(); i++) {
      for (int j = i + 1; j < labels.size(); j++) {
        if (overlap(labels.get(i), labels.get(j))) {
          wrong.add(
              "on one another: %s, %s".formatted(labels.get(i).getText(), labels.get(j).getText()));
        }
      }
    }
    return wrong.stream();
  }

  // The camera scales the graph by itself.
  private static boolean isInGraph(Node node) {
    return Stream.iterate(node, Objects::nonNull, Node::getParent)
        .anyMatch(at -> !at.getTransforms().isEmpty());
  }

  private static boolean isIn(Node node, Set<String> parts) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.getStyleClass().stream().anyMatch(parts::contains)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsEarly(Labeled labeled) {
    return labeled.getStyleClass().stream().noneMatch(MAY_END_EARLY::contains)
        && !text(labeled).getText().equals(labeled.getText());
  }

  private static Text text(Labeled labeled) {
    return (Text) labeled.lookup(".text");
  }

  /// Where the text goes beyond something around it that would have to hold it.
  private static Stream<String> beyond(Labeled labeled) {
    Text text = text(labeled);
    Bounds bounds = text.localToScene(text.getLayoutBounds());
    for (Parent around = labeled.getParent(); around != null; around = around.getParent()) {
      Bounds room = around.localToScene(around.getLayoutBounds());
      boolean frame =
          isFrame(around) || (around.getParent() != null && isFrame(around.getParent()));
      boolean aside =
          bounds.getMinX() < room.getMinX() - 1 || bounds.getMaxX() > room.getMaxX() + 1;
      boolean above =
          bounds.getMinY() < room.getMinY() - 2 || bounds.getMaxY() > room.getMaxY() + 2;
      if (aside || (above && !frame)) {
        return Stream.of("%s goes beyond %s".formatted(labeled.getText(), around));
      }
      if (frame) {
        return Stream.empty();
      }
    }
    Scene scene = labeled.getScene();
    return bounds.getMaxX() > scene.getWidth() + 1 || bounds.getMaxY() > scene.getHeight() + 1
        ? Stream.of(labeled.getText() + " is beyond the window")
        : Stream.empty();
  }

  private static boolean overlap(Labeled one, Labeled other) {
    if (!frame(one).equals(frame(other)) || isPartOf(one, other) || isPartOf(other, one)) {
      return false;
    }
    Bounds first = text(one).localToScene(text(one).getLayoutBounds());
    Bounds second = text(other).localToScene(text(other).getLayoutBounds());
    double x =
        Math.min(first.getMaxX(), second.getMaxX()) - Math.max(first.getMinX(), second.getMinX());
    double y =
        Math.min(first.getMaxY(), second.getMaxY()) - Math.max(first.getMinY(), second.getMinY());
    // Lines of text may touch by the room that letters leave above and below.
    return x > 2 && y > 0.25 * Math.min(first.getHeight(), second.getHeight());
  }

  // As the text of a menu button is.
  private static boolean isPartOf(Node part, Node whole) {
    return Stream.iterate(part, Objects::nonNull, Node::getParent).anyMatch(whole::equals);
  }

  /// What it scrolls in; the scene's root, if in nothing.
  private static Node frame(Node node) {
    Node at = node;
    while (at.getParent() != null && !isFrame(at)) {
      at = at.getParent();
    }
    return at;
  }

  private static boolean isFrame(Node node) {
    return node.getStyleClass().stream().anyMatch(FRAMES::contains);
  }
}
