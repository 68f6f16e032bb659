package backstep.ui.classroom;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// A presentation of what the window shows. Where the lesson stands is the player's; this is how it
/// is looked at.
public final class PresentModel {
  /// What the pointer does over the stage.
  public enum Hand {
    /// What it does in the window.
    PLAIN,
    /// It lights what is around it, and all else is dim.
    SPOTLIGHT,
    /// It draws.
    PEN
  }

  /// By how much letters and lines are larger than in the window, in per cent.
  private static final List<Integer> SIZES = List.of(100, 125, 150, 175, 200, 250);

  private static final int USUAL = 150;

  private static final State OFF =
      new State(false, Hand.PLAIN, Ink.CORAL, List.of(), false, false, USUAL);

  /// All that there is to know, at one moment.
  ///
  /// @param on whether something is presented
  /// @param strokes what the pen has drawn; it stays while steps go on
  /// @param frozen whether what is seen stays, whatever the lesson comes to
  /// @param dark whether nothing is to be seen
  /// @param percent by how much letters and lines are larger than in the window
  record State(
      boolean on,
      Hand hand,
      Ink ink,
      List<Stroke> strokes,
      boolean frozen,
      boolean dark,
      int percent) {
    State {
      strokes = List.copyOf(strokes);
    }

    private State with(Hand other) {
      return new State(on, other, ink, strokes, frozen, dark, percent);
    }

    private State with(Hand pen, Ink other) {
      return new State(on, pen, other, strokes, frozen, dark, percent);
    }

    private State with(List<Stroke> others) {
      return new State(on, hand, ink, others, frozen, dark, percent);
    }

    private State frozen(boolean now) {
      return new State(on, hand, ink, strokes, now, dark, percent);
    }

    private State dark(boolean now) {
      return new State(on, hand, ink, strokes, frozen, now, percent);
    }

    private State sized(int other) {
      return new State(on, hand, ink, strokes, frozen, dark, other);
    }
  }

  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", OFF);

  // --- Properties --------------------------------------------------------------------------------

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  State getState() {
    return state.get();
  }

  /// Whether something is presented.
  public ObservableValue<Boolean> onProperty() {
    return state.map(State::on);
  }

  public boolean isOn() {
    return state.get().on();
  }

  /// Whether nothing is to be seen.
  public boolean isDark() {
    return state.get().dark();
  }

  /// Whether what is seen stays, whatever the lesson comes to.
  public ObservableValue<Boolean> frozenProperty() {
    return state.map(State::frozen);
  }

  /// Whether what is seen follows the lesson.
  public ObservableValue<Boolean> followsProperty() {
    return state.map(now -> now.on() && !now.frozen());
  }

  /// By how many times letters and lines are larger than in the window.
  public ObservableValue<Double> factorProperty() {
    return state.map(now -> now.percent() / 100.0);
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Begins to present, or ends it. Each begins afresh.
  public void toggle() {
    state.set(
        isOn() ? OFF : new State(true, Hand.PLAIN, Ink.CORAL, List.of(), false, false, USUAL));
  }

  /// Ends it.
  public void leave() {
    state.set(OFF);
  }

  private void change(UnaryOperator<State> change) {
    if (isOn()) {
      state.set(change.apply(state.get()));
    }
  }

  /// Lights what is around the pointer, or no longer.
  public void spotlight() {
    change(now -> now.with(now.hand() == Hand.SPOTLIGHT ? Hand.PLAIN : Hand.SPOTLIGHT));
  }

  /// Takes the pen, or puts it down.
  public void pen() {
    change(now -> now.with(now.hand() == Hand.PEN ? Hand.PLAIN : Hand.PEN));
  }

  /// Takes the pen in its next colour.
  public void nextInk() {
    change(now -> now.with(Hand.PEN, now.hand() == Hand.PEN ? now.ink().next() : now.ink()));
  }

  /// Keeps what the pen drew.
  void draw(Stroke stroke) {
    change(now -> now.with(Stream.concat(now.strokes().stream(), Stream.of(stroke)).toList()));
  }

  /// Takes away all that the pen drew.
  public void wipe() {
    change(now -> now.with(List.of()));
  }

  /// Keeps what is seen while the lesson goes on, or shows again where it stands.
  public void freeze() {
    change(now -> now.frozen(!now.frozen()));
  }

  /// Shows nothing, or all again.
  public void darken() {
    change(now -> now.dark(!now.dark()));
  }

  /// Shows all again.
  public void lighten() {
    change(now -> now.dark(false));
  }

  /// Whether letters are larger than in the window.
  public boolean canBeSmaller() {
    return state.get().percent() > SIZES.getFirst();
  }

  /// Makes letters one step larger, here only.
  public void larger() {
    change(now ->
        now.sized(
            SIZES.stream().filter(size -> size > now.percent()).findFirst().orElse(now.percent())));
  }

  /// Makes letters one step smaller, here only.
  public void smaller() {
    change(now ->
        now.sized(
            SIZES.reversed().stream()
                .filter(size -> size < now.percent())
                .findFirst()
                .orElse(now.percent())));
  }

  /// Gives letters the size that they begin with.
  public void usualSize() {
    change(now -> now.sized(USUAL));
  }
}
