package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a program has printed so far")
class PrintedTest {
  private static Run run(String text) {
    return Program.of(text).run(Options.DEFAULT);
  }

  @Test
  @DisplayName("is what stood there when the loss of an iteration was computed")
  void loop() {
    Run run =
        run(
            """
            print('begin')
            w = 1.0
            for i in range(3):
                loss = (w - 3) ** 2
                w -= 0.5 * 2 * (w - 3)
                print(i)
            print('end')
            """);
    assertThat(run.printedBefore(0)).isEqualTo("begin\n");
    assertThat(run.printedBefore(1)).isEqualTo("begin\n0\n");
    assertThat(run.printedBefore(2)).isEqualTo("begin\n0\n1\n");
    assertThat(run.printedBefore(3)).isEqualTo(run.printed()).endsWith("end\n");
  }

  @Test
  @DisplayName("of a notebook's cell leaves out what other cells printed")
  void cells() {
    List<Run> runs =
        Program.ofCells(List.of("print('one')\nx = 2.0", "print('two')\nloss = x * x\nprint(3)"))
            .runCells(Options.DEFAULT);
    assertThat(runs.getLast().printedBefore(0)).isEqualTo("two\n");
    assertThat(runs.getLast().printedBefore(1)).isEqualTo("two\n3\n");
  }

  @Test
  @DisplayName("is nothing before a loss that is found only at the end")
  void unnamed() {
    Run run = run("x = 2.0\nprint(x)\ny = x * x\n");
    assertThat(run.printedBefore(0)).isEmpty();
    assertThat(run.printedBefore(1)).isEqualTo("2.0\n");
  }
}
