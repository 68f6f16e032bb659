package backstep.ui.classroom;

import backstep.graph.Node;
import backstep.trace.Cover;
import backstep.trace.Cover.Kind;
import backstep.trace.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// Which figures are hidden until they are revealed.
public final class CoverModel {
  // Each press hides the next of these.
  private static final List<Set<Kind>> CHOICES =
      List.of(
          Set.of(),
          Set.of(Kind.GRADIENTS),
          Set.of(Kind.VALUES),
          Set.of(Kind.VALUES, Kind.GRADIENTS));

  private final ReadOnlyObjectWrapper<Cover> cover =
      new ReadOnlyObjectWrapper<>(this, "cover", Cover.NONE);
  private boolean begunByLesson;

  // --- Properties --------------------------------------------------------------------------------

  /// What is hidden, and what of it was revealed.
  public ReadOnlyObjectProperty<Cover> coverProperty() {
    return cover.getReadOnlyProperty();
  }

  public Cover getCover() {
    return cover.get();
  }

  /// Whether anything is hidden.
  public ObservableValue<Boolean> onProperty() {
    return cover.map(Cover::isOn);
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// A lesson is opened. Where it says nothing, what was chosen by hand stays.
  ///
  /// @param hidden what it begins with hidden
  public void begin(Set<Kind> hidden) {
    if (!hidden.isEmpty() || begunByLesson) {
      cover.set(Cover.of(hidden));
    } else {
      cover.set(Cover.of(cover.get().hidden()));
    }
    begunByLesson = !hidden.isEmpty();
  }

  /// Brings back what was hidden in a session that was saved.
  public void restore(Cover saved) {
    begunByLesson = false;
    cover.set(saved);
  }

  /// Hides values or gradients, or no longer; whatever was revealed before is hidden again.
  public void toggle(Kind kind) {
    begunByLesson = false;
    cover.set(cover.get().toggling(kind));
  }

  /// Hides the next of: nothing, gradients, values, both.
  public void next() {
    begunByLesson = false;
    int now = CHOICES.indexOf(cover.get().hidden());
    cover.set(Cover.of(CHOICES.get((now + 1) % CHOICES.size())));
  }

  /// Hides nothing.
  public void showAll() {
    begunByLesson = false;
    cover.set(Cover.NONE);
  }

  /// Reveals what is known of these nodes.
  public void reveal(Snapshot here, Collection<Node> nodes) {
    if (cover.get().isOn()) {
      cover.set(cover.get().revealing(here, nodes));
    }
  }

  /// Reveals all figures of the step that led there.
  public void reveal(Snapshot here) {
    if (cover.get().isOn()) {
      cover.set(cover.get().revealing(here));
    }
  }
}
