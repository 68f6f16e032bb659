package backstep.ui.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Graph;
import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.paper.Blanks;
import backstep.paper.Mark;
import backstep.paper.PaperSize;
import backstep.paper.Quiz;
import backstep.paper.Sketch;
import backstep.paper.Worksheet;
import backstep.paper.WorksheetPdf;
import backstep.python.Draft;
import backstep.python.Options;
import backstep.python.Run;
import backstep.tensor.Tensor;
import backstep.ui.stage.ClosedCalls;
import backstep.words.Numbers;
import backstep.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A worksheet")
class WorksheetTest {
  private static Lesson lesson(String id) {
    return LessonCatalog.builtIn().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Sheets sheets(String id, Locale language) {
    Lesson lesson = lesson(id);
    return new Sheets(
        lesson.page(language).title(),
        Draft.of(lesson.program()),
        lesson.options(),
        ClosedCalls.AT_FIRST);
  }

  private static List<String> pages(byte[] pdf) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper reader = new PDFTextStripper();
      for (int i = 1; i <= document.getNumberOfPages(); i++) {
        reader.setStartPage(i);
        reader.setEndPage(i);
        pages.add(reader.getText(document));
      }
    }
    return pages;
  }

  private static List<String> texts(Sketch sketch) {
    return sketch.marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(mark -> ((Mark.Text) mark).text())
        .toList();
  }

  private static byte[] pdf(
      Sheets sheets, Blanks blanks, PaperSize paper, Locale language, int... seeds) {
    List<Worksheet> all = new ArrayList<>();
    for (int seed : seeds) {
      all.add(sheets.sheet(seed, blanks).orElseThrow());
    }
    return WorksheetPdf.of(all, blanks, paper, Words.of(language));
  }

  @Test
  @DisplayName("has no answer on the pages that are handed out, and all of them on the key")
  void hidesAnswers() throws IOException {
    Sheets sheets = sheets("04-two-layers", Locale.ENGLISH);
    Worksheet sheet = sheets.sheet(3, Blanks.BOTH).orElseThrow();
    List<String> pages = pages(pdf(sheets, Blanks.BOTH, PaperSize.A4, Locale.ENGLISH, 3));
    int first = 0;
    while (!pages.get(first).startsWith("Answer key")) {
      first++;
    }
    assertThat(first).isPositive();
    String questions = String.join("\n", pages.subList(0, first));
    // A long answer goes on in the next line.
    String key = String.join(" ", pages.subList(first, pages.size())).replaceAll("\\s+", " ");
    assertThat(questions).contains("Two layers", "Name", "Date", "Seed 3", "Space to work");
    assertThat(questions).contains("loss = .5 * (y - r2) ** 2", "def relu(x):");
    // The program's own backward pass would answer too.
    assertThat(questions).doesNotContain("backward pass", "np.outer", "relu_d", "learning_rate");
    assertThat(sheet.quiz().key()).hasSizeGreaterThan(15);
    for (Quiz.Answer answer : sheet.quiz().key()) {
      assertThat(key).contains(answer.figures());
    }
    // Signed figures are gradients, and numbers of four digits were computed.
    assertThat(questions).doesNotContain("+0.").doesNotContainPattern("\\d\\.\\d{3}");
  }

  @Test
  @DisplayName("asks for what is chosen, in as many blanks as the key has answers")
  void countsBlanks() {
    Sheets sheets = sheets("04-two-layers", Locale.ENGLISH);
    Quiz values = sheets.sheet(1, Blanks.VALUES).orElseThrow().quiz();
    Quiz gradients = sheets.sheet(1, Blanks.GRADIENTS).orElseThrow().quiz();
    Quiz both = sheets.sheet(1, Blanks.BOTH).orElseThrow().quiz();
    Quiz second = sheets.sheet(1, Blanks.EVERY_SECOND).orElseThrow().quiz();
    // 9 ops; of 15 nodes y alone, a whole number, takes no gradient.
    assertThat(values.key()).hasSize(9).noneMatch(Quiz.Answer::gradient);
    assertThat(gradients.key()).hasSize(14).allMatch(Quiz.Answer::gradient);
    assertThat(both.key()).hasSize(23);
    assertThat(second.key()).hasSize(12);
    for (Quiz quiz : List.of(values, gradients, both, second)) {
      assertThat(texts(quiz.answers()).size() - texts(quiz.questions()).size())
          .isEqualTo(cells(quiz));
    }
  }

  // Each figure of an answer is written in a cell.
  private static int cells(Quiz quiz) {
    return quiz.key().stream().mapToInt(answer -> answer.figures().split(" ").length).sum();
  }

  @Test
  @DisplayName("has a key that the engine computes from the very program that is printed")
  void isRight() {
    Sheets sheets = sheets("03-neuron", Locale.ENGLISH);
    for (int seed = 1; seed <= 10; seed++) {
      Worksheet sheet = sheets.sheet(seed, Blanks.BOTH).orElseThrow();
      Run run = Draft.of(sheet.program()).run(sheets.options());
      Graph graph = run.iteration(0).orElseThrow().graph();
      Tensor expected = graph.gradients().get(run.variables(graph).get("W"));
      assertThat(sheet.quiz().key())
          .contains(new Quiz.Answer("W", true, Numbers.USUAL.shown(expected)));
    }
  }

  @Test
  @DisplayName("has other figures for another seed, and says which it is")
  void hasSeeds() throws IOException {
    Sheets sheets = sheets("13-batch", Locale.ENGLISH);
    List<String> pages =
        pages(pdf(sheets, Blanks.GRADIENTS, PaperSize.LETTER, Locale.ENGLISH, 5, 6));
    assertThat(pages).anyMatch(page -> page.contains("Seed 5"));
    assertThat(pages).anyMatch(page -> page.contains("Seed 6"));
    assertThat(pages).allMatch(page -> page.contains("Seed 5") || page.contains("Seed 6"));
    assertThat(sheets.sheet(5, Blanks.BOTH)).isNotEqualTo(sheets.sheet(6, Blanks.BOTH));
  }

  @Test
  @DisplayName("is written in Korean, with its letters in the file")
  void isKorean() throws IOException {
    byte[] pdf =
        pdf(sheets("08-vanishing", Locale.KOREAN), Blanks.BOTH, PaperSize.A4, Locale.KOREAN, 1);
    assertThat(pages(pdf).getFirst()).contains("이름", "날짜", "프로그램", "순전파");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDPage page = document.getPage(0);
      assertThat(page.getMediaBox().getHeight()).isCloseTo(842f, within());
      for (COSName name : page.getResources().getFontNames()) {
        PDFont font = page.getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        // Six letters before a name say that it is a subset.
        assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
      }
    }
  }

  private static Offset<Float> within() {
    return Offset.offset(1f);
  }

  @Test
  @DisplayName("writes the shape of an array that is too large, and says that it does not ask")
  void shortens() throws IOException {
    Sheets sheets = sheets("10-network-lab", Locale.ENGLISH);
    Worksheet sheet = sheets.sheet(0, Blanks.BOTH).orElseThrow();
    assertThat(sheet.quiz().shortened()).isTrue();
    assertThat(sheet.quiz().key()).noneMatch(answer -> answer.name().equals("z1"));
    assertThat(String.join("\n", pages(pdf(sheets, Blanks.BOTH, PaperSize.A4, Locale.ENGLISH, 0))))
        .contains("(10, 8)", "are not asked for", "own numbers");
  }

  @Test
  @DisplayName("goes on to more pages under a long program, and leaves no line out")
  void isLong() throws IOException {
    StringBuilder text = new StringBuilder("x = 0.5\ny0 = x * 2\n");
    for (int i = 1; i <= 150; i++) {
      text.append("# 줄 ").append(i).append(" x".repeat(i % 7 == 0 ? 90 : 1)).append("\n");
    }
    text.append("loss = y0 ** 2\n");
    Sheets sheets =
        new Sheets("Long", Draft.of(text.toString()), Options.DEFAULT, ClosedCalls.AT_FIRST);
    List<String> pages = pages(pdf(sheets, Blanks.BOTH, PaperSize.A4, Locale.ENGLISH, 0));
    assertThat(pages).hasSizeGreaterThan(4);
    String all = String.join("\n", pages);
    for (int i = 1; i <= 150; i++) {
      assertThat(all).contains("# 줄 " + i + " ");
    }
    assertThat(all.split(" x", -1).length - 1).isGreaterThanOrEqualTo(21 * 90);
  }
}
