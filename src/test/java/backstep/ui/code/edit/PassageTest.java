package backstep.ui.code.edit;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.python.Completion;
import backstep.python.NumberEdit;
import backstep.python.Splice;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("What the editor's keys make of a text")
class PassageTest {
  @Provide
  Arbitrary<Passage> passages() {
    Arbitrary<String> texts =
        Arbitraries.of("x", "=", " ", "    ", "\n", "#", "한", "😀", "if a:", "1")
            .list()
            .ofMaxSize(30)
            .map(pieces -> String.join("", pieces));
    return texts.flatMap(text ->
        Combinators.combine(
                Arbitraries.integers().between(0, text.length()),
                Arbitraries.integers().between(0, text.length()))
            .as((a, b) -> new Passage(text, a, b)));
  }

  @Property(tries = 500)
  @Label("setting lines in and out again gives the same text")
  void inverse(@ForAll("passages") Passage passage) {
    Assume.that(passage.text().substring(passage.start(), passage.end()).contains("\n"));
    assertThat(passage.indented().outdented().text()).isEqualTo(passage.text());
  }

  @Property(tries = 500)
  @Label("lines made comments and code again are the same")
  void comments(@ForAll("passages") Passage passage) {
    Passage commented = passage.commented();
    Assume.that(commented.text().length() > passage.text().length());
    assertThat(commented.commented().text()).isEqualTo(passage.text());
  }

  @Property(tries = 500)
  @Label("a caret stays in the text")
  void inside(@ForAll("passages") Passage passage) {
    for (Passage next :
        java.util.List.of(
            passage.indented(), passage.outdented(), passage.broken(), passage.commented())) {
      assertThat(next.caret()).isBetween(0, next.text().length());
      assertThat(next.anchor()).isBetween(0, next.text().length());
    }
  }

  @Property(tries = 500)
  @Label("a splice makes one text of the other, and is least")
  void splices(@ForAll("passages") Passage a, @ForAll("passages") Passage b) {
    Splice splice = Splice.between(a.text(), b.text());
    assertThat(splice.in(a.text())).isEqualTo(b.text());
    assertThat(Splice.between(a.text(), a.text()).isNothing()).isTrue();
  }

  @Property(tries = 300)
  @Label("a completed name changes nothing but what was written of it")
  void completes(@ForAll("passages") Passage passage) {
    String text =
        passage.text().substring(0, passage.caret())
            + "ma"
            + passage.text().substring(passage.caret());
    int caret = passage.caret() + 2;
    Completion completion = Completion.at(text, caret);
    for (Completion.Candidate candidate : completion.candidates()) {
      String after = completion.with(candidate, text, caret).in(text);
      assertThat(after).startsWith(text.substring(0, completion.start()));
      assertThat(after).endsWith(text.substring(caret));
    }
  }

  @Example
  @Label("a new line keeps the indent, and goes one deeper after a colon")
  void newLine() {
    assertThat(new Passage("  x", 3, 3).broken().text()).isEqualTo("  x\n  ");
    assertThat(new Passage("if x:", 5, 5).broken().text()).isEqualTo("if x:\n    ");
  }

  @Example
  @Label("letters of a word are one change; a new word, a line, another place begin another")
  void bouts() {
    Bout typed = new Bout(Optional.of(new Splice(3, 3, "a")));
    assertThat(typed.goesOn(new Splice(4, 4, "b"))).isTrue();
    assertThat(typed.goesOn(new Splice(4, 4, " "))).isFalse();
    assertThat(typed.goesOn(new Splice(4, 4, "\n"))).isFalse();
    assertThat(typed.goesOn(new Splice(9, 9, "b"))).isFalse();
    assertThat(typed.goesOn(new Splice(3, 4, ""))).isFalse();
    assertThat(new Bout(Optional.of(new Splice(3, 4, ""))).goesOn(new Splice(2, 3, ""))).isTrue();
    assertThat(Bout.NONE.goesOn(new Splice(0, 0, "a"))).isFalse();
  }

  @Example
  @Label("a number changed in the graph finds its line in a text that is being written")
  void numbers() {
    assertThat(NumberEdit.carried("a = 1\nb = 2\n", "a = 1\nb = -3\n", "c = =\na = 1\nb = 2\n"))
        .isEqualTo("c = =\na = 1\nb = -3\n");
    assertThat(NumberEdit.carried("b = [1, 2]\n", "b = [1, 5]\n", "b = [7, 2]\nc = =\n"))
        .isEqualTo("b = [7, 5]\nc = =\n");
    assertThat(NumberEdit.carried("a = 1\n", "a = 2\n", "b = = 1\n")).isEqualTo("b = = 1\n");
  }
}
