package backstep.ui.code;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.python.BackwardWriter;
import backstep.python.Origins;
import backstep.python.ProblemException;
import backstep.python.Span;
import backstep.tensor.Tensor;
import backstep.trace.Cover;
import backstep.trace.Snapshot;
import backstep.trace.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The code beside the graph: the program, its backward pass, its update, and which lines the
/// current step is on.
public final class CodeModel {
  /// What a listing is.
  public enum Kind {
    /// The program, which only computes the loss.
    FORWARD,
    /// The program, which also learns.
    PROGRAM,
    /// The program's own backward pass, of whose gradients one is amiss.
    OWN,
    /// The backward pass, written from the graph.
    BACKWARD,
    /// The update, where it does not stand in the program.
    UPDATE
  }

  /// A listing with a heading of its own.
  ///
  /// @param lines first to last
  /// @param marked the lines of the current step, from 0
  /// @param pointed the lines of the nodes that are pointed at elsewhere, from 0
  public record Section(
      Kind kind, List<CodeLine> lines, Set<Integer> marked, Set<Integer> pointed) {
    public Section {
      lines = List.copyOf(lines);
      marked = Set.copyOf(marked);
      pointed = Set.copyOf(pointed);
    }
  }

  /// An update of the iteration that does not go along its gradient.
  ///
  /// @param name the parameter's
  /// @param line where it stands in the program, from 1; 0 if it does not
  /// @param claimed what the program took for the gradient
  /// @param gradient none if the loss does not depend on the parameter
  public record Amiss(
      Node parameter, String name, int line, Tensor claimed, Optional<Tensor> gradient) {}

  /// All listings.
  ///
  /// @param phase the phase of the current step, if there is one
  public record Code(Optional<Step.Phase> phase, List<Section> sections) {
    /// No code at all.
    public static final Code NONE = new Code(Optional.empty(), List.of());

    public Code {
      sections = List.copyOf(sections);
    }
  }

  // A line that sets or adds a number, up to the number.
  private static final Pattern NUMBER = Pattern.compile("(.* \\+?= )-?[0-9][0-9.]*(e[-+]?[0-9]+)?");

  private record Listing(Kind kind, List<CodeLine> lines) {
    Listing {
      lines = List.copyOf(lines);
    }
  }

  /// What is listed for one iteration, so that a step within it only moves the marks.
  private record Shown(String text, Origins origins, Iteration iteration, List<Listing> listings) {}

  private final ReadOnlyObjectWrapper<Code> code =
      new ReadOnlyObjectWrapper<>(this, "code", Code.NONE);
  private final ReadOnlyObjectWrapper<List<Amiss>> amiss =
      new ReadOnlyObjectWrapper<>(this, "amiss", List.of());
  private final ReadOnlyObjectWrapper<OptionalInt> slip =
      new ReadOnlyObjectWrapper<>(this, "slip", OptionalInt.empty());
  private Optional<Shown> shown = Optional.empty();
  private List<Amiss> found = List.of();
  private Optional<Snapshot> snapshot = Optional.empty();
  private List<CodeLine> update = List.of();
  private Set<Node> pointed = Set.of();
  private Cover cover = Cover.NONE;
  private boolean predicting;
  private BiConsumer<Kind, Set<Node>> onLineChosen = (_, _) -> {};
  private Consumer<Set<Node>> onLinePointed = _ -> {};
  private Function<String, Optional<String>> withBackward = _ -> Optional.empty();

  // --- Properties --------------------------------------------------------------------------------

  /// What is listed and marked.
  public ReadOnlyObjectProperty<Code> codeProperty() {
    return code.getReadOnlyProperty();
  }

  public Code getCode() {
    return code.get();
  }

  /// The updates of this iteration that do not go along their gradients, as far as these are known.
  public ReadOnlyObjectProperty<List<Amiss>> amissProperty() {
    return amiss.getReadOnlyProperty();
  }

  /// The first line of the program that is not right where an update is amiss, from 1; none where
  /// it is not known, or is to be found.
  public ReadOnlyObjectProperty<OptionalInt> slipProperty() {
    return slip.getReadOnlyProperty();
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Tells the first line that is not right, or no longer.
  public void setSlip(OptionalInt line) {
    slip.set(line);
  }

  /// Shows a program, the backward pass written from its graph, and the lines of the current step.
  ///
  /// @param text the program
  /// @param origins where its nodes stand in the text
  public void show(String text, Origins origins, Snapshot now) {
    Iteration iteration = now.trace().iteration();
    boolean same =
        shown
            .filter(s ->
                s.text.equals(text)
                    && s.origins == origins
                    && s.iteration.graph() == iteration.graph())
            .isPresent();
    if (!same) {
      List<Amiss> wrong = amiss(origins, iteration);
      shown =
          Optional.of(
              new Shown(text, origins, iteration, listings(text, origins, iteration, wrong)));
      found = wrong;
    }
    snapshot = Optional.of(now);
    amiss.set(found.stream().filter(one -> isKnown(one, now)).toList());
    refresh();
  }

  /// Shows a program with an update that does not stand in it.
  ///
  /// @param updating the lines of the update; may be empty
  public void show(String text, Origins origins, List<CodeLine> updating, Snapshot now) {
    update = List.copyOf(updating);
    show(text, origins, now);
  }

  /// Shows a program alone: it has no loss, or does not run.
  public void show(String text) {
    amiss.set(List.of());
    shown = Optional.empty();
    snapshot = Optional.empty();
    List<CodeLine> lines = lines(text).stream().map(line -> new CodeLine(line, Set.of())).toList();
    code.set(
        new Code(Optional.empty(), List.of(new Section(Kind.PROGRAM, lines, Set.of(), Set.of()))));
  }

  /// Leaves out what a line of the backward pass would tell where it is a plain number: gradients
  /// that are hidden and, while steps are predicted, those that are not known yet.
  public void withhold(Cover hidden, boolean ahead) {
    if (!cover.equals(hidden) || predicting != ahead) {
      cover = hidden;
      predicting = ahead;
      refresh();
    }
  }

  /// Marks the lines of nodes that are pointed at elsewhere; none takes the mark away.
  public void point(Set<Node> nodes) {
    if (!pointed.equals(nodes)) {
      pointed = Set.copyOf(nodes);
      refresh();
    }
  }

  /// Called with the nodes of a line that was chosen, and what the line is the code of.
  public void setOnLineChosen(BiConsumer<Kind, Set<Node>> action) {
    onLineChosen = action;
  }

  /// Called with the nodes of the line under the pointer; with none when it leaves.
  public void setOnLinePointed(Consumer<Set<Node>> action) {
    onLinePointed = action;
  }

  /// Who writes the program with its backward pass, as code that runs; given the comment that
  /// stands between the two.
  public void setWithBackward(Function<String, Optional<String>> writer) {
    withBackward = writer;
  }

  Optional<String> withBackward(String comment) {
    return withBackward.apply(comment);
  }

  void chosen(Kind kind, CodeLine line) {
    if (!line.nodes().isEmpty()) {
      onLineChosen.accept(kind, line.nodes());
    }
  }

  void chosen(Amiss amiss) {
    onLineChosen.accept(Kind.UPDATE, Set.of(amiss.parameter()));
  }

  void pointed(Set<Node> nodes) {
    onLinePointed.accept(nodes);
  }

  // --- Lines -------------------------------------------------------------------------------------

  private static List<Listing> listings(
      String text, Origins origins, Iteration iteration, List<Amiss> amiss) {
    List<Listing> listings = new ArrayList<>();
    listings.add(
        new Listing(
            iteration.updates().isEmpty() ? Kind.FORWARD : Kind.PROGRAM,
            program(text, origins, iteration, amiss)));
    List<CodeLine> backward = backward(iteration.graph(), origins);
    if (!backward.isEmpty()) {
      listings.add(new Listing(Kind.BACKWARD, backward));
    }
    return listings;
  }

  private static List<CodeLine> backward(Graph graph, Origins origins) {
    try {
      return BackwardWriter.forReading(graph, origins).stream()
          .map(line -> new CodeLine(line.text(), Set.copyOf(line.nodes())))
          .toList();
    } catch (ProblemException e) {
      // A graph too large to be read by anyone is not written out.
      return List.of();
    }
  }

  private static List<String> lines(String text) {
    return text.stripTrailing().lines().toList();
  }

  /// The program's lines, each with the nodes of the graph that it computes or updates. A line that
  /// calls a function has the nodes of the call too.
  static List<CodeLine> program(String text, Origins origins, Iteration iteration) {
    return program(text, origins, iteration, amiss(origins, iteration));
  }

  private static List<CodeLine> program(
      String text, Origins origins, Iteration iteration, List<Amiss> amiss) {
    List<String> lines = lines(text);
    List<Set<Node>> nodes =
        IntStream.range(0, lines.size()).<Set<Node>>mapToObj(_ -> new HashSet<>()).toList();
    for (Node node : iteration.graph().nodes()) {
      for (int line : lines(text, origins, node)) {
        if (line < lines.size()) {
          nodes.get(line).add(node);
        }
      }
    }
    Set<Integer> updates = new HashSet<>();
    iteration
        .updates()
        .forEach(made ->
            ownLines(text, origins, made.after()).stream()
                .filter(line -> line < lines.size())
                .forEach(line -> {
                  nodes.get(line).add(made.parameter());
                  updates.add(line);
                }));
    Set<Integer> slips = amiss.isEmpty() ? Set.of() : slips(nodes, updates);
    return IntStream.range(0, lines.size())
        .mapToObj(
            i -> new CodeLine(lines.get(i), nodes.get(i), updates.contains(i), slips.contains(i)))
        .toList();
  }

  private static List<Amiss> amiss(Origins origins, Iteration iteration) {
    if (iteration.updates().isEmpty()) {
      return List.of();
    }
    Map<Node, Tensor> gradients = iteration.graph().gradients();
    return iteration.updates().stream()
        .filter(update -> !update.isAlong(gradients))
        .map(update ->
            new Amiss(
                update.parameter(),
                origins.name(update.parameter()).orElse(""),
                origins.span(update.after()).map(Span::line).orElse(0),
                update.gradient(),
                Optional.ofNullable(gradients.get(update.parameter()))))
        .toList();
  }

  // Before a gradient is worked out it is not said; that there is none is known at the end.
  private static boolean isKnown(Amiss one, Snapshot now) {
    return one.gradient().isPresent()
        ? now.isComplete(one.parameter())
        : now.isUpdated(one.parameter());
  }

  // Between the loss and the last update stands the program's own backward pass.
  private static Set<Integer> slips(List<Set<Node>> nodes, Set<Integer> updates) {
    if (updates.isEmpty()) {
      return Set.of();
    }
    int first = Collections.min(updates);
    int loss =
        IntStream.range(0, first)
            .filter(line -> nodes.get(line).stream().anyMatch(Node.Operation.class::isInstance))
            .max()
            .orElse(first);
    return IntStream.range(loss + 1, Collections.max(updates)).boxed().collect(Collectors.toSet());
  }

  private static Set<Integer> lines(String text, Origins origins, Node node) {
    Set<Integer> lines = new TreeSet<>(ownLines(text, origins, node));
    Origins.Group group = origins.group(node).orElse(null);
    while (group != null) {
      lines.addAll(lines(text, group.call()));
      group = group.parent();
    }
    return lines;
  }

  private static Set<Integer> ownLines(String text, Origins origins, Node node) {
    return origins.span(node).map(span -> lines(text, span)).orElse(Set.of());
  }

  private static Set<Integer> lines(String text, Span span) {
    int end = Math.min(span.end(), text.length());
    long breaks = text.substring(Math.min(span.start(), end), end).lines().count();
    return IntStream.range(span.line() - 1, span.line() - 1 + Math.max(1, (int) breaks))
        .boxed()
        .collect(Collectors.toSet());
  }

  // --- Marks -------------------------------------------------------------------------------------

  private void refresh() {
    if (shown.isEmpty() || snapshot.isEmpty()) {
      return;
    }
    Optional<Step> step = snapshot.get().step();
    List<Listing> listings = new ArrayList<>(shown.get().listings);
    if (!update.isEmpty()) {
      listings.add(new Listing(Kind.UPDATE, update));
    }
    List<Section> sections = new ArrayList<>();
    for (Listing listing : listings) {
      Set<Integer> marked = step.map(s -> marked(listing, s)).orElse(Set.of());
      List<CodeLine> lines = listing.kind == Kind.BACKWARD ? told(listing.lines) : listing.lines;
      sections.add(new Section(listing.kind, lines, marked, linesOf(lines, pointed)));
    }
    code.set(new Code(step.map(Step::phase), sections));
  }

  private List<CodeLine> told(List<CodeLine> lines) {
    return lines.stream()
        .map(line -> {
          Matcher number = NUMBER.matcher(line.text());
          return number.matches() && line.nodes().stream().anyMatch(this::isSecret)
              ? new CodeLine(number.group(1) + "?", line.nodes())
              : line;
        })
        .toList();
  }

  private boolean isSecret(Node node) {
    return cover.hidesGradient(node) || (predicting && !snapshot.orElseThrow().isComplete(node));
  }

  private Set<Integer> marked(Listing listing, Step step) {
    return switch (listing.kind) {
      case FORWARD, PROGRAM, OWN -> inProgram(step);
      case BACKWARD -> linesOf(listing.lines, receivers(step));
      case UPDATE ->
          step instanceof Step.Update made
              ? linesOf(listing.lines, Set.of(made.parameter()))
              : Set.of();
    };
  }

  private Set<Integer> inProgram(Step step) {
    Shown now = shown.orElseThrow();
    if (step instanceof Step.Update made) {
      return now.iteration.updates().stream()
          .filter(update ->
              update.parameter() == made.parameter() && update.after().value().equals(made.after()))
          .map(update -> ownLines(now.text, now.origins, update.after()))
          .findFirst()
          .orElse(Set.of());
    }
    return step.singles().stream()
        .flatMap(part -> lines(now.text, now.origins, part.node()).stream())
        .collect(Collectors.toSet());
  }

  /// The nodes that the step sends the gradient to.
  private static Set<Node> receivers(Step step) {
    return step.singles().stream()
        .flatMap(part -> part.flows().stream())
        .map(Flow::to)
        .collect(Collectors.toSet());
  }

  private static Set<Integer> linesOf(List<CodeLine> lines, Set<Node> nodes) {
    return IntStream.range(0, lines.size())
        .filter(i -> !Collections.disjoint(lines.get(i).nodes(), nodes))
        .boxed()
        .collect(Collectors.toSet());
  }
}
