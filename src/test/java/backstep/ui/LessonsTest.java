package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.Background;
import backstep.ui.lesson.LessonModel;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@DisplayName("A lesson in the window")
class LessonsTest {
  private final SettingsModel settings =
      SettingsModel.passing(Settings.USUAL.withStillness(Optional.of(true)));
  private Window window;

  @Start
  void open(Stage stage) {
    window = Window.open(stage, Locale.ENGLISH, settings, Background.direct());
  }

  private LessonModel lessons() {
    return window.bench().lessons;
  }

  private String program() {
    return window.bench().program.getState().drafts().present().text();
  }

  private void choose(String variant) {
    window.robot().interact(() -> ((ToggleButton) window.find("#variant-" + variant)).fire());
  }

  @Test
  @DisplayName("says at a variable's step what the page says of it")
  void narrates() {
    assertThat(window.isShown("#narration")).isFalse();
    window.press(KeyCode.F);
    assertThat(window.isShown("#narration")).isFalse();
    window.press(KeyCode.F);
    assertThat(window.isShown("#narration")).isTrue();
    assertThat(window.find("#narration .prose").getAccessibleText())
        .startsWith("The first layer: each row of W1");
    window.robot().interact(() -> window.speak(Locale.KOREAN));
    assertThat(window.find("#narration .prose").getAccessibleText()).startsWith("첫째 층입니다.");
  }

  @Test
  @DisplayName("keeps for each form of its program what the learner made of it")
  void variants() {
    window.robot().interact(() -> window.bench().program.set("learning_rate", 0.5, false));
    assertThat(program()).contains("learning_rate = 0.5");
    choose("notebook");
    assertThat(lessons().variantProperty().get()).isEqualTo("notebook");
    assertThat(program()).contains("(y - r) ** 2").contains("learning_rate = .01");
    choose("program");
    assertThat(program()).contains("(y - r2) ** 2").contains("learning_rate = 0.5");
    window.robot().interact(() -> window.bench().program.undo());
    assertThat(program()).contains("learning_rate = .01");
    window.openLesson("01-square", "x");
    assertThat(window.isShown("#variant-notebook")).isFalse();
  }

  @Test
  @DisplayName("is done when its end is reached and its questions are answered, and that is kept")
  void done() {
    window.press(KeyCode.END);
    assertThat(window.text("#questions-heading")).isEqualTo("Question 1 of 5");
    assertThat(settings.getSettings().done()).containsExactly("04-two-layers/end");
    window.fire("#question-answer-1");
    assertThat(window.text("#question-verdict")).isEqualTo("Not this one.");
    window.fire("#question-answer-2");
    assertThat(window.text("#question-verdict")).isEqualTo("Right.");
    window.fire("#question-next");
    answer("-0.146");
    window.fire("#question-next");
    window.fire("#question-answer-2");
    window.fire("#question-next");
    assertThat(window.isShown("#next-lesson")).isFalse();
    answer("-0.0584");
    window.fire("#question-next");
    window.fire("#question-look");
    assertThat(window.text("#question-verdict")).startsWith("The slip is in the form “As in the");
    choose("notebook");
    assertThat(window.isShown("#question-verdict")).as("was said of the other form").isFalse();
    window.fire("#question-look");
    assertThat(window.text("#question-verdict")).startsWith("Not yet: the update of W2");
    // Not before the backward pass has shown what the gradient is.
    assertThat(window.isShown("#amiss")).isFalse();
    window.onScreen(() -> {
      window.bench().player.toEnd();
      return true;
    });
    assertThat(window.isShown("#amiss")).isTrue();
    assertThat(window.onScreen(() -> ((Button) window.find("#amiss .amiss-note")).getText()))
        .endsWith("but the loss does not depend on W2.");
    window.fire("#amiss .amiss-note");
    assertThat(window.text(".explain-heading")).isEqualTo("Update W2");
    List<String> slip = narration();
    write(program().replace("(y - r)", "(y - r2)"));
    assertThat(window.isShown("#amiss")).isFalse();
    assertThat(narration()).as("no longer speaks of the slip").doesNotContainAnyElementsOf(slip);
    assertThat(narration()).as("says what is right now").hasSize(2);
    assertThat(window.text("#question-verdict")).startsWith("Mended:");
    assertThat(settings.getSettings().done()).hasSize(6);
    assertThat(window.onScreen(() -> window.find("#lesson-04-two-layers").getAccessibleText()))
        .isEqualTo("Two layers, done");
    window.fire("#next-lesson");
    assertThat(lessons().openProperty().get().orElseThrow().id()).isEqualTo("05-numerical");
  }

  @Test
  @DisplayName("takes back what it said of a figure that is another one now")
  void otherFigure() {
    window.openLesson("01-square", "x");
    window.press(KeyCode.END);
    answer("6");
    window.robot().interact(() -> window.bench().program.set("x", -0.5, false));
    assertThat(window.isShown("#question-verdict")).isFalse();
    answer("-1");
  }

  @Test
  @DisplayName("shows every underscore of its code")
  void underscores() {
    window.openLesson("16-slip-hidden", "z");
    window.press(KeyCode.END);
    assertThat(window.text("#question-answer-1")).isEqualTo("d_W2 = d_y * r");
    assertThat(
            window.onScreen(() ->
                window.find("#lessons").getScene().getRoot().lookupAll(".button").stream()
                    .map(Button.class::cast)
                    .filter(button -> button.getText() != null && button.getText().contains("_"))
                    .filter(Button::isMnemonicParsing)
                    .map(Button::getText)
                    .toList()))
        .isEmpty();
  }

  private List<String> narration() {
    return window.onScreen(() ->
        window.find("#narration").lookupAll(".prose-paragraph").stream()
            .map(paragraph ->
                ((TextFlow) paragraph)
                    .getChildren().stream()
                        .map(part -> ((Text) part).getText())
                        .collect(Collectors.joining()))
            .toList());
  }

  private void write(String text) {
    window.robot().interact(() -> window.bench().program.write(text, false));
  }

  private void answer(String figure) {
    window.focus("#question-field");
    window.write(figure);
    window.press(KeyCode.ENTER);
    assertThat(window.text("#question-verdict")).isEqualTo("Right.");
  }
}
