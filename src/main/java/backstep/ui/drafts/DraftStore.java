package backstep.ui.drafts;

import java.util.Optional;

/// Where drafts are kept from one start to the next, by the lessons they are of.
public interface DraftStore {
  /// What was kept of a lesson, if that can be read.
  Optional<String> load(String lesson);

  /// Keeps a text soon, or forgets what was kept. That it cannot is no reason to disturb the
  /// learner.
  ///
  /// @param text none where the lesson's own text stands
  void keep(String lesson, Optional<String> text);

  /// Waits until all is kept.
  void flush();

  /// Keeps none, for tests and pictures.
  static DraftStore passing() {
    return new DraftStore() {
      @Override
      public Optional<String> load(String lesson) {
        return Optional.empty();
      }

      @Override
      public void keep(String lesson, Optional<String> text) {
        // Nothing is kept.
      }

      @Override
      public void flush() {
        // Nothing waits.
      }
    };
  }
}
