package backstep.ui.explain;

import backstep.python.Naming;
import backstep.trace.Cover;
import backstep.trace.Snapshot;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is explained: the step that led to the snapshot shown last.
public final class ExplainModel {
  private static final Explanation NOTHING =
      new Explanation(
          Optional.empty(), 0, 0, 0, Phrase.of("explain.nothing"), List.of(), List.of());

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
    explanation.set(
        cover.hides(snapshot)
            ? Explainer.rulesAlone(snapshot, naming)
            : Explainer.explain(snapshot, naming));
  }

  /// Explains nothing: there is no program, or it has no loss.
  public void clear() {
    explanation.set(NOTHING);
  }
}
