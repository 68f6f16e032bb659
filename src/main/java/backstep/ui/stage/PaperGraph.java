package backstep.ui.stage;

import backstep.graph.Node;
import backstep.paper.Blanks;
import backstep.paper.Ink;
import backstep.paper.Mark;
import backstep.paper.Mark.Spot;
import backstep.paper.Pen;
import backstep.paper.Quiz;
import backstep.paper.Quiz.Answer;
import backstep.paper.Sketch;
import backstep.python.Naming;
import backstep.python.Origins;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import backstep.trace.Trace;
import backstep.ui.stage.Diagram.Box;
import backstep.ui.stage.DiagramLayout.Place;
import backstep.ui.stage.DiagramLayout.Point;
import backstep.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// A graph as it is printed, with blanks to be filled in by hand: the stage's own layout, in ink
/// that a printer without colours shows as well.
public final class PaperGraph {
  private static final Ink INK = Ink.of(0x1b1f2a);
  private static final Ink MUTED = Ink.of(0x5b6478);
  private static final Ink WIRE = Ink.of(0x8b94ab);
  private static final Ink WHITE = Ink.of(0xffffff);
  private static final Ink LEAF = Ink.of(0xf3f5fb);
  private static final Ink BADGE = Ink.of(0xe7e9f2);
  private static final Ink GIVEN = Ink.of(0xe9ecf3);
  private static final Ink ANSWER = Ink.of(0xd6efe1);
  private static final double HEAD = 8;
  // On paper a graph may be as wide as it is: each node says what it is.
  private static final double TITLE = 120;
  // Letters stand a little lower than the middle of their line.
  private static final double BASELINE = 0.36;

  /// A value or a gradient, as a table.
  ///
  /// @param asked whether it is a blank
  private record Table(Tensor figures, boolean gradient, boolean asked) {
    DoubleFunction<String> format() {
      return gradient ? Numbers.USUAL::signed : Numbers.USUAL::shown;
    }
  }

  private final Drawing drawing;
  private final Diagram diagram;
  private final DiagramLayout layout;
  private final Map<Node, Tensor> gradients;
  private final Blanks blanks;
  private final List<Answer> key = new ArrayList<>();
  private final List<List<Table>> tables = new ArrayList<>();
  private int counted;

  private PaperGraph(Trace trace, Origins origins, Blanks blanks) {
    this.blanks = blanks;
    this.drawing = Drawing.of(trace, origins);
    Diagram onScreen = drawing.diagram().withTitleRoom(TITLE);
    this.diagram = blanks.hasGradients() ? onScreen : onScreen.withoutGradients();
    this.layout = DiagramLayout.of(diagram);
    this.gradients = trace.graph().gradients();
    List<Box> boxes = diagram.boxes();
    for (int i = 0; i < boxes.size(); i++) {
      tables.add(new ArrayList<>(List.of(value(boxes.get(i), drawing.node(i)))));
    }
    // Gradients are found from the loss backwards, and so is the key.
    for (int i = boxes.size() - 1; i >= 0; i--) {
      if (boxes.get(i).gradient()) {
        tables.get(i).add(gradient(boxes.get(i), drawing.node(i)));
      }
    }
  }

  /// An iteration as a quiz.
  ///
  /// @param trace with the calls closed that are to be one node each
  public static Quiz of(Trace trace, Origins origins, Blanks blanks) {
    PaperGraph graph = new PaperGraph(trace, origins, blanks);
    boolean shortened =
        graph.diagram.boxes().stream().anyMatch(box -> Metrics.isHeatMap(box.shape()));
    return new Quiz(graph.sketch(false), graph.sketch(true), graph.key, shortened);
  }

  // --- Blanks ------------------------------------------------------------------------------------

  private Table value(Box box, Node node) {
    boolean asked = !box.leaf() && blanks != Blanks.GRADIENTS && isAsked(box);
    return table(box, node.value(), false, asked);
  }

  private Table gradient(Box box, Node node) {
    Tensor gradient = gradients.getOrDefault(node, Tensor.zeros(box.shape()));
    return table(box, gradient, true, isAsked(box));
  }

  private boolean isAsked(Box box) {
    if (Metrics.isHeatMap(box.shape())) {
      return false;
    }
    return blanks != Blanks.EVERY_SECOND || counted++ % 2 == 0;
  }

  private Table table(Box box, Tensor figures, boolean gradient, boolean asked) {
    if (asked) {
      String text =
          gradient && figures.size() == 1
              ? Numbers.USUAL.signed(figures.item())
              : Numbers.USUAL.shown(figures);
      key.add(new Answer(box.title(), gradient, text));
    }
    return new Table(figures, gradient, asked);
  }

  // --- Drawing -----------------------------------------------------------------------------------

  private Sketch sketch(boolean answered) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < diagram.frames().size(); i++) {
      frame(marks, diagram.frames().get(i), layout.frames().get(i));
    }
    layout.wires().forEach(curve -> wire(marks, curve));
    for (int i = 0; i < diagram.boxes().size(); i++) {
      box(marks, diagram.boxes().get(i), layout.boxes().get(i), tables.get(i), answered);
    }
    return new Sketch(layout.width(), layout.height(), marks);
  }

  private static void frame(List<Mark> marks, Diagram.Frame frame, Place place) {
    marks.add(area(place, 12, Optional.empty(), new Pen(WIRE, 1, List.of(6.0, 4.0))));
    String name = Naming.function(frame.call());
    double room = place.width() - 24;
    marks.add(new Mark.Text(name, place.x() + 12, place.y() + 21, false, room, 13, true, MUTED));
  }

  private static void wire(List<Mark> marks, Curve curve) {
    List<Spot> spots = new ArrayList<>();
    List<Point> points = curve.points();
    points.subList(0, points.size() - 1).forEach(p -> spots.add(new Spot(p.x(), p.y())));
    Point end = points.getLast();
    spots.add(new Spot(end.x() - HEAD / 2, end.y()));
    marks.add(new Mark.Way(spots, false, Optional.empty(), Optional.of(Pen.solid(WIRE, 1.4))));
    List<Spot> head =
        List.of(
            new Spot(end.x(), end.y()),
            new Spot(end.x() - HEAD, end.y() - HEAD / 2),
            new Spot(end.x() - HEAD, end.y() + HEAD / 2));
    marks.add(new Mark.Way(head, true, Optional.of(WIRE), Optional.empty()));
  }

  private static void box(
      List<Mark> marks, Box box, Place place, List<Table> tables, boolean answered) {
    marks.add(area(place, box.leaf() ? 3 : 10, Optional.of(box.leaf() ? LEAF : WHITE), pen(1.4)));
    double right = place.x() + place.width() - Metrics.PADDING + 2;
    double badge = Metrics.badgeWidth(box);
    if (badge > 0) {
      Place at = new Place(right - badge, place.y() + 8, badge, Metrics.BADGE_HEIGHT);
      marks.add(area(at, 11, Optional.of(BADGE), Pen.solid(BADGE, 0.5)));
      marks.add(centred(box.badge(), at, Metrics.BADGE, true, INK));
    }
    double left = place.x() + Metrics.PADDING;
    double room = right - left - (badge == 0 ? 0 : badge + 4);
    double size = box.named() ? Metrics.NAME : Metrics.EXPRESSION;
    String title = Metrics.title(box, room);
    if (!title.isEmpty()) {
      double baseline = place.y() + 8 + Metrics.HEADER / 2 + BASELINE * size;
      Ink ink = box.named() ? INK : MUTED;
      marks.add(new Mark.Text(title, left, baseline, false, room, size, box.named(), ink));
    }
    double width = Metrics.tableWidth(box.shape());
    double y = place.y() + 8 + Metrics.HEADER + 4;
    for (Table table : tables) {
      double height = Metrics.tableHeight(box.shape());
      Place at = new Place(place.x() + (place.width() - width) / 2, y, width, height);
      table(marks, box.shape(), table, at, answered);
      y += height + Metrics.GAP;
    }
  }

  private static void table(
      List<Mark> marks, Shape shape, Table table, Place at, boolean answered) {
    if (Metrics.isHeatMap(shape)) {
      marks.add(area(at, 4, Optional.of(GIVEN), border(table)));
      marks.add(centred(shape.toString(), at, Metrics.LONGEST_FIGURE, false, MUTED));
      return;
    }
    double wide = Metrics.cellWidth(shape);
    for (int i = 0; i < shape.size(); i++) {
      int row = i / shape.columns();
      int column = i % shape.columns();
      Place cell =
          new Place(
              at.x() + column * (wide + Metrics.CELL_GAP),
              at.y() + row * (Metrics.CELL_HEIGHT + Metrics.CELL_GAP),
              wide,
              Metrics.CELL_HEIGHT);
      Ink fill = !table.asked() ? GIVEN : answered ? ANSWER : WHITE;
      marks.add(area(cell, 4, Optional.of(fill), border(table)));
      if (!table.asked() || answered) {
        String figure = table.format().apply(table.figures().get(i));
        marks.add(centred(figure, cell, Metrics.LONG_FIGURE, table.asked(), INK));
      }
    }
  }

  // Values and gradients are told apart by their lines, whatever it is printed with.
  private static Pen border(Table table) {
    return table.gradient() ? new Pen(MUTED, 1, List.of(3.0, 2.0)) : Pen.solid(MUTED, 0.7);
  }

  private static Pen pen(double width) {
    return Pen.solid(MUTED, width);
  }

  private static Mark area(Place at, double radius, Optional<Ink> fill, Pen line) {
    return new Mark.Area(at.x(), at.y(), at.width(), at.height(), radius, fill, Optional.of(line));
  }

  private static Mark centred(String text, Place at, double size, boolean bold, Ink ink) {
    double baseline = at.centerY() + BASELINE * size;
    return new Mark.Text(text, at.centerX(), baseline, true, at.width() - 4, size, bold, ink);
  }
}
