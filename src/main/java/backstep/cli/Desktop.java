package backstep.cli;

import backstep.lesson.LessonException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/// What the command line asks of the window, which it does not know itself.
public interface Desktop {
  /// Whether there is a screen to show a window on.
  boolean hasDisplay();

  /// Opens the window and waits until it is closed.
  ///
  /// @param file what is open in it, if not a lesson: a session, a program or a notebook
  /// @throws NoWindowException if the display cannot be reached or a library of the system is
  ///   missing
  /// @throws LessonException if a lesson is not complete
  void show(Optional<Path> file);

  /// Plays every lesson to its end without a screen, and writes a picture for each chosen moment
  /// and an `index.html`.
  ///
  /// @param out takes one line for each lesson
  /// @throws LessonException if a lesson is not complete, or its program does not run
  /// @throws IOException if the folder cannot be made or written to
  void tour(TourOptions options, PrintStream out) throws IOException;

  /// Opens the window without a screen, plays lessons in it and closes it, for the packager to keep
  /// what Java has loaded by then.
  ///
  /// @param folder takes what the program would keep for the user
  void rehearse(Path folder);
}
