package backstep.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.trace.Step;
import backstep.ui.kit.Background;
import backstep.ui.kit.Messages;
import backstep.ui.kit.OnScreen;
import backstep.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OnScreen.class)
@DisplayName("The bar's room")
class PlayerLayoutTest {
  private static final double USUAL_LETTERS = 14;
  private static final double SLACK = 0.5;

  private final PlayerModel player = new PlayerModel(Background.direct());

  private PlayerView shown(String program, String language, Theme theme, int width, int percent) {
    PlayerView view = new PlayerView(player, new Messages(Locale.of(language)));
    BorderPane shell = new BorderPane();
    shell.getStyleClass().add("shell");
    shell.pseudoClassStateChanged(PseudoClass.getPseudoClass("compact"), width < 1280);
    shell.setStyle("-fx-font-size: " + USUAL_LETTERS * percent / 100 + "px");
    shell.setBottom(view);
    Scene scene = new Scene(shell, width, 600);
    theme.dress(scene);
    player.setNames(step -> step instanceof Step.Update ? "guess" : "target_number - guess");
    player.load(Runs.start(program), Runs.CLOSED);
    player.toEndOfIteration(48);
    // A first pass finds out about sizes.
    scene.snapshot(null);
    scene.snapshot(null);
    return view;
  }

  @ParameterizedTest
  @CsvSource({
    "1920, 100", "1440, 80", "1440, 100", "1440, 150", "1440, 200", "1440, 250", "1024, 80",
    "1024, 100", "1024, 125", "1024, 150", "1024, 200", "1024, 250", "900, 100", "900, 200",
    "900, 250"
  })
  @DisplayName("holds every part whole, one beside another, whatever the width and the letters")
  void whole(int width, int percent) {
    List<String> wrong =
        OnScreen.now(() -> {
          List<String> found = new ArrayList<>();
          for (String language : List.of("en", "ko")) {
            for (String program : List.of(Runs.CHAIN, Runs.GUESS)) {
              PlayerView view = shown(program, language, Theme.LIGHT, width, percent);
              wrong(view).forEach(what -> found.add(language + ": " + what));
            }
          }
          return found;
        });
    assertThat(wrong).isEmpty();
  }

  private static List<String> wrong(PlayerView view) {
    List<String> wrong = new ArrayList<>();
    Bounds all = view.localToScene(view.getLayoutBounds());
    List<Region> parts = parts(view);
    for (int i = 0; i < parts.size(); i++) {
      Bounds part = place(parts.get(i));
      if (part.getMinX() < all.getMinX() - SLACK
          || part.getMaxX() > all.getMaxX() + SLACK
          || part.getMinY() < all.getMinY() - SLACK
          || part.getMaxY() > all.getMaxY() + SLACK) {
        wrong.add(parts.get(i).getId() + " is outside: " + part);
      }
      for (Region other : parts.subList(i + 1, parts.size())) {
        if (meet(part, place(other))) {
          wrong.add(parts.get(i).getId() + " meets " + other.getId());
        }
      }
    }
    labels(view)
        .filter(label -> shortened(label))
        .forEach(label -> wrong.add("shortened: " + label.getText()));
    List<Labeled> names =
        labels(view).filter(l -> l.getStyleClass().contains("track-label")).toList();
    for (int i = 1; i < names.size(); i++) {
      if (meet(place(names.get(i - 1)), place(names.get(i)))) {
        wrong.add("labels meet: " + names.get(i).getText());
      }
    }
    if (names.size() < 2) {
      wrong.add("names of phases: " + names.size());
    }
    return wrong;
  }

  private static List<Region> parts(PlayerView view) {
    return Stream.concat(
            view.lookupAll(".bar-button").stream(), view.lookupAll("#timeline").stream())
        .filter(PlayerLayoutTest::isShown)
        .map(Region.class::cast)
        .toList();
  }

  private static Stream<Labeled> labels(Parent view) {
    return view.lookupAll(".label").stream()
        .filter(PlayerLayoutTest::isShown)
        .filter(Labeled.class::isInstance)
        .map(Labeled.class::cast);
  }

  private static boolean isShown(Node node) {
    return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
  }

  private static Bounds place(Region part) {
    return part.localToScene(part.getLayoutBounds());
  }

  private static boolean meet(Bounds a, Bounds b) {
    return a.getMinX() < b.getMaxX() - SLACK
        && b.getMinX() < a.getMaxX() - SLACK
        && a.getMinY() < b.getMaxY() - SLACK
        && b.getMinY() < a.getMaxY() - SLACK;
  }

  private static boolean shortened(Labeled label) {
    return label.getChildrenUnmodifiable().stream()
        .filter(Text.class::isInstance)
        .anyMatch(text -> !((Text) text).getText().equals(label.getText()));
  }

  @Test
  @DisplayName(
      "is shared out: keys go first, then long words, and then the timeline has its own row")
  void lessAndLess() {
    List<Double> heights = new ArrayList<>();
    List<List<String>> words = new ArrayList<>();
    for (int width : new int[] {1440, 1130, 1050, 640}) {
      OnScreen.now(() -> {
        PlayerView view = shown(Runs.CHAIN, "en", Theme.LIGHT, width, 100);
        heights.add(view.getHeight());
        return words.add(
            labels((Parent) view.lookup("#step-forward")).map(Labeled::getText).toList());
      });
    }
    assertThat(words.get(0)).containsExactly("Step forward", "F");
    assertThat(words.get(1)).containsExactly("Step forward");
    assertThat(words.get(2)).containsExactly("Forward");
    assertThat(heights.get(2)).isEqualTo(heights.get(1));
    assertThat(heights.get(3)).isGreaterThan(heights.get(2) + 30);
  }
}
