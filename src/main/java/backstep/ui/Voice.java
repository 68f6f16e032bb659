package backstep.ui;

import backstep.lesson.Lesson;
import backstep.trace.Session;
import backstep.ui.classroom.ExportModel;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.Messages;
import java.util.List;
import java.util.Optional;

/// Says what the learner would see: the summary when a lesson opens, and each step as it is made.
/// While steps play by themselves nothing is said until they stop.
final class Voice {
  private final Workbench bench;
  private final Messages messages;
  private final Announcer announcer;
  private Optional<Lesson> introduced = Optional.empty();
  private Optional<Session> told = Optional.empty();

  Voice(Workbench bench, Messages messages, Announcer announcer) {
    this.bench = bench;
    this.messages = messages;
    this.announcer = announcer;
  }

  /// Begins to speak. Both live as long as the window.
  void begin() {
    bench.spoken.sessionProperty().subscribe(_ -> follow());
    bench.player.stateProperty().subscribe(_ -> follow());
    bench.network.look().subscribe((_, _) -> introduce());
    // Its own window may be closed by the time that an export has come to its end. Where a file was
    // written the window itself says so.
    bench
        .export
        .stateProperty()
        .map(ExportModel.State::note)
        .subscribe((_, note) ->
            note.filter(now -> !now.isWritten())
                .ifPresent(
                    now -> announcer.say(messages.now(now.key(), now.arguments().toArray()))));
  }

  private void follow() {
    Optional<Session> now = bench.spoken.sessionProperty().getValue();
    if (now.isEmpty() || now.equals(told) || bench.player.getState().isPlaying()) {
      return;
    }
    told = now;
    Optional<Lesson> lesson = bench.lessons.openProperty().get();
    if (lesson.equals(introduced)) {
      say(bench.spoken.step(messages));
    } else {
      introduced = lesson;
      introduce();
    }
  }

  private void introduce() {
    say(bench.spoken.summary(messages));
  }

  private void say(List<String> sentences) {
    announcer.say(String.join(" ", sentences));
  }
}
