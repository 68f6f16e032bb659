package backstep.ui.predict;

import backstep.graph.Node;
import backstep.lesson.Question.Verdict;
import backstep.practice.Prediction;
import backstep.practice.Prediction.Form;
import backstep.python.Naming;
import backstep.tensor.Shape;
import backstep.trace.Cover;
import backstep.trace.Session;
import backstep.trace.Step;
import backstep.ui.predict.Turn.Response;
import backstep.words.Numbers;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// Asks about each step before it is seen.
///
/// Whoever asks for the step a second time sees it without an answer. Where answers are locked a
/// step is seen only when it is revealed; what is answered before is noted, and judged then.
public final class PredictModel {
  /// How the question before ended.
  ///
  /// @param noted what was answered while answers were locked
  /// @param right whether it was said rightly; none if nothing was said
  record Outcome(Asked asked, Optional<String> noted, Optional<Boolean> right) {}

  /// How it went since the program was opened.
  ///
  /// @param asked how many steps were asked about and are seen by now, each counted once
  /// @param first how many of them were said rightly at the first try
  record Score(int asked, int first) {
    static final Score NONE = new Score(0, 0);
  }

  /// All that there is to know, at one moment.
  ///
  /// @param on whether it asks at all
  /// @param locked whether answers are judged only when the step is revealed
  /// @param turn the question that waits
  /// @param outcome of the question before, until the next one
  /// @param atEnd whether no step of the iteration is left to be asked about
  record State(
      boolean on,
      boolean locked,
      Optional<Turn> turn,
      Optional<Outcome> outcome,
      Score score,
      boolean atEnd) {
    static final State OFF =
        new State(false, false, Optional.empty(), Optional.empty(), Score.NONE, false);

    private State turnedOn(boolean now) {
      return new State(now, false, Optional.empty(), Optional.empty(), Score.NONE, atEnd);
    }

    private State at(boolean end) {
      return new State(on, locked, turn, outcome, score, end);
    }

    private State asking(Optional<Turn> next) {
      return new State(on, locked, next, outcome, score, atEnd);
    }

    private State over(Optional<Outcome> how, Score now) {
      return new State(on, locked, Optional.empty(), how, now, atEnd);
    }
  }

  private final Runnable onward;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.OFF);
  private Optional<Form> wanted = Optional.empty();
  private Optional<Session> here = Optional.empty();
  private Optional<Naming> naming = Optional.empty();
  private final Set<List<Integer>> counted = new HashSet<>();
  private boolean passing;
  private Cover cover = Cover.NONE;
  private Numbers numbers = Numbers.USUAL;

  /// @param onward makes the step that was asked about
  public PredictModel(Runnable onward) {
    this.onward = onward;
  }

  // --- Properties --------------------------------------------------------------------------------

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  State getState() {
    return state.get();
  }

  /// Whether it asks at all.
  public ObservableValue<Boolean> onProperty() {
    return state.map(State::on);
  }

  /// The nodes that a question is about; none while nothing is asked.
  public ObservableValue<Set<Node>> askedProperty() {
    return state.map(now ->
        now.turn()
            .map(turn -> turn.asked().prediction())
            .map(asked ->
                asked.node() == asked.step().node()
                    ? Set.of(asked.node())
                    : Set.of(asked.node(), asked.step().node()))
            .orElse(Set.of()));
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Begins or ends to ask.
  public void toggle() {
    State now = state.get();
    counted.clear();
    state.set(now.turnedOn(!now.on()));
  }

  /// Asks no longer.
  public void end() {
    if (state.get().on()) {
      toggle();
    }
  }

  /// Another program is opened: what was counted is past.
  public void restart() {
    counted.clear();
    here = Optional.empty();
    state.set(state.get().over(Optional.empty(), Score.NONE));
  }

  /// Gives no hint with a figure that is hidden.
  public void cover(Cover now) {
    cover = now;
  }

  /// Writes figures another way.
  public void write(Numbers now) {
    numbers = now;
    turn(turn ->
        question()
            .map(asked -> turn.rewritten(asked.in(Optional.of(turn.asked().form()))))
            .orElse(turn));
  }

  /// Begins to ask, with answers locked or not, if it does not yet.
  public void begin(boolean locked) {
    if (!state.get().on()) {
      toggle();
    }
    lock(locked);
  }

  /// Follows the learner.
  ///
  /// @param names what to call the nodes
  public void show(Session session, Naming names) {
    here = Optional.of(session);
    naming = Optional.of(names);
    Optional<Step> next = session.snapshot().next();
    State now = state.get();
    boolean past = step().filter(asked -> !next.equals(Optional.of(asked))).isPresent();
    if (past || now.atEnd() != next.isEmpty()) {
      state.set(now.at(next.isEmpty()).asking(past ? Optional.empty() : now.turn()));
    }
  }

  private Optional<Step> step() {
    return state.get().turn().map(turn -> turn.asked().prediction().step());
  }

  /// Whether the learner may go on; asks if there is something to ask first.
  ///
  /// @param single whether one step would be made, and not several
  public boolean lets(Step next, boolean single) {
    State now = state.get();
    if (!now.on() || passing || (!single && !now.locked())) {
      return true;
    }
    if (!step().equals(Optional.of(next))) {
      Optional<Asked> question = question();
      question.ifPresent(asked ->
          state.set(
              now.over(Optional.empty(), now.score()).asking(Optional.of(Turn.begun(asked)))));
      return question.isEmpty();
    }
    if (now.locked()) {
      // What was noted stays so.
      turn(turn -> turn.noted().isPresent() ? turn : turn.with(new Response.Locked()));
      return false;
    }
    end(Optional.empty(), Optional.empty());
    return true;
  }

  private Optional<Asked> question() {
    return here.flatMap(session ->
        naming.flatMap(names -> Asked.of(session.snapshot(), names, numbers, wanted, cover)));
  }

  private void turn(UnaryOperator<Turn> change) {
    state.set(state.get().asking(state.get().turn().map(change)));
  }

  /// Asks in another form, now and from now on.
  void ask(Form form) {
    wanted = Optional.of(form);
    turn(turn -> turn.in(turn.asked().in(wanted)));
  }

  /// Answers with a figure.
  ///
  /// @param text as the learner typed it
  void type(String text) {
    OptionalDouble typed = Numbers.parsed(text);
    if (typed.isEmpty()) {
      turn(turn -> turn.with(new Response.NoNumber()));
      return;
    }
    prediction()
        .ifPresent(asked -> {
          Verdict verdict = Verdict.of(typed.getAsDouble(), asked.figure());
          answer(
              numbers.shown(typed.getAsDouble()),
              verdict == Verdict.RIGHT,
              new Response.Typed(verdict));
        });
  }

  /// Answers with a sign.
  ///
  /// @param sign -1, 0 or 1
  /// @param words what it is called
  void pick(int sign, String words) {
    prediction()
        .ifPresent(asked ->
            answer(words, Math.signum(asked.figure()) == sign, new Response.Picked(words)));
  }

  /// Answers with a shape.
  void pick(Shape shape) {
    String words = shape.toString();
    prediction()
        .ifPresent(asked ->
            answer(words, shape.equals(asked.answer().shape()), new Response.Picked(words)));
  }

  private Optional<Prediction> prediction() {
    return state.get().turn().map(turn -> turn.asked().prediction());
  }

  private void answer(String words, boolean right, Response ifNot) {
    if (state.get().locked()) {
      turn(turn -> turn.with(new Response.Noted(words, right)));
    } else if (right) {
      goOn(Optional.empty(), Optional.of(true));
    } else {
      turn(turn -> turn.with(ifNot));
    }
  }

  /// Shows one hint more.
  void hint() {
    turn(Turn::hinted);
  }

  /// Keeps answers until they are revealed, or no longer.
  void lock(boolean locked) {
    State now = state.get();
    state.set(
        new State(
            now.on(),
            locked,
            now.turn().map(Turn::unanswered),
            now.outcome(),
            now.score(),
            now.atEnd()));
  }

  /// Makes the step that is asked about, and judges what was noted.
  public void reveal() {
    state
        .get()
        .turn()
        .map(Turn::noted)
        .ifPresent(
            noted -> goOn(noted.map(Response.Noted::answer), noted.map(Response.Noted::right)));
  }

  private void goOn(Optional<String> noted, Optional<Boolean> right) {
    end(noted, right);
    passing = true;
    onward.run();
    passing = false;
  }

  private void end(Optional<String> noted, Optional<Boolean> right) {
    State now = state.get();
    now.turn()
        .ifPresent(turn -> {
          boolean counts =
              here.filter(session -> counted.add(List.of(session.iteration(), session.position())))
                  .isPresent();
          boolean first = right.orElse(false) && !turn.tried();
          Score score =
              counts
                  ? new Score(now.score().asked() + 1, now.score().first() + (first ? 1 : 0))
                  : now.score();
          state.set(now.over(Optional.of(new Outcome(turn.asked(), noted, right)), score));
        });
  }
}
