package backstep.ui.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.trace.Cover;
import backstep.trace.Cover.Kind;
import backstep.ui.kit.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The figures are those of the two-layer network of the notebook: z1 = (0.52, 0.49), loss =
/// 0.010658, and the gradients of W2, r1 and b2 are (-0.07592, -0.07154), (-0.073, -0.0876) and
/// -0.146; W2 moves by a hundredth of its gradient, to (0.5007592, 0.6007154).
@DisplayName("The summary of the screen")
class SummaryTest {
  private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
  private static final Messages KOREAN = new Messages(Locale.KOREAN);

  private final Told told = Told.lesson("04-two-layers");

  private List<String> english() {
    return told.model.summary(ENGLISH);
  }

  private List<String> korean() {
    return told.model.summary(KOREAN);
  }

  @Test
  @DisplayName("says at the start what there is and how to begin")
  void start() {
    assertThat(english())
        .containsExactly(
            "Lesson 4: Two layers.",
            "The program computes loss from X, y, W1, b1, W2, b2.",
            "The graph has 15 nodes: 6 given, 9 computed.",
            "It updates W2, W1.",
            "The start, before all 21 steps.",
            "The loss is not computed yet.",
            "F computes W1.dot(X) next.",
            "I says this again, V lists the steps, F1 lists all keys.");
    assertThat(korean())
        .containsExactly(
            "4번 단원: 두 층 신경망.",
            "이 프로그램은 X, y, W1, b1, W2, b2에서 시작해 loss를 계산합니다.",
            "그래프의 노드는 15개입니다. 주어진 것이 6개, 계산하는 것이 9개입니다.",
            "갱신하는 것은 W2, W1입니다.",
            "처음, 모두 21단계.",
            "손실: 아직 계산 전.",
            "다음은 F 키로 W1.dot(X) 계산.",
            "I 키로 다시 듣기, V 키로 단계 목록, F1 키로 모든 단축키.");
  }

  @Test
  @DisplayName("says in the forward pass what was computed, and what comes next")
  void forward() {
    told.at(2);
    assertThat(english())
        .containsSequence(
            "Step 2 of 21, forward.",
            "z1, sum, is [0.52 0.49].",
            "The loss is not computed yet.",
            "F computes r1 next.");
    assertThat(korean())
        .containsSequence(
            "21단계 중 2단계, 순전파.", "z1, 덧셈: [0.52 0.49].", "손실: 아직 계산 전.", "다음은 F 키로 r1 계산.");
  }

  @Test
  @DisplayName("says in the backward pass what each operand received")
  void backward() {
    told.at(16);
    assertThat(english())
        .containsSequence(
            "Step 16 of 21, backward.",
            "The gradient goes back through r1.dot(W2), dot product.",
            "The gradient of r1 is [−0.073 −0.0876].",
            "The gradient of W2 is [[−0.0759] [−0.0715]].",
            "The loss is 0.0107.",
            "B sends the gradient back through r1 next.");
    assertThat(korean())
        .containsSequence(
            "21단계 중 16단계, 역전파.",
            "기울기가 r1.dot(W2)를 거슬러 갑니다, 내적.",
            "r1의 기울기: [−0.073 −0.0876].",
            "W2의 기울기: [[−0.0759] [−0.0715]].",
            "손실: 0.0107.",
            "다음은 B 키로 기울기가 r1을 거슬러 갑니다.");
  }

  @Test
  @DisplayName("never tells what is hidden, and says which key shows it")
  void hidden() {
    told.at(16, Cover.of(List.of(Kind.GRADIENTS, Kind.VALUES)));
    assertThat(english())
        .containsSequence(
            "The gradient of r1 is hidden.",
            "The gradient of W2 is hidden.",
            "The loss is hidden.",
            "H shows the hidden figures of this step.");
    assertThat(korean())
        .containsSequence("r1의 기울기: 가림.", "W2의 기울기: 가림.", "손실: 가림.", "H 키를 누르면 이 단계에서 가린 값이 보입니다.");
    assertThat(String.join(" ", english())).doesNotContain("0.07", "0.08", "0.01");
  }

  @Test
  @DisplayName("says at the end what became of the parameter, and the way back")
  void update() {
    told.at(20);
    assertThat(english())
        .containsSequence(
            "Step 20 of 21, update.",
            "Update of W2: before [[0.5] [0.6]], after [[0.5008] [0.6007]].",
            "The loss is 0.0107.",
            "U updates W1 next.");
    assertThat(korean())
        .containsSequence(
            "21단계 중 20단계, 갱신.",
            "W2 갱신, 전: [[0.5] [0.6]], 후: [[0.5008] [0.6007]].",
            "손실: 0.0107.",
            "다음은 U 키로 W1 갱신.");
    told.at(21);
    assertThat(english())
        .contains("This is the end of the last iteration. Home goes back to its start.");
    assertThat(korean()).contains("마지막 반복의 끝입니다. Home 키를 누르면 처음으로 갑니다.");
  }

  @Test
  @DisplayName("says that what is shown is out of date")
  void stale() {
    told.model.doubt(Optional.empty());
    assertThat(english()).contains("Out of date: the program was changed.");
    told.model.trust();
    assertThat(english()).doesNotContain("Out of date: the program was changed.");
  }

  @Test
  @DisplayName("says so where no program runs")
  void nothing() {
    told.model.clear();
    assertThat(english()).contains("No program runs yet.");
    assertThat(korean()).contains("아직 실행되는 프로그램이 없습니다.");
  }
}
