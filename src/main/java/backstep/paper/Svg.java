package backstep.paper;

import backstep.paper.Mark.Area;
import backstep.paper.Mark.Spot;
import backstep.paper.Mark.Text;
import backstep.paper.Mark.Way;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes a drawing as SVG 1.1. Text stays text, which can be searched, copied and read aloud; it
/// keeps its width where the reader's system has another font.
public final class Svg {
  private static final String FONTS = "Pretendard, 'Noto Sans KR', 'Malgun Gothic', sans-serif";

  private final StringBuilder svg = new StringBuilder();

  private Svg() {}

  /// @param background what it is drawn on; none for nothing
  /// @param title what screen readers say of it
  public static String of(Sketch sketch, Optional<Ink> background, String title) {
    Svg svg = new Svg();
    svg.begin(sketch, title);
    background.ifPresent(ink ->
        svg.draw(new Area(0, 0, sketch.width(), sketch.height(), 0, background, Optional.empty())));
    sketch.marks().forEach(svg::draw);
    return svg.svg.append("</svg>\n").toString();
  }

  private void begin(Sketch sketch, String title) {
    String width = number(sketch.width());
    String height = number(sketch.height());
    svg.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" \
        role="img" font-family="%s">
        <title>%s</title>
        """
            .formatted(width, height, width, height, FONTS, escaped(title)));
  }

  private void draw(Mark mark) {
    switch (mark) {
      case Area a -> {
        svg.append("<rect");
        attribute("x", a.x());
        attribute("y", a.y());
        attribute("width", a.width());
        attribute("height", a.height());
        if (a.radius() > 0) {
          attribute("rx", a.radius());
        }
        paint(a.fill(), a.line());
        svg.append("/>\n");
      }
      case Way w -> {
        svg.append(w.closed() ? "<polygon points=\"" : "<polyline points=\"")
            .append(w.points().stream().map(Svg::point).collect(Collectors.joining(" ")))
            .append('"');
        paint(w.fill(), w.line());
        svg.append("/>\n");
      }
      case Text t -> {
        svg.append("<text");
        attribute("x", t.x());
        attribute("y", t.baseline());
        attribute("font-size", t.size());
        svg.append(t.bold() ? " font-weight=\"bold\"" : "");
        if (t.centred()) {
          svg.append(" text-anchor=\"middle\"");
        } else {
          attribute("textLength", t.room());
          svg.append(" lengthAdjust=\"spacingAndGlyphs\"");
        }
        paint(Optional.of(t.ink()), Optional.empty());
        svg.append('>').append(escaped(t.text())).append("</text>\n");
      }
    }
  }

  private void paint(Optional<Ink> fill, Optional<Pen> line) {
    svg.append(" fill=\"").append(fill.map(Ink::hex).orElse("none")).append('"');
    fill.filter(ink -> ink.opacity() < 1)
        .ifPresent(ink -> attribute("fill-opacity", ink.opacity()));
    line.ifPresent(pen -> {
      svg.append(" stroke=\"").append(pen.ink().hex()).append('"');
      attribute("stroke-width", pen.width());
      if (pen.ink().opacity() < 1) {
        attribute("stroke-opacity", pen.ink().opacity());
      }
      if (!pen.dashes().isEmpty()) {
        svg.append(" stroke-dasharray=\"")
            .append(pen.dashes().stream().map(Svg::number).collect(Collectors.joining(" ")))
            .append('"');
      }
    });
  }

  private void attribute(String name, double value) {
    svg.append(' ').append(name).append("=\"").append(number(value)).append('"');
  }

  private static String point(Spot spot) {
    return number(spot.x()) + "," + number(spot.y());
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceAll("\\.?0+$", "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
