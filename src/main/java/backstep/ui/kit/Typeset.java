package backstep.ui.kit;

import java.awt.Graphics2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jfree.fx.FXGraphics2D;
import org.scilab.forge.jlatexmath.Atom;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.MacroInfo;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXEnvironment;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXParser;

/// A piece of a formula that is not broken, as JLaTeXMath has laid it out.
final class Typeset {
  // Every font that JLaTeXMath has: which of them a formula needs is not known before it is drawn.
  private static final List<String> FONTS =
      List.of(
          "base/jlm_cmex10",
          "base/jlm_cmmi10",
          "base/jlm_cmmib10",
          "maths/jlm_cmbsy10",
          "maths/jlm_cmsy10",
          "maths/jlm_msam10",
          "maths/jlm_msbm10",
          "maths/jlm_rsfs10",
          "maths/jlm_special",
          "maths/jlm_stmary10",
          "latin/jlm_cmr10",
          "latin/jlm_jlmr10",
          "latin/jlm_jlmi10",
          "latin/jlm_jlmbx10",
          "latin/jlm_jlmtt10",
          "latin/jlm_jlmss10",
          "latin/optional/jlm_cmbx10",
          "latin/optional/jlm_cmtt10",
          "latin/optional/jlm_cmti10");

  /// The family for letters that TeX's fonts do not have.
  private static final String LETTERS = "Pretendard";

  private static final Pattern FOREIGN_TEXT =
      Pattern.compile("\\\\text\\{([^{}]*[^\\x00-\\x7f][^{}]*)}");
  private static final Pattern TINT = Pattern.compile("\\\\textcolor\\{[^{}]*}");

  /// How many levels of signs there are, loosest first.
  static final int LEVELS = 3;

  // A formula may be broken before these, where they stand outside of all brackets.
  private static final Map<String, Integer> SIGNS =
      Map.ofEntries(
          Map.entry("=", 0),
          Map.entry("\\leftarrow", 0),
          Map.entry("\\mathrel", 0),
          Map.entry("+", 1),
          Map.entry("-", 1),
          Map.entry("\\to", 1),
          Map.entry("\\cdot", 2),
          Map.entry("\\odot", 2),
          Map.entry("\\otimes", 2),
          Map.entry("\\times", 2),
          Map.entry("\\bmod", 2));

  private static final Pattern FIRST_SIGN =
      Pattern.compile("\\\\mathrel\\{([^{}]*)}.*", Pattern.DOTALL);

  static {
    loadFonts();
    MacroInfo.Commands.put("bsletters", new Letters());
  }

  // What TeX leaves before a sign, in em.
  private static final double BEFORE_SIGN = 0.278;

  // TeX's own underscore is as wide as two letters.
  private static final String UNDERSCORE =
      "\\hspace{0.05em}\\rule[-0.1em]{0.38em}{0.045em}\\hspace{0.05em}";

  private final Box box;
  private final double size;
  private final double gap;
  private final int level;

  private Typeset(Box box, double size, double gap, int level) {
    this.box = box;
    this.size = size;
    this.gap = gap;
    this.level = level;
  }

  // Without this FXGraphics2D asks for fonts that JavaFX does not know, and every glyph is wrong.
  private static void loadFonts() {
    for (String font : FONTS) {
      load(TeXFormula.class, "fonts/" + font + ".ttf");
    }
    load(Typeset.class, "/fonts/Pretendard-Regular.otf");
  }

  private static void load(Class<?> beside, String name) {
    try (InputStream stream = beside.getResourceAsStream(name)) {
      if (stream == null || Font.loadFont(stream, 1) == null) {
        throw new IllegalStateException("cannot load the font " + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Asked(String latex, String plain, double size) {}

  // Whoever steps back and forth sees the same few formulas, and to set one takes milliseconds.
  private static final int MOST_KEPT = 200;
  private static final Map<Asked, List<Typeset>> KEPT =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, List<Typeset>> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /// The formula's pieces, to be set side by side or one under another. Called on the JavaFX thread
  /// only.
  ///
  /// @param plain what to show where the LaTeX cannot be read
  static List<Typeset> pieces(String latex, String plain, double size) {
    return KEPT.computeIfAbsent(
        new Asked(latex, plain, size), asked -> set(asked.latex, asked.plain, asked.size));
  }

  private static List<Typeset> set(String latex, String plain, double size) {
    try {
      List<Typeset> pieces = new ArrayList<>();
      for (String piece : split(latex)) {
        pieces.add(of(piece, size));
      }
      return pieces;
    } catch (RuntimeException e) {
      // ParseException and whatever else JLaTeXMath meets in LaTeX that it does not know.
      return words(plain.isEmpty() ? latex : plain, size);
    }
  }

  /// Whether JLaTeXMath can read all of it.
  static boolean isReadable(String latex) {
    try {
      split(TINT.matcher(latex).replaceAll("\\\\textcolor{#000000}"))
          .forEach(piece -> of(piece, 16));
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static List<Typeset> words(String text, double size) {
    List<Typeset> words = new ArrayList<>();
    for (String word : text.split("(?<= )")) {
      words.add(new Typeset(new LettersBox(word, 0.9f), size, 0, 0));
    }
    return words;
  }

  private static Typeset of(String latex, double size) {
    String readable =
        FOREIGN_TEXT.matcher(latex).replaceAll("\\\\bsletters{$1}").replace("\\_", UNDERSCORE);
    TeXFormula formula = new TeXFormula(readable);
    Box box = formula.createTeXIcon(TeXConstants.STYLE_DISPLAY, (float) size).getBox();
    Matcher sign = FIRST_SIGN.matcher(latex);
    return sign.matches()
        ? new Typeset(box, size, BEFORE_SIGN, SIGNS.getOrDefault(sign.group(1).strip(), 0))
        : new Typeset(box, size, 0, 0);
  }

  /// LaTeX that says nothing of colours.
  static String withoutTints(String latex) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    Matcher tint = TINT.matcher(latex);
    while (tint.find(at)) {
      text.append(latex, at, tint.start());
      int from = tint.end() + 1;
      int to = closing(latex, from);
      text.append(withoutTints(latex.substring(from, to)));
      at = to + 1;
    }
    return text.append(latex.substring(at)).toString();
  }

  // Where the group ends that is open at this place.
  private static int closing(String latex, int from) {
    int depth = 1;
    for (int i = from; i < latex.length(); i++) {
      char c = latex.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return latex.length() - 1;
  }

  /// Cuts a formula before its outermost signs.
  static List<String> split(String latex) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    boolean signMayFollow = false;
    int depth = 0;
    Matcher tokens = Pattern.compile("\\\\[a-zA-Z]+|\\\\.|\\s+|.", Pattern.DOTALL).matcher(latex);
    while (tokens.find()) {
      String token = tokens.group();
      if (depth == 0 && SIGNS.containsKey(token) && (signMayFollow || !token.equals("-"))) {
        if (signMayFollow) {
          pieces.add(piece.toString());
          piece.setLength(0);
        }
        signMayFollow = false;
        // At the start of a piece TeX would take it for a sign before a number, and set it close.
        int end = token.equals("\\mathrel") ? closing(latex, tokens.end() + 1) + 1 : tokens.end();
        piece.append(
            token.equals("\\mathrel")
                ? latex.substring(tokens.start(), end)
                : "\\mathrel{" + token + "}");
        tokens.region(end, latex.length());
        continue;
      }
      signMayFollow |= !token.isBlank();
      piece.append(token);
      depth +=
          switch (token) {
            case "{", "(", "[", "\\left", "\\begin" -> 1;
            case "}", ")", "]", "\\right", "\\end" -> -1;
            default -> 0;
          };
    }
    pieces.add(piece.toString());
    return pieces;
  }

  /// What is left before it where something stands on its left.
  double gap() {
    return gap * size;
  }

  /// How tightly its first sign binds, from 0.
  int level() {
    return level;
  }

  double width() {
    return box.getWidth() * size;
  }

  double ascent() {
    return box.getHeight() * size;
  }

  double descent() {
    return box.getDepth() * size;
  }

  /// Draws it with the left end of its baseline at a place.
  void draw(GraphicsContext gc, double x, double y, double scale, Color color) {
    gc.save();
    Pen pen = new Pen(gc);
    // By the pen: it keeps the transform itself and knows of no other.
    pen.translate(x, y);
    pen.scale(size * scale, size * scale);
    pen.setColor(
        new java.awt.Color(
            (float) color.getRed(), (float) color.getGreen(), (float) color.getBlue()));
    box.draw(pen, 0, 0);
    gc.restore();
  }

  /// Draws on a canvas, and lets boxes of our own reach it.
  private static final class Pen extends FXGraphics2D {
    final GraphicsContext gc;

    Pen(GraphicsContext gc) {
      super(gc);
      this.gc = gc;
    }
  }

  /// `\bsletters{이름}`: text in a font that has all letters.
  private static final class Letters extends MacroInfo {
    Letters() {
      super(1);
    }

    @Override
    public Object invoke(TeXParser parser, String[] arguments) {
      String text = arguments[1].replace("\\", "");
      return new Atom() {
        @Override
        public Box createBox(TeXEnvironment environment) {
          boolean script = environment.getStyle() >= TeXConstants.STYLE_SCRIPT;
          return new LettersBox(text, script ? 0.65f : 0.92f);
        }
      };
    }
  }

  private static final class LettersBox extends Box {
    private static final double MEASURED = 100;

    private final String text;
    private final float scale;

    LettersBox(String text, float scale) {
      this.text = text;
      this.scale = scale;
      Text measured = new Text(text);
      measured.setFont(Font.font(LETTERS, MEASURED));
      width = (float) (measured.getLayoutBounds().getWidth() / MEASURED * scale);
      height = 0.75f * scale;
      depth = 0.2f * scale;
    }

    @Override
    public void draw(Graphics2D g2, float x, float y) {
      GraphicsContext gc = ((Pen) g2).gc;
      // JLaTeXMath's pen must not notice: it compares fonts by itself.
      gc.save();
      gc.translate(x, y);
      gc.scale(scale / MEASURED, scale / MEASURED);
      gc.setFont(Font.font(LETTERS, MEASURED));
      gc.fillText(text, 0, 0);
      gc.restore();
    }

    @Override
    public int getLastFontId() {
      return 0;
    }
  }
}
