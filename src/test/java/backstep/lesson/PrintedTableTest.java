package backstep.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a program prints")
class PrintedTableTest {
  private static final List<String> NAMES = List.of("epoch", "guess", "loss");

  private static PrintedTable table(String printed, List<String> names) {
    return PrintedTable.of(printed, names).orElseThrow();
  }

  @Test
  @DisplayName("is a table where the same line comes again with other figures, digit for digit")
  void rows() {
    // The last and the first line of the notebook's own output.
    PrintedTable table =
        table(
            """
            epoch 90: 41.99677972221341, loss: 6.401351248635689e-06
            epoch 5: 17.037962347336638, loss: 384.6316813413478
            final guess: 41.99999999999997
            """,
            NAMES);
    assertThat(table.columns()).isEqualTo(NAMES);
    assertThat(table.rows())
        .containsExactly(
            List.of("90", "41.99677972221341", "6.401351248635689e-06"),
            List.of("5", "17.037962347336638", "384.6316813413478"));
    assertThat(table.others()).containsExactly("final guess: 41.99999999999997");
  }

  @Test
  @DisplayName("names its columns itself where each figure has a word before it")
  void words() {
    PrintedTable table = table("round 1, loss: -0.5 m\nround 2, loss: nan m\n", List.of());
    assertThat(table.columns()).containsExactly("round", "loss");
    assertThat(table.rows()).containsExactly(List.of("1", "-0.5"), List.of("2", "nan"));
    assertThat(table("회 1 손실 2.5", List.of()).columns()).containsExactly("회", "손실");
  }

  @ParameterizedTest
  @DisplayName("is no table where it is a figure by itself, or not all figures are named")
  @ValueSource(
      strings = {
        "",
        "6.000000000039306\n6.0\n",
        "[0.20474415 0.40759064]\n",
        "final guess: 42\n",
        "epoch 5: 17.03, loss: 384.6\n"
      })
  void noTable(String printed) {
    assertThat(PrintedTable.of(printed, List.of())).isEmpty();
  }

  @Test
  @DisplayName("takes no digits out of names for figures")
  void names() {
    assertThat(table("W1 of layer2x is 1.5 and b is 2\n", List.of("a", "b")).rows())
        .containsExactly(List.of("1.5", "2"));
  }

  @Test
  @DisplayName("can be copied as CSV, all of it or some rows")
  void csv() {
    PrintedTable table = table("a 1 b 2\na 3 b 4\n", List.of("round, n", "loss"));
    assertThat(table.csv(table.rows())).isEqualTo("\"round, n\",loss\r\n1,2\r\n3,4\r\n");
    assertThat(table.csv(List.of(table.rows().getLast())))
        .isEqualTo("\"round, n\",loss\r\n3,4\r\n");
  }
}
