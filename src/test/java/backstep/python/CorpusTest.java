package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.testing.Corpus;
import backstep.testing.Corpus.Good;
import backstep.train.GradientCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every program of the corpus runs as under CPython, and its gradients are right.
class CorpusTest {
  static List<Good> good() {
    return Corpus.good();
  }

  @Test
  void thereAreEnoughOfThem() {
    assertThat(good()).hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("good")
  void printsWhatCpythonPrints(Good program) {
    Run run = Program.of(program.text()).run(Options.DEFAULT);

    assertThat(run.problem()).isEmpty();
    assertThat(run.printed()).isEqualTo(program.expected());
  }

  @ParameterizedTest
  @MethodSource("good")
  void gradientsAgreeWithFiniteDifferences(Good program) {
    Run run = Program.of(program.text()).run(Options.DEFAULT);
    if (run.iterations() == 0) {
      // Programs about Python's own rules, from number 100 on, need no loss.
      assertThat(program.name()).isGreaterThan("100");
      return;
    }

    assertThat(GradientCheck.of(run.last().graph(), GradientCheck.USUAL_STEP))
        .allSatisfy(row ->
            assertThat(row.verdict())
                .as("%s: %s", new Naming(run.origins()).expression(row.leaf()), row.entries())
                .isNotEqualTo(GradientCheck.Verdict.DIFFERS));
  }

  @Test
  void claimsPartExactlyWhereTheProgramSaysSo() {
    List<String> wrong = new ArrayList<>();
    for (Good program : good()) {
      Run run = Program.of(program.text()).run(Options.DEFAULT);
      Set<Integer> marked = markedLines(program.text());
      for (Claim claim : run.claims()) {
        if (claim.agrees() == marked.contains(claim.span().line())) {
          wrong.add(
              "%s:%d %s is said to %s"
                  .formatted(
                      program.name(),
                      claim.span().line(),
                      claim.parameter(),
                      claim.agrees() ? "agree" : "part"));
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static Set<Integer> markedLines(String text) {
    Set<Integer> marked = new TreeSet<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("# claim: wrong")) {
        marked.add(i + 1);
      }
    }
    return marked;
  }
}
