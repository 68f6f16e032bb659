package backstep.paper;

import backstep.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/// Worksheets as a PDF: first all sheets, to be handed out, then all answer keys. Each sheet and
/// each key begins on a page of its own.
public final class WorksheetPdf {
  private static final int LEAST_RULES = 8;
  private static final double LEAST_CODE = 40;

  private final Press press;
  private final Words words;
  private final Blanks blanks;

  private WorksheetPdf(Press press, Words words, Blanks blanks) {
    this.press = press;
    this.words = words;
    this.blanks = blanks;
  }

  /// The document's bytes.
  ///
  /// @param sheets at least one
  public static byte[] of(List<Worksheet> sheets, Blanks blanks, PaperSize paper, Words words) {
    try (PDDocument document = new PDDocument()) {
      PDDocumentInformation about = document.getDocumentInformation();
      about.setTitle(sheets.getFirst().title());
      about.setCreator(words.text("app.name"));
      document.getDocumentCatalog().setLanguage(words.locale().getLanguage());
      try (Press press = new Press(document, paper)) {
        WorksheetPdf pdf = new WorksheetPdf(press, words, blanks);
        for (Worksheet sheet : sheets) {
          pdf.questions(sheet);
        }
        for (Worksheet sheet : sheets) {
          pdf.key(sheet);
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  private void questions(Worksheet sheet) throws IOException {
    press.begin(footer("worksheet.footer", sheet));
    press.title(sheet.title());
    press.fields(List.of(words.text("worksheet.name"), words.text("worksheet.date")));
    press.paragraph(words.text(blanks.words() + ".task"));
    if (blanks.hasGradients()) {
      press.note(words.text("worksheet.rows"));
    }
    drawing(sheet.quiz().questions(), sheet.quiz().shortened());
    press.heading(words.text("worksheet.program"), LEAST_CODE);
    press.code(sheet.program());
    press.rules(words.text("worksheet.work"), LEAST_RULES);
  }

  private void key(Worksheet sheet) throws IOException {
    press.begin(footer("worksheet.key.footer", sheet));
    press.title(words.text("worksheet.key", sheet.title()));
    press.note(seed(sheet));
    drawing(sheet.quiz().answers(), sheet.quiz().shortened());
    press.heading(words.text("worksheet.key.figures"), LEAST_CODE);
    press.entries(
        entries(sheet, false, "worksheet.key.value"),
        entries(sheet, true, "worksheet.key.gradient"));
  }

  private List<Press.Entry> entries(Worksheet sheet, boolean gradients, String key) {
    return sheet.quiz().key().stream()
        .filter(answer -> answer.gradient() == gradients)
        .map(answer -> new Press.Entry(words.text(key, answer.name()), answer.figures()))
        .toList();
  }

  private void drawing(Sketch sketch, boolean shortened) throws IOException {
    press.sketch(sketch);
    if (shortened) {
      press.note(words.text("worksheet.shortened"));
    }
  }

  private String footer(String key, Worksheet sheet) {
    return words.text(key, sheet.title(), seed(sheet));
  }

  private String seed(Worksheet sheet) {
    return sheet.seed() == 0
        ? words.text("worksheet.seed.own")
        : words.text("worksheet.seed", String.valueOf(sheet.seed()));
  }
}
