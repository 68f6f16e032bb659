package backstep.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backstep.lesson.Narration.Moment;
import backstep.lesson.Narration.Place;
import backstep.lesson.Prose.Look;
import backstep.lesson.Prose.Paragraph;
import backstep.lesson.Prose.Piece;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A lesson's page")
class PageReaderTest {
  private static final String PAGE =
      """
      # A title

      One `x`
      and **two**.

      Three.

      ## backward x from a in notebook

      It is {gradient x}.

      ## ?

      Which [way]?

      - [ ] **Up**
        No.
      - [x] Down, to a[0]
        Yes,
        `a`.

      ## ?

      How much?

      answer: gradient W1[0, 1]

      So much.
      """;

  @Test
  @DisplayName("has a title, paragraphs with looks, narrations at places and questions")
  void reads() {
    Page page = page(PAGE);
    assertThat(page.title()).isEqualTo("A title");
    assertThat(page.introduction().paragraphs())
        .containsExactly(
            new Paragraph(
                List.of(
                    new Piece("One ", Look.PLAIN),
                    new Piece("x", Look.CODE),
                    new Piece(" and ", Look.PLAIN),
                    new Piece("two", Look.STRONG),
                    new Piece(".", Look.PLAIN)),
                3),
            new Paragraph(List.of(new Piece("Three.", Look.PLAIN)), 6));
    Narration narration = page.narrations().getFirst();
    assertThat(narration.place())
        .isEqualTo(new Place(Moment.BACKWARD, "x", Optional.of("a"), Optional.of("notebook")));
    assertThat(narration.line()).isEqualTo(8);
    assertThat(narration.text().figures())
        .containsExactly(new Figure(Figure.Kind.GRADIENT, "x", List.of()));
    assertThat(narration.text().with(_ -> "6").plain()).isEqualTo("It is 6.");
  }

  @Test
  @DisplayName("asks for an answer to pick, each with its reply, or for a figure of the program")
  void asks() {
    List<Question> questions = page(PAGE).questions();
    Question.Picked picked = (Question.Picked) questions.getFirst();
    assertThat(picked.text().plain()).isEqualTo("Which [way]?");
    assertThat(picked.picks()).extracting(Question.Pick::right).containsExactly(false, true);
    assertThat(picked.picks())
        .extracting(pick -> pick.text().plain())
        .containsExactly("Up", "Down, to a[0]");
    assertThat(picked.picks())
        .extracting(pick -> pick.reply().plain())
        .containsExactly("No.", "Yes, a.");
    Question.Typed typed = (Question.Typed) questions.getLast();
    assertThat(typed.answer()).hasToString("gradient W1[0,1]");
    assertThat(typed.reply().plain()).isEqualTo("So much.");
  }

  @ParameterizedTest
  @DisplayName("that is not written so says in which line, and how to mend it")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          One.                                               | 1 | begin the page with `# Title`
          # T                                                | 1 | say something under `T`
          # T;;One.;;## sideways x;;Two.                     | 5 | `## forward NAME`
          # T;;One.;;### forward x;;Two.                     | 5 | two signs
          # T;;One.;;## forward x;;Two.;;## forward x;;Three. | 9 | is there already
          # T;;One.;;## forward x                            | 5 | say something
          # T;;One.;;## ?;;What?                             | 5 | a question needs answers to pick
          # T;;One.;;## ?;;What?;;answer: 6                  | 9 | not `6`
          # T;;One.;;## ?;;What?;;answer: value x[99999999999] | 9 | an answer is a figure
          # T;;One.;;## ?;;What?;;mend: slip                | 5 | `mended: VARIANT`
          # T;;One.;;## ?;;What?;;- [ ] a;  No.;- [ ] b;  No. | 9 | exactly one answer
          # T;;One.;;## ?;;What?;;- [x] a                    | 9 | with its reply
          # T;;One.;;## ?;;What?;;- a;  Yes.                 | 9 | with its reply
          # T;;One.;;## ?;;What?;;- [x] a;  Yes.;;More.      | 12 | nothing may follow
          # T;;One **a)**b.                                  | 3 | left open
          # T;;One *a* b.                                    | 3 | only plain text
          # T;;> One.                                        | 3 | only paragraphs
          """)
  void faults(String text, int line, String remedy) {
    assertThatThrownBy(() -> page(text.replace(';', '\n')))
        .isInstanceOf(LessonException.class)
        .hasMessageStartingWith("lesson 99-x, en.md, line " + line + ": ")
        .hasMessageContaining(remedy);
  }

  private static Page page(String text) {
    return PageReader.read("99-x", "en.md", text);
  }

  @Test
  @DisplayName("read later has its title at once, and says the same")
  void later() {
    Page page = PageReader.later("x", "en.md", PAGE);
    assertThat(page.title()).isEqualTo("A title");
    assertThat(page.body()).isEqualTo(PageReader.read("x", "en.md", PAGE).body());
  }

  @Test
  @DisplayName("read later tells what is amiss when more is asked for than its title")
  void faultLater() {
    Page page = PageReader.later("x", "en.md", "# A title\n\nHere.\n\n## nothing\n\nThere.\n");
    assertThat(page.title()).isEqualTo("A title");
    assertThatThrownBy(page::introduction)
        .isInstanceOf(LessonException.class)
        .hasMessageContaining("lesson x, en.md, line 5: ");
  }

  @ParameterizedTest
  @DisplayName("is read at once where its title may hold markup")
  @CsvSource({"# `x`, x", "# **y**, y", "'# Fish & chips', Fish & chips", "# Up #, Up"})
  void markedTitle(String title, String text) {
    String markdown = title + "\n\nHere.\n";
    assertThat(PageReader.later("x", "en.md", markdown).title()).isEqualTo(text);
    assertThatThrownBy(() -> PageReader.later("x", "en.md", title + "\n"))
        .isInstanceOf(LessonException.class);
  }
}
