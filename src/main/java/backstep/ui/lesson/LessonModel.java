package backstep.ui.lesson;

import backstep.lesson.Lesson;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The lessons, the one that is open, and what its program has printed so far.
public final class LessonModel {
  private final List<Lesson> lessons;
  private final ReadOnlyObjectWrapper<Optional<Lesson>> open =
      new ReadOnlyObjectWrapper<>(this, "open", Optional.empty());
  private final ReadOnlyBooleanWrapper begun = new ReadOnlyBooleanWrapper(this, "begun", false);
  private final ReadOnlyObjectWrapper<String> output =
      new ReadOnlyObjectWrapper<>(this, "output", "");

  /// @param lessons in the order of the list
  public LessonModel(List<Lesson> lessons) {
    this.lessons = List.copyOf(lessons);
  }

  /// All lessons.
  public List<Lesson> lessons() {
    return lessons;
  }

  /// The open lesson.
  public ReadOnlyObjectProperty<Optional<Lesson>> openProperty() {
    return open.getReadOnlyProperty();
  }

  /// What the program has printed so far.
  public ReadOnlyObjectProperty<String> outputProperty() {
    return output.getReadOnlyProperty();
  }

  /// Whether the first step is done.
  public ReadOnlyBooleanProperty begunProperty() {
    return begun.getReadOnlyProperty();
  }

  /// Opens a lesson.
  public void open(Lesson lesson) {
    open.set(Optional.of(lesson));
  }

  /// Says whether the first step is done.
  public void setBegun(boolean isBegun) {
    begun.set(isBegun);
  }

  /// Keeps what the open lesson's program has printed so far.
  public void printed(String text) {
    output.set(text);
  }
}
