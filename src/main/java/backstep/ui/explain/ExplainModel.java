package backstep.ui.explain;

import backstep.python.Naming;
import backstep.trace.Cover;
import backstep.trace.Snapshot;
import backstep.words.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is explained: the step that led to the snapshot shown last.
public final class ExplainModel {
  private static final Explanation NOTHING =
      new Explanation(
          Optional.empty(), 0, 0, 0, Phrase.of("explain.nothing"), List.of(), List.of());

  private Numbers numbers = Numbers.USUAL;
  private Function<Numbers, Explanation> teller = _ -> NOTHING;
  private final ReadOnlyObjectWrapper<Explanation> explanation =
      new ReadOnlyObjectWrapper<>(this, "explanation", NOTHING);

  /// The explanation, a new one for each snapshot.
  public ReadOnlyObjectProperty<Explanation> explanationProperty() {
    return explanation.getReadOnlyProperty();
  }

  public Explanation getExplanation() {
    return explanation.get();
  }

  /// Explains the step that led here.
  ///
  /// @param naming what to call the nodes
  public void show(Snapshot snapshot, Naming naming) {
    show(snapshot, naming, Cover.NONE);
  }

  /// Explains the step that led here, by its rules alone while any of its figures is hidden.
  ///
  /// @param naming what to call the nodes
  public void show(Snapshot snapshot, Naming naming, Cover cover) {
    boolean hidden = cover.hides(snapshot);
    tell(now ->
        hidden
            ? Explainer.rulesAlone(snapshot, naming, now)
            : Explainer.explain(snapshot, naming, now));
  }

  /// Explains nothing: there is no program, or it has no loss.
  public void clear() {
    tell(_ -> NOTHING);
  }

  /// Writes figures another way.
  public void write(Numbers now) {
    numbers = now;
    tell(teller);
  }

  private void tell(Function<Numbers, Explanation> now) {
    teller = now;
    explanation.set(now.apply(numbers));
  }
}
