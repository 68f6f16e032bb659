package backstep.ui.code;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.python.Origins;
import backstep.trace.Snapshot;
import backstep.trace.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The code beside the graph: the program, its backward pass, its update, and which lines the
/// current step is on.
public final class CodeModel {
  /// A listing with a heading of its own.
  ///
  /// @param phase what it is the code of
  /// @param lines first to last
  /// @param marked the lines of the current step, from 0
  /// @param pointed the lines of the nodes under the pointer, from 0
  public record Section(
      Step.Phase phase, List<CodeLine> lines, Set<Integer> marked, Set<Integer> pointed) {
    public Section {
      lines = List.copyOf(lines);
      marked = Set.copyOf(marked);
      pointed = Set.copyOf(pointed);
    }
  }

  /// All listings.
  ///
  /// @param phase the phase of the current step, if there is one
  public record Code(Optional<Step.Phase> phase, List<Section> sections) {
    public Code {
      sections = List.copyOf(sections);
    }
  }

  private final ReadOnlyObjectWrapper<Code> code =
      new ReadOnlyObjectWrapper<>(this, "code", new Code(Optional.empty(), List.of()));
  private BiConsumer<Step.Phase, Set<Node>> onLineChosen = (_, _) -> {};
  private Consumer<Set<Node>> onLinePointed = _ -> {};

  /// What is listed and marked.
  public ReadOnlyObjectProperty<Code> codeProperty() {
    return code.getReadOnlyProperty();
  }

  public Code getCode() {
    return code.get();
  }

  /// Shows a program and, if it is given, its backward pass and its update.
  ///
  /// @param backward the lines of the backward pass; may be empty
  /// @param update the lines of the update where it does not stand in the program; may be empty
  public void show(
      String text,
      Origins origins,
      List<CodeLine> backward,
      List<CodeLine> update,
      Snapshot snapshot) {}

  /// The program's lines, each with the nodes of the graph that it computes.
  public static List<CodeLine> program(String text, Origins origins, Graph graph) {
    return List.of();
  }

  /// Marks the lines of nodes that the pointer is on elsewhere; none takes the mark away.
  public void point(Set<Node> nodes) {}

  /// Called with the nodes of a line that was chosen, and what the line is the code of.
  public void setOnLineChosen(BiConsumer<Step.Phase, Set<Node>> action) {
    onLineChosen = action;
  }

  /// Called with the nodes of the line under the pointer; with none when it leaves.
  public void setOnLinePointed(Consumer<Set<Node>> action) {
    onLinePointed = action;
  }

  void chosen(Step.Phase phase, CodeLine line) {
    onLineChosen.accept(phase, line.nodes());
  }

  void pointed(Set<Node> nodes) {
    onLinePointed.accept(nodes);
  }
}
