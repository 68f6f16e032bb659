package backstep.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.graph.Call;
import backstep.graph.Iteration;
import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.python.Options;
import backstep.python.ProblemException;
import backstep.python.Program;
import backstep.python.Run;
import backstep.testing.Corpus;
import backstep.trace.Trace;
import backstep.ui.stage.Diagram.Wire;
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

  private static final String LONG =
      """
      import numpy as np
      def layer(h, x, w):
          return np.tanh(h * w + x)
      def network(x, w):
          h = x
          for i in range(12):
              h = layer(h, x, w)
          return h * w
      x = 0.5
      w = 0.3
      h = network(x, w)
      for i in range(25):
          h = np.tanh(h * w + x)
      loss = h ** 2
      """;

  /// A diagram of a program's last iteration, with its calls open, closed, or as they are at first.
  record Case(String name, Diagram diagram, DiagramLayout layout) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Case> CASES = cases();

  static Stream<Case> diagrams() {
    return CASES.stream();
  }

  private static List<Case> cases() {
    Stream<Case> lessons =
        LessonCatalog.builtIn().stream()
            .flatMap(lesson -> cases(lesson.id(), lesson.program(), lesson.options()));
    Stream<Case> corpus =
        Corpus.good().stream()
            .flatMap(program -> cases(program.name(), program.text(), Options.DEFAULT));
    Stream<Case> shared =
        Stream.of(SHARED, LONG).flatMap(text -> cases("shared", text, Options.DEFAULT));
    return Stream.of(lessons, shared, corpus).flatMap(cases -> cases).toList();
  }

  private static Stream<Case> cases(String name, String text, Options options) {
    Run run = Program.of(text).run(options);
    Iteration last;
    try {
      last = run.last();
    } catch (ProblemException withoutLoss) {
      return Stream.empty();
    }
    return Stream.of(ClosedCalls.all(false), ClosedCalls.AT_FIRST, ClosedCalls.all(true))
        .map(closed -> diagram(run, last, closed))
        .distinct()
        .map(diagram ->
            new Case(
                name + " in " + diagram.boxes().size() + " boxes",
                diagram,
                DiagramLayout.of(diagram)));
  }

  private static Diagram diagram(Run run, Iteration iteration, ClosedCalls closed) {
    return Drawing.of(Trace.of(iteration, closed.in(run.origins()).of(iteration)), run.origins())
        .diagram();
  }

  private static Diagram diagram(Lesson lesson, ClosedCalls closed) {
    Run run = Program.of(lesson.program()).run(lesson.options());
    return diagram(run, run.last(), closed);
  }

  @Test
  @DisplayName("is made of many programs, some of them with calls that open and close")
  void enoughCases() {
    assertThat(CASES).hasSizeGreaterThan(90);
    assertThat(CASES).filteredOn(c -> !c.diagram.frames().isEmpty()).hasSizeGreaterThan(15);
    assertThat(CASES)
        .filteredOn(c -> c.diagram.boxes().stream().anyMatch(box -> box.closed().isPresent()))
        .hasSizeGreaterThan(15);
    assertThat(CASES).anyMatch(c -> c.diagram.boxes().size() > 100);
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  @DisplayName("leads each wire from the right side of its operand to the left side of its op")
  void wiresMeetBoxes(Case program) {
    Diagram diagram = program.diagram;
    DiagramLayout layout = program.layout;
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
  void wiresKeepClear(Case program) {
    Diagram diagram = program.diagram;
    DiagramLayout layout = program.layout;
    for (int i = 0; i < diagram.wires().size(); i++) {
      Wire wire = diagram.wires().get(i);
      for (double part = 0; part <= 1; part += 0.005) {
        Point at = layout.wires().get(i).at(part);
        assertThat(layout.boxes()).as("%s at %s", wire, at).noneMatch(box -> isWithin(box, at));
        for (int f = 0; f < diagram.frames().size(); f++) {
          assertThat(isWithin(layout.frames().get(f), at) && !isEndIn(diagram, wire, f))
              .as("%s in frame %s that it has nothing to do with", wire, f)
              .isFalse();
        }
      }
    }
  }

  private static boolean isEndIn(Diagram diagram, Wire wire, int frame) {
    return diagram.isInside(diagram.boxes().get(wire.from()), frame)
        || diagram.isInside(diagram.boxes().get(wire.to()), frame);
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
  void boxesKeepApart(Case program) {
    Diagram diagram = program.diagram;
    DiagramLayout layout = program.layout;
    for (int i = 0; i < layout.boxes().size(); i++) {
      Place a = layout.boxes().get(i);
      for (Place b : layout.boxes().subList(i + 1, layout.boxes().size())) {
        assertThat(overlap(a, b)).isFalse();
      }
      for (int f = 0; f < layout.frames().size(); f++) {
        assertThat(overlap(a, layout.frames().get(f)))
            .isEqualTo(diagram.isInside(diagram.boxes().get(i), f));
      }
    }
    for (int f = 0; f < layout.frames().size(); f++) {
      for (int g = 0; g < f; g++) {
        assertThat(overlap(layout.frames().get(f), layout.frames().get(g)))
            .isEqualTo(isWithin(diagram, f, g) || isWithin(diagram, g, f));
      }
    }
  }

  private static boolean isWithin(Diagram diagram, int frame, int outer) {
    int parent = diagram.frames().get(frame).parent();
    return parent == outer || (parent >= 0 && isWithin(diagram, parent, outer));
  }

  private static boolean overlap(Place a, Place b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.y() + b.height()
        && b.y() < a.y() + a.height();
  }

  @Test
  @DisplayName("knows a function of one op by its name, and draws a larger one as a box or a frame")
  void calls() {
    Diagram network = diagram(LessonCatalog.builtIn().get(3), ClosedCalls.AT_FIRST);
    assertThat(network.frames()).isEmpty();
    assertThat(network.boxes())
        .filteredOn(box -> box.id().equals("r1"))
        .extracting(Diagram.Box::badge)
        .containsExactly("relu");
    Lesson neuron = LessonCatalog.builtIn().get(2);
    Call sigmoid = new Call("sigmoid", 0);
    Diagram open = diagram(neuron, ClosedCalls.all(false));
    assertThat(open.frames()).containsExactly(new Diagram.Frame(sigmoid, -1, true));
    Diagram closed = diagram(neuron, ClosedCalls.AT_FIRST);
    assertThat(closed.frames()).isEmpty();
    assertThat(closed.boxes())
        .filteredOn(box -> box.closed().isPresent())
        .singleElement()
        .satisfies(box -> {
          assertThat(box.id()).isEqualTo("r");
          assertThat(box.title()).isEqualTo("r");
          assertThat(box.badge()).isEqualTo("sigmoid");
          assertThat(box.closed()).contains(new Diagram.Closed(sigmoid, 4));
        });
  }

  @Test
  @DisplayName("keeps the names of boxes, whatever calls are closed")
  void names() {
    Lesson neuron = LessonCatalog.builtIn().get(2);
    Diagram open = diagram(neuron, ClosedCalls.all(false));
    Diagram closed = diagram(neuron, ClosedCalls.all(true));
    assertThat(ids(closed)).containsExactly("W", "X", "z", "r", "y", "#8", "#9", "loss");
    assertThat(ids(open)).containsAll(ids(closed)).hasSize(11);
  }

  private static List<String> ids(Diagram diagram) {
    return diagram.boxes().stream().map(Diagram.Box::id).toList();
  }

  @Test
  @DisplayName("is the same for every iteration of a loop")
  void iterations() {
    Lesson guess = LessonCatalog.builtIn().get(5);
    Run run = Program.of(guess.program()).run(guess.options());
    Diagram first = diagram(run, run.iteration(0).orElseThrow(), ClosedCalls.AT_FIRST);
    assertThat(diagram(run, run.last(), ClosedCalls.AT_FIRST)).isEqualTo(first);
  }
}
