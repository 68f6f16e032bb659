package backstep.ui.drafts;

import backstep.keep.SavedSession;
import backstep.keep.UserFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Drafts in a folder of the user's. They are written by a thread of their own, a moment after the
/// first change that is not written yet: so often, however fast one types, and no later.
public final class UserDrafts implements DraftStore {
  private static final long MOMENT_MILLIS = 400;

  // No lesson is called so. Each process has one of its own: the program may be open twice.
  private static final String OPEN = ".open-";

  private final DraftFolder folder;
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "backstep-drafts");
        thread.setDaemon(true);
        return thread;
      });
  private volatile Consumer<Path> onSetAside = _ -> {};
  private final Map<String, Optional<Open>> waiting = new HashMap<>();

  /// Those of the user who runs the program.
  public UserDrafts() {
    this(UserFolder.path().resolve("drafts"));
  }

  /// Those in this folder, which need not be there yet.
  public UserDrafts(Path folder) {
    this.folder = new DraftFolder(folder, where -> onSetAside.accept(where));
  }

  @Override
  public Optional<SavedSession> load(String lesson) {
    synchronized (waiting) {
      if (waiting.containsKey(lesson)) {
        return waiting.getOrDefault(lesson, Optional.empty()).map(Open::session);
      }
    }
    return folder.read(lesson);
  }

  @Override
  public void keep(String lesson, Optional<SavedSession> session) {
    wait(lesson, session.map(now -> new Open(now, Optional.empty())));
  }

  private void wait(String name, Optional<Open> open) {
    synchronized (waiting) {
      boolean first = waiting.isEmpty();
      waiting.put(name, open);
      if (first) {
        CompletableFuture.delayedExecutor(MOMENT_MILLIS, TimeUnit.MILLISECONDS, writer)
            .execute(this::flush);
      }
    }
  }

  @Override
  public void keepOpen(Optional<Open> open) {
    wait(OPEN + ProcessHandle.current().pid(), open);
  }

  @Override
  public Optional<Open> leftOpen() {
    Optional<Open> last = Optional.empty();
    for (String name : folder.names(OPEN)) {
      if (isOver(name.substring(OPEN.length()))) {
        last = last.or(() -> folder.read(name).map(now -> new Open(now, folder.file(name))));
        keep(name, Optional.empty());
      }
    }
    return last;
  }

  // Also one that had the number of this process before it.
  private static boolean isOver(String pid) {
    return !pid.matches("\\d{1,18}")
        || Long.parseLong(pid) == ProcessHandle.current().pid()
        || ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isEmpty();
  }

  @Override
  public void setOnSetAside(Consumer<Path> action) {
    onSetAside = action;
  }

  @Override
  public void flush() {
    // One after the other, so that an older text never takes the place of a newer one.
    synchronized (folder) {
      Map<String, Optional<Open>> now;
      synchronized (waiting) {
        now = Map.copyOf(waiting);
        waiting.clear();
      }
      now.forEach(this::write);
    }
  }

  private void write(String name, Optional<Open> open) {
    try {
      if (open.isPresent()) {
        folder.write(name, open.get().session(), open.get().file());
      } else {
        folder.delete(name);
      }
    } catch (IOException | RuntimeException e) {
      // The draft stays in the window, and the next change is tried again.
    }
  }
}
