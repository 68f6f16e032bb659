package backstep.ui.lab;

import backstep.lesson.Control;
import backstep.python.Draft;
import backstep.python.ProblemException;
import backstep.ui.kit.Numbers;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The sliders that a lesson offers, and the ways back from what was changed.
public final class ControlsModel {
  /// A slider.
  ///
  /// @param value where it stands; none where the program no longer sets its variable to a number
  public record Knob(Control control, Optional<Double> value) {}

  /// What the program calls its learning rate, and what that is.
  record Rate(String variable, double value) {}

  /// All sliders, at one moment.
  ///
  /// @param rate the learning rate, where the program sets one to a number
  public record Controls(
      List<Knob> knobs, Optional<Rate> rate, boolean canUndo, boolean canRedo, boolean canReset) {
    public Controls {
      knobs = List.copyOf(knobs);
    }

    /// Whether there is a slider for the learning rate.
    boolean offersRate() {
      return rate.filter(
              r -> knobs.stream().anyMatch(k -> k.control().variable().equals(r.variable())))
          .isPresent();
    }

    /// What is set, as the program names it, such as `rate 0.1, target 42`; none if nothing is.
    public Optional<String> label() {
      List<String> set =
          knobs.stream()
              .flatMap(knob ->
                  knob.value().stream()
                      .map(value -> knob.control().variable() + " " + Numbers.shown(value)))
              .toList();
      return set.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", set));
    }
  }

  // What programs call their learning rate.
  private static final List<String> RATES = List.of("learning_rate", "lr", "rate", "eta", "alpha");

  private final ProgramModel program;
  private final ReadOnlyObjectWrapper<Controls> controls =
      new ReadOnlyObjectWrapper<>(
          this, "controls", new Controls(List.of(), Optional.empty(), false, false, false));
  private List<Control> offered = List.of();

  /// @param program what the sliders change
  public ControlsModel(ProgramModel program) {
    this.program = program;
    program.stateProperty().subscribe(this::follow);
  }

  // --- Properties --------------------------------------------------------------------------------

  public ReadOnlyObjectProperty<Controls> controlsProperty() {
    return controls.getReadOnlyProperty();
  }

  public Controls getControls() {
    return controls.get();
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Offers other sliders.
  public void offer(List<Control> others) {
    offered = List.copyOf(others);
    follow(program.getState());
  }

  /// Moves a slider.
  ///
  /// @param continues whether it goes on with the movement before
  public void set(Control control, double value, boolean continues) {
    program.set(control.variable(), value, continues);
  }

  /// Halves the learning rate, and so runs the program again.
  void halveRate() {
    controls.get().rate().ifPresent(now -> program.set(now.variable(), now.value() / 2, false));
  }

  public void undo() {
    program.undo();
  }

  public void redo() {
    program.redo();
  }

  public void reset() {
    program.reset();
  }

  private void follow(ProgramModel.State state) {
    Draft draft = state.drafts().present();
    controls.set(
        new Controls(
            offered.stream()
                .map(control -> new Knob(control, number(draft, control.variable())))
                .toList(),
            RATES.stream()
                .flatMap(name -> number(draft, name).map(value -> new Rate(name, value)).stream())
                .findFirst(),
            state.drafts().canUndo(),
            state.drafts().canRedo(),
            state.isChanged()));
  }

  private static Optional<Double> number(Draft draft, String variable) {
    try {
      return draft.number(variable);
    } catch (ProblemException unreadable) {
      // What is wrong with the program is said where its figures would be.
      return Optional.empty();
    }
  }
}
