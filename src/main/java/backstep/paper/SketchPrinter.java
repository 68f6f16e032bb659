package backstep.paper;

import backstep.paper.Fonts.Face;
import backstep.paper.Mark.Area;
import backstep.paper.Mark.Spot;
import backstep.paper.Mark.Text;
import backstep.paper.Mark.Way;
import backstep.paper.Strips.Strip;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/// Draws a strip of a drawing on a page. In PDF y grows upwards.
final class SketchPrinter {
  // How far the handles of a Bézier curve lie from the ends of a quarter of a circle of radius 1.
  private static final double ARC = 0.5523;

  private final PDPageContentStream page;
  private final Fonts fonts;
  private final double left;
  private final double top;
  private final double scale;

  /// @param left where on the page the drawing's x is 0
  /// @param top where on the page the drawing's y is 0
  /// @param scale points to a unit of the drawing
  SketchPrinter(PDPageContentStream page, Fonts fonts, double left, double top, double scale) {
    this.page = page;
    this.fonts = fonts;
    this.left = left;
    this.top = top;
    this.scale = scale;
  }

  void draw(Sketch sketch, Strip strip) throws IOException {
    page.saveGraphicsState();
    page.addRect(x(strip.from()), y(strip.bottom()), length(strip.width()), length(strip.height()));
    page.clip();
    for (Mark mark : sketch.marks()) {
      if (strip.holds(mark)) {
        draw(mark);
      }
    }
    page.restoreGraphicsState();
  }

  private void draw(Mark mark) throws IOException {
    switch (mark) {
      case Area area -> {
        if (isSeen(area.fill(), area.line())) {
          outline(area);
          paint(area.fill(), area.line());
        }
      }
      case Way way -> {
        if (isSeen(way.fill(), way.line())) {
          outline(way);
          paint(way.fill(), way.line());
        }
      }
      case Text text -> write(text);
    }
  }

  private void outline(Way way) throws IOException {
    Spot first = way.points().getFirst();
    page.moveTo(x(first.x()), y(first.y()));
    for (Spot spot : way.points().subList(1, way.points().size())) {
      page.lineTo(x(spot.x()), y(spot.y()));
    }
    if (way.closed()) {
      page.closePath();
    }
  }

  private void outline(Area area) throws IOException {
    double r = Math.min(area.radius(), Math.min(area.width(), area.height()) / 2);
    double k = r * (1 - ARC);
    double x0 = area.x();
    double y0 = area.y();
    double x1 = x0 + area.width();
    double y1 = y0 + area.height();
    page.moveTo(x(x0 + r), y(y0));
    page.lineTo(x(x1 - r), y(y0));
    bend(x1 - k, y0, x1, y0 + k, x1, y0 + r);
    page.lineTo(x(x1), y(y1 - r));
    bend(x1, y1 - k, x1 - k, y1, x1 - r, y1);
    page.lineTo(x(x0 + r), y(y1));
    bend(x0 + k, y1, x0, y1 - k, x0, y1 - r);
    page.lineTo(x(x0), y(y0 + r));
    bend(x0, y0 + k, x0 + k, y0, x0 + r, y0);
    page.closePath();
  }

  private void bend(double x1, double y1, double x2, double y2, double x3, double y3)
      throws IOException {
    page.curveTo(x(x1), y(y1), x(x2), y(y2), x(x3), y(y3));
  }

  // Without a pen of its own it would be drawn with the last one.
  private static boolean isSeen(Optional<Ink> fill, Optional<Pen> line) {
    return fill.isPresent() || line.isPresent();
  }

  private void paint(Optional<Ink> fill, Optional<Pen> line) throws IOException {
    if (fill.isPresent()) {
      Ink ink = fill.get();
      page.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
    }
    if (line.isPresent()) {
      Pen pen = line.get();
      page.setStrokingColor(pen.ink().red(), pen.ink().green(), pen.ink().blue());
      page.setLineWidth(length(pen.width()));
      float[] dashes = new float[pen.dashes().size()];
      for (int i = 0; i < dashes.length; i++) {
        dashes[i] = length(pen.dashes().get(i));
      }
      page.setLineDashPattern(dashes, 0);
    }
    if (fill.isPresent() && line.isPresent()) {
      page.fillAndStroke();
    } else if (fill.isPresent()) {
      page.fill();
    } else {
      page.stroke();
    }
  }

  // A text that is wider than its room is written in smaller letters.
  private void write(Text text) throws IOException {
    Face face = text.bold() ? Face.BOLD : Face.TEXT;
    double width = fonts.width(text.text(), face, text.size());
    double part = Math.min(1, text.room() / Math.max(width, 1e-9));
    double begin = text.centred() ? text.x() - width * part / 2 : text.x();
    page.setNonStrokingColor(text.ink().red(), text.ink().green(), text.ink().blue());
    page.beginText();
    page.newLineAtOffset(x(begin), y(text.baseline()));
    for (Fonts.Piece piece : fonts.pieces(text.text(), face)) {
      page.setFont(piece.font(), length(text.size() * part));
      page.showText(piece.text());
    }
    page.endText();
  }

  private float x(double x) {
    return (float) (left + x * scale);
  }

  private float y(double y) {
    return (float) (top - y * scale);
  }

  private float length(double length) {
    return (float) (length * scale);
  }
}
