package backstep.ui;

import backstep.graph.Iterations;
import backstep.graph.Node;
import backstep.python.Draft;
import backstep.python.Options;
import backstep.python.Replays;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import backstep.trace.Session;
import backstep.trace.Snapshot;
import backstep.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;

/// The program of a window, run by itself from its first line to where the learner stands, with
/// nothing known of the way that they took.
///
/// To be used on the JavaFX thread.
final class FreshRun {
  // What is larger is drawn as a heat map.
  private static final int MAX_TABLE = 4;

  private final Workbench bench;
  private final Scene scene;
  private final Supplier<Numbers> numbers;

  /// @param numbers how the learner wants figures written
  FreshRun(Workbench bench, Scene scene, Supplier<Numbers> numbers) {
    this.bench = bench;
    this.scene = scene;
    this.numbers = numbers;
  }

  /// In what the window shows something else; nothing if it shows the same.
  List<String> differences() {
    Optional<Session> here = bench.player.getState().session();
    if (bench.program.getState().drafts().present().text().isEmpty()) {
      return here.isEmpty() ? List.of() : List.of("something is shown of no program");
    }
    if (bench.program.getState().ran().isEmpty()
        && bench.program.getState().problem().isPresent()) {
      return here.isEmpty() ? List.of() : List.of("something is shown of a program that never ran");
    }
    if (here.isEmpty() || bench.program.getState().ran().isEmpty()) {
      return List.of("nothing is shown");
    }
    if (isUnderWay()) {
      return List.of("the program has not run yet");
    }
    Session shown = here.get();
    Replays replays = replays(bench.program.getState().ran().get().draft());
    Iterations iterations = bench.program.prospect(replays).over(replays);
    Session fresh =
        Session.at(iterations, shown.iteration(), 0).seek(shown.trace().singles(shown.position()));
    List<String> differences = new ArrayList<>();
    compareAll(shown.snapshot(), fresh.snapshot(), differences);
    replays
        .run()
        .variables(fresh.trace().graph())
        .forEach((name, node) -> compare(name, node, fresh.snapshot(), differences));
    return differences;
  }

  private boolean isUnderWay() {
    return bench.program.getState().isStale() && bench.program.getState().problem().isEmpty();
  }

  private Replays replays(Draft draft) {
    Options options = draft.options(bench.program.options());
    return new Replays(draft.program(), options, draft.program().run(options));
  }

  // --- What is known of each node ----------------------------------------------------------------

  private static void compareAll(Snapshot shown, Snapshot fresh, List<String> differences) {
    List<Node> ours = shown.trace().graph().nodes();
    List<Node> theirs = fresh.trace().graph().nodes();
    if (ours.size() != theirs.size()) {
      differences.add(ours.size() + " nodes, not " + theirs.size());
      return;
    }
    for (int i = 0; i < ours.size(); i++) {
      List<Optional<List<Double>>> figures = figures(shown, ours.get(i));
      List<Optional<List<Double>>> expected = figures(fresh, theirs.get(i));
      if (!figures.equals(expected)) {
        differences.add("node %d has %s, not %s".formatted(i, figures, expected));
      }
    }
  }

  // Lists of doubles take NaN for equal to NaN.
  private static List<Optional<List<Double>>> figures(Snapshot snapshot, Node node) {
    return Stream.of(snapshot.value(node), snapshot.gradient(node))
        .map(figure ->
            figure.map(tensor -> IntStream.range(0, tensor.size()).mapToObj(tensor::get).toList()))
        .toList();
  }

  // --- What is written on them -------------------------------------------------------------------

  private void compare(String name, Node node, Snapshot fresh, List<String> differences) {
    Set<javafx.scene.Node> boxes = scene.getRoot().lookupAll("#node-" + name);
    Shape shape = node.value().shape();
    if (boxes.size() != 1 || shape.rows() > MAX_TABLE || shape.columns() > MAX_TABLE) {
      return; // it is in a closed call, or has no figures, or a call has a name like it
    }
    javafx.scene.Node box = boxes.iterator().next();
    List<String> values = texts(box, ".value");
    if (values.isEmpty()) {
      differences.add("the box of " + name + " has no figures, but " + box.lookupAll("*"));
    } else if (!isCovered(values)) {
      compare(name, fresh.value(node), node, ways(how -> how::shown), values, differences);
    }
    List<String> gradients = texts(box, ".gradient");
    if (!gradients.isEmpty() && !isCovered(gradients)) { // else it has none to be shown
      compare(name, fresh.gradient(node), node, ways(how -> how::signed), gradients, differences);
    }
  }

  // What has no room as it is wanted is written as usual.
  private List<DoubleFunction<String>> ways(Function<Numbers, DoubleFunction<String>> way) {
    return List.of(way.apply(numbers.get()), way.apply(Numbers.USUAL));
  }

  private boolean isCovered(List<String> shown) {
    return bench.cover.getCover().isOn() && shown.stream().allMatch("?"::equals);
  }

  private static List<String> texts(javafx.scene.Node box, String cells) {
    return box.lookupAll(cells).stream().map(cell -> ((Label) cell).getText()).toList();
  }

  /// Notes where a node shows other figures than are known of it, or any where none are.
  ///
  /// @param ways in any of which a figure may be written
  static void compare(
      String name,
      Optional<Tensor> known,
      Node node,
      List<? extends DoubleFunction<String>> ways,
      List<String> shown,
      List<String> differences) {
    List<List<String>> expected =
        IntStream.range(0, node.value().size())
            .mapToObj(i ->
                known
                    .map(value -> ways.stream().map(way -> way.apply(value.get(i))).toList())
                    .orElse(List.of("")))
            .toList();
    boolean same =
        shown.size() == expected.size()
            && IntStream.range(0, shown.size())
                .allMatch(i -> expected.get(i).contains(shown.get(i)));
    if (!same) {
      differences.add(name + " shows " + shown + ", not " + expected);
    }
  }
}
