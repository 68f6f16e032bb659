package backstep.ui.code.edit;

import backstep.python.Span;
import backstep.trace.Step;
import backstep.ui.code.Highlighter;
import backstep.ui.code.edit.EditorModel.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.IndexRange;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// The field with all that is painted around its text: line numbers, colours, the lines of the
/// current step, what was found, and a line under what is wrong.
final class CodePaper extends Region {
  private static final double EDGE = 4;
  private static final int LEAST_ROWS = 8;
  // The part of what is seen that is above a line which is gone to.
  private static final double ABOVE = 0.4;

  private final CodeField field;
  private final Pane ground = new Pane();
  private final Pane letters = new Pane();
  private final Pane numbers = new Pane();
  private final Rectangle window = new Rectangle();
  private final Rectangle whole = new Rectangle();
  private final Rectangle edge = new Rectangle();
  private final Text ruler = new Text();
  private Sheet sheet = Sheet.of("");
  private State state = State.NONE;
  private Found found = Found.NOTHING;
  private boolean painting;
  private boolean revealing;

  CodePaper(CodeField field) {
    this.field = field;
    getStyleClass().add("code-paper");
    ground.setMouseTransparent(true);
    letters.setMouseTransparent(true);
    numbers.setMouseTransparent(true);
    letters.setClip(window);
    ground.setClip(whole);
    numbers.setClip(edge);
    getChildren().setAll(ground, field, letters, numbers);
    field
        .textProperty()
        .subscribe(text -> {
          sheet = Sheet.of(text);
          requestLayout();
        });
    field.scrollTopProperty().subscribe(_ -> requestLayout());
    field.scrollLeftProperty().subscribe(_ -> requestLayout());
    field.fontProperty().subscribe(_ -> requestLayout());
    field.skinProperty().subscribe(_ -> requestLayout());
  }

  void show(State now) {
    state = now;
    requestLayout();
  }

  void show(Found now) {
    found = now;
    requestLayout();
  }

  /// Brings the caret into view as soon as there is one: the field has scrolled by sizes that it
  /// had while it was not seen.
  void reveal() {
    revealing = true;
    requestLayout();
  }

  // --- Layout ------------------------------------------------------------------------------------

  @Override
  protected double computeMinHeight(double width) {
    return Math.ceil(LEAST_ROWS * row()) + 2 * EDGE;
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(Math.max(LEAST_ROWS, sheet.lines().size() + 2) * row()) + 2 * EDGE;
  }

  // Whoever shows it again lays it out again.
  private boolean isSeen() {
    Node node = this;
    while (node != null && node.isVisible()) {
      node = node.getParent();
    }
    return node == null;
  }

  @Override
  protected void layoutChildren() {
    if (!isSeen()) {
      return;
    }
    double margin = margin();
    ground.resizeRelocate(0, 0, getWidth(), getHeight());
    letters.resizeRelocate(0, 0, getWidth(), getHeight());
    numbers.resizeRelocate(0, 0, getWidth(), getHeight());
    field.resizeRelocate(margin, 0, Math.max(0, getWidth() - margin), getHeight());
    // What is painted goes by what the field shows.
    field.layout();
    if (revealing && field.getSkin() != null) {
      revealing = false;
      scrollToCaret();
    }
    paint();
  }

  private void scrollToCaret() {
    double room = bottom();
    double top = insets().getTop() + sheet.at(field.getCaretPosition()).line() * row();
    double most = insets().getTop() + insets().getBottom() + sheet.lines().size() * row() - room;
    boolean isSeen = top >= field.getScrollTop() && top + row() <= field.getScrollTop() + room;
    double wanted = isSeen ? field.getScrollTop() : top - ABOVE * room;
    field.setScrollTop(Math.clamp(wanted, 0, Math.max(0, most)));
  }

  /// How wide a letter is, in pixels.
  double letter() {
    return width("0");
  }

  private double row() {
    ruler.setFont(field.getFont());
    ruler.setText("0");
    // As far apart as the field has them.
    return field.lookup(".content .text") instanceof Text all && !all.getText().isEmpty()
        ? all.getLayoutBounds().getHeight() / all.getText().split("\n", -1).length
        : ruler.getLayoutBounds().getHeight();
  }

  private double width(String text) {
    ruler.setFont(field.getFont());
    ruler.setText(text);
    return ruler.getLayoutBounds().getWidth();
  }

  // Room for the numbers.
  private double margin() {
    int digits = Math.max(2, String.valueOf(sheet.lines().size()).length());
    return Math.ceil(EDGE + (digits + 1.5) * letter());
  }

  // --- Places ------------------------------------------------------------------------------------

  /// Where the upper left corner of a letter is, in this region.
  Point2D place(int offset) {
    return place(sheet.at(offset));
  }

  /// Where a line begins, as an offset.
  int start(int line) {
    return sheet.starts().get(line);
  }

  /// How high a line is.
  double lineHeight() {
    return row();
  }

  private Point2D place(Sheet.At at) {
    Insets insets = insets();
    String before = sheet.lines().get(at.line()).substring(0, at.column());
    return new Point2D(
        field.getLayoutX() + insets.getLeft() + width(before) - field.getScrollLeft(),
        insets.getTop() + at.line() * row() - field.getScrollTop());
  }

  private Insets insets() {
    return field.lookup(".content") instanceof Region content ? content.getInsets() : Insets.EMPTY;
  }

  // --- Painting ----------------------------------------------------------------------------------

  private void paint() {
    if (painting || field.getSkin() == null) {
      return;
    }
    painting = true;
    String size = "-fx-font-size: " + field.getFont().getSize() + "px";
    letters.setStyle(size);
    numbers.setStyle(size);
    double row = row();
    double right = inner();
    window.setX(field.getLayoutX());
    window.setWidth(Math.max(0, right - field.getLayoutX()));
    window.setHeight(bottom());
    edge.setWidth(getWidth());
    edge.setHeight(bottom());
    whole.setWidth(right);
    whole.setHeight(bottom());
    int first = (int) Math.max(0, Math.floor((field.getScrollTop() - insets().getTop()) / row));
    int last = Math.min(sheet.lines().size(), first + (int) Math.ceil(getHeight() / row) + 1);
    List<Node> below = new ArrayList<>();
    List<Node> above = new ArrayList<>();
    List<Node> margin = new ArrayList<>();
    for (int i = first; i < last; i++) {
      double y = place(new Sheet.At(i, 0)).getY();
      if (state.marked().contains(i)) {
        below.addAll(band(y, row));
      }
      letters(i, y, above);
      margin.add(number(i, y));
    }
    for (int i = 0; i < found.starts().size(); i++) {
      mark(found.starts().get(i), found.starts().get(i) + found.length(), below);
    }
    state.problem().ifPresent(problem -> underline(problem.span(), above));
    ground.getChildren().setAll(below);
    letters.getChildren().setAll(above);
    numbers.getChildren().setAll(margin);
    // The sheets of this frame were read before these were there.
    List.of(ground, letters, numbers).forEach(Node::applyCss);
    painting = false;
  }

  // To the bar, where there is one.
  private double inner() {
    return field.lookup(".scroll-pane > .viewport") instanceof Region view
        ? field.getLayoutX() + view.getWidth()
        : getWidth();
  }

  private double bottom() {
    return field.lookup(".scroll-pane > .viewport") instanceof Region view
        ? view.getHeight()
        : getHeight();
  }

  private List<Node> band(double y, double row) {
    String phase = state.phase().map(Step.Phase::name).orElse("FORWARD").toLowerCase(Locale.ROOT);
    Rectangle band = new Rectangle(0, y, getWidth(), row);
    band.getStyleClass().setAll("code-band", "band-" + phase);
    Rectangle bar = new Rectangle(0, y, EDGE, row);
    bar.getStyleClass().setAll("code-band-edge", "band-" + phase);
    return List.of(band, bar);
  }

  private void letters(int line, double y, List<Node> to) {
    int column = 0;
    for (Highlighter.Piece piece : sheet.pieces().get(line)) {
      if (!piece.text().isBlank()) {
        Text text = new Text(piece.text());
        text.getStyleClass()
            .setAll("code-text", "code-" + piece.kind().name().toLowerCase(Locale.ROOT));
        text.setTextOrigin(VPos.TOP);
        text.setManaged(false);
        text.setX(place(new Sheet.At(line, column)).getX());
        text.setY(y);
        to.add(text);
      }
      column += piece.text().length();
    }
  }

  private Node number(int line, double y) {
    Text number = new Text(String.valueOf(line + 1));
    boolean wrong =
        state.problem().filter(problem -> problem.span().line() == line + 1).isPresent();
    number.getStyleClass().setAll("code-text", wrong ? "code-wrong-number" : "code-comment");
    number.setTextOrigin(VPos.TOP);
    number.setManaged(false);
    number.setX(margin() - letter() - width(number.getText()));
    number.setY(y);
    return number;
  }

  private void mark(int start, int end, List<Node> to) {
    Point2D from = place(start);
    if (from.getY() < -row() || from.getY() > getHeight()) {
      return;
    }
    Rectangle mark =
        new Rectangle(from.getX(), from.getY(), place(end).getX() - from.getX(), row());
    boolean chosen = field.getSelection().equals(new IndexRange(start, end));
    mark.getStyleClass().setAll("code-found");
    mark.setVisible(!chosen);
    to.add(mark);
  }

  // At least a letter wide, on the first of its lines.
  private void underline(Span span, List<Node> to) {
    int start = Math.min(span.start(), field.getLength());
    Sheet.At at = sheet.at(start);
    int room = sheet.lines().get(at.line()).length();
    int end = Math.min(room, at.column() + Math.max(1, span.length()));
    Point2D from = place(at);
    double right = Math.max(from.getX() + letter(), place(new Sheet.At(at.line(), end)).getX());
    double y = from.getY() + row() - 1;
    Line line = new Line(from.getX(), y, right, y);
    line.setId("code-wrong");
    line.getStyleClass().setAll("code-wrong");
    to.add(line);
  }
}
