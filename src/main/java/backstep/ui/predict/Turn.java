package backstep.ui.predict;

import backstep.lesson.Question.Verdict;
import java.util.Optional;

/// A question that waits, and how far the learner has come with it.
///
/// @param hints how many of its hints are shown
/// @param tried whether it was answered, and not rightly
/// @param response to the last answer
record Turn(Asked asked, int hints, boolean tried, Optional<Response> response) {
  /// What became of an answer that does not end the question.
  sealed interface Response {
    /// A figure was typed that is not right.
    record Typed(Verdict verdict) implements Response {}

    /// A sign or shape was picked that is not the one.
    record Picked(String pick) implements Response {}

    /// What was typed is no number.
    record NoNumber() implements Response {}

    /// It is kept until the answer is revealed.
    record Noted(String answer, boolean right) implements Response {}

    /// The step was asked for, and answers are locked.
    record Locked() implements Response {}
  }

  static Turn begun(Asked asked) {
    return new Turn(asked, 0, false, Optional.empty());
  }

  Turn hinted() {
    return hints < asked.hints() ? new Turn(asked, hints + 1, tried, response) : this;
  }

  /// The same question in another form.
  Turn in(Asked other) {
    return other.equals(asked) ? this : new Turn(other, hints, tried, Optional.empty());
  }

  /// The same question, with its figures written another way.
  Turn rewritten(Asked other) {
    return new Turn(other, hints, tried, response);
  }

  Turn with(Response now) {
    boolean missed = now instanceof Response.Typed || now instanceof Response.Picked;
    return new Turn(asked, hints, tried || missed, Optional.of(now));
  }

  /// Without what was noted.
  Turn unanswered() {
    return new Turn(asked, hints, tried, Optional.empty());
  }

  /// What was noted, if anything was.
  Optional<Response.Noted> noted() {
    return response.filter(Response.Noted.class::isInstance).map(Response.Noted.class::cast);
  }
}
