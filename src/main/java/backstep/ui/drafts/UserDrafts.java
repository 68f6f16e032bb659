package backstep.ui.drafts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Drafts in a folder of the user's. They are written by a thread of their own, a moment after the
/// first change that is not written yet: so often, however fast one types, and no later.
public final class UserDrafts implements DraftStore {
  private static final long MOMENT_MILLIS = 400;

  private final DraftFolder folder;
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "backstep-drafts");
        thread.setDaemon(true);
        return thread;
      });
  private final Map<String, Optional<String>> waiting = new HashMap<>();

  /// Those of the user who runs the program.
  public UserDrafts() {
    this(DraftFolder.ofUser());
  }

  /// Those in this folder, which need not be there yet.
  public UserDrafts(Path folder) {
    this.folder = new DraftFolder(folder);
  }

  @Override
  public Optional<String> load(String lesson) {
    synchronized (waiting) {
      if (waiting.containsKey(lesson)) {
        return waiting.getOrDefault(lesson, Optional.empty());
      }
    }
    return folder.read(lesson);
  }

  @Override
  public void keep(String lesson, Optional<String> text) {
    synchronized (waiting) {
      boolean first = waiting.isEmpty();
      waiting.put(lesson, text);
      if (first) {
        CompletableFuture.delayedExecutor(MOMENT_MILLIS, TimeUnit.MILLISECONDS, writer)
            .execute(this::flush);
      }
    }
  }

  @Override
  public void flush() {
    // One after the other, so that an older text never takes the place of a newer one.
    synchronized (folder) {
      Map<String, Optional<String>> now;
      synchronized (waiting) {
        now = Map.copyOf(waiting);
        waiting.clear();
      }
      now.forEach(this::write);
    }
  }

  private void write(String lesson, Optional<String> text) {
    try {
      if (text.isPresent()) {
        folder.write(lesson, text.get());
      } else {
        folder.delete(lesson);
      }
    } catch (IOException | RuntimeException e) {
      // The draft stays in the window, and the next change is tried again.
    }
  }
}
