package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.lesson.Lesson;
import backstep.ui.kit.Background;
import backstep.ui.kit.Messages;
import backstep.ui.kit.OnScreen;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import backstep.words.Numbers;
import backstep.words.Numbers.Powers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(OnScreen.class)
@DisplayName("The choice of how numbers are written")
class NumbersFollowTest {
  private static final Numbers OTHER = new Numbers(6, Powers.SELDOM);

  /// A window in a moment of a lesson.
  private static final class Opened {
    private final SettingsModel settings;
    private final Workbench bench = new Workbench(Background.direct());
    private final Scene scene;

    Opened(String lesson, Numbers numbers) {
      settings =
          SettingsModel.passing(
              Settings.USUAL.withStillness(Optional.of(true)).withNumbers(numbers));
      scene = new Scene(new Shell(bench, new Messages(Locale.ENGLISH), settings), 1440, 900);
      bench.open(lesson);
      bench.player.seek(bench.player.getState().session().orElseThrow().trace().steps().size() / 2);
      bench.network.await();
    }

    List<String> read() {
      scene.snapshot(null);
      scene.snapshot(null);
      scene.snapshot(null);
      return LaidOut.seen(scene.getRoot())
          .flatMap(node -> Stream.of(text(node), Objects.toString(node.getAccessibleText(), "")))
          .filter(text -> !text.isBlank())
          .toList();
    }

    private static String text(Node node) {
      return switch (node) {
        case Labeled labeled -> Objects.toString(labeled.getText(), "");
        case Text text -> text.getText();
        case TextInputControl field -> field.getText();
        default -> "";
      };
    }
  }

  private static Stream<String> lessons() {
    return new Workbench(Background.direct()).lessons.lessons().stream().map(Lesson::id);
  }

  @ParameterizedTest
  @MethodSource("lessons")
  @DisplayName("holds at once for all that is written and told in a lesson")
  void atOnce(String lesson) {
    List<String> live =
        OnScreen.now(() -> {
          Opened opened = new Opened(lesson, Numbers.USUAL);
          opened.read();
          opened.settings.setNumbers(OTHER);
          return opened.read();
        });
    List<String> fresh = OnScreen.now(() -> new Opened(lesson, OTHER).read());
    assertThat(without(live, fresh)).isEmpty();
    assertThat(without(fresh, live)).isEmpty();
  }

  private static List<String> without(List<String> texts, List<String> others) {
    List<String> left = new ArrayList<>(texts);
    others.forEach(left::remove);
    return left;
  }
}
