package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.lesson.Lesson;
import backstep.ui.LaidOut.Moment;
import backstep.ui.kit.Background;
import backstep.ui.kit.OnScreen;
import backstep.ui.kit.Theme;
import backstep.words.Pseudo;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(OnScreen.class)
@DisplayName("In a language with longer words")
class PseudoTest {
  private static final LaidOut PSEUDO = LaidOut.in(Locale.ENGLISH, Pseudo::words, Theme.LIGHT, 100);

  /// What is in no bundle: programs, what they compute and print, and the lessons' own pages.
  private static final Set<String> OTHER_WORDS =
      Set.of(
          "code-cell",
          "code-paper",
          "code-field",
          "graph-node",
          "group-frame",
          "wire-factor",
          "sum-note",
          "explain-equations",
          "prose",
          "question-body",
          "next-lesson",
          "lesson-entry",
          "lesson-title",
          "variants",
          "control-row",
          "output-text",
          "printed-table",
          "formula",
          "key-cap");

  /// Names in the lessons' programs, where they stand alone: in tables, and as labels of a curve.
  private static final Set<String> NAMES = Set.of("loss", "guess", "sigmoid");

  private static Stream<String> lessons() {
    return new Workbench(Background.direct()).lessons.lessons().stream().map(Lesson::id);
  }

  @ParameterizedTest
  @MethodSource("lessons")
  @DisplayName("all of a lesson has room, and comes from the bundles")
  void lesson(String id) {
    Moment middle = new Moment(id, 0, 6);
    assertThat(OnScreen.now(() -> judge(PSEUDO.window(middle, 1440, 900)))).isEmpty();
    assertThat(OnScreen.now(() -> judge(PSEUDO.window(middle, 980, 720)))).isEmpty();
  }

  /// What can be done in the window, and shows parts that are not seen else.
  record Deed(String name, Consumer<Workbench> deed) {
    @Override
    public String toString() {
      return name;
    }
  }

  @SuppressWarnings("unused") // named in @FieldSource
  private static final List<Deed> deeds =
      List.of(
          new Deed("editing", bench -> bench.editor.toggle()),
          new Deed("practising", bench -> bench.practice.toggle()),
          new Deed("predicting", PseudoTest::predict),
          new Deed("hiding", bench -> bench.cover.next()));

  private static void predict(Workbench bench) {
    bench.predict.begin(true);
    bench.player.next();
  }

  @ParameterizedTest
  @FieldSource("deeds")
  @DisplayName("all that can be opened has room, and comes from the bundles")
  void deed(Deed deed) {
    for (Moment moment : List.of(Moment.BACKWARD, Moment.GUESSING)) {
      assertThat(OnScreen.now(() -> judge(PSEUDO.window(moment, 1440, 900, deed.deed)))).isEmpty();
      assertThat(OnScreen.now(() -> judge(PSEUDO.window(moment, 980, 720, deed.deed)))).isEmpty();
    }
  }

  private static List<String> judge(Scene scene) {
    return Stream.concat(
            Fit.judge(scene),
            LaidOut.seen(scene)
                .filter(node -> !isOther(node))
                .flatMap(PseudoTest::said)
                .filter(PseudoTest::isForeign)
                .map(text -> "in no bundle: " + text))
        .distinct()
        .toList();
  }

  // ---- Words

  private static Stream<String> said(Node node) {
    Stream<String> written =
        switch (node) {
          case MenuButton button ->
              Stream.concat(
                  Stream.ofNullable(button.getText()),
                  button.getItems().stream().map(MenuItem::getText));
          case Labeled labeled -> Stream.ofNullable(labeled.getText());
          case Text text -> Stream.of(text.getText());
          default -> Stream.empty();
        };
    Stream<String> tip =
        node instanceof Control control
            ? Window.tip(control).map(Tooltip::getText).stream()
            : Stream.empty();
    return Stream.of(
            written, tip, Stream.of(node.getAccessibleText()), Stream.of(node.getAccessibleHelp()))
        .flatMap(texts -> texts)
        .filter(Objects::nonNull);
  }

  // With a word in it: three letters or more that follow one another.
  private static boolean isForeign(String text) {
    return !Pseudo.isOf(text) && !NAMES.contains(text) && text.matches("(?s).*\\p{L}{3,}.*");
  }

  private static boolean isOther(Node node) {
    return Stream.iterate(node, Objects::nonNull, Node::getParent)
        .flatMap(at -> at.getStyleClass().stream())
        .anyMatch(OTHER_WORDS::contains);
  }
}
