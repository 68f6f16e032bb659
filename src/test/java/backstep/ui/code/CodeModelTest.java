package backstep.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Node;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.python.Run;
import backstep.trace.Cover;
import backstep.trace.Session;
import backstep.trace.Snapshot;
import backstep.ui.code.CodeModel.Kind;
import backstep.ui.code.CodeModel.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Which line belongs to which step.
class CodeModelTest {
  private static final String PROGRAM =
      """
      import numpy as np
      def relu(x):
          return np.maximum(0, x)
      x = 0.5
      w = 2.0
      z = w * x
      r = relu(
          z)
      loss = (r - 3) ** 2
      w -= 0.1 * 2 * (r - 3) * x
      """;

  private final Run run = Program.of(PROGRAM).run(Options.DEFAULT);
  private final Session session =
      Session.start(new Replays(Program.of(PROGRAM), Options.DEFAULT, run));
  private final CodeModel model = new CodeModel();

  private List<Section> at(int position) {
    model.show(run.text(), run.origins(), session.seek(position).snapshot());
    return model.getCode().sections();
  }

  @Test
  void programAndBackwardPass() {
    List<Section> sections = at(0);
    assertThat(sections).extracting(Section::kind).containsExactly(Kind.PROGRAM, Kind.BACKWARD);
    assertThat(sections.getFirst().lines())
        .extracting(CodeLine::text)
        .last()
        .isEqualTo("w -= 0.1 * 2 * (r - 3) * x");
    assertThat(sections.getLast().lines()).extracting(CodeLine::text).contains("d_w = d_z * x");
    assertThat(sections).allSatisfy(section -> assertThat(section.marked()).isEmpty());
  }

  @Test
  @DisplayName("a step inside of a function marks its own line and the call")
  void marksCallAndBody() {
    assertThat(at(1).getFirst().marked()).containsExactly(5);
    assertThat(at(2).getFirst().marked()).containsExactlyInAnyOrder(2, 6, 7);
  }

  @Test
  void backwardMarksTheLineThatComputes() {
    int last = session.toEndOf(backstep.trace.Step.Phase.BACKWARD).position();
    List<Section> sections = at(last);
    assertThat(sections.getFirst().marked()).containsExactly(5);
    Section backward = sections.getLast();
    assertThat(backward.marked())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(backward.lines().get(line).text()).matches("d_(w|x) = .*"));
  }

  @Test
  void updateMarksItsStatement() {
    assertThat(at(session.trace().steps().size()).getFirst().marked()).containsExactly(9);
  }

  @Test
  void linesGiveTheirNodesAndNodesTheirLines() {
    at(0);
    List<Set<Node>> chosen = new ArrayList<>();
    model.setOnLineChosen((_, nodes) -> chosen.add(nodes));
    CodeLine z = model.getCode().sections().getFirst().lines().get(5);
    model.chosen(Kind.PROGRAM, z);
    assertThat(chosen).containsExactly(z.nodes());
    model.point(z.nodes());
    assertThat(model.getCode().sections().getFirst().pointed()).containsExactly(5);
    model.point(Set.of());
    assertThat(model.getCode().sections().getFirst().pointed()).isEmpty();
  }

  @Test
  @DisplayName("a plain number of the backward pass is told no sooner than its step, or its reveal")
  void withheld() {
    String text = "x = 3.0\ny = x ** 2\nz = 2 * y\n";
    Run doubled = Program.of(text).run(Options.DEFAULT);
    Session start = Session.start(new Replays(Program.of(text), Options.DEFAULT, doubled));
    model.show(text, doubled.origins(), start.snapshot());
    assertThat(backward()).containsExactly("d_y = 2", "d_x = 2 * d_y * x");
    model.withhold(Cover.NONE, true);
    assertThat(backward()).containsExactly("d_y = ?", "d_x = 2 * d_y * x");
    // Two forward, the seed, and back through z.
    Snapshot through = start.seek(4).snapshot();
    model.show(text, doubled.origins(), through);
    assertThat(backward()).startsWith("d_y = 2");
    Cover hidden = Cover.of(Set.of(Cover.Kind.GRADIENTS));
    model.withhold(hidden, false);
    assertThat(backward()).startsWith("d_y = ?");
    model.withhold(hidden.revealing(through), false);
    assertThat(backward()).startsWith("d_y = 2");
  }

  private List<String> backward() {
    return model.getCode().sections().getLast().lines().stream().map(CodeLine::text).toList();
  }

  @Test
  void aProgramAloneHasNoMarks() {
    model.show("x = 1\n# only that\n");
    assertThat(model.getCode().sections())
        .singleElement()
        .satisfies(section -> assertThat(section.lines()).hasSize(2));
  }

  @Test
  void coloursKeepEveryCharacter() {
    List<String> lines =
        ("s = f'{x:.2f}' # 주석\n" + PROGRAM + "\"\"\"a\nb\"\"\"\nif 가중치 >= 1e-3 and 'open")
            .lines()
            .toList();
    List<List<Highlighter.Piece>> pieces = Highlighter.of(lines);
    for (int i = 0; i < lines.size(); i++) {
      StringBuilder whole = new StringBuilder();
      pieces.get(i).forEach(piece -> whole.append(piece.text()));
      assertThat(whole).hasToString(lines.get(i));
    }
    assertThat(pieces.getFirst())
        .contains(
            new Highlighter.Piece("f'{x:.2f}'", Highlighter.Kind.STRING),
            new Highlighter.Piece("# 주석", Highlighter.Kind.COMMENT));
    assertThat(pieces.getLast())
        .contains(
            new Highlighter.Piece("if", Highlighter.Kind.KEYWORD),
            new Highlighter.Piece("1e-3", Highlighter.Kind.FIGURE));
  }

  @Test
  @DisplayName("where an update is not along its gradient, the way back to it is not folded away")
  void slip() {
    String forward =
        """
        x = 0.5
        t = 3.0
        w = 2.0
        z = w * x
        loss = (z - t) ** 2
        d_z = 2 * (z - t)
        d_t = -d_z
        d_w = d_z * x
        w -= 0.1 * d_w
        """;
    assertThat(slips(forward)).isEmpty();
    // A factor that may be the rate or the gradient is no slip.
    assertThat(slips(forward.replace("0.1 * d_w", "d_w * 0.1"))).isEmpty();
    assertThat(slips("a = 4.0\nb = 3.0\nrate = .15\nloss = .5 * a * a\ng = a\na -= rate * g\n"))
        .isEmpty();
    assertThat(slips("a = 4.0\nrate = .15\nloss = .5 * a * a\ng = -a\na -= rate * g\n"))
        .isNotEmpty();
    assertThat(slips(forward.replace("(z - t)\n", "(t - z)\n"))).containsExactly(5, 6, 7);
  }

  private static List<Integer> slips(String text) {
    Program program = Program.of(text);
    Run made = program.run(Options.DEFAULT);
    Session here = Session.start(new Replays(program, Options.DEFAULT, made));
    List<CodeLine> lines = CodeModel.program(text, made.origins(), here.trace().iteration());
    return IntStream.range(0, lines.size()).filter(i -> lines.get(i).slips()).boxed().toList();
  }
}
