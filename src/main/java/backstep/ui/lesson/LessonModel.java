package backstep.ui.lesson;

import backstep.graph.Iteration;
import backstep.lesson.Lesson;
import backstep.lesson.Prose;
import backstep.python.Origins;
import backstep.trace.Cover;
import backstep.trace.Session;
import backstep.trace.Step;
import backstep.words.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The lessons, the one that is open, and what its program has printed so far.
public final class LessonModel {
  private final List<Lesson> lessons;

  /// Where the learner stands in the program's run.
  ///
  /// @param origins the names of its nodes
  /// @param cover which of its figures are hidden
  public record Here(Session session, Origins origins, Cover cover) {}

  private final ReadOnlyObjectWrapper<Optional<Lesson>> open =
      new ReadOnlyObjectWrapper<>(this, "open", Optional.empty());
  private final ReadOnlyStringWrapper variant = new ReadOnlyStringWrapper(this, "variant", "");
  private final ReadOnlyObjectWrapper<Optional<Here>> here =
      new ReadOnlyObjectWrapper<>(this, "here", Optional.empty());
  private final ReadOnlyBooleanWrapper begun = new ReadOnlyBooleanWrapper(this, "begun", false);
  private final ReadOnlyObjectWrapper<String> output =
      new ReadOnlyObjectWrapper<>(this, "output", "");
  private Consumer<String> onChosen = _ -> {};

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

  /// Which form of its program is at hand.
  public ReadOnlyStringProperty variantProperty() {
    return variant.getReadOnlyProperty();
  }

  /// Where the learner stands; none where nothing runs.
  public ReadOnlyObjectProperty<Optional<Here>> hereProperty() {
    return here.getReadOnlyProperty();
  }

  /// What the open lesson says about the step that was made last.
  ///
  /// @param numbers how its figures are written
  public List<Prose> said(Locale language, Numbers numbers) {
    Optional<Here> now = here.get();
    Optional<Step> step = now.flatMap(at -> at.session().snapshot().step());
    if (open.get().isEmpty() || now.isEmpty() || step.isEmpty()) {
      return List.of();
    }
    Iteration iteration = now.get().session().trace().iteration();
    return open
        .get()
        .get()
        .page(language)
        .at(step.get(), iteration, now.get().origins(), variant.get())
        .stream()
        .map(prose -> Figures.in(prose, now, numbers))
        .toList();
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
    open(lesson, lesson.opened());
  }

  /// Opens a lesson with a form of its program.
  public void open(Lesson lesson, String form) {
    here.set(Optional.empty());
    variant.set(form);
    open.set(Optional.of(lesson));
  }

  /// Called with the form of the program that was at hand, when another is chosen.
  public void setOnChosen(Consumer<String> action) {
    onChosen = action;
  }

  /// Takes another form of the program.
  public void choose(String id) {
    String before = variant.get();
    if (!id.equals(before)) {
      variant.set(id);
      onChosen.accept(before);
    }
  }

  /// Follows the learner.
  ///
  /// @param cover which figures must not be told
  public void show(Session session, Origins origins, Cover cover) {
    begun.set(!session.atStart());
    here.set(Optional.of(new Here(session, origins, cover)));
  }

  /// Nothing runs.
  public void clear() {
    here.set(Optional.empty());
    output.set("");
  }

  /// Opens the lesson after the open one, if there is one.
  public void openNext() {
    openAt(1);
  }

  /// Opens the lesson before the open one, if there is one.
  public void openPrevious() {
    openAt(-1);
  }

  private void openAt(int distance) {
    int place = open.get().map(lessons::indexOf).orElse(-1) + distance;
    if (place >= 0 && place < lessons.size()) {
      open(lessons.get(place));
    }
  }

  /// The lesson after the open one, if there is one.
  Optional<Lesson> next() {
    int place = open.get().map(lessons::indexOf).orElse(-1) + 1;
    return place < lessons.size() ? Optional.of(lessons.get(place)) : Optional.empty();
  }

  /// Keeps what the open lesson's program has printed so far.
  public void printed(String text) {
    output.set(text);
  }
}
