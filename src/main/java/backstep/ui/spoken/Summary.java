package backstep.ui.spoken;

import backstep.graph.Update;
import backstep.lesson.Lesson;
import backstep.python.Options;
import backstep.trace.Session;
import backstep.trace.Step;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What there is on the screen and where the learner stands, in a few whole sentences.
///
/// After the state descriptions of PhET's simulations: first what it is, then how it stands, then
/// what can be done.
final class Summary {
  // More names than that are no help.
  private static final int NAMED = 8;

  private final Messages messages;
  private final List<String> sentences = new ArrayList<>();

  private Summary(Messages messages) {
    this.messages = messages;
  }

  /// The sentences.
  ///
  /// @param here none where no program runs
  static List<String> of(Optional<Here> here, Scenery scenery, Messages messages) {
    Summary summary = new Summary(messages);
    scenery.lesson().ifPresent(summary::name);
    if (scenery.lab()) {
      summary.say("spoken.lab");
    } else if (here.isEmpty()) {
      summary.say("spoken.nothing");
    } else {
      summary.program(here.get());
      summary.place(here.get(), scenery);
      summary.next(here.get(), scenery);
    }
    summary.say("spoken.keys", Keymap.SUMMARY, Keymap.STEP_LIST, Keymap.HELP);
    return List.copyOf(summary.sentences);
  }

  private void say(String key, Object... arguments) {
    sentences.add(messages.now(key, arguments));
  }

  // --- What it is --------------------------------------------------------------------------------

  private void name(Lesson lesson) {
    String title = lesson.page(messages.language().getValue()).title();
    if (lesson.view() == Lesson.View.SANDBOX) {
      say("spoken.sandbox", title);
    } else {
      say("spoken.lesson", lesson.order(), title);
    }
  }

  private void program(Here here) {
    String loss = here.name(here.graph().loss());
    List<String> given = here.leaves().stream().map(here::name).toList();
    if (given.size() <= NAMED) {
      say("spoken.computes", loss, String.join(", ", given));
    } else {
      say("spoken.computes.many", loss, String.join(", ", given.subList(0, NAMED)), given.size());
    }
    say("spoken.graph", given.size() + here.operations(), given.size(), here.operations());
    List<String> learned =
        here.trace().iteration().updates().stream()
            .map(Update::parameter)
            .distinct()
            .map(here::name)
            .toList();
    if (learned.isEmpty()) {
      say("spoken.learns.nothing");
    } else {
      say("spoken.learns", String.join(", ", learned));
    }
  }

  // --- How it stands -----------------------------------------------------------------------------

  private void place(Here here, Scenery scenery) {
    Session session = here.session();
    if (scenery.endless()) {
      say("spoken.iteration.open", session.iteration() + 1, session.iterationCount());
    } else if (session.iterationCount() > 1) {
      say("spoken.iteration", session.iteration() + 1, session.iterationCount());
    }
    StepWords steps = new StepWords(messages);
    StepRow row = here.row();
    sentences.add(steps.place(row));
    sentences.addAll(steps.events(row));
    String loss = here.name(here.graph().loss());
    String named = Options.USUAL_LOSSES.contains(loss) ? "spoken.loss.named" : "spoken.result";
    say(loss.equals("loss") ? "spoken.loss" : named, here.loss().text(messages), loss);
    if (!scenery.runs()) {
      say("spoken.problem");
    }
    if (!here.stale().isEmpty()) {
      say("spoken.stale");
    }
    if (here.cover().hides(here.snapshot())) {
      say("spoken.hidden", Keymap.SHOW);
    }
  }

  // --- What can be done --------------------------------------------------------------------------

  private void next(Here here, Scenery scenery) {
    Optional<Step> step = here.snapshot().next();
    if (step.isPresent()) {
      say(key(step.get()), cap(step.get()), here.name(step.get().node()));
      if (scenery.predicts()) {
        say("spoken.predicts");
      }
    } else if (here.session().atEnd()) {
      say("spoken.next.none", Keymap.START);
    } else {
      say("spoken.next.iteration", Keymap.NEXT);
    }
  }

  private static String key(Step step) {
    return switch (step) {
      case Step.Forward _, Step.ForwardCall _ -> "spoken.next.forward";
      case Step.Seed _ -> "spoken.next.seed";
      case Step.Backward _, Step.BackwardCall _ -> "spoken.next.backward";
      case Step.Update _ -> "spoken.next.update";
    };
  }

  private static Keymap cap(Step step) {
    return switch (step.phase()) {
      case FORWARD -> Keymap.FORWARD;
      case BACKWARD -> Keymap.BACKWARD;
      case UPDATE -> Keymap.UPDATE;
    };
  }
}
