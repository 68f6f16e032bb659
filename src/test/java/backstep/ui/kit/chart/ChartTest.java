package backstep.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.ui.kit.Messages;
import backstep.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@DisplayName("A chart")
class ChartTest {
  private static final int COUNT = 101;

  private final FxRobot robot = new FxRobot();
  private final List<Double> travels = new ArrayList<>();
  private Chart chart;

  // y = x at x = 1 … 101: what is read says where it was read.
  private static ChartData line(Scale scale) {
    double[] ys = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      ys[i] = i + 1;
    }
    return ChartData.of("Line", Axis.of("iteration").inWholes(), Axis.of("loss").on(scale))
        .with(Series.of("loss", Samples.from(1, 1, ys), Role.CURVE))
        .with(Series.of("half", Samples.of(x -> x / 2, 1, 101, COUNT), Role.KEPT_1));
  }

  @Start
  void start(Stage stage) {
    Platform.setImplicitExit(false);
    Theme.loadFonts();
    chart = new Chart(new Messages(Locale.ENGLISH));
    chart.setData(line(Scale.LINEAR));
    chart.setOnTravel(travels::add);
    Scene scene = new Scene(new StackPane(chart), 700, 420);
    Theme.LIGHT.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  @DisplayName("shows the value under the pointer, and no longer once it has left")
  void hover() {
    moveTo(51);
    assertThat(readout()).isEqualTo("iteration 51\nloss: 51");
    robot.interact(() -> chart.fireEvent(leaving()));
    assertThat(readout()).isEmpty();
  }

  private static MouseEvent leaving() {
    return new MouseEvent(
        MouseEvent.MOUSE_EXITED,
        0,
        0,
        0,
        0,
        MouseButton.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        null);
  }

  @Test
  @DisplayName("is read along its curves by keys, which a screen reader hears")
  void keys() {
    focus();
    robot.push(KeyCode.HOME);
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.RIGHT);
    settle();
    assertThat(chart.readingText()).isEqualTo("iteration 3, loss: 3");
    assertThat(heard()).isEqualTo("iteration 3, loss: 3");
    assertThat(readout()).isEqualTo("iteration 3\nloss: 3");
    robot.push(KeyCode.DOWN);
    assertThat(chart.readingText()).isEqualTo("iteration 3, half: 1.5");
    robot.push(KeyCode.END);
    assertThat(chart.readingText()).isEqualTo("iteration 101, half: 50.5");
    robot.push(KeyCode.SHIFT, KeyCode.LEFT);
    assertThat(chart.readingText()).isEqualTo("iteration 91, half: 45.5");
    robot.push(KeyCode.ESCAPE);
    settle();
    assertThat(readout()).isEmpty();
  }

  private Object heard() {
    return onScreen(() -> chart.queryAccessibleAttribute(AccessibleAttribute.VALUE_STRING));
  }

  @ParameterizedTest
  @CsvSource({"8,1", "1,8", "1,1"})
  @DisplayName(
      "makes a unit as long on one axis as on the other where it is to be true, also zoomed")
  void inTruth(double width, double height) {
    robot.interact(() ->
        chart.setData(
            ChartData.of("Way", Axis.of("a").between(0, width), Axis.of("b").between(0, height))
                .inTruth()
                .with(
                    Series.of(
                        "b",
                        Samples.of(new double[] {0, width}, new double[] {0, 1}),
                        Role.PATH))));
    settle();
    assertTruth(width, height);
    double seen = chart.frame().orElseThrow().y().extent().span();
    double left = chart.frame().orElseThrow().plot().left();
    robot.interact(() -> chart.fireEvent(wheel(left + 50, 120)));
    settle();
    assertTruth(width / 4, height / 4);
    assertThat(chart.frame().orElseThrow().y().extent().span()).isLessThan(seen);
  }

  private void assertTruth(double width, double height) {
    Frame frame = chart.frame().orElseThrow();
    double across = frame.x().length() / frame.x().extent().span();
    double up = frame.y().length() / frame.y().extent().span();
    assertThat(across).isCloseTo(up, within(1e-6 * up));
    assertThat(frame.x().extent().span()).isGreaterThanOrEqualTo(width);
    assertThat(frame.y().extent().span()).isGreaterThanOrEqualTo(height);
  }

  @Test
  @DisplayName("travels by a click, by dragging, and by Enter")
  void travels() {
    robot.clickOn(at(31));
    assertThat(travels.getLast()).isEqualTo(31);
    robot.drag(at(40)).dropTo(at(60));
    assertThat(travels.getLast()).isEqualTo(60);
    focus();
    robot.push(KeyCode.HOME);
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.ENTER);
    assertThat(travels.getLast()).isEqualTo(2);
  }

  @Test
  @DisplayName("zooms around the pointer, and shows all again")
  void zoom() {
    double before = onScreen(() -> pixel(31));
    Point2D there = at(31);
    robot.moveTo(there);
    robot.interact(() -> chart.fireEvent(wheel(before, 120)));
    settle();
    double apart = onScreen(() -> pixel(32) - pixel(31));
    assertThat(onScreen(() -> pixel(31))).isCloseTo(before, within(1.0));
    assertThat(all().isVisible()).isTrue();
    focus();
    robot.push(KeyCode.PLUS);
    settle();
    assertThat(onScreen(() -> pixel(32) - pixel(31))).isGreaterThan(apart);
    robot.push(KeyCode.DIGIT0);
    settle();
    assertThat(all().isVisible()).isFalse();
    assertThat(onScreen(() -> pixel(31))).isCloseTo(before, within(1e-6));
  }

  @Test
  @DisplayName("moves what is seen along with the point that is read")
  void reveals() {
    focus();
    robot.push(KeyCode.HOME);
    for (int i = 0; i < 4; i++) {
      robot.push(KeyCode.PLUS);
    }
    robot.push(KeyCode.END);
    settle();
    double right = onScreen(() -> frame().plot().right());
    assertThat(onScreen(() -> pixel(101))).isCloseTo(right, within(0.5));
    assertThat(readout()).startsWith("iteration 101");
  }

  @Test
  @DisplayName("offers the other scale, and shows all of y on it")
  void scale() {
    chart.setOnScale(scale -> chart.setData(line(scale)));
    focus();
    robot.push(KeyCode.ALT, KeyCode.PLUS);
    settle();
    assertThat(all().isVisible()).isTrue();
    robot.push(KeyCode.G);
    settle();
    assertThat(chart.getData().y().scale()).isEqualTo(Scale.LOG);
    assertThat(all().isVisible()).isFalse();
    assertThat(texts()).contains("10", "100");
    robot.push(KeyCode.G);
    assertThat(chart.getData().y().scale()).isEqualTo(Scale.LINEAR);
  }

  @Test
  @DisplayName("is copied as a picture twice as fine, and as a table")
  void copies() {
    focus();
    robot.interact(chart::copyPicture);
    double width = onScreen(() -> Clipboard.getSystemClipboard().getImage().getWidth());
    assertThat(width).isCloseTo(2 * (chart.getWidth() - 4), within(2.0));
    robot.interact(chart::copyTable);
    assertThat(onScreen(() -> Clipboard.getSystemClipboard().getString()))
        .startsWith("iteration,loss,half\r\n1,1.0,0.5\r\n");
  }

  @Test
  @DisplayName("takes only the keys that it uses")
  void takes() {
    assertThat(chart.takes(key(KeyCode.LEFT))).isTrue();
    assertThat(chart.takes(key(KeyCode.F))).isFalse();
    assertThat(chart.takes(key(KeyCode.PAGE_DOWN))).isFalse();
    assertThat(chart.takes(key(KeyCode.ENTER))).as("nothing is read yet").isFalse();
  }

  @ParameterizedTest
  @CsvSource({"180,120,14", "240,160,11", "500,300,14", "500,300,35", "980,700,28", "300,120,21"})
  @DisplayName("never lets figures of an axis overlap, at any size of chart and type")
  void figures(double width, double height, int type) {
    for (Scale scale : Scale.values()) {
      robot.interact(() -> {
        chart.getScene().getRoot().setStyle("-fx-font-size: " + type + "px");
        chart.setMaxSize(width, height);
        chart.setMinSize(width, height);
        chart.setData(line(scale));
      });
      settle();
      List<Bounds> figures = onScreen(this::figures);
      for (int i = 0; i < figures.size(); i++) {
        for (int k = 0; k < i; k++) {
          assertThat(figures.get(i).intersects(figures.get(k))).as("%d and %d", i, k).isFalse();
        }
      }
    }
  }

  private List<Bounds> figures() {
    return shown().map(Node::getBoundsInParent).toList();
  }

  private Stream<Text> shown() {
    return chart.lookupAll(".chart-tick").stream()
        .map(Text.class::cast)
        .filter(text -> text.isVisible() && text.getOpacity() > 0);
  }

  private List<String> texts() {
    return onScreen(() -> shown().map(Text::getText).toList());
  }

  private Node all() {
    return onScreen(() -> chart.lookup("#chart-all"));
  }

  private static KeyEvent key(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  private ScrollEvent wheel(double x, double turned) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        x,
        200,
        0,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        turned,
        0,
        turned,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  private Frame frame() {
    return chart.frame().orElseThrow();
  }

  private double pixel(int iteration) {
    return frame().x().at(iteration);
  }

  private Point2D at(int iteration) {
    return onScreen(() -> chart.localToScreen(pixel(iteration), frame().y().at(iteration)));
  }

  private void moveTo(int iteration) {
    robot.moveTo(at(iteration));
    settle();
  }

  private void focus() {
    robot.interact(chart::requestFocus);
  }

  private String readout() {
    return onScreen(() -> ((Label) chart.lookup("#chart-readout")).getText());
  }

  private void settle() {
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(chart::layout);
  }

  private static <T> T onScreen(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, question);
  }
}
