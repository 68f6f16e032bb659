package backstep.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Call;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Theme;
import backstep.words.Numbers;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@DisplayName("What is written on a node")
class MetricsTest {
  @Start
  void loadFonts(Stage stage) {
    Theme.loadFonts();
  }

  private static Diagram.Box box(String title, boolean named, String badge, boolean closed) {
    return new Diagram.Box(
        "b",
        title,
        named,
        false,
        badge,
        "Add",
        Shape.SCALAR,
        true,
        -1,
        closed ? Optional.of(new Diagram.Closed(new Call(badge, 0), 2)) : Optional.empty());
  }

  private static double measured(String text, FontWeight weight, double size) {
    Text drawn = new Text(text);
    drawn.setFont(Font.font("Pretendard", weight, size));
    return drawn.getLayoutBounds().getWidth();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W",
        "W1",
        "loss",
        "learning_rate",
        "MMWW",
        "ijl",
        "grad_W2",
        "z2",
        "가중치",
        "출력_1",
        "은닉층",
        "relu",
        "softmax",
        "1/(1+e)",
        "×½",
        "−1",
        "x²",
        "[:, 0]",
        "≥ 0",
        "λ",
        "활성화함수"
      })
  @DisplayName("is not wider than the layout takes it for, and not much narrower")
  void widths(String text) {
    double width = measured(text, FontWeight.BOLD, 17);
    assertThat(17 * Letters.width(text)).isBetween(0.985 * width, 1.15 * width + 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "W1", "learning_rate", "가중치_행렬"})
  @DisplayName("is seen whole, where it is a name of usual length")
  void names(String name) {
    for (String badge : new String[] {"", "+", "relu", "sigmoid", "활성화함수"}) {
      for (boolean closed : new boolean[] {false, true}) {
        if (!badge.isEmpty() || !closed) {
          Diagram.Box box = box(name, true, badge, closed);
          assertThat(cut(box)).as(name + " " + badge).isEmpty();
        }
      }
    }
  }

  /// What a node draws with dots at its end.
  private static Optional<String> cut(Diagram.Box drawing) {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          NodeBox node = new NodeBox(drawing, new Messages(Locale.ENGLISH), _ -> {});
          Scene scene = new Scene(new Pane(node), 400, 300);
          Theme.LIGHT.dress(scene);
          node.resize(Metrics.width(drawing, 0), Metrics.height(drawing));
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          node.layout();
          return node.lookupAll(".text").stream()
              .map(text -> (Text) text)
              .filter(text ->
                  text.getParent() instanceof Labeled label
                      && !label.getText().equals(text.getText()))
              .map(Text::getText)
              .findFirst();
        });
  }

  @Test
  @DisplayName("is left out, where an expression does not fit beside the figures")
  void expressions() {
    double room = 40;
    assertThat(Metrics.title(box("y - r", false, "−", false), room)).isEqualTo("y - r");
    assertThat(Metrics.title(box("y - r12", false, "−", false), room)).isEqualTo("y-r12");
    assertThat(Metrics.title(box("(y - r) ** 2", false, "x²", false), room)).isEmpty();
    assertThat(Metrics.title(box("(y - r) ** 2", false, "x²", false), 60)).isEqualTo("(y-r)**2");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5008, -0.3965, -1234.5, 99999, -1.25e-9, 2.2e131, -2.25e-131})
  @DisplayName("is whole, where it is a figure, in a table of any width")
  void figures(double value) {
    for (Shape shape : new Shape[] {Shape.SCALAR, Shape.of(2), Shape.of(4), Shape.of(4, 4)}) {
      String cut =
          WaitForAsyncUtils.waitForAsyncFx(
              20_000,
              () -> {
                FigureTable table = new FigureTable(shape, "gradient", Numbers::signed);
                Pane node = new Pane(table);
                node.getStyleClass().add("graph-node");
                Scene scene = new Scene(node, 400, 300);
                Theme.LIGHT.dress(scene);
                table.show(Optional.of(Tensor.full(shape, value)), Numbers.USUAL);
                table.resize(Metrics.tableWidth(shape), Metrics.tableHeight(shape));
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                Text first = (Text) table.lookup(".text");
                Label cell = (Label) table.lookup(".figure-cell");
                return cell.getText().equals(first.getText()) ? "" : first.getText();
              });
      assertThat(cut).as(value + " in " + shape).isEmpty();
    }
  }
}
