package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.testing.Contrast;
import backstep.ui.LaidOut.Moment;
import backstep.ui.kit.OnScreen;
import backstep.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(OnScreen.class)
@DisplayName("Text")
class ReadableTest {
  @ParameterizedTest
  @EnumSource
  @DisplayName("stands out from what is behind it, in every theme")
  void contrast(Theme theme) {
    LaidOut english = LaidOut.in(Locale.ENGLISH, theme, 100);
    List<String> pale =
        OnScreen.now(() ->
            Stream.of(
                    english.window(Moment.BACKWARD, 1440, 900),
                    english.window(Moment.GUESSING, 1440, 900),
                    english.window(Moment.MEASURING, 1440, 900),
                    english.window(Moment.NETWORK, 1440, 900),
                    english.grades(false, 1240, 820),
                    english.problem(1440, 900),
                    english.settingsSheet(),
                    english.keySheet(60))
                .flatMap(ReadableTest::texts)
                .map(ReadableTest::judge)
                .filter(said -> !said.isEmpty())
                .distinct()
                .toList());
    assertThat(pale).isEmpty();
  }

  private static Stream<Text> texts(Scene scene) {
    List<Text> texts =
        LaidOut.seen(scene)
            .filter(Text.class::isInstance)
            .map(Text.class::cast)
            .filter(text -> !text.getText().isBlank() && !text.isDisabled())
            .toList();
    assertThat(texts).hasSizeGreaterThan(10);
    return texts.stream();
  }

  /// What is wrong with it, if anything is.
  private static String judge(Text text) {
    Color ground = ground(text.getParent());
    double contrast = Contrast.of(over((Color) text.getFill(), opacity(text), ground), ground);
    return contrast >= Contrast.ENOUGH
        ? ""
        : "%s (%s) has %.2f on %s".formatted(text.getText(), name(text), contrast, ground);
  }

  private static String name(Node node) {
    return node.getParent() instanceof Labeled labeled
        ? labeled.getStyleClass().toString()
        : node.getStyleClass().toString();
  }

  private static double opacity(Node node) {
    double opacity = 1;
    for (Node at = node; at != null; at = at.getParent()) {
      opacity *= at.getOpacity();
    }
    return opacity;
  }

  /// The colours behind a node, laid over one another.
  private static Color ground(Node from) {
    List<Color> layers = new ArrayList<>();
    for (Node at = from; at != null; at = at.getParent()) {
      if (at instanceof Region region && region.getBackground() != null) {
        for (BackgroundFill fill : region.getBackground().getFills().reversed()) {
          Paint paint = fill.getFill();
          if (paint instanceof Color color) {
            layers.add(color);
          }
        }
      }
    }
    Color ground = Color.WHITE;
    for (Color layer : layers.reversed()) {
      ground = over(layer, 1, ground);
    }
    return ground;
  }

  private static Color over(Color color, double opacity, Color ground) {
    double part = color.getOpacity() * opacity;
    return ground.interpolate(Color.color(color.getRed(), color.getGreen(), color.getBlue()), part);
  }
}
