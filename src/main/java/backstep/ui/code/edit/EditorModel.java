package backstep.ui.code.edit;

import backstep.python.Problem;
import backstep.python.Splice;
import backstep.trace.Step;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The text of the program at hand, while somebody writes in it.
///
/// Undo and redo are those of the program, whose numbers are changed in the graph as well.
public final class EditorModel {
  /// All that there is to show.
  ///
  /// @param problem what keeps the text from running
  /// @param changed whether it differs from the text that was opened
  /// @param marked the lines of the current step, from 0; none while the text does not run
  /// @param phase of that step
  public record State(
      String text,
      Optional<Problem> problem,
      boolean changed,
      Set<Integer> marked,
      Optional<Step.Phase> phase) {
    static final State NONE = new State("", Optional.empty(), false, Set.of(), Optional.empty());

    public State {
      marked = Set.copyOf(marked);
    }
  }

  /// What the editor asks of the program.
  ///
  /// @param write takes a text, and whether it goes on with the change before
  public record Actions(
      BiConsumer<String, Boolean> write, Runnable undo, Runnable redo, Runnable reset) {}

  private final Actions actions;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.NONE);
  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final BooleanProperty offered = new SimpleBooleanProperty(this, "offered", true);
  private Bout bout = Bout.NONE;
  private boolean writing;

  public EditorModel(Actions actions) {
    this.actions = actions;
  }

  // --- Properties --------------------------------------------------------------------------------

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public State getState() {
    return state.get();
  }

  /// Whether the editor stands in the place of the listings.
  public BooleanProperty openProperty() {
    return open;
  }

  public boolean isOpen() {
    return open.get();
  }

  /// Whether there is a text to be written in.
  public BooleanProperty offeredProperty() {
    return offered;
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Opens the editor, or closes it.
  public void toggle() {
    if (offered.get()) {
      open.set(!open.get());
    }
  }

  /// Closes the editor and does not offer it, or offers it again.
  public void offer(boolean isOffered) {
    offered.set(isOffered);
    if (!isOffered) {
      open.set(false);
    }
  }

  /// Shows the text as it is now, whoever changed it.
  public void show(String text, Optional<Problem> problem, boolean changed) {
    State now = state.get();
    if (!writing && !text.equals(now.text)) {
      bout = Bout.NONE;
    }
    state.set(new State(text, problem, changed, now.marked, now.phase));
  }

  /// Marks the lines of the current step.
  public void mark(Set<Integer> lines, Optional<Step.Phase> phase) {
    State now = state.get();
    state.set(new State(now.text, now.problem, now.changed, lines, phase));
  }

  /// Takes what was written.
  void write(String text) {
    Splice change = Splice.between(state.get().text, text);
    if (change.isNothing()) {
      return;
    }
    boolean goesOn = bout.goesOn(change);
    writing = true;
    try {
      actions.write.accept(text, goesOn);
    } finally {
      writing = false;
    }
    bout = new Bout(Optional.of(change));
  }

  void undo() {
    actions.undo.run();
  }

  void redo() {
    actions.redo.run();
  }

  /// Goes back to the text that was opened, which can be undone.
  void reset() {
    actions.reset.run();
  }
}
