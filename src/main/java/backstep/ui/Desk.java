package backstep.ui;

import backstep.keep.SavedSession;
import backstep.keep.Work;
import backstep.ui.keep.KeepModel;
import java.nio.file.Path;
import java.util.Optional;

/// The workbench, as what saves and opens sees it.
record Desk(Workbench bench) implements KeepModel.Desk {
  @Override
  public Optional<SavedSession> session() {
    return bench.session();
  }

  @Override
  public Optional<Work> own(String lesson, String form) {
    return bench.own(lesson, form);
  }

  @Override
  public void restore(SavedSession session) {
    bench.restore(session);
  }

  @Override
  public void openProgram(Path file) {
    bench.openProgram(file);
  }
}
