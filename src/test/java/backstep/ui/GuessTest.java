package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.chart.Chart;
import backstep.ui.kit.chart.LineData;
import backstep.ui.kit.chart.Mark;
import backstep.ui.kit.chart.NumberLine;
import backstep.ui.kit.chart.Series;
import backstep.ui.player.PlayerModel.Playing;
import backstep.ui.plot.Kept;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@DisplayName("Guess the number")
class GuessTest {
  private Window window;

  @Start
  void start(Stage stage) {
    window = Window.open(stage, Locale.ENGLISH, true);
  }

  @BeforeEach
  void openLesson() {
    window.openLesson("06-guess", "guess");
  }

  @Test
  @DisplayName("runs its 350 iterations live, can be paused, and ends at 42")
  void runs() {
    assertThat(window.text("#iteration")).isEqualTo("1 / 350");
    window.fire("#run");
    window.waitFor(() -> iteration() > 20);
    window.press(KeyCode.R);
    assertThat(window.bench().player.getState().playing()).isEqualTo(Playing.NOTHING);
    int paused = iteration();
    assertThat(paused).isLessThan(350);
    assertThat(window.values("guess")).isNotEqualTo(List.of("42"));
    WaitForAsyncUtils.sleep(150, java.util.concurrent.TimeUnit.MILLISECONDS);
    assertThat(iteration()).isEqualTo(paused);
    window.fire("#run");
    window.waitFor(() -> window.bench().player.getState().playing() == Playing.NOTHING);
    assertThat(window.text("#iteration")).isEqualTo("350 / 350");
    assertThat(window.values("guess")).containsExactly("42");
    assertThat(window.bench().plot.getPlot().reached()).isEqualTo(349);
  }

  @Test
  @DisplayName("goes to the iteration of a point on the curve")
  void travels() {
    Node curve = window.find("#loss-curve");
    Bounds bounds = window.onScreen(() -> curve.localToScreen(curve.getBoundsInLocal()));
    new FxRobot().clickOn(bounds.getMinX() + bounds.getWidth() / 2, bounds.getCenterY());
    window.waitFor(() -> iteration() > 100);
    assertThat(iteration()).isBetween(120, 220);
    int there = iteration();
    window.press(KeyCode.END);
    window.press(KeyCode.RIGHT);
    window.waitFor(() -> iteration() == there + 1);
    assertThat(window.bench().player.getState().session().orElseThrow().position()).isZero();
    window.press(KeyCode.LEFT);
    window.waitFor(() -> iteration() == there);
    assertThat(window.gradients("guess").getFirst()).startsWith("−");
  }

  @Test
  @DisplayName("comes at 20.22 from the target after seven iterations")
  void seventh() {
    window.onScreen(() -> {
      window.bench().player.toEndOfIteration(6);
      return true;
    });
    window.waitFor(() -> iteration() == 7);
    assertThat(window.values("guess")).containsExactly("21.78");
    assertThat(window.gradients("guess")).containsExactly("−22.47");
    assertThat(window.values("loss")).containsExactly("252.4");
  }

  @Test
  @DisplayName("says why a rate above 2 diverges, and halves it")
  void diverges() {
    assertThat(window.text("#descent")).contains("0.1 × curvature 1 = 0.1, below 1");
    assertThat(window.isShown("#halve-rate")).isFalse();
    setRate("2.1");
    window.waitFor(() -> window.text("#descent").contains("above 2"));
    assertThat(window.text("#descent")).contains("grows 1.1 times");
    window.fire("#halve-rate");
    window.waitFor(() -> window.text("#descent").contains("1.05 × curvature 1 = 1.05"));
    assertThat(window.isShown("#halve-rate")).isFalse();
    setRate("2");
    window.waitFor(() -> window.text("#descent").contains("for ever"));
    setRate("1");
    window.waitFor(() -> window.text("#descent").contains("a single step"));
  }

  @Test
  @DisplayName("prints the notebook's table, which is read off the window to the last digit")
  void notebook() {
    window.onScreen(() -> {
      window.bench().player.toEndOfIteration(89);
      return true;
    });
    window.waitFor(() -> iteration() == 90);
    // The output of the notebook's own cell, from its first line to the last that it kept.
    assertThat(rows())
        .containsExactly(
            "5 17.037962347336638 384.6316813413478",
            "10 27.26016638647881 134.11277466314144",
            "15 33.29627564955187 46.76223306702692",
            "20 36.86053780830388 16.30498248140361",
            "25 38.965198970425355 5.685195857473662",
            "30 40.20798034004646 1.9823052232469052",
            "35 40.941830310994035 0.691187093043812",
            "40 41.37516138033887 0.24100203741977202",
            "45 41.6310390434763 0.08403221446844601",
            "50 41.78213224478232 0.029300221459007722",
            "55 41.871351269221506 0.010216355512911739",
            "60 41.92403421096261 0.0035622229037491297",
            "65 41.95514296123131 0.0012420703253677495",
            "70 41.97351236717747 0.0004330831435438802",
            "75 41.984359317694626 0.0001510067549244059",
            "80 41.9907643335055 5.265279975158397e-05",
            "85 41.99454643129167 1.8358896084288808e-05",
            "90 41.99677972221341 6.401351248635689e-06");
    assertThat(
            window.onScreen(() -> table().getColumns().stream().map(TableColumn::getText).toList()))
        .hasToString("[epoch, guess, loss]");
  }

  @Test
  @DisplayName("keeps the newest line of the table in sight, and copies the table by Ctrl C")
  void newest() {
    window.onScreen(() -> {
      window.bench().player.toEndOfIteration(349);
      return true;
    });
    window.waitFor(() -> iteration() == 350 && shownRows().contains(69));
    assertThat(window.text("#output")).isEqualTo("final guess: 41.99999999999997");
    window.focus("#printed-table");
    window.press(KeyCode.CONTROL, KeyCode.C);
    List<String> copied =
        window.onScreen(() -> Clipboard.getSystemClipboard().getString().lines().toList());
    assertThat(copied).hasSize(71).startsWith("epoch,guess,loss");
    assertThat(copied.get(1)).isEqualTo("5,17.037962347336638,384.6316813413478");
    window.onScreen(() -> {
      window.bench().player.toIteration(0);
      return true;
    });
    window.waitFor(() -> !window.isShown("#printed-table"));
  }

  @SuppressWarnings("unchecked")
  private TableView<List<String>> table() {
    return (TableView<List<String>>) window.find("#printed-table");
  }

  private boolean isInSight(Node row) {
    Bounds room = table().localToScene(table().getLayoutBounds());
    Bounds line = row.localToScene(row.getLayoutBounds());
    return line.getMinY() >= room.getMinY() - 1 && line.getMaxY() <= room.getMaxY() + 1;
  }

  private Set<Integer> shownRows() {
    return cells()
        .filter(row -> !row.isEmpty() && isInSight(row))
        .map(IndexedCell::getIndex)
        .collect(Collectors.toSet());
  }

  private Stream<IndexedCell<?>> cells() {
    return table().lookupAll(".table-row-cell").stream()
        .filter(Node::isVisible)
        .map(row -> (IndexedCell<?>) row);
  }

  // Each row as it stands in its cells, scrolled to like a reader does.
  private List<String> rows() {
    int count = window.onScreen(() -> table().getItems().size());
    return IntStream.range(0, count).mapToObj(this::row).toList();
  }

  private String row(int index) {
    window.waitFor(() -> {
      // Again and again: rows that have just come are scrolled to by the table itself.
      table().scrollTo(index);
      return shownRows().contains(index);
    });
    return window.onScreen(() ->
        cells()
            .filter(row -> row.getIndex() == index)
            .flatMap(row -> row.getChildrenUnmodifiable().stream())
            .map(cell -> ((TableCell<?, ?>) cell).getText())
            .collect(Collectors.joining(" ")));
  }

  @Test
  @DisplayName("says where guess and goal are on the number line, and follows a growing swing")
  void numberLine() {
    assertThat(spokenLine())
        .isEqualTo(
            "Number line: guess is at −0.2734; the loss is lowest at 42, which is 42.27 away.");
    window.onScreen(() -> {
      window.bench().player.toEndOfIteration(6);
      return true;
    });
    window.waitFor(() -> spokenLine().contains("guess is at 21.78"));
    assertThat(line().marks()).extracting(Mark::label).containsExactly("goal 42", "guess 21.78");
    assertThat(line().hops()).hasSize(8).startsWith(-0.2734299525197059);
    LineData before = line();
    set("learning_rate", "2.1");
    window.waitFor(() -> spokenLine().contains("guess is at 124.4"));
    LineData after = line();
    assertThat(after.high() - after.low()).isGreaterThan(1.9 * (before.high() - before.low()));
    assertThat(after.hops()).allMatch(place -> place > after.low() && place < after.high());
    // From one side of the goal to the other, each time farther.
    for (int i = 0; i + 1 < after.hops().size(); i++) {
      double from = after.hops().get(i) - 42;
      double to = after.hops().get(i + 1) - 42;
      assertThat(from * to).isNegative();
      assertThat(Math.abs(to)).isGreaterThan(Math.abs(from));
    }
  }

  @Test
  @DisplayName("shows a run near its goal again after one that swung far away")
  void nearAgain() {
    LineData before = line();
    set("learning_rate", "2.5");
    window.waitFor(() -> window.text("#descent").contains("above 2"));
    window.onScreen(() -> {
      window.bench().player.toEndOfIteration(349);
      return true;
    });
    window.waitFor(() -> line().high() > 1e60);
    assertThat(line().marks()).extracting(Mark::label).contains("goal 42");
    window.fire("#halve-rate");
    window.waitFor(() -> line().high() < 1e3);
    window.waitFor(() -> window.bench().player.getState().playing() == Playing.ITERATIONS);
    window.waitFor(() -> iteration() > 1 && iteration() < 349);
    assertThat(line().high() - line().low()).isLessThan(4 * (before.high() - before.low()));
    assertThat(line().marks()).extracting(Mark::label).contains("goal 42");
  }

  private String spokenLine() {
    return window.onScreen(() -> window.find("#number-line").getAccessibleText());
  }

  private LineData line() {
    return window.onScreen(() -> ((NumberLine) window.find("#number-line")).dataProperty().get());
  }

  @Test
  @DisplayName("draws another first guess from a seed, and takes one that is typed again")
  void seed() {
    assertThat(field("seed")).isEmpty();
    assertThat(field("guess")).isEqualTo("−0.2734");
    set("seed", "7");
    // NumPy: np.random.seed(7); np.random.randn() is 1.690525703800356.
    window.waitFor(() -> window.values("guess").equals(List.of("1.691")));
    assertThat(field("guess")).isEqualTo("1.691");
    assertThat(program()).contains("seed = 7").contains("guess = np.random.randn()");
    set("guess", "5");
    window.waitFor(() -> window.values("guess").equals(List.of("5")));
    assertThat(program()).contains("guess = 5.0");
    assertThat(field("seed")).isEmpty();
    window.fire("#edit-reset");
    window.waitFor(() -> window.values("guess").equals(List.of("−0.2734")));
  }

  @Test
  @DisplayName("runs as many iterations as are wanted, and takes no part of one")
  void epochs() {
    set("epochs", "12");
    window.waitFor(() -> window.text("#iteration").equals("1 / 12"));
    set("epochs", "2.5");
    assertThat(window.isMarked("#control-epochs-value", "wrong")).isTrue();
    assertThat(window.find("#control-epochs-value").getAccessibleHelp())
        .isEqualTo("Write a whole number, 1 or more.");
    window.press(KeyCode.ESCAPE);
    assertThat(field("epochs")).isEqualTo("12");
    assertThat(program()).contains("epochs = 12\n");
  }

  @Test
  @DisplayName("names a kept run by its rate and what else was changed")
  void kept() {
    window.fire("#keep-run");
    set("learning_rate", "0.5");
    window.waitFor(() -> window.bench().plot.settingsProperty().get().orElse("").endsWith("0.5"));
    window.fire("#keep-run");
    set("target_number", "60");
    window.waitFor(() -> window.values("target_number").equals(List.of("60")));
    window.fire("#keep-run");
    assertThat(window.bench().plot.getPlot().kept().runs())
        .extracting(Kept::label)
        .containsExactly(
            "learning_rate 0.1", "learning_rate 0.5", "learning_rate 0.5, target_number 60");
  }

  @Test
  @DisplayName("lays the curve that theory expects beside the loss, by a button")
  void theoryCurve() {
    assertThat(series()).containsExactly("loss");
    window.robot().interact(() -> ((ToggleButton) window.find("#plot-theory")).fire());
    assertThat(series()).containsExactly("loss", "theory");
    set("learning_rate", "0.5");
    window.waitFor(() -> window.bench().plot.settingsProperty().get().orElse("").endsWith("0.5"));
    window.waitFor(() -> series().equals(List.of("loss", "theory")));
    window.openLesson("05-numerical", "x");
    assertThat(window.bench().theory.theoryProperty().get().descent()).isEmpty();
  }

  private List<String> series() {
    return window.onScreen(() ->
        ((Chart) window.find("#loss-curve"))
            .getData().series().stream().map(Series::name).toList());
  }

  private String field(String control) {
    return window.onScreen(
        () -> ((TextField) window.find("#control-" + control + "-value")).getText());
  }

  private String program() {
    return window.bench().program.getState().drafts().present().text();
  }

  private void setRate(String rate) {
    set("learning_rate", rate);
  }

  private void set(String control, String value) {
    window.onScreen(() -> {
      TextField field = (TextField) window.find("#control-" + control + "-value");
      field.requestFocus();
      field.setText(value);
      return true;
    });
    window.press(KeyCode.ENTER);
  }

  private int iteration() {
    return window.bench().player.getState().session().orElseThrow().iteration() + 1;
  }
}
