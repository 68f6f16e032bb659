package backstep.ui;

import backstep.keep.SavedSession;
import backstep.keep.Work;
import backstep.lesson.Lesson;
import backstep.python.Drafts;
import backstep.ui.drafts.DraftStore;
import java.util.Optional;

/// A program that the learner may write in, and the name that what they make of it is kept by.
///
/// @param key the lesson, and where it is not the usual one, the form of its program
/// @param own the lesson's own program, which undo goes back to
record Kept(String key, String lesson, String form, Work own) {
  /// A form of a lesson's program.
  static Kept of(Lesson lesson, String form) {
    String text = lesson.variant(form).program();
    String key = text.equals(lesson.program()) ? lesson.id() : lesson.id() + "." + form;
    return new Kept(key, lesson.id(), form, Work.of(text, lesson.options()));
  }

  /// As the learner left it.
  Work work(DraftStore store) {
    return store.load(key).map(SavedSession::work).orElse(own);
  }

  /// The history of edits that leads to what the learner left, and on to this.
  Drafts drafts(DraftStore store, Work now) {
    return Drafts.of(own.draft()).edit(work(store).draft(), false).edit(now.draft(), false);
  }

  /// What is to be kept of it; nothing where it is the lesson's own.
  Optional<SavedSession> draft(Work now) {
    return now.equals(own) ? Optional.empty() : Optional.of(SavedSession.of(lesson, form, now));
  }
}
