package backstep.ui.keep;

import backstep.keep.RecentFiles;
import backstep.keep.RefusedException;
import backstep.keep.SavedIn;
import backstep.keep.SavedSession;
import backstep.keep.SessionFile;
import backstep.keep.Work;
import backstep.lesson.Lesson;
import backstep.train.Dataset;
import backstep.ui.kit.Background;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The file that the learner's session is saved in, and what is said and asked about files.
///
/// What is written in a program is kept as a draft anyway, so nothing is asked where a lesson is
/// left or the window closes; only where a file would take the place of work that is in no file.
public final class KeepModel {
  /// What is at hand.
  public interface Desk {
    /// The session at hand; none where there is nothing to save.
    Optional<SavedSession> session();

    /// What the learner made of a form of a lesson's program, where it is not as the lesson has it.
    Optional<Work> own(String lesson, String form);

    /// Brings a session back.
    void restore(SavedSession session);

    /// Opens a program or a notebook.
    void openProgram(Path file);
  }

  /// A sentence about a file.
  public record Note(String key, List<Object> arguments, boolean failure) {
    public Note {
      arguments = List.copyOf(arguments);
    }
  }

  /// What is to be decided.
  public sealed interface Question {
    /// Whether to open a file, in the place of work that is in no file.
    record Replace(SessionFile file) implements Question {}

    /// Whether to save in a file that another program wrote since.
    record Overwrite(Path path) implements Question {}

    /// Whether to save in a file that is there, and was not chosen by this name.
    record Existing(Path path) implements Question {}

    /// The file that it is about.
    default Path about() {
      return switch (this) {
        case Replace(SessionFile file) -> file.path();
        case Overwrite(Path path) -> path;
        case Existing(Path path) -> path;
      };
    }
  }

  /// A session that is to be written.
  ///
  /// @param sure whether also over what another program wrote
  private record Saving(Path path, SavedSession session, boolean sure) {}

  /// A file that was opened or saved some time ago.
  ///
  /// @param there whether it still is there
  public record Recent(Path path, boolean there) {}

  /// All that there is to show.
  ///
  /// @param file that the session at hand was opened from or saved in last
  /// @param changed whether work was done since then
  public record State(
      Optional<SessionFile> file,
      boolean changed,
      Optional<Note> note,
      Optional<Question> question,
      List<Recent> recent) {
    static final State FIRST =
        new State(Optional.empty(), false, Optional.empty(), Optional.empty(), List.of());

    public State {
      recent = List.copyOf(recent);
    }

    /// The file's name.
    public Optional<String> name() {
      return file.map(SessionFile::path).map(SessionFile::name);
    }

    private State in(SessionFile other) {
      return new State(Optional.of(other), false, note, Optional.empty(), recent);
    }

    private State inNone() {
      return new State(Optional.empty(), false, note, question, recent);
    }

    private State changed(boolean now) {
      return new State(file, now, note, question, recent);
    }

    private State saying(Note other) {
      return new State(file, changed, Optional.of(other), Optional.empty(), recent);
    }

    private State asking(Question other) {
      return new State(file, changed, Optional.empty(), Optional.of(other), recent);
    }

    private State silent() {
      return new State(file, changed, Optional.empty(), Optional.empty(), recent);
    }

    private State with(List<Recent> others) {
      return new State(file, changed, note, question, others);
    }
  }

  // A folder on a network may be slow, or gone.
  private static final long PATIENCE_SECONDS = 10;

  private final Desk desk;
  private final List<Lesson> lessons;
  private final RecentFiles recent;
  private final Background.Lane lane;
  private final Background.Lane looking;
  // Nothing that is opened or dismissed meanwhile keeps a session from being written.
  private final Background.Lane writing;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.FIRST);
  // One after another, so that an older session never takes the place of a newer one.
  private Optional<CountDownLatch> underWay = Optional.empty();
  private Optional<Saving> next = Optional.empty();

  /// @param lessons those that a session can be of
  /// @param background where files are read and written
  public KeepModel(Desk desk, List<Lesson> lessons, RecentFiles recent, Background background) {
    this.desk = desk;
    this.lessons = List.copyOf(lessons);
    this.recent = recent;
    lane = background.lane();
    looking = background.lane();
    writing = background.lane();
  }

  // --- Properties --------------------------------------------------------------------------------

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public State getState() {
    return state.get();
  }

  /// What a file for the session at hand could be called.
  String suggestedName() {
    return state
        .get()
        .name()
        .or(() -> desk.session().map(session -> session.lesson() + SessionFile.END))
        .orElse(SessionFile.END);
  }

  // --- Commands: opening -------------------------------------------------------------------------

  /// Opens a session, a program or a notebook.
  public void open(Path file) {
    dismiss();
    if (SessionFile.isOne(file)) {
      lane.run(
          () -> SessionFile.read(file, lessons), this::opened, failure -> missed(file, failure));
    } else {
      state.set(state.get().inNone());
      desk.openProgram(file);
      remember(file);
    }
  }

  private void opened(SessionFile file) {
    if (loses(file.session())) {
      state.set(state.get().asking(new Question.Replace(file)));
    } else {
      take(file);
    }
  }

  private void missed(Path file, RuntimeException failure) {
    failed(failure);
    look(() -> {
      if (!Files.exists(file)) {
        recent.remove(file);
      }
    });
  }

  private void take(SessionFile file) {
    desk.restore(file.session());
    state.set(state.get().in(file).silent());
    follow();
    remember(file.path());
  }

  /// Goes on with the file that what is at hand was saved in before the program ended without
  /// closing it. One that cannot be read any more is forgotten.
  public void resume(SavedIn earlier) {
    lane.run(
        () -> SessionFile.read(earlier, lessons),
        file -> {
          state.set(state.get().in(file));
          follow();
        },
        failure -> {
          if (!(failure instanceof RefusedException)) {
            throw failure;
          }
        });
  }

  // Work in another lesson is kept as its draft.
  private boolean loses(SavedSession next) {
    Optional<SavedSession> inFile = state.get().file().map(SessionFile::session);
    boolean text =
        desk.own(next.lesson(), next.form())
            .filter(work -> !work.equals(next.work()))
            .filter(work -> inFile.filter(saved -> isOf(saved, next, work)).isEmpty())
            .isPresent();
    boolean runs =
        desk.session()
            .map(SavedSession::kept)
            .filter(kept -> !kept.isEmpty() && !kept.equals(next.kept()))
            .filter(kept -> inFile.filter(saved -> saved.kept().equals(kept)).isEmpty())
            .isPresent();
    boolean points =
        points(desk.session())
            .filter(own -> !points(Optional.of(next)).equals(Optional.of(own)))
            .filter(own -> !points(inFile).equals(Optional.of(own)))
            .isPresent();
    return text || runs || points;
  }

  // Set one by one in the network lab.
  private static Optional<List<Dataset.Point>> points(Optional<SavedSession> session) {
    return session
        .flatMap(SavedSession::network)
        .map(network -> network.data().own())
        .filter(own -> !own.isEmpty());
  }

  private static boolean isOf(SavedSession saved, SavedSession next, Work work) {
    return saved.lesson().equals(next.lesson())
        && saved.form().equals(next.form())
        && saved.work().equals(work);
  }

  // --- Commands: saving --------------------------------------------------------------------------

  /// Saves in the file at hand.
  ///
  /// @return whether there is one
  boolean save() {
    state.get().file().ifPresent(file -> save(file.path()));
    return state.get().file().isPresent();
  }

  /// Saves in a file.
  public void save(Path path) {
    dismiss();
    desk.session().ifPresent(session -> save(new Saving(path, session, false)));
  }

  /// Saves in a file that was chosen by another name, and asks first if there is one.
  void saveAs(Path path) {
    dismiss();
    lane.run(
        () -> Files.exists(path),
        there -> {
          if (there) {
            state.set(state.get().asking(new Question.Existing(path)));
          } else {
            save(path);
          }
        },
        this::failed);
  }

  private void save(Saving saving) {
    if (underWay.isPresent()) {
      next = Optional.of(saving);
      return;
    }
    Optional<SessionFile> before =
        saving.sure()
            ? Optional.empty()
            : state.get().file().filter(file -> file.path().equals(saving.path()));
    CountDownLatch written = new CountDownLatch(1);
    underWay = Optional.of(written);
    writing.run(
        () -> {
          try {
            return before.filter(SessionFile::isReplaced).isPresent()
                ? Optional.<SessionFile>empty()
                : Optional.of(SessionFile.write(saving.path(), saving.session()));
          } finally {
            written.countDown();
          }
        },
        file -> {
          file.ifPresentOrElse(
              this::saved,
              () -> state.set(state.get().asking(new Question.Overwrite(saving.path()))));
          goOn();
        },
        failure -> {
          failed(failure);
          goOn();
        });
  }

  private void saved(SessionFile file) {
    state.set(state.get().in(file));
    say("keep.saved", SessionFile.name(file.path()));
    follow();
    remember(file.path());
  }

  private void goOn() {
    Optional<Saving> more = next;
    underWay = Optional.empty();
    next = Optional.empty();
    more.ifPresent(this::save);
  }

  /// Has what is being saved written before the window is gone.
  public void finish() {
    underWay.ifPresent(written -> {
      try {
        if (written.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          next.ifPresent(saving -> SessionFile.write(saving.path(), saving.session()));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RefusedException e) {
        // Nobody is left to be told; the drafts have it.
      }
    });
  }

  // --- Commands: deciding ------------------------------------------------------------------------

  /// Does what is asked.
  void agree() {
    Optional<Question> question = state.get().question();
    dismiss();
    question.ifPresent(asked -> {
      switch (asked) {
        case Question.Replace(SessionFile file) -> take(file);
        case Question.Overwrite _, Question.Existing _ ->
            desk.session().ifPresent(session -> save(new Saving(asked.about(), session, true)));
      }
    });
  }

  /// Closes what is said, and leaves what is asked as it is.
  public void dismiss() {
    lane.cancel();
    state.set(state.get().silent());
  }

  /// Says something about a file that is well.
  public void say(String key, Object... arguments) {
    state.set(state.get().saying(new Note(key, List.of(arguments), false)));
  }

  /// Says something about a file that is not.
  public void warn(String key, Object... arguments) {
    state.set(state.get().saying(new Note(key, List.of(arguments), true)));
  }

  private void failed(RuntimeException failure) {
    if (!(failure instanceof RefusedException refused)) {
      throw failure;
    }
    warn(refused.key(), refused.arguments().toArray());
  }

  // --- Following ---------------------------------------------------------------------------------

  /// Looks again whether work was done that is not in the file. The file is one of its lesson: in
  /// another there is none.
  public void follow() {
    state
        .get()
        .file()
        .map(SessionFile::session)
        .ifPresent(saved -> {
          Optional<SavedSession> now = desk.session();
          boolean same = now.filter(session -> isOfSameLesson(session, saved)).isPresent();
          state.set(
              same ? state.get().changed(!saved.isSameWorkAs(now.get())) : state.get().inNone());
        });
  }

  private static boolean isOfSameLesson(SavedSession a, SavedSession b) {
    return a.lesson().equals(b.lesson()) && a.form().equals(b.form());
  }

  private void remember(Path file) {
    look(() -> recent.add(file));
  }

  /// Looks which files were opened or saved last, and whether they are there.
  public void look() {
    look(() -> {});
  }

  private void look(Runnable before) {
    looking.run(
        () -> {
          before.run();
          return recent.load().stream().map(path -> new Recent(path, Files.exists(path))).toList();
        },
        found -> state.set(state.get().with(found)),
        failure -> {
          throw failure;
        });
  }
}
