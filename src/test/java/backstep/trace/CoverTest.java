package backstep.trace;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Node;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Run;
import backstep.trace.Cover.Kind;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A cover")
class CoverTest {
  private final Run run =
      Program.of("w = 2.0\nz = w * w\nloss = z + 1.0\ngrad = 2 * w\nw -= 0.1 * grad\n")
          .run(Options.DEFAULT);
  private final Trace trace = Trace.of(run.iteration(0).orElseThrow());
  private final Node w = node("w");
  private final Node z = node("z");

  private Node node(String name) {
    return trace.graph().nodes().stream()
        .filter(node -> run.origins().name(node).filter(name::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private Snapshot at(int position) {
    return trace.at(position);
  }

  @Test
  @DisplayName("of values leaves what the program is given, and what is not computed yet")
  void values() {
    Cover cover = Cover.of(Set.of(Kind.VALUES));
    assertThat(cover.hidesValue(at(1), w)).isFalse();
    assertThat(cover.hidesValue(at(0), z)).isFalse();
    assertThat(cover.hidesValue(at(1), z)).isTrue();
    assertThat(cover.hidesGradient(at(5), z)).isFalse();
  }

  @Test
  @DisplayName("of gradients hides a parameter's new value, which would give its gradient away")
  void updated() {
    Cover cover = Cover.of(Set.of(Kind.GRADIENTS));
    int end = trace.steps().size();
    assertThat(cover.hidesValue(at(end - 1), w)).isFalse();
    assertThat(cover.hidesValue(at(end), w)).isTrue();
    assertThat(cover.revealing(at(end)).hidesValue(at(end), w)).isFalse();
  }

  @Test
  @DisplayName("reveals what a node has by then, and no more")
  void revealing() {
    Cover cover = Cover.of(Set.of(Kind.VALUES, Kind.GRADIENTS)).revealing(at(1), Set.of(z));
    assertThat(cover.hidesValue(at(1), z)).isFalse();
    int end = trace.steps().size();
    assertThat(cover.hidesGradient(at(end), z)).isTrue();
    assertThat(cover.revealing(at(end), Set.of(z)).hidesGradient(at(end), z)).isFalse();
  }

  @Test
  @DisplayName("that reveals a step leaves nothing of it hidden, at each step")
  void steps() {
    Cover cover = Cover.of(Set.of(Kind.VALUES, Kind.GRADIENTS));
    for (int position = 1; position <= trace.steps().size(); position++) {
      assertThat(cover.hides(at(position))).as("step " + position).isTrue();
      assertThat(cover.revealing(at(position)).hides(at(position))).isFalse();
    }
    assertThat(cover.hides(at(0))).isFalse();
  }

  @Test
  @DisplayName("hides anew what was revealed when a kind is hidden again")
  void toggling() {
    Cover cover = Cover.NONE.toggling(Kind.VALUES).revealing(at(1));
    assertThat(cover.toggling(Kind.GRADIENTS).hidesValue(at(1), z)).isTrue();
    assertThat(cover.toggling(Kind.VALUES)).isEqualTo(Cover.NONE);
  }
}
