package backstep.ui.lab.network;

import backstep.lab.Surfaces.Piece;
import backstep.tensor.Tensor;
import backstep.train.Dataset.Point;
import backstep.ui.kit.Em;
import backstep.ui.kit.KeyTaker;
import backstep.words.Numbers;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// The plane: a surface, where it changes its sign, and the points on it.
///
/// With the focus a cross can be moved by the arrows (with Shift in leaps), to read the surface
/// there; where points are set one by one, `Enter` uses the tool at it, and `Delete` takes the
/// nearest point away, as a click and a click with the other button do.
final class PlanePane extends Region implements KeyTaker {
  /// A place of the plane.
  record Place(double x1, double x2) {
    /// Its coordinates, such as `x1 0.25, x2 −0.5`.
    String named(Numbers numbers) {
      return "x1 " + hundredths(x1, numbers) + ", x2 " + hundredths(x2, numbers);
    }

    private static String hundredths(double x, Numbers numbers) {
      return numbers.shown(Math.rint(100 * x) / 100);
    }
  }

  /// Does something at a place.
  interface Action {
    /// @param near how far from the place it reaches
    void at(double x1, double x2, double near);
  }

  private static final PseudoClass SET = PseudoClass.getPseudoClass("set");
  // In em.
  private static final double RADIUS = 0.27;
  private static final double NEAR = 0.7;
  private static final double RIGHT = 1.9;
  private static final double BOTTOM = 1.3;
  // Parts of the reach.
  private static final double STEP = 0.025;
  private static final int LEAP = 8;

  private final Em em = new Em();
  private final Palette palette;
  private final Rectangle frame = new Rectangle();
  private final SurfaceImage surface;
  private final Canvas canvas = new Canvas();
  private final Line across = new Line();
  private final Line upright = new Line();
  private final List<Text> ticks;
  private final ReadOnlyObjectWrapper<Optional<Place>> pointed =
      new ReadOnlyObjectWrapper<>(this, "pointed", Optional.empty());
  private Action onUse = (_, _, _) -> {};
  private Action onRemove = (_, _, _) -> {};
  private List<Point> train = List.of();
  private List<Point> test = List.of();
  private List<Piece> border = List.of();
  private double reach = 1;
  private Place cross = new Place(0, 0);
  private boolean isEditable;

  PlanePane(int side, Palette palette) {
    this.palette = palette;
    surface = new SurfaceImage(side);
    getStyleClass().add("plane");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    frame.getStyleClass().add("plane-frame");
    across.getStyleClass().add("plane-cross");
    upright.getStyleClass().add("plane-cross");
    List.of(frame, surface, canvas, across, upright).forEach(node -> node.setManaged(false));
    ticks = List.of(tick("−1"), tick("x1"), tick("1"), tick("−1"), tick("x2"), tick("1"));
    surface.setVisible(false);
    canvas.setMouseTransparent(true);
    across.setMouseTransparent(true);
    upright.setMouseTransparent(true);
    getChildren().addAll(frame, surface, canvas, across, upright, em);
    getChildren().addAll(ticks);
    across.setVisible(false);
    upright.setVisible(false);
    focusedProperty().subscribe(this::readCross);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    frame.setOnMouseClicked(this::click);
    frame.setOnMouseMoved(event -> pointed.set(Optional.of(place(event))));
    frame.setOnMouseDragged(event -> pointed.set(Optional.of(place(event))));
    frame.setOnMouseExited(_ -> readCross());
  }

  private static Text tick(String words) {
    Text text = new Text(words);
    text.getStyleClass().add("plane-tick");
    text.setManaged(false);
    text.setTextOrigin(VPos.TOP);
    return text;
  }

  // --- Properties --------------------------------------------------------------------------------

  /// The place that is read: under the pointer, else under the cross while this has the focus.
  ReadOnlyObjectProperty<Optional<Place>> pointedProperty() {
    return pointed.getReadOnlyProperty();
  }

  /// Called with the place where the tool is to be used.
  void setOnUse(Action action) {
    onUse = action;
  }

  /// Called with the place where a point is to be taken away.
  void setOnRemove(Action action) {
    onRemove = action;
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Shows a surface.
  ///
  /// @param figures a surface in each column
  /// @param column which of them
  /// @param largest the size of figure that has the full colour
  /// @param line where it changes its sign; empty for none
  void show(Tensor figures, int column, double largest, List<Piece> line) {
    surface.show(figures, column, largest, palette);
    surface.setVisible(true);
    border = line;
    draw();
  }

  /// Shows no surface.
  void clear() {
    surface.setVisible(false);
    border = List.of();
    draw();
  }

  /// Shows points, and as much of the plane as they take up.
  ///
  /// @param editable whether they can be set one by one
  void show(List<Point> toLearn, List<Point> toTest, double wide, boolean editable) {
    train = toLearn;
    test = toTest;
    reach = wide;
    isEditable = editable;
    frame.setCursor(editable ? Cursor.CROSSHAIR : Cursor.DEFAULT);
    pseudoClassStateChanged(SET, editable);
    layOut();
  }

  /// Draws all again, as in other colours.
  void draw() {
    GraphicsContext pen = canvas.getGraphicsContext2D();
    double side = canvas.getWidth();
    pen.clearRect(0, 0, side, side);
    pen.setStroke(palette.color(Palette.Use.BORDER));
    pen.setLineWidth(Math.max(1, 0.1 * em.times(1)));
    for (Piece piece : border) {
      pen.strokeLine(x(piece.fromX1()), y(piece.fromX2()), x(piece.toX1()), y(piece.toX2()));
    }
    PointMark mark = new PointMark(palette, RADIUS * em.times(1));
    test.forEach(point -> mark.draw(pen, point, true, x(point.x1()), y(point.x2())));
    train.forEach(point -> mark.draw(pen, point, false, x(point.x1()), y(point.x2())));
  }

  // --- Pointing ----------------------------------------------------------------------------------

  private double x(double x1) {
    return (x1 / reach + 1) / 2 * canvas.getWidth();
  }

  private double y(double x2) {
    return (1 - x2 / reach) / 2 * canvas.getHeight();
  }

  private Place place(MouseEvent event) {
    double side = Math.max(1, frame.getWidth());
    return new Place(
        within((2 * event.getX() / side - 1) * reach),
        within((1 - 2 * event.getY() / side) * reach));
  }

  private double within(double coordinate) {
    return Math.clamp(coordinate, -reach, reach);
  }

  private double near() {
    return 2 * reach * NEAR * em.times(1) / Math.max(1, frame.getWidth());
  }

  private void click(MouseEvent event) {
    if (!event.isStillSincePress()) {
      return;
    }
    requestFocus();
    Place place = place(event);
    moveTo(place);
    if (event.getButton() == MouseButton.PRIMARY) {
      onUse.at(place.x1(), place.x2(), near());
    } else if (event.getButton() == MouseButton.SECONDARY) {
      onRemove.at(place.x1(), place.x2(), near());
    }
  }

  private void moveTo(Place place) {
    cross = place;
    layOutCross();
    readCross();
  }

  private void readCross() {
    pointed.set(isFocused() ? Optional.of(cross) : Optional.empty());
    across.setVisible(isFocused());
    upright.setVisible(isFocused());
  }

  // --- Keys --------------------------------------------------------------------------------------

  @Override
  public boolean takes(KeyEvent event) {
    return !event.isShortcutDown()
        && !event.isAltDown()
        && switch (event.getCode()) {
          case LEFT, RIGHT, UP, DOWN -> true;
          case ENTER, SPACE, DELETE, BACK_SPACE -> isEditable;
          default -> false;
        };
  }

  private void press(KeyEvent event) {
    if (!takes(event)) {
      return;
    }
    double step = STEP * reach * (event.isShiftDown() ? LEAP : 1);
    switch (event.getCode()) {
      case LEFT -> moveBy(-step, 0);
      case RIGHT -> moveBy(step, 0);
      case UP -> moveBy(0, step);
      case DOWN -> moveBy(0, -step);
      case ENTER, SPACE -> onUse.at(cross.x1(), cross.x2(), near());
      default -> onRemove.at(cross.x1(), cross.x2(), near());
    }
    event.consume();
  }

  private void moveBy(double x1, double x2) {
    moveTo(new Place(within(cross.x1() + x1), within(cross.x2() + x2)));
  }

  // --- Layout ------------------------------------------------------------------------------------

  boolean isEditable() {
    return isEditable;
  }

  /// What stands beside the square needs so much room.
  double beside() {
    return em.times(RIGHT);
  }

  /// What stands below the square needs so much room.
  double below() {
    return em.times(BOTTOM);
  }

  /// How wide and high the square is where there is so much room for all.
  double side(double width, double height) {
    return Math.max(
        em.times(4), Math.floor(Math.min(width - em.times(RIGHT), height - em.times(BOTTOM))));
  }

  @Override
  protected void layoutChildren() {
    layOut();
  }

  private void layOut() {
    double side = side(getWidth(), getHeight());
    frame.setWidth(side);
    frame.setHeight(side);
    surface.setSide(side);
    if (canvas.getWidth() != side) {
      canvas.setWidth(side);
      canvas.setHeight(side);
    }
    double gap = em.times(0.25);
    for (int i = 0; i < 3; i++) {
      Text below = ticks.get(i);
      double width = below.getLayoutBounds().getWidth();
      double x = x(i - 1.0) - width / 2;
      below.setX(Math.rint(Math.clamp(x, 0, Math.max(0, side - width))));
      below.setY(side + gap);
      Text beside = ticks.get(i + 3);
      beside.setX(side + gap);
      beside.setY(Math.rint(y(i - 1.0) - beside.getLayoutBounds().getHeight() / 2));
    }
    layOutCross();
    draw();
  }

  private void layOutCross() {
    double side = frame.getWidth();
    line(across, 0, y(cross.x2()), side, y(cross.x2()));
    line(upright, x(cross.x1()), 0, x(cross.x1()), side);
  }

  private static void line(Line line, double x1, double y1, double x2, double y2) {
    line.setStartX(x1);
    line.setStartY(y1);
    line.setEndX(x2);
    line.setEndY(y2);
  }
}
