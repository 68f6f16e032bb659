package backstep.ui.lesson;

import backstep.lesson.Figure;
import backstep.lesson.Lesson;
import backstep.lesson.Question;
import backstep.lesson.Question.Verdict;
import backstep.tensor.Tensor;
import backstep.words.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The open lesson's questions, one at a time, and what became of the last answer.
public final class QuestionsModel {
  /// What became of an answer.
  sealed interface Response {
    /// One of the answers was picked.
    record Picked(int index, boolean right) implements Response {}

    /// A figure was typed.
    ///
    /// @param exact what it was compared with
    record Typed(Verdict verdict, double exact) implements Response {}

    /// What was typed is no number.
    record NoNumber() implements Response {}

    /// The form of the program that is to be mended is another one.
    record OtherForm(String variant) implements Response {}

    /// The program was looked at.
    ///
    /// @param amiss the parameter whose update is not along its gradient, if there is one
    record Looked(Optional<String> amiss) implements Response {}

    /// The program was changed so that it updates nothing any more.
    record NoUpdate() implements Response {}

    /// The figure was asked for.
    record Told(double exact) implements Response {}

    /// The program was changed so that it has no such figure any more.
    record NoFigure() implements Response {}

    /// Whether the question is answered.
    default boolean isRight() {
      return switch (this) {
        case Picked picked -> picked.right;
        case Typed typed -> typed.verdict == Verdict.RIGHT;
        case Looked looked -> looked.amiss.isEmpty();
        case NoNumber _, Told _, NoFigure _, NoUpdate _, OtherForm _ -> false;
      };
    }
  }

  /// All that there is to know, at one moment.
  ///
  /// @param index which question, from 0
  /// @param response to the last answer to this question
  /// @param unfolded whether the question is seen, rather than only that there are some
  record State(Optional<Lesson> lesson, int index, Optional<Response> response, boolean unfolded) {
    /// The question in this language; none where the lesson asks nothing.
    Optional<Question> question(Locale language) {
      return lesson
          .map(of -> of.page(language).questions())
          .filter(questions -> index < questions.size())
          .map(questions -> questions.get(index));
    }

    int count() {
      return lesson.map(of -> of.page(Locale.ENGLISH).questions().size()).orElse(0);
    }
  }

  private final LessonModel lessons;
  private final DoneModel done;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(
          this, "state", new State(Optional.empty(), 0, Optional.empty(), false));

  /// @param lessons says which lesson is open, and where the learner stands
  /// @param done keeps what is answered
  public QuestionsModel(LessonModel lessons, DoneModel done) {
    this.lessons = lessons;
    this.done = done;
    lessons.openProperty().subscribe(this::open);
    lessons.hereProperty().subscribe(this::revise);
    lessons.variantProperty().subscribe(this::revise);
  }

  // --- Properties --------------------------------------------------------------------------------

  /// Whether a question is seen, rather than only that there are some.
  public ObservableValue<Boolean> unfoldedProperty() {
    return state.map(State::unfolded);
  }

  /// Whether the learner has answered, and is told something.
  public ObservableValue<Boolean> repliedProperty() {
    return state.map(now -> now.response.isPresent());
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  State getState() {
    return state.get();
  }

  /// The figure as the program at hand has it, where the learner stands.
  Optional<Tensor> figure(Figure figure) {
    return lessons
        .hereProperty()
        .get()
        .flatMap(here -> figure.in(here.session().trace().iteration(), here.origins()));
  }

  /// Whether the open lesson asks for a slip that was not mended yet.
  public boolean asksForSlip() {
    return state
        .get()
        .lesson()
        .filter(lesson -> {
          List<Question> questions = lesson.page(Locale.ENGLISH).questions();
          return IntStream.range(0, questions.size())
              .anyMatch(
                  i -> questions.get(i) instanceof Question.Mended && !done.isAnswered(lesson, i));
        })
        .isPresent();
  }

  // --- Commands ----------------------------------------------------------------------------------

  private void open(Optional<Lesson> lesson) {
    int first = lesson.map(this::firstOpen).orElse(0);
    state.set(new State(lesson, first, Optional.empty(), false));
  }

  private int firstOpen(Lesson lesson) {
    int count = lesson.page(Locale.ENGLISH).questions().size();
    for (int i = 0; i < count; i++) {
      if (!done.isAnswered(lesson, i)) {
        return i;
      }
    }
    return 0;
  }

  /// The learner has come to the end of the lesson: its questions are due.
  public void reachEnd() {
    State now = state.get();
    now.lesson()
        .filter(lesson -> !done.isReached(lesson))
        .ifPresent(lesson -> {
          done.reach(lesson);
          state.set(new State(now.lesson, now.index, now.response, true));
        });
  }

  /// Shows the question, or only that there are some.
  void unfold(boolean unfolded) {
    State now = state.get();
    state.set(new State(now.lesson, now.index, now.response, unfolded));
  }

  /// To another question.
  ///
  /// @param by how many further; less than 0 to go back
  void go(int by) {
    State now = state.get();
    int index = Math.clamp(now.index + (long) by, 0, Math.max(0, now.count() - 1));
    if (index != now.index) {
      state.set(new State(now.lesson, index, Optional.empty(), now.unfolded));
    }
  }

  /// Picks an answer.
  ///
  /// @param index its place, from 0
  void pick(int index) {
    question()
        .filter(Question.Picked.class::isInstance)
        .map(question -> ((Question.Picked) question).picks())
        .ifPresent(picks -> respond(new Response.Picked(index, picks.get(index).right())));
  }

  /// Answers with a figure.
  ///
  /// @param text as the learner typed it
  void type(String text) {
    OptionalDouble typed = Numbers.parsed(text);
    respond(
        typed.isEmpty()
            ? new Response.NoNumber()
            : exact()
                .<Response>map(
                    exact -> new Response.Typed(Verdict.of(typed.getAsDouble(), exact), exact))
                .orElse(new Response.NoFigure()));
  }

  /// Looks whether the program at hand is mended.
  void look() {
    question()
        .filter(Question.Mended.class::isInstance)
        .map(question -> ((Question.Mended) question).variant())
        .ifPresent(wanted ->
            respond(
                wanted.equals(lessons.variantProperty().get())
                    ? looked()
                    : new Response.OtherForm(wanted)));
  }

  private Response looked() {
    return lessons
        .hereProperty()
        .get()
        .filter(here -> !here.session().trace().iteration().updates().isEmpty())
        .<Response>map(here ->
            new Response.Looked(
                Question.Mended.amiss(here.session().trace().iteration(), here.origins())))
        .orElse(new Response.NoUpdate());
  }

  /// Tells the figure.
  void tell() {
    respond(exact().<Response>map(Response.Told::new).orElse(new Response.NoFigure()));
  }

  private Optional<Double> exact() {
    return question()
        .flatMap(Question::figure)
        .flatMap(this::figure)
        .filter(value -> value.size() == 1)
        .map(Tensor::item);
  }

  private Optional<Question> question() {
    // All languages ask the same.
    return state.get().question(Locale.ENGLISH);
  }

  private void respond(Response response) {
    State now = state.get();
    if (response.isRight()) {
      now.lesson().ifPresent(lesson -> done.answer(lesson, now.index));
    }
    state.set(new State(now.lesson, now.index, Optional.of(response), now.unfolded));
  }

  // What was said of one program, or of one of its figures, holds for no other.
  private void revise() {
    Optional<Response> said = state.get().response();
    Optional<Response> now = said.flatMap(this::revised);
    if (now.isPresent() && !now.equals(said)) {
      respond(now.get());
    } else if (now.isEmpty() && said.isPresent()) {
      State before = state.get();
      state.set(new State(before.lesson, before.index, Optional.empty(), before.unfolded));
    }
  }

  private Optional<Response> revised(Response said) {
    return switch (said) {
      case Response.Typed typed ->
          Optional.of(said).filter(_ -> exact().equals(Optional.of(typed.exact)));
      case Response.Told told ->
          Optional.of(said).filter(_ -> exact().equals(Optional.of(told.exact)));
      case Response.Looked looked when !looked.isRight() -> Optional.of(looked());
      case Response.NoUpdate _ -> Optional.of(looked());
      case Response.OtherForm(String wanted) ->
          Optional.of(said).filter(_ -> !wanted.equals(lessons.variantProperty().get()));
      case Response.Looked _, Response.Picked _, Response.NoNumber _, Response.NoFigure _ ->
          Optional.of(said);
    };
  }

  /// The lesson that follows, offered once all questions are answered and the end was reached.
  Optional<Lesson> next() {
    return state.get().lesson().filter(done::isDone).flatMap(_ -> lessons.next());
  }

  /// Opens the lesson that follows.
  void openNext() {
    lessons.openNext();
  }

  /// How many of the questions are answered.
  int answered() {
    return state.get().lesson().map(done::answered).orElse(0);
  }
}
