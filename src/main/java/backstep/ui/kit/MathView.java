package backstep.ui.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableDoubleProperty;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A formula, typeset from LaTeX.
///
/// A formula that is too wide for its place is broken before its outermost signs, and a piece that
/// is still too wide is set smaller; nothing is cut off. Parts in `\textcolor{positive}{…}` and
/// `\textcolor{negative}{…}` take those colours from the style sheet. LaTeX that cannot be read is
/// shown as its plain text.
public final class MathView extends Region {
  private static final StyleablePropertyFactory<MathView> STYLES =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final CssMetaData<MathView, Color> FILL =
      STYLES.createColorCssMetaData("-bs-math-fill", v -> v.fill, Color.BLACK, false);
  private static final CssMetaData<MathView, Color> POSITIVE =
      STYLES.createColorCssMetaData("-bs-math-positive", v -> v.positive, Color.BLACK, false);
  private static final CssMetaData<MathView, Color> NEGATIVE =
      STYLES.createColorCssMetaData("-bs-math-negative", v -> v.negative, Color.BLACK, false);
  private static final CssMetaData<MathView, Number> SIZE =
      STYLES.createSizeCssMetaData("-bs-math-size", v -> v.size, 18.0, false);

  private static final double LINE_GAP = 0.45;

  // A line less is worth being set this much smaller.
  private static final double[] SMALLER = {0.94, 0.88};

  private record Run(Typeset piece, double x) {}

  private record Line(List<Run> runs, double width, double ascent, double descent) {}

  private record Layout(double scale, List<Line> lines, double width, double height) {}

  private final StyleableObjectProperty<Color> fill =
      new SimpleStyleableObjectProperty<>(FILL, this, "fill", Color.BLACK);
  private final StyleableObjectProperty<Color> positive =
      new SimpleStyleableObjectProperty<>(POSITIVE, this, "positive", Color.BLACK);
  private final StyleableObjectProperty<Color> negative =
      new SimpleStyleableObjectProperty<>(NEGATIVE, this, "negative", Color.BLACK);
  private final StyleableDoubleProperty size =
      new SimpleStyleableDoubleProperty(SIZE, this, "size", 18.0);

  private final ReadOnlyStringWrapper latex = new ReadOnlyStringWrapper(this, "latex", "");
  private final ReadOnlyStringWrapper plain = new ReadOnlyStringWrapper(this, "plain", "");
  private final Canvas canvas = new Canvas();
  private Optional<List<Typeset>> pieces = Optional.empty();
  // A pass over the window asks for the same few widths again and again.
  private final Map<Double, Layout> layouts = new HashMap<>();
  private Optional<Layout> drawn = Optional.empty();

  /// An empty formula.
  public MathView() {
    getStyleClass().add("math-view");
    setAccessibleRole(AccessibleRole.TEXT);
    accessibleTextProperty().bind(plain);
    canvas.setManaged(false);
    getChildren().add(canvas);
    fill.subscribe(this::restyled);
    positive.subscribe(this::restyled);
    negative.subscribe(this::restyled);
    size.subscribe(this::restyled);
  }

  /// A formula.
  ///
  /// @param latex for mathematics mode
  /// @param plain the same in plain text, for screen readers
  public MathView(String latex, String plain) {
    this();
    show(latex, plain);
  }

  /// A formula whose plain text is made from its LaTeX.
  public MathView(String latex) {
    this(latex, PlainMath.of(latex));
  }

  /// Shows another formula.
  public void show(String newLatex, String newPlain) {
    if (newLatex.equals(latex.get()) && newPlain.equals(plain.get())) {
      return;
    }
    latex.set(newLatex);
    plain.set(newPlain);
    restyled();
  }

  /// Whether this LaTeX can be typeset; where it cannot, its plain text is shown.
  public static boolean isReadable(String latex) {
    return Typeset.isReadable(latex);
  }

  /// The formula as it was given, tints included.
  public ReadOnlyStringProperty latexProperty() {
    return latex.getReadOnlyProperty();
  }

  /// The formula for pasting elsewhere: plain LaTeX without tints.
  public String portableLatex() {
    return portable(latex.get());
  }

  /// LaTeX that says nothing of colours.
  public static String portable(String latex) {
    return Typeset.withoutTints(latex);
  }

  /// What a screen reader says.
  public ReadOnlyStringProperty plainProperty() {
    return plain.getReadOnlyProperty();
  }

  /// The colour of what is not tinted; `-bs-math-fill` in a style sheet.
  public ObjectProperty<Color> fillProperty() {
    return fill;
  }

  /// The height of the letters' em square; `-bs-math-size` in a style sheet, best given in `em`.
  public StyleableDoubleProperty sizeProperty() {
    return size;
  }

  private void restyled() {
    pieces = Optional.empty();
    layouts.clear();
    drawn = Optional.empty();
    requestLayout();
  }

  private List<Typeset> pieces() {
    if (pieces.isEmpty()) {
      String tinted =
          latex
              .get()
              .replace("\\textcolor{positive}", "\\textcolor{" + web(positive.get()) + "}")
              .replace("\\textcolor{negative}", "\\textcolor{" + web(negative.get()) + "}");
      pieces = Optional.of(Typeset.pieces(tinted, plain.get(), size.get()));
    }
    return pieces.get();
  }

  private static String web(Color color) {
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        Math.round(color.getRed() * 255),
        Math.round(color.getGreen() * 255),
        Math.round(color.getBlue() * 255));
  }

  private Layout layout(double width) {
    return layouts.computeIfAbsent(width, this::laidOut);
  }

  private Layout laidOut(double width) {
    double widest = pieces().stream().mapToDouble(Typeset::width).max().orElse(0);
    double scale = width > 0 && widest > width ? width / widest : 1;
    Layout best = layout(width, scale);
    for (double smaller : SMALLER) {
      Layout other = layout(width, scale * smaller);
      best = other.lines.size() < best.lines.size() ? other : best;
    }
    return best;
  }

  private Layout layout(double width, double scale) {
    List<Line> lines = new Lines(width, scale).of(pieces());
    double total = lines.stream().mapToDouble(line -> line.ascent + line.descent).sum();
    double gaps = Math.max(0, lines.size() - 1) * LINE_GAP * size.get() * scale;
    double broadest = lines.stream().mapToDouble(Line::width).max().orElse(0);
    return new Layout(scale, lines, broadest, total + gaps);
  }

  /// Fills lines: what does not fit is broken before its loosest signs first.
  private static final class Lines {
    private final double width;
    private final double scale;
    private final List<Line> lines = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private double x;

    Lines(double width, double scale) {
      this.width = width;
      this.scale = scale;
    }

    List<Line> of(List<Typeset> pieces) {
      place(pieces, 0);
      end();
      return lines;
    }

    private void place(List<Typeset> pieces, int level) {
      double length = length(pieces);
      double gap = runs.isEmpty() ? 0 : pieces.getFirst().gap() * scale;
      if (fits(x + gap + length) || pieces.size() == 1) {
        if (!fits(x + gap + length)) {
          end();
        }
        pieces.forEach(this::add);
      } else if (!runs.isEmpty() && fits(length)) {
        end();
        pieces.forEach(this::add);
      } else {
        parts(pieces, level).forEach(part -> place(part, level + 1));
      }
    }

    // Cut before each sign of this level; where there is none, before looser ones there cannot be.
    private static List<List<Typeset>> parts(List<Typeset> pieces, int level) {
      List<List<Typeset>> parts = new ArrayList<>();
      for (Typeset piece : pieces) {
        if (parts.isEmpty() || piece.level() <= level) {
          parts.add(new ArrayList<>());
        }
        parts.getLast().add(piece);
      }
      return parts;
    }

    private boolean fits(double length) {
      return width <= 0 || length <= width + 0.01;
    }

    private double length(List<Typeset> pieces) {
      double length = -pieces.getFirst().gap();
      for (Typeset piece : pieces) {
        length += piece.gap() + piece.width();
      }
      return length * scale;
    }

    private void add(Typeset piece) {
      x += runs.isEmpty() ? 0 : piece.gap() * scale;
      runs.add(new Run(piece, x));
      x += piece.width() * scale;
    }

    private void end() {
      if (runs.isEmpty()) {
        return;
      }
      double ascent = runs.stream().mapToDouble(run -> run.piece.ascent()).max().orElse(0);
      double descent = runs.stream().mapToDouble(run -> run.piece.descent()).max().orElse(0);
      lines.add(new Line(List.copyOf(runs), x, ascent * scale, descent * scale));
      runs.clear();
      x = 0;
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return snappedLeftInset() + Math.ceil(layout(-1).width) + 1 + snappedRightInset();
  }

  @Override
  protected double computeMinWidth(double height) {
    return snappedLeftInset() + snappedRightInset();
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = width < 0 ? -1 : width - snappedLeftInset() - snappedRightInset();
    return snappedTopInset() + Math.ceil(layout(inner).height) + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  public double getBaselineOffset() {
    double inner = getWidth() - snappedLeftInset() - snappedRightInset();
    List<Line> lines = layout(inner).lines;
    return snappedTopInset() + (lines.isEmpty() ? 0 : lines.getFirst().ascent);
  }

  @Override
  protected void layoutChildren() {
    double inner = getWidth() - snappedLeftInset() - snappedRightInset();
    Layout now = layout(inner);
    // A pixel around, for strokes that reach over the edge of their box.
    canvas.relocate(snappedLeftInset() - 1, snappedTopInset() - 1);
    canvas.setWidth(Math.ceil(now.width) + 2);
    canvas.setHeight(Math.ceil(now.height) + 2);
    if (!drawn.equals(Optional.of(now))) {
      draw(now);
      drawn = Optional.of(now);
    }
  }

  private void draw(Layout now) {
    GraphicsContext gc = canvas.getGraphicsContext2D();
    gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    double y = 1;
    for (Line line : now.lines) {
      for (Run run : line.runs) {
        run.piece.draw(gc, 1 + run.x, y + line.ascent, now.scale, fill.get());
      }
      y += line.ascent + line.descent + LINE_GAP * size.get() * now.scale;
    }
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return STYLES.getCssMetaData();
  }

  /// What a style sheet can set.
  public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
    return STYLES.getCssMetaData();
  }
}
