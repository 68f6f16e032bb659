package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backstep.python.Definition.Piece;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A function of one formula, whose formula is written anew.
class DefinitionTest {
  private static final String TEXT = "def f(x):\n    return x ** 2  # a square\n\ny = f(3.0)\n";

  private static Definition definition() {
    return Definition.of(TEXT, "f").orElseThrow();
  }

  @Test
  @DisplayName("Another formula takes its place, and all else stays")
  void replaced() {
    assertThat(definition().formula()).isEqualTo("x ** 2");
    String other = definition().with("x * (x + 1)");
    assertThat(other).isEqualTo(TEXT.replace("x ** 2", "x * (x + 1)"));
    assertThat(Definition.of(other, "f").orElseThrow().formula()).isEqualTo("x * (x + 1)");
  }

  @ParameterizedTest
  @DisplayName("What is more than a formula is no such function")
  @ValueSource(
      strings = {
        "def g(x):\n    return x\n",
        "def f(x):\n    y = x\n    return y\n",
        "def f(x):\n    return\n",
        "def f(x):\n    pass\n",
        "f = lambda x: x\n"
      })
  void none(String text) {
    assertThat(Definition.of(text, "f")).isEmpty();
  }

  private static Problem problem(String formula) {
    Program program;
    try {
      program = Program.of(definition().with(formula));
    } catch (ProblemException refused) {
      return refused.problem();
    }
    return program.run(Options.DEFAULT).problem().orElseThrow();
  }

  @Test
  @DisplayName("A problem is about a piece of the formula")
  void pieces() {
    String unknown = "x + foo";
    assertThat(definition().piece(problem(unknown), unknown)).contains(new Piece(4, "foo"));
    String unfinished = "x ** 3 -";
    Piece end = definition().piece(problem(unfinished), unfinished).orElseThrow();
    assertThat(end.start()).isBetween(7, 8);
    Problem elsewhere = Problem.at(new Span(0, 3, 1, 1), "run.name.unknown");
    assertThat(definition().piece(elsewhere, "x")).isEmpty();
  }

  @Test
  @DisplayName("A text that is no Python is refused")
  void unreadable() {
    assertThatThrownBy(() -> Definition.of("def f(x:\n", "f")).isInstanceOf(ProblemException.class);
  }
}
