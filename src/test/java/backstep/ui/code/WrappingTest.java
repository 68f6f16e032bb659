package backstep.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A line of code that is too long")
class WrappingTest {
  private static List<String> wrapped(String line, int columns) {
    return Wrapping.of(Highlighter.of(List.of(line)).getFirst(), columns).stream()
        .map(pieces -> pieces.stream().map(Highlighter.Piece::text).collect(Collectors.joining()))
        .toList();
  }

  @Test
  @DisplayName("is left alone where it fits")
  void fits() {
    assertThat(wrapped("loss = (y - r) ** 2", 19)).containsExactly("loss = (y - r) ** 2");
  }

  @Test
  @DisplayName("is broken at a space, before an operator, and goes on set in")
  void breaks() {
    assertThat(wrapped("    loss = 0.5 * (target - guess) ** 2", 33))
        .containsExactly("    loss = 0.5 * (target - guess)", "        ** 2");
    assertThat(wrapped("    loss = 0.5 * (target - guess) ** 2", 37))
        .containsExactly("    loss = 0.5 * (target - guess) ", "        ** 2");
  }

  @Test
  @DisplayName("is broken inside of a word only where the word is longer than a line")
  void words() {
    assertThat(wrapped("W1 -= learning_rate * grad", 12))
        .containsExactly("W1 -= ", "   learning_", "   rate ", "   * grad");
    assertThat(wrapped("abcdefghijklmnop", 8)).containsExactly("abcdefgh", "  ijklmn", "  op");
  }

  @Test
  @DisplayName("counts Korean letters twice, as they are twice as wide")
  void korean() {
    assertThat(Wrapping.columns("w = 가중치")).isEqualTo(10);
    assertThat(wrapped("가중치 = 학습률 * 기울기", 14)).containsExactly("가중치 = ", "   학습률 ", "   * 기울기");
  }

  @Test
  @DisplayName("loses no letter and is never wider than its place")
  void keepsAll() {
    String line = "    print(f'epoch {i+1}: {guess}, loss: {loss}', 한글, sep='…')  # 주석 그리고 더";
    for (int columns = 8; columns < 90; columns++) {
      List<String> lines = wrapped(line, columns);
      assertThat(String.join("", lines).replace(" ", "")).isEqualTo(line.replace(" ", ""));
      int most = columns;
      assertThat(lines)
          .allSatisfy(
              one -> assertThat(Wrapping.columns(one.stripTrailing())).isLessThanOrEqualTo(most));
    }
  }
}
