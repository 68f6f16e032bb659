package backstep.ui;

import backstep.lesson.Lesson;
import backstep.python.Draft;
import backstep.python.Drafts;
import backstep.ui.drafts.DraftStore;

/// A text that the learner may write in, and the name that what they make of it is kept by.
///
/// @param key the lesson, and where it is not the usual one, the form of its program
/// @param text the lesson's own text, which undo goes back to
record Kept(String key, String text) {
  /// A form of a lesson's program.
  static Kept of(Lesson lesson, String form) {
    String text = lesson.variant(form).program();
    return new Kept(text.equals(lesson.program()) ? lesson.id() : lesson.id() + "." + form, text);
  }

  /// As the learner left it.
  Drafts in(DraftStore store) {
    Drafts first = Drafts.of(Draft.of(text));
    return store.load(key).map(own -> first.edit(Draft.of(own), false)).orElse(first);
  }
}
