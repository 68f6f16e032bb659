package backstep.ui.lab;

import backstep.lesson.Control;
import backstep.python.Draft;
import backstep.python.ProblemException;
import backstep.words.Numbers;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The sliders that a lesson offers, and the ways back from what was changed.
public final class ControlsModel {
  /// A slider.
  ///
  /// @param value where it stands; none where the program does not set its variable to a number,
  ///   and of a seed that nothing is drawn from
  /// @param offered whether it can be moved
  /// @param named whether what it is set to belongs to the name of a run
  public record Knob(Control control, Optional<Double> value, boolean offered, boolean named) {}

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

    /// What a run is told from others by, as the program names it, such as `learning_rate 0.1,
    /// target 40`: the learning rate, and whatever else is not as it was at first. None if nothing
    /// can be set.
    public Optional<String> label() {
      List<String> set =
          knobs.stream()
              .filter(Knob::named)
              .flatMap(knob ->
                  knob.value().stream()
                      .map(value -> knob.control().variable() + " " + Numbers.USUAL.shown(value)))
              .toList();
      return set.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", set));
    }
  }

  // What programs call their learning rate.
  private static final List<String> RATES = List.of("learning_rate", "lr", "rate", "eta", "alpha");

  private final ProgramModel program;
  private Runnable onRerun = () -> {};
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
    if (control.draws().isPresent()) {
      program.draw(control.draws().get(), control.variable(), value, continues);
    } else {
      program.set(control.variable(), value, continues);
    }
  }

  /// Called when the program is to be seen running again from its start, as soon as it is changed.
  public void setOnRerun(Runnable action) {
    onRerun = action;
  }

  /// Halves the learning rate, and runs the program again.
  void halveRate() {
    controls
        .get()
        .rate()
        .ifPresent(now -> {
          onRerun.run();
          program.set(now.variable(), now.value() / 2, false);
        });
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
    controls.set(
        new Controls(
            offered.stream().map(control -> knob(control, state)).toList(),
            RATES.stream()
                .flatMap(name -> rate(state.drafts().present(), name).stream())
                .findFirst(),
            state.drafts().canUndo(),
            state.drafts().canRedo(),
            state.isChanged()));
  }

  private static Knob knob(Control control, ProgramModel.State state) {
    Draft draft = state.drafts().present();
    String variable = control.variable();
    try {
      Optional<Double> number = draft.number(variable);
      if (control.draws().isPresent()) {
        String drawn = control.draws().get();
        boolean draws = draft.isDrawn(drawn);
        return new Knob(
            control, number.filter(_ -> draws), number.isPresent() && draft.canSet(drawn), draws);
      }
      if (draft.isDrawn(variable)) {
        return new Knob(control, drawn(variable, state), true, false);
      }
      boolean named = isRate(control) || !number.equals(state.drafts().first().number(variable));
      return new Knob(control, number, number.isPresent(), named);
    } catch (ProblemException unreadable) {
      // What is wrong with the program is said where its figures would be.
      return new Knob(control, Optional.empty(), false, false);
    }
  }

  private static Optional<Rate> rate(Draft draft, String variable) {
    try {
      return draft.number(variable).map(value -> new Rate(variable, value));
    } catch (ProblemException unreadable) {
      return Optional.empty();
    }
  }

  // What the last run drew for a variable.
  private static Optional<Double> drawn(String variable, ProgramModel.State state) {
    return state
        .ran()
        .map(ProgramModel.Ran::run)
        .flatMap(run ->
            run.iteration(0)
                .flatMap(first ->
                    first.graph().leaves().stream()
                        .filter(leaf -> run.origins().globals(leaf).contains(variable))
                        .filter(leaf -> leaf.value().size() == 1)
                        .map(leaf -> leaf.value().item())
                        .findFirst()));
  }

  private static boolean isRate(Control control) {
    return RATES.contains(control.variable());
  }
}
