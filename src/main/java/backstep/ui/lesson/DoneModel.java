package backstep.ui.lesson;

import backstep.lesson.Lesson;
import backstep.lesson.Page;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the learner has done in the lessons: which were stepped to their end, and which of their
/// questions are answered.
///
/// Marks are only ever added, so those that this version does not know stay as they were kept.
public final class DoneModel {
  private final ReadOnlyObjectWrapper<Set<String>> marks =
      new ReadOnlyObjectWrapper<>(this, "marks", Set.of());

  // --- Properties --------------------------------------------------------------------------------

  /// All marks, to be kept.
  public ReadOnlyObjectProperty<Set<String>> marksProperty() {
    return marks.getReadOnlyProperty();
  }

  /// Whether the lesson was stepped to its end and all its questions are answered.
  boolean isDone(Lesson lesson) {
    return isReached(lesson) && answered(lesson) == count(lesson);
  }

  /// Whether the lesson was stepped to its end.
  boolean isReached(Lesson lesson) {
    return marks.get().contains(end(lesson));
  }

  /// Whether a question of the lesson is answered.
  ///
  /// @param question its number, from 0
  boolean isAnswered(Lesson lesson, int question) {
    return marks.get().contains(mark(lesson, question));
  }

  /// How many of the lesson's questions are answered.
  int answered(Lesson lesson) {
    return (int) IntStream.range(0, count(lesson)).filter(i -> isAnswered(lesson, i)).count();
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Begins with what was done earlier.
  public void setMarks(Set<String> kept) {
    marks.set(Set.copyOf(kept));
  }

  /// The lesson was stepped to its end.
  void reach(Lesson lesson) {
    add(end(lesson));
  }

  /// The question was answered.
  void answer(Lesson lesson, int question) {
    add(mark(lesson, question));
  }

  private void add(String mark) {
    if (!marks.get().contains(mark)) {
      Set<String> more = new HashSet<>(marks.get());
      more.add(mark);
      marks.set(Set.copyOf(more));
    }
  }

  private static int count(Lesson lesson) {
    Page page = lesson.page(Locale.ENGLISH);
    return page.questions().size();
  }

  private static String end(Lesson lesson) {
    return lesson.id() + "/end";
  }

  private static String mark(Lesson lesson, int question) {
    return lesson.id() + "/" + (question + 1);
  }
}
