package backstep.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.graph.Graph;
import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Run;
import backstep.ui.stage.DiagramLayout.Place;
import backstep.ui.stage.DiagramLayout.Point;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A layout")
class DiagramLayoutTest {
  private static final String SHARED =
      """
      import numpy as np
      def f(x, w):
          return np.tanh(x * w + x)
      def g(x, w):
          return f(f(x, w), w) * w
      w = 0.5
      x = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
      a = f(x, w)
      b = g(a, w)
      c = a * b + x
      loss = (c * c + b).sum() + w ** 2
      """;

  static Stream<Diagram> diagrams() {
    return Stream.concat(
        LessonCatalog.builtIn().stream().map(DiagramLayoutTest::diagram),
        Stream.of(diagram(SHARED, Options.DEFAULT)));
  }

  private static Diagram diagram(Lesson lesson) {
    return diagram(lesson.program(), lesson.options());
  }

  private static Diagram diagram(String text, Options options) {
    Run run = Program.of(text).run(options);
    Graph graph = run.last().graph();
    return Diagram.of(graph, run.origins());
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  @DisplayName("leads each wire from the right side of its operand to the left side of its op")
  void wiresMeetBoxes(Diagram diagram) {
    DiagramLayout layout = DiagramLayout.of(diagram);
    for (int i = 0; i < diagram.wires().size(); i++) {
      List<Point> points = layout.wires().get(i).points();
      Place from = layout.boxes().get(diagram.wires().get(i).from());
      Place to = layout.boxes().get(diagram.wires().get(i).to());
      assertThat(points.getFirst().x()).isCloseTo(from.x() + from.width(), within(1.0));
      assertThat(points.getFirst().y()).isBetween(from.y(), from.y() + from.height());
      assertThat(points.getLast().x()).isCloseTo(to.x(), within(1.0));
      assertThat(points.getLast().y()).isBetween(to.y(), to.y() + to.height());
    }
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  @DisplayName("leads no wire over a node")
  void wiresKeepClear(Diagram diagram) {
    DiagramLayout layout = DiagramLayout.of(diagram);
    for (Curve curve : layout.wires()) {
      for (double part = 0; part <= 1; part += 0.005) {
        Point at = curve.at(part);
        assertThat(layout.boxes()).noneMatch(box -> isWithin(box, at));
      }
    }
  }

  private static boolean isWithin(Place box, Point at) {
    double edge = 2;
    return at.x() > box.x() + edge
        && at.x() < box.x() + box.width() - edge
        && at.y() > box.y() + edge
        && at.y() < box.y() + box.height() - edge;
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  @DisplayName("lays no node over another, and each call around its own nodes only")
  void boxesKeepApart(Diagram diagram) {
    DiagramLayout layout = DiagramLayout.of(diagram);
    for (int i = 0; i < layout.boxes().size(); i++) {
      Place a = layout.boxes().get(i);
      for (Place b : layout.boxes().subList(i + 1, layout.boxes().size())) {
        assertThat(overlap(a, b)).isFalse();
      }
      for (int f = 0; f < layout.frames().size(); f++) {
        assertThat(overlap(a, layout.frames().get(f)))
            .isEqualTo(isInside(diagram, diagram.boxes().get(i).frame(), f));
      }
    }
  }

  private static boolean isInside(Diagram diagram, int frame, int outer) {
    return frame == outer
        || (frame >= 0 && isInside(diagram, diagram.frames().get(frame).parent(), outer));
  }

  private static boolean overlap(Place a, Place b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.y() + b.height()
        && b.y() < a.y() + a.height();
  }

  @Test
  @DisplayName("knows a function of one op by its name, and draws a larger one as a frame")
  void calls() {
    Diagram network = diagram(LessonCatalog.builtIn().get(3));
    assertThat(network.frames()).isEmpty();
    assertThat(network.boxes())
        .filteredOn(box -> box.id().equals("r1"))
        .extracting(Diagram.Box::badge)
        .containsExactly("relu");
    Diagram neuron = diagram(LessonCatalog.builtIn().get(2));
    assertThat(neuron.frames()).containsExactly(new Diagram.Frame("sigmoid", -1));
  }

  @Test
  @DisplayName("is the same for every iteration of a loop")
  void iterations() {
    Lesson guess = LessonCatalog.builtIn().getLast();
    Run run = Program.of(guess.program()).run(guess.options());
    Diagram first = Diagram.of(run.iteration(0).orElseThrow().graph(), run.origins());
    Diagram last = Diagram.of(run.last().graph(), run.origins());
    assertThat(last).isEqualTo(first);
  }
}
