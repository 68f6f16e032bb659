package backstep.ui.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Node;
import backstep.trace.Cover;
import backstep.trace.Cover.Kind;
import backstep.trace.Session;
import backstep.ui.kit.Messages;
import backstep.ui.kit.OnScreen;
import backstep.ui.spoken.StepRow.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The figures are those of the two-layer network of the notebook.
@ExtendWith(OnScreen.class)
@DisplayName("The list of steps")
class StepListTest {
  private static final StepWords ENGLISH = new StepWords(new Messages(Locale.ENGLISH));

  private static List<StepRow> rows(Told told) {
    return IntStream.rangeClosed(0, told.session.trace().steps().size())
        .mapToObj(told.model::row)
        .flatMap(Optional::stream)
        .toList();
  }

  @Test
  @DisplayName("has a row for the start and for each step, in their order and phases")
  void all() {
    Told told = Told.lesson("04-two-layers");
    List<StepRow> rows = rows(told);
    assertThat(rows).hasSize(22);
    assertThat(rows.stream().map(StepRow::moment).distinct())
        .containsExactly(Moment.START, Moment.FORWARD, Moment.SEED, Moment.BACKWARD, Moment.UPDATE);
    assertThat(rows.subList(1, 22)).allMatch(StepRow::isAhead);
    assertThat(ENGLISH.row(rows.get(0)))
        .startsWith("The start, before all 21 steps. You are here. ")
        .contains("X, value [0.5 0.8], gradient not computed yet.");
    assertThat(ENGLISH.row(rows.get(2)))
        .isEqualTo(
            "Step 2 of 21, forward. z1, sum, value not computed yet, gradient not computed yet.");
  }

  @Test
  @DisplayName(
      "tells the step that begins the backward pass from the one that goes through the loss")
  void seed() {
    List<StepRow> both =
        rows(Told.lesson("04-two-layers")).stream()
            .filter(row -> row.moment() == Moment.SEED || row.moment() == Moment.BACKWARD)
            .limit(2)
            .toList();
    assertThat(both).extracting(StepRow::title).containsExactly("loss", "loss");
    assertThat(both).extracting(ENGLISH::part).doesNotHaveDuplicates();
    assertThat(ENGLISH.part(both.getFirst())).isEqualTo("begins");
  }

  @Test
  @DisplayName("says of each node what the graph says of it")
  void told() {
    Told told = Told.lesson("04-two-layers").at(16);
    List<StepRow> rows = rows(told);
    assertThat(ENGLISH.result(rows.get(2))).isEqualTo("z1 = [0.52 0.49]");
    assertThat(ENGLISH.row(rows.get(3)))
        .isEqualTo(
            "Step 3 of 21, forward. r1, ReLU, value [0.52 0.49], gradient [−0.073 −0.0876].");
    assertThat(ENGLISH.result(rows.get(16)))
        .isEqualTo("∂loss/∂r1 = [−0.073 −0.0876]; ∂loss/∂W2 = [[−0.0759] [−0.0715]]");
    assertThat(ENGLISH.row(rows.get(16)))
        .isEqualTo(
            "Step 16 of 21, backward. You are here. The gradient goes back through r1.dot(W2), dot"
                + " product. The gradient of r1 is [−0.073 −0.0876]. The gradient of W2 is"
                + " [[−0.0759] [−0.0715]]. r1.dot(W2), dot product, value 0.554, gradient −0.146.");
    assertThat(ENGLISH.result(rows.get(20))).isEqualTo("not computed yet");
    told.at(20);
    assertThat(ENGLISH.result(rows(told).get(20)))
        .isEqualTo("W2: [[0.5] [0.6]] → [[0.5008] [0.6007]]");
  }

  @Test
  @DisplayName("tells shares that add up one after the other, each as it was then")
  void shares() {
    Told told = Told.program("a = 3.0\nb = a * 2\nloss = b * a\n");
    told.at(told.session.trace().steps().size());
    List<String> gained =
        rows(told).stream()
            .filter(row -> row.moment() == Moment.BACKWARD)
            .map(ENGLISH::events)
            .flatMap(List::stream)
            .toList();
    // d loss/d a = b + 2 a = 6 + 6 = 12.
    assertThat(gained)
        .contains(
            "a receives a share, 6; its gradient is then 6 so far.",
            "a receives a share, 6; its gradient is then 12.");
  }

  @Test
  @DisplayName("never tells what is hidden")
  void hidden() {
    Told told = Told.lesson("04-two-layers").at(21, Cover.of(Set.of(Kind.VALUES, Kind.GRADIENTS)));
    List<String> heard = new ArrayList<>();
    rows(told)
        .forEach(row -> {
          heard.add(ENGLISH.result(row));
          heard.add(ENGLISH.row(row));
          heard.addAll(ENGLISH.events(row));
        });
    assertThat(String.join(" ", heard))
        .contains("hidden")
        .doesNotContain("0.52", "0.07", "0.146", "0.0107", "0.5008");
  }

  @Test
  @DisplayName("marks what is out of date and what is not finite")
  void marks() {
    Told told =
        Told.program(
            """
            import numpy as np
            a = np.array([-1.0, 1.0])
            b = np.array([1.0, 1.0])
            c = np.log(a)
            d = b * 2
            loss = (c * d).sum()
            """);
    told.at(1);
    assertThat(rows(told).get(1).isBroken()).isTrue();
    assertThat(ENGLISH.row(rows(told).get(1))).contains("[NaN 0] with NaN or ∞ in it");
    Node b = told.session.trace().graph().leaves().get(1);
    told.model.doubt(Optional.of(b));
    assertThat(
            rows(told).stream()
                .filter(row -> row.moment() == Moment.FORWARD && row.stale())
                .map(StepRow::title))
        .contains("d", "loss")
        .doesNotContain("c");
    assertThat(rows(told).get(1).stale()).isFalse();
  }

  @Test
  @DisplayName("has a closed call as one step")
  void folded() {
    Told told = Told.lesson("03-neuron");
    Session open = told.session;
    assertThat(rows(told)).hasSizeGreaterThan(5);
    assertThat(ENGLISH.row(rows(told).get(2))).doesNotContain("closed group");
    told.session = open.folded(backstep.ui.stage.ClosedCalls.AT_FIRST.in(told.run.origins()));
    told.at(0);
    assertThat(rows(told).size()).isLessThan(open.trace().steps().size());
    assertThat(rows(told).stream().map(ENGLISH::row))
        .anyMatch(row -> row.contains("r, closed group sigmoid of 4 ops"));
  }

  @Test
  @DisplayName("makes only the rows that are seen, and a step changes no other")
  void fewRows() {
    StringBuilder text = new StringBuilder("x = 1.5\n");
    IntStream.range(0, 500).forEach(i -> text.append("x = x * 1.001\n"));
    text.append("loss = x\n");
    Told told = Told.program(text.toString());
    OnScreen.now(() -> {
      StepListView view = new StepListView(told.model, new Messages(Locale.ENGLISH), () -> {});
      Scene scene = new Scene(view, 400, 500);
      told.model.listedProperty().set(true);
      scene.snapshot(null);
      @SuppressWarnings("unchecked")
      ListView<Integer> list = (ListView<Integer>) view.lookup("#steps");
      assertThat(list.getItems()).hasSize(1002);
      AtomicInteger rebuilt = new AtomicInteger();
      list.getItems().addListener((ListChangeListener<Integer>) _ -> rebuilt.incrementAndGet());
      AtomicInteger written = new AtomicInteger();
      view.lookupAll(".step-cell")
          .forEach(
              cell -> cell.accessibleTextProperty().subscribe((_, _) -> written.incrementAndGet()));
      assertThat(view.lookupAll(".step-cell")).hasSizeBetween(3, 60);
      told.at(1);
      told.at(2);
      assertThat(rebuilt).hasValue(0);
      // The row before, and the one where the learner stands now, each time.
      assertThat(written.get()).isBetween(3, 4);
      told.at(700);
      scene.snapshot(null);
      assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(700);
      assertThat(view.lookupAll(".step-cell").stream().map(cell -> ((StepCell) cell).getItem()))
          .contains(700);
      assertThat(view.lookupAll(".step-cell")).hasSizeLessThan(60);
      return true;
    });
  }

  @Test
  @DisplayName("is walked with the arrows, and Enter goes to a step")
  void keys() {
    Told told = Told.lesson("04-two-layers");
    List<Integer> chosen = new ArrayList<>();
    told.model.setOnChosen(chosen::add);
    OnScreen.now(() -> {
      StepListView view = new StepListView(told.model, new Messages(Locale.ENGLISH), () -> {});
      Scene scene = new Scene(view, 400, 500);
      told.model.listedProperty().set(true);
      scene.snapshot(null);
      press(view, KeyCode.DOWN);
      press(view, KeyCode.DOWN);
      press(view, KeyCode.UP);
      press(view, KeyCode.DOWN);
      press(view, KeyCode.ENTER);
      return true;
    });
    assertThat(chosen).containsExactly(2);
  }

  private static void press(StepListView view, KeyCode code) {
    view.lookup("#steps")
        .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  @Test
  @DisplayName("follows the language")
  void language() {
    Told told = Told.lesson("04-two-layers").at(2);
    assertThat(new StepWords(new Messages(Locale.KOREAN)).row(told.model.row(2).orElseThrow()))
        .isEqualTo("21단계 중 2단계, 순전파. 지금 여기입니다. z1, 덧셈, 값 [0.52 0.49], 기울기 아직 계산 전.");
  }
}
