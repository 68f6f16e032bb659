package backstep.ui.lab;

import backstep.graph.Graph;
import backstep.python.Naming;
import backstep.train.GradientCheck;
import backstep.train.GradientCheck.Entry;
import backstep.train.GradientCheck.Verdict;
import backstep.ui.kit.Background;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Every gradient of the graph at hand beside its numerical twin. It is worked out while somebody
/// looks at it, in the background, and again when the graph or the step changes.
public final class GradientCheckModel {
  /// One entry of a leaf.
  ///
  /// @param name what it is called: `W1[0, 1]`
  record Line(String name, Entry entry) {}

  /// What there is to see.
  ///
  /// @param step h of the central difference (f(x + h) − f(x − h)) / 2h
  /// @param lines nothing while they are worked out for the first time
  /// @param isWorking whether the lines are those of an earlier graph or step
  record Check(double step, Optional<List<Line>> lines, boolean isWorking) {
    Check {
      lines = lines.map(List::copyOf);
    }

    /// How many entries there are of this verdict.
    long count(Verdict verdict) {
      return lines.orElse(List.of()).stream()
          .filter(line -> line.entry().verdict() == verdict)
          .count();
    }
  }

  private record Subject(Graph graph, Naming naming) {}

  private final Background.Lane lane;
  private final ReadOnlyObjectWrapper<Check> check =
      new ReadOnlyObjectWrapper<>(
          this, "check", new Check(GradientCheck.USUAL_STEP, Optional.empty(), false));
  private final ReadOnlyBooleanWrapper possible =
      new ReadOnlyBooleanWrapper(this, "possible", false);
  private Optional<Subject> subject = Optional.empty();
  private boolean watched;

  /// @param background where gradients are checked
  public GradientCheckModel(Background background) {
    lane = background.lane();
  }

  // --- Properties --------------------------------------------------------------------------------

  ReadOnlyObjectProperty<Check> checkProperty() {
    return check.getReadOnlyProperty();
  }

  Check getCheck() {
    return check.get();
  }

  /// Whether there is a graph whose gradients may be seen.
  ReadOnlyBooleanProperty possibleProperty() {
    return possible.getReadOnlyProperty();
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Takes another graph.
  public void show(Graph graph, Naming naming) {
    if (subject.filter(now -> now.graph() == graph).isEmpty()) {
      subject = Optional.of(new Subject(graph, naming));
      possible.set(true);
      work();
    }
  }

  /// Has no graph.
  public void clear() {
    subject = Optional.empty();
    possible.set(false);
    lane.cancel();
    check.set(new Check(check.get().step(), Optional.empty(), false));
  }

  /// Says whether somebody looks.
  void watch(boolean isWatched) {
    watched = isWatched;
    work();
  }

  /// Takes another step.
  ///
  /// @param step above 0
  void setStep(double step) {
    check.set(new Check(step, check.get().lines(), check.get().isWorking()));
    work();
  }

  private void work() {
    if (!watched || subject.isEmpty()) {
      return;
    }
    Subject now = subject.get();
    double step = check.get().step();
    check.set(new Check(step, check.get().lines(), true));
    lane.run(
        () -> lines(now, step),
        lines -> check.set(new Check(step, Optional.of(lines), false)),
        failure -> {
          throw failure;
        });
  }

  private static List<Line> lines(Subject now, double step) {
    return GradientCheck.of(now.graph(), step).stream()
        .flatMap(row ->
            row.entries().stream().map(entry -> new Line(name(now.naming(), row, entry), entry)))
        .toList();
  }

  private static String name(Naming naming, GradientCheck.Row row, Entry entry) {
    return naming.expression(row.leaf()) + row.leaf().value().shape().place(entry.index());
  }
}
