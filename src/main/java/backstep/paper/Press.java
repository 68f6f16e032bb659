package backstep.paper;

import backstep.paper.Fonts.Face;
import backstep.paper.Strips.Strip;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Writes down a page and on to the next: what does not fit under what is there begins a new one.
final class Press implements AutoCloseable {
  static final double MARGIN = 42;
  private static final double FOOT = 26;
  private static final double LINE = 1.42;
  private static final double RULE = 21;
  private static final double ENTRY = 9.5;
  private static final double CODE = 9;
  private static final double LEAST_CODE = 7.6;
  private static final double COLUMN_GAP = 16;
  private static final double NAME_PART = 0.52;
  private static final double MOST_NAME = 190;

  private static final Ink INK = Ink.of(0x1b1f2a);
  private static final Ink MUTED = Ink.of(0x5b6478);
  private static final Ink FAINT = Ink.of(0xb4bac9);

  // Letters of the usual drawing are as large as letters of a text, or down to where one can still
  // write into a cell by hand.
  private static final double USUAL_SCALE = 0.72;
  private static final double LEAST_SCALE = 0.55;
  private static final double GAP = 12;

  private final PDDocument document;
  private final Fonts fonts;
  private final PaperSize paper;
  private PDPageContentStream page;
  private String foot = "";
  private int number;
  private double y;

  Press(PDDocument document, PaperSize paper) throws IOException {
    this.document = document;
    this.fonts = new Fonts(document);
    this.paper = paper;
    this.page = turn();
  }

  /// Begins another part on a page of its own, whose pages are counted from 1.
  ///
  /// @param footer what stands at the foot of each of its pages, before the page's number
  void begin(String footer) throws IOException {
    if (number > 0) {
      page.close();
      page = turn();
    }
    foot = footer;
    number = 0;
    number();
  }

  private void next() throws IOException {
    page.close();
    page = turn();
    number();
  }

  private PDPageContentStream turn() throws IOException {
    PDPage sheet = new PDPage(new PDRectangle(paper.width(), paper.height()));
    document.addPage(sheet);
    y = paper.height() - MARGIN;
    return new PDPageContentStream(document, sheet);
  }

  private void number() throws IOException {
    number++;
    String end = String.valueOf(number);
    write(foot, Face.TEXT, 8.5, MUTED, MARGIN, FOOT);
    double width = fonts.width(end, Face.TEXT, 8.5);
    write(end, Face.TEXT, 8.5, MUTED, paper.width() - MARGIN - width, FOOT);
  }

  /// How wide the part of a page is that is written on.
  double width() {
    return paper.width() - 2 * MARGIN;
  }

  private double room() {
    return y - MARGIN;
  }

  /// Leaves some room.
  void skip(double height) {
    y -= height;
  }

  // --- Text --------------------------------------------------------------------------------------

  void title(String text) throws IOException {
    paragraph(text, Face.BOLD, 17, INK);
  }

  /// A heading, on one page with what follows it.
  ///
  /// @param with how high that is at least
  void heading(String text, double with) throws IOException {
    if (room() < 26 + with) {
      next();
    }
    skip(6);
    paragraph(text, Face.BOLD, 11, INK);
    skip(2);
  }

  void paragraph(String text) throws IOException {
    paragraph(text, Face.TEXT, 10, INK);
  }

  void note(String text) throws IOException {
    paragraph(text, Face.TEXT, 9, MUTED);
  }

  private void paragraph(String text, Face face, double size, Ink ink) throws IOException {
    for (String line : lines(text, face, size, width())) {
      line(size);
      write(line, face, size, ink, MARGIN, y);
    }
  }

  /// A line with something to be written at each of several words.
  void fields(List<String> names) throws IOException {
    line(14);
    double each = width() / names.size();
    for (int i = 0; i < names.size(); i++) {
      double left = MARGIN + i * each;
      double end = left + fonts.width(names.get(i), Face.TEXT, 10) + 6;
      write(names.get(i), Face.TEXT, 10, MUTED, left, y);
      rule(end, left + each - 14, y - 2, MUTED);
    }
    skip(8);
  }

  /// A name, and beside it what it is.
  record Entry(String name, String text) {}

  /// Two lists of names side by side, or one alone.
  void entries(List<Entry> some, List<Entry> others) throws IOException {
    boolean both = !some.isEmpty() && !others.isEmpty();
    double width = both ? (width() - COLUMN_GAP) / 2 : width();
    for (int i = 0; i < Math.max(some.size(), others.size()); i++) {
      List<Column> columns = new ArrayList<>();
      if (i < some.size()) {
        columns.addAll(columns(some.get(i), MARGIN, width));
      }
      if (i < others.size()) {
        double left = both ? MARGIN + width + COLUMN_GAP : MARGIN;
        columns.addAll(columns(others.get(i), left, width));
      }
      int lines = columns.stream().mapToInt(column -> column.lines().size()).max().orElse(0);
      for (int k = 0; k < lines; k++) {
        line(ENTRY);
        for (Column column : columns) {
          String text = k < column.lines().size() ? column.lines().get(k) : "";
          write(text, column.face(), ENTRY, INK, column.left(), y);
        }
      }
    }
  }

  private record Column(List<String> lines, Face face, double left) {}

  private List<Column> columns(Entry entry, double left, double width) throws IOException {
    double name = Math.min(MOST_NAME, NAME_PART * width);
    return List.of(
        new Column(lines(entry.name(), Face.BOLD, ENTRY, name - 8), Face.BOLD, left),
        new Column(lines(entry.text(), Face.TEXT, ENTRY, width - name), Face.TEXT, left + name));
  }

  /// A program with the numbers of its lines. A line too long for the page goes on under itself.
  /// What nearly has room on the page is written a little smaller.
  void code(String program) throws IOException {
    List<String> all = program.stripTrailing().lines().toList();
    double fitting = room() / (all.size() * LINE);
    double size = fitting < LEAST_CODE ? CODE : Math.min(CODE, fitting - 0.01);
    double margin = fonts.width(all.size() + "  ", Face.CODE, size);
    for (int i = 0; i < all.size(); i++) {
      String count = String.valueOf(i + 1);
      List<String> parts = pieces(all.get(i), Face.CODE, size, width() - margin);
      for (int k = 0; k < parts.size(); k++) {
        line(size);
        if (k == 0) {
          double wide = fonts.width(count + "  ", Face.CODE, size);
          write(count, Face.CODE, size, MUTED, MARGIN + margin - wide, y);
        }
        write(parts.get(k), Face.CODE, size, INK, MARGIN + margin, y);
      }
    }
  }

  /// Lines to write on, down to the foot of the page.
  ///
  /// @param least how many there are to be; where there is no room for them, on the next page
  void rules(String heading, int least) throws IOException {
    heading(heading, least * RULE);
    while (room() > RULE) {
      skip(RULE);
      rule(MARGIN, paper.width() - MARGIN, y, FAINT);
    }
  }

  private void line(double size) throws IOException {
    if (room() < size * LINE) {
      next();
    }
    skip(size * LINE);
  }

  // At blanks; a word that is longer than a line, anywhere.
  private List<String> lines(String text, Face face, double size, double room) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && fonts.width(longer, face, size) > room) {
        lines.add(line.toString());
        longer = word;
      }
      line.setLength(0);
      List<String> parts = pieces(longer, face, size, room);
      lines.addAll(parts.subList(0, parts.size() - 1));
      line.append(parts.getLast());
    }
    lines.add(line.toString());
    return lines;
  }

  private List<String> pieces(String text, Face face, double size, double room) throws IOException {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    double width = 0;
    for (int letter : text.replace("\t", "    ").codePoints().toArray()) {
      double next = fonts.width(Character.toString(letter), face, size);
      if (width + next > room && !part.isEmpty()) {
        parts.add(part.toString());
        part.setLength(0);
        width = 0;
      }
      part.appendCodePoint(letter);
      width += next;
    }
    parts.add(part.toString());
    return parts;
  }

  private void write(String text, Face face, double size, Ink ink, double x, double baseline)
      throws IOException {
    if (text.isEmpty()) {
      return;
    }
    page.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
    page.beginText();
    page.newLineAtOffset((float) x, (float) baseline);
    for (Fonts.Piece piece : fonts.pieces(text, face)) {
      page.setFont(piece.font(), (float) size);
      page.showText(piece.text());
    }
    page.endText();
  }

  private void rule(double from, double to, double at, Ink ink) throws IOException {
    page.setStrokingColor(ink.red(), ink.green(), ink.blue());
    page.setLineWidth(0.6f);
    page.setLineDashPattern(new float[0], 0);
    page.moveTo((float) from, (float) at);
    page.lineTo((float) to, (float) at);
    page.stroke();
  }

  // --- Drawings ----------------------------------------------------------------------------------

  /// A drawing, in strips one under another if it is wide.
  void sketch(Sketch sketch) throws IOException {
    List<Strip> strips = Strips.of(sketch, width() / LEAST_SCALE);
    double widest = strips.stream().mapToDouble(Strip::width).max().orElse(1);
    double highest = strips.stream().mapToDouble(Strip::height).max().orElse(1);
    double whole = paper.height() - 2 * MARGIN - GAP;
    double scale = Math.min(USUAL_SCALE, Math.min(width() / widest, whole / highest));
    for (Strip strip : strips) {
      double height = strip.height() * scale;
      if (room() < height + GAP) {
        next();
      }
      skip(GAP / 2);
      double left = MARGIN - strip.from() * scale;
      double top = y + strip.top() * scale;
      new SketchPrinter(page, fonts, left, top, scale).draw(sketch, strip);
      skip(height + GAP / 2);
    }
  }

  @Override
  public void close() throws IOException {
    page.close();
  }
}
