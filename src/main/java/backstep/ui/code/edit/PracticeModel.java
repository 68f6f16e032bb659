package backstep.ui.code.edit;

import backstep.practice.Exercise;
import backstep.practice.Feedback;
import backstep.practice.Finding.Kind;
import backstep.python.Options;
import backstep.python.ProblemException;
import backstep.ui.kit.Background;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The exercise to write the backward pass of the program at hand, judged as it is written.
///
/// What is written is kept for each program as long as the window is open.
public final class PracticeModel {
  /// All that there is to know, at one moment.
  ///
  /// @param exercise what the program at hand makes of it; none if it makes none
  /// @param open whether somebody writes
  /// @param text what is written
  /// @param feedback on the text that was judged last; none before any was
  /// @param told how many lines of the solution were asked for
  record State(
      Optional<Exercise> exercise,
      boolean open,
      String text,
      Optional<Feedback> feedback,
      int told) {
    static final State NONE = new State(Optional.empty(), false, "", Optional.empty(), 0);

    boolean isDone() {
      return feedback.filter(Feedback::isDone).isPresent();
    }
  }

  private record Written(String text, int told) {
    static final Written NOTHING = new Written("", 0);
  }

  /// What a program makes: the exercise, and the first line of its own that is amiss.
  private record Made(Optional<Exercise> exercise, OptionalInt slip) {}

  private record Judged(List<String> solution, Feedback feedback) {}

  private static final Pattern NAME = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  private final Background.Lane making;
  private final Background.Lane judging;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.NONE);
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
  private final ReadOnlyObjectWrapper<OptionalInt> slip =
      new ReadOnlyObjectWrapper<>(this, "slip", OptionalInt.empty());
  private final ReadOnlyBooleanWrapper withheld = new ReadOnlyBooleanWrapper(this, "withheld");
  private final Map<String, Written> written = new HashMap<>();

  /// @param background where exercises are made and judged
  public PracticeModel(Background background) {
    making = background.lane();
    judging = background.lane();
    state.subscribe(now -> open.set(now.open()));
  }

  // --- Properties --------------------------------------------------------------------------------

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  State getState() {
    return state.get();
  }

  /// Whether somebody writes, in the place of the listings.
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  public boolean isOpen() {
    return open.get();
  }

  /// Where the program's own backward pass first parts from the gradients, if it does: a line of
  /// the program, from 1.
  public ReadOnlyObjectProperty<OptionalInt> slipProperty() {
    return slip.getReadOnlyProperty();
  }

  /// Whether no figures are told: a line that is not right could be written to find out about one.
  ReadOnlyBooleanProperty withheldProperty() {
    return withheld.getReadOnlyProperty();
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Tells no figures, or tells them again.
  public void withhold(boolean now) {
    withheld.set(now);
  }

  /// Takes another program.
  ///
  /// @param options with which it runs
  public void offer(String text, Options options) {
    slip.set(OptionalInt.empty());
    making.run(
        () -> made(text, options),
        this::take,
        failure -> {
          throw failure;
        });
  }

  private static Made made(String text, Options options) {
    try {
      Optional<Exercise> exercise = Exercise.of(text, options);
      return new Made(exercise, exercise.map(Exercise::slip).orElse(OptionalInt.empty()));
    } catch (ProblemException e) {
      return new Made(Optional.empty(), OptionalInt.empty());
    }
  }

  private void take(Made made) {
    slip.set(made.slip);
    Optional<Exercise> exercise = made.exercise;
    State now = state.get();
    Written earlier =
        exercise
            .map(Exercise::forward)
            .map(forward -> written.getOrDefault(forward, Written.NOTHING))
            .orElse(Written.NOTHING);
    judging.cancel();
    state.set(
        new State(
            exercise,
            now.open() && exercise.isPresent(),
            earlier.text,
            Optional.empty(),
            earlier.told));
    judge();
  }

  /// There is no program.
  public void clear() {
    making.cancel();
    judging.cancel();
    slip.set(OptionalInt.empty());
    state.set(State.NONE);
  }

  /// Begins to write, or stops.
  public void toggle() {
    State now = state.get();
    if (now.exercise().isPresent()) {
      change(s -> new State(s.exercise(), !s.open(), s.text(), s.feedback(), s.told()));
      judge();
    }
  }

  /// Stops to write.
  public void close() {
    if (state.get().open()) {
      toggle();
    }
  }

  /// Takes what was written.
  void write(String text) {
    if (!text.equals(state.get().text())) {
      change(s -> new State(s.exercise(), s.open(), text, s.feedback(), s.told()));
      judge();
    }
  }

  /// Writes one line of the solution more: the first whose gradient or update is not there yet.
  void tell() {
    state
        .get()
        .exercise()
        .ifPresent(exercise -> {
          String text = state.get().text();
          judging.run(
              () -> new Judged(exercise.solution(), exercise.check(text)),
              this::tell,
              failure -> {
                throw failure;
              });
        });
  }

  private void tell(Judged judged) {
    State now = state.get();
    next(judged)
        .ifPresent(line -> {
          String before =
              now.text().isEmpty() || now.text().endsWith("\n") ? now.text() : now.text() + "\n";
          change(s ->
              new State(s.exercise(), s.open(), before + line + "\n", s.feedback(), s.told() + 1));
        });
    judge();
  }

  // Of the lines that what is missing takes, the first that is not there; a gradient that adds up
  // is
  // there with as many shares as it has lines.
  private static Optional<String> next(Judged judged) {
    Set<String> there = new HashSet<>();
    Map<String, Integer> shares = new HashMap<>();
    for (Feedback.Line line : judged.feedback.lines()) {
      if (line.finding().kind() == Kind.PART) {
        shares.merge(line.name(), 1, Integer::sum);
      } else if (line.finding().isRight() && line.finding().kind() != Kind.STARTED) {
        there.add(line.name());
      }
    }
    for (String line : needed(judged.solution, there, judged.feedback.missing())) {
      int done = shares.getOrDefault(target(line), 0);
      if (done == 0) {
        return Optional.of(line);
      }
      shares.put(target(line), done - 1);
    }
    return Optional.empty();
  }

  private static List<String> needed(
      List<String> solution, Set<String> there, List<String> missing) {
    Set<String> wanted = new HashSet<>();
    missing.forEach(name -> wanted.addAll(List.of(name, "d_" + name)));
    List<String> lines = new ArrayList<>();
    for (String line : solution.reversed()) {
      if (wanted.contains(target(line)) && !there.contains(target(line))) {
        lines.addFirst(line);
        NAME.matcher(line).results().forEach(name -> wanted.add(name.group()));
      }
    }
    return lines;
  }

  private static String target(String line) {
    Matcher name = NAME.matcher(line);
    return name.find() ? name.group() : "";
  }

  /// Begins with nothing.
  void restart() {
    change(s -> new State(s.exercise(), s.open(), "", Optional.empty(), 0));
    judge();
  }

  private void change(UnaryOperator<State> change) {
    State next = change.apply(state.get());
    next.exercise()
        .ifPresent(
            exercise -> written.put(exercise.forward(), new Written(next.text(), next.told())));
    state.set(next);
  }

  private void judge() {
    State now = state.get();
    if (now.open() && now.exercise().isPresent()) {
      Exercise exercise = now.exercise().get();
      judging.run(
          () -> exercise.check(now.text()),
          feedback ->
              change(s ->
                  new State(s.exercise(), s.open(), s.text(), Optional.of(feedback), s.told())),
          failure -> {
            throw failure;
          });
    }
  }
}
