package backstep.ui.drafts;

import backstep.keep.SavedIn;
import backstep.keep.SavedSession;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Where drafts are kept from one start to the next, by the lessons they are of.
public interface DraftStore {
  /// What is open.
  ///
  /// @param file which file it was saved in or opened from last, if any
  record Open(SavedSession session, Optional<SavedIn> file) {}

  /// What was kept of a lesson, if that can be read.
  Optional<SavedSession> load(String lesson);

  /// Keeps a session soon, or forgets what was kept. That it cannot is no reason to disturb the
  /// learner.
  ///
  /// @param session none where the lesson is as it was
  void keep(String lesson, Optional<SavedSession> session);

  /// Keeps what is open soon, in case the program ends without closing it.
  ///
  /// @param open none where it is closed
  void keepOpen(Optional<Open> open);

  /// What was open when the program ended without closing it, if that happened. It is told once.
  Optional<Open> leftOpen();

  /// Called with where a draft lies that was damaged and set aside.
  void setOnSetAside(Consumer<Path> action);

  /// Waits until all is kept.
  void flush();

  /// Keeps none, for tests and pictures.
  static DraftStore passing() {
    return new DraftStore() {
      @Override
      public Optional<SavedSession> load(String lesson) {
        return Optional.empty();
      }

      @Override
      public void keep(String lesson, Optional<SavedSession> session) {
        // Nothing is kept.
      }

      @Override
      public void keepOpen(Optional<Open> open) {
        // Nothing is kept.
      }

      @Override
      public Optional<Open> leftOpen() {
        return Optional.empty();
      }

      @Override
      public void setOnSetAside(Consumer<Path> action) {
        // None is damaged.
      }

      @Override
      public void flush() {
        // Nothing waits.
      }
    };
  }
}
