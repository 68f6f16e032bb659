package backstep.ui.classroom;

import backstep.handout.GradeTable;
import backstep.keep.FileEnding;
import backstep.lesson.Lesson;
import backstep.practice.Assignment;
import backstep.practice.Grade;
import backstep.practice.Grades;
import backstep.practice.Marked;
import backstep.practice.Mistake;
import backstep.practice.Submission;
import backstep.python.Options;
import backstep.python.Problem;
import backstep.python.ProblemException;
import backstep.python.SourceFile;
import backstep.ui.classroom.ExportModel.Note;
import backstep.ui.classroom.ExportModel.Progress;
import backstep.ui.kit.Background;
import backstep.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a class handed in, judged file by file against an exercise.
///
/// The exercise is taken from the window once, so that hand-ins can be looked at there afterwards.
/// Whatever is asked anew begins all over; results of what was asked before are dropped.
public final class GradesModel {
  // No file leads here.
  private static final Path NO_EXERCISE = Path.of("");

  /// Where in the window an exercise is taken from.
  public enum Origin {
    /// The program that the open lesson has.
    LESSON,
    /// The program as it now stands in the editor.
    EDITOR
  }

  /// The program that a class was given.
  ///
  /// @param lesson whose program it is, or was before it was edited
  public record Exercise(Origin origin, Lesson lesson, String text, Options options) {}

  /// What is asked for.
  ///
  /// @param exercise that was taken
  /// @param loss that was written down; found by its name if none
  /// @param assignment the exercise once it was understood
  /// @param problem why it cannot be one
  public record Asked(
      Optional<Exercise> exercise,
      Optional<String> loss,
      Optional<Assignment> assignment,
      Optional<Problem> problem) {
    static final Asked NOTHING =
        new Asked(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private Asked with(Assignment other) {
      return new Asked(exercise, loss, Optional.of(other), Optional.empty());
    }

    private Asked with(Problem other) {
      return new Asked(exercise, loss, Optional.empty(), Optional.of(other));
    }
  }

  /// A file with what it is worth.
  ///
  /// @param index its place among all, by name
  /// @param number what it is called where names are hidden, from 1; it tells nothing of the name
  public record HandIn(int index, int number, Submission submission, Marked marked) {
    public Grade grade() {
      return marked.grade();
    }
  }

  /// The files, as far as they are judged.
  ///
  /// @param run tells this time from others
  /// @param paths the files and folders that were chosen
  /// @param progress while it goes on
  public record Batch(
      int run, List<Path> paths, List<HandIn> handIns, Optional<Progress> progress) {
    static final Batch NONE = new Batch(0, List.of(), List.of(), Optional.empty());

    public Batch {
      paths = List.copyOf(paths);
      handIns = List.copyOf(handIns);
    }

    private Batch idle() {
      return new Batch(run, paths, handIns, Optional.empty());
    }
  }

  /// All that there is to show.
  ///
  /// @param only the mistake whose files alone are listed
  /// @param anonymous whether no names are shown
  public record State(
      Asked asked, Batch batch, Optional<Mistake> only, boolean anonymous, Optional<Note> note) {
    /// The grades, once the exercise is understood.
    public Optional<Grades> grades() {
      return asked
          .assignment()
          .map(exercise ->
              new Grades(
                  exercise.loss(),
                  exercise.wanted(),
                  batch.handIns().stream().map(HandIn::grade).toList()));
    }

    /// Whether a hand-in is among those that are listed.
    boolean lists(HandIn one) {
      return only.isEmpty() || only.get().files().contains(one.submission().name());
    }

    private State with(Asked other) {
      return new State(other, batch, Optional.empty(), anonymous, note);
    }

    private State with(Batch other) {
      return new State(asked, other, only, anonymous, note);
    }

    private State listing(Optional<Mistake> other) {
      return new State(asked, batch, other, anonymous, note);
    }

    private State anonymous(boolean now) {
      return new State(asked, batch, only, now, note);
    }

    private State saying(Optional<Note> other) {
      return new State(asked, batch, only, anonymous, other);
    }
  }

  private record Task(Assignment assignment, List<Submission> files, List<Integer> numbers) {}

  private final Background.Lane grading;
  private final Background.Lane saving;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(
          this,
          "state",
          new State(Asked.NOTHING, Batch.NONE, Optional.empty(), false, Optional.empty()));
  private Function<Origin, Optional<Exercise>> source = _ -> Optional.empty();
  private Consumer<Path> onOpened = _ -> {};
  private Consumer<SourceFile> onShown = _ -> {};

  /// @param background where files are read and judged
  public GradesModel(Background background) {
    grading = background.lane();
    saving = background.lane();
  }

  // --- Properties --------------------------------------------------------------------------------

  /// Whether the view of the class is open.
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public State getState() {
    return state.get();
  }

  /// Where exercises are taken from.
  public void setSource(Function<Origin, Optional<Exercise>> function) {
    source = function;
  }

  /// Called with a file that is to be opened in the sandbox.
  public void setOnOpened(Consumer<Path> consumer) {
    onOpened = consumer;
  }

  /// Called with what is to be opened in the sandbox of a file whose name is not to be seen.
  public void setOnShown(Consumer<SourceFile> consumer) {
    onShown = consumer;
  }

  // --- Commands: the view ------------------------------------------------------------------------

  /// Opens the view of the class. Until something was handed in, the exercise is what is open.
  public void open() {
    Batch batch = state.get().batch();
    if (batch.handIns().isEmpty() && batch.progress().isEmpty()) {
      takeFirst();
    }
    open.set(true);
  }

  // What is seen; unless it was edited it is the lesson's.
  private void takeFirst() {
    Optional<String> lesson = source.apply(Origin.LESSON).map(Exercise::text);
    Optional<String> editor = source.apply(Origin.EDITOR).map(Exercise::text);
    take(editor.isEmpty() || editor.equals(lesson) ? Origin.LESSON : Origin.EDITOR);
  }

  /// Closes it; what was found stays.
  public void close() {
    open.set(false);
  }

  /// Shows no names.
  public void setAnonymous(boolean now) {
    state.set(state.get().anonymous(now));
  }

  /// Lists only those who made a mistake; all, where there is none.
  public void listOnly(Optional<Mistake> mistake) {
    state.set(state.get().listing(mistake));
  }

  // --- Commands: the exercise --------------------------------------------------------------------

  /// Takes the exercise from the window, as it is there now.
  public void take(Origin origin) {
    source.apply(origin).ifPresent(exercise -> ask(exercise, Optional.empty(), List.of()));
  }

  /// Takes another variable as the loss; an empty name for the one that is found by itself.
  public void setLoss(String name) {
    Optional<String> loss = Optional.of(name.strip()).filter(text -> !text.isEmpty());
    Asked asked = state.get().asked();
    if (!loss.equals(asked.loss())) {
      asked.exercise().ifPresent(exercise -> ask(exercise, loss, List.of()));
    }
  }

  /// Asks for the gradient of a variable, or not. One at least is always asked for.
  public void want(String variable, boolean wanted) {
    Asked asked = state.get().asked();
    asked
        .assignment()
        .ifPresent(assignment -> {
          List<String> now = new ArrayList<>(assignment.wanted());
          boolean changes =
              wanted ? !now.contains(variable) && now.add(variable) : now.remove(variable);
          if (now.isEmpty()) {
            say("grades.atLeastOne", true);
          } else if (changes) {
            asked.exercise().ifPresent(exercise -> ask(exercise, asked.loss(), now));
          }
        });
  }

  private void ask(Exercise exercise, Optional<String> loss, List<String> wanted) {
    State now = state.get();
    Optional<Assignment> before =
        now.asked().exercise().filter(exercise::equals).flatMap(_ -> now.asked().assignment());
    state.set(now.with(new Asked(Optional.of(exercise), loss, before, Optional.empty())));
    begin(now.batch().paths(), wanted);
  }

  // --- Commands: the files -----------------------------------------------------------------------

  /// Judges files, and all that are in folders.
  public void grade(List<Path> paths) {
    begin(paths, wanted());
  }

  /// Judges the same files and folders anew: there may be more by now.
  public void again() {
    grade(state.get().batch().paths());
  }

  private List<String> wanted() {
    return state.get().asked().assignment().map(Assignment::wanted).orElse(List.of());
  }

  /// Stops; what was judged by then stays.
  public void cancel() {
    Batch batch = state.get().batch();
    batch
        .progress()
        .ifPresent(progress -> {
          grading.cancel();
          state.set(state.get().with(batch.idle()));
          say("grades.cancelled", false, progress.done(), progress.all());
        });
  }

  private void begin(List<Path> paths, List<String> wanted) {
    Asked asked = state.get().asked();
    int run = state.get().batch().run() + 1;
    Optional<Progress> progress =
        paths.isEmpty() ? Optional.empty() : Optional.of(new Progress(0, 0));
    grading.cancel();
    state.set(
        state
            .get()
            .with(new Batch(run, paths, List.of(), progress))
            .listing(Optional.empty())
            .saying(Optional.empty()));
    asked
        .exercise()
        .ifPresent(exercise ->
            grading.run(
                () ->
                    Assignment.of(
                        new SourceFile("exercise.py", List.of(exercise.text())),
                        asked.loss().isEmpty()
                            ? exercise.options()
                            : exercise.options().withLoss(asked.loss()),
                        wanted),
                this::understood,
                this::notUnderstood));
  }

  private void understood(Assignment assignment) {
    State now = state.get();
    state.set(now.with(now.asked().with(assignment)));
    List<Path> paths = now.batch().paths();
    if (!paths.isEmpty()) {
      grading.run(() -> task(assignment, paths), this::start, this::failed);
    }
  }

  private static Task task(Assignment assignment, List<Path> paths) {
    try {
      if (paths.stream().allMatch(Files::notExists)) {
        throw new ExportException("grades.gone", WholeFile.name(paths.getFirst()));
      }
      List<Submission> files = Submission.of(paths, NO_EXERCISE);
      if (files.isEmpty()) {
        throw new ExportException("grade.files.none");
      }
      List<Integer> numbers =
          new ArrayList<>(IntStream.rangeClosed(1, files.size()).boxed().toList());
      // Whoever knows the order of names must not know who is who. Of as many files it is the same
      // again.
      Collections.shuffle(numbers, new Random(files.size()));
      return new Task(assignment, files, numbers);
    } catch (Submission.TooManyException e) {
      throw new ExportException("grade.files.many", WholeFile.name(paths.getFirst()));
    } catch (IOException | UncheckedIOException e) {
      throw new ExportException("grades.unreadable", WholeFile.name(paths.getFirst()));
    }
  }

  private void start(Task task) {
    next(task, List.of());
  }

  private void next(Task task, List<HandIn> done) {
    int index = done.size();
    int all = task.files().size();
    Batch batch = state.get().batch();
    Optional<Progress> progress =
        index == all ? Optional.empty() : Optional.of(new Progress(index, all));
    State now = state.get().with(new Batch(batch.run(), batch.paths(), done, progress));
    state.set(now.listing(now.only().flatMap(only -> find(only, now))));
    if (index < all) {
      Submission file = task.files().get(index);
      int number = task.numbers().get(index);
      grading.run(
          () -> new HandIn(index, number, file, task.assignment().mark(file)),
          one -> {
            List<HandIn> more = new ArrayList<>(done);
            more.add(one);
            next(task, more);
          },
          this::failed);
    }
  }

  // More may have made it by now.
  private static Optional<Mistake> find(Mistake mistake, State now) {
    return now.grades().stream()
        .flatMap(grades -> grades.mistakes().stream())
        .filter(mistake::isLike)
        .findFirst();
  }

  private void notUnderstood(RuntimeException failure) {
    if (!(failure instanceof ProblemException impossible)) {
      failed(failure);
      return;
    }
    State now = state.get();
    state.set(now.with(now.asked().with(impossible.problem())).with(now.batch().idle()));
  }

  private void failed(RuntimeException failure) {
    state.set(state.get().with(state.get().batch().idle()));
    say(failure);
  }

  private void say(RuntimeException failure) {
    if (!(failure instanceof ExportException known)) {
      throw failure;
    }
    say(known.note());
  }

  // --- Commands: what is done with them ----------------------------------------------------------

  /// Opens a hand-in in the sandbox; where names are hidden, without what would tell them.
  void open(HandIn one, HandInWords words) {
    if (words.anonymous()) {
      onShown.accept(words.file(one));
    } else {
      onOpened.accept(one.submission().path());
    }
  }

  /// Saves all grades as a table; where names are hidden, without them and in another order.
  ///
  /// @param words in what language
  public void save(Path chosen, Words words) {
    Path file = FileEnding.of(chosen, "csv");
    State now = state.get();
    now.grades()
        .map(grades -> now.anonymous() ? withoutNames(grades, now.batch(), words) : grades)
        .ifPresent(grades ->
            saving.run(
                () -> {
                  if (!file.equals(chosen)) {
                    WholeFile.unused(file);
                  }
                  byte[] table = new GradeTable(words).of(grades).getBytes(StandardCharsets.UTF_8);
                  WholeFile.write(file, table, () -> false);
                  return file;
                },
                _ -> say(Note.written(file)),
                this::say));
  }

  private static Grades withoutNames(Grades grades, Batch batch, Words words) {
    HandInWords say = new HandInWords(words, true);
    return new Grades(
        grades.loss(),
        grades.wanted(),
        batch.handIns().stream()
            .sorted(Comparator.comparingInt(HandIn::number))
            .map(say::grade)
            .toList());
  }

  /// Says that something cannot be done.
  void refuse(String key) {
    say(key, true);
  }

  private void say(String key, boolean failure, Object... arguments) {
    say(new Note(key, List.of(arguments), failure));
  }

  private void say(Note note) {
    state.set(state.get().saying(Optional.of(note)));
  }
}
