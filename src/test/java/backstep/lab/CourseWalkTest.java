package backstep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Node;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.tensor.Tensor;
import backstep.testing.TwoLayers;
import backstep.trace.Session;
import backstep.trace.Snapshot;
import backstep.trace.Step.Phase;
import backstep.train.Course;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Stepping through a program that has no loop, beyond its text: wherever one comes from, what one
/// sees at a place is the same.
class CourseWalkTest {
  /// A neuron whose forward pass takes a branch, so that the program runs for each iteration.
  private static final String BRANCHING =
      """
      import numpy as np
      X = np.array([.5, -.8])
      W = np.array([.3, .1])
      z = W.dot(X)
      a = z if z > 0 else .1 * z
      loss = .5 * (a + .4) ** 2
      slope = 1 if z > 0 else .1
      grad_W = (a + .4) * slope * X
      W -= .5 * grad_W
      """;

  private static Course course(String text) {
    Program program = Program.of(text);
    Replays replays = new Replays(program, Options.DEFAULT, program.run(Options.DEFAULT));
    return ((Prospect.Open) Prospect.of(replays)).course();
  }

  /// What a learner sees, without the nodes, which differ between two sessions.
  private record Seen(int iteration, int position, List<Optional<Tensor>> figures) {
    static Seen of(Session session) {
      Snapshot snapshot = session.snapshot();
      List<Optional<Tensor>> figures = new ArrayList<>();
      for (Node node : session.trace().graph().nodes()) {
        figures.add(snapshot.value(node));
        figures.add(snapshot.gradient(node));
      }
      return new Seen(session.iteration(), session.position(), figures);
    }
  }

  private static Session moved(Session session, int move) {
    return switch (move % 12) {
      case 0, 1 -> session.next();
      case 2, 3 -> session.previous();
      case 4 -> session.next(Phase.values()[move % 3]);
      case 5 -> session.seek(move - 20);
      case 6 -> session.toEndOf(Phase.values()[move % 3]);
      case 7 -> session.toEndOfPhase();
      case 8 -> session.toEndOfIteration();
      case 9 -> session.on(move - 30);
      case 10 -> session.on(move > 50 ? 100 : 10);
      default -> session.toIteration(4 * move - 20);
    };
  }

  /// A walk of any moves, in a course that grows with it, ends where a session of another course
  /// stands that went there at once.
  @Property(tries = 60)
  void aWalkLeavesNoTraces(
      @ForAll boolean branching,
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 99) Integer> moves) {
    String program = branching ? BRANCHING : TwoLayers.TRAINED;
    Course course = course(program);
    Session session = Session.start(course);
    for (int move : moves) {
      session = moved(session, move);
      Session fresh = Session.at(course(program), session.iteration(), session.position());
      assertThat(Seen.of(session)).isEqualTo(Seen.of(fresh));
      if (!session.atStart()) {
        assertThat(Seen.of(session.previous().next())).isEqualTo(Seen.of(session));
      }
      assertThat(Seen.of(session.next().previous())).isEqualTo(Seen.of(session));
    }
  }

  @Test
  @DisplayName("The step after the last update begins another iteration, and back again")
  void thereIsAlwaysAnother() {
    Session end = Session.start(course(TwoLayers.TRAINED)).toEndOfIteration();
    assertThat(end.atEnd()).isFalse();
    assertThat(end.iterationCount()).isEqualTo(1);

    Session next = end.next();

    assertThat(next.iteration()).isEqualTo(1);
    assertThat(next.position()).isZero();
    assertThat(next.iterationCount()).isEqualTo(2);
    assertThat(Seen.of(next.previous())).isEqualTo(Seen.of(end));
    // What the updates made is what the next iteration starts from.
    for (int i = 0; i < 2; i++) {
      Node before = end.trace().iteration().updates().get(i).parameter();
      Node now = next.trace().iteration().updates().get(i).parameter();
      assertThat(next.snapshot().value(now)).isEqualTo(end.snapshot().value(before));
    }
  }

  @Test
  @DisplayName("So many iterations on is the same place in a later one")
  void onIsTheSamePlace() {
    Session here = Session.start(course(TwoLayers.TRAINED)).seek(7);
    Session there = here.on(100);
    assertThat(there.iteration()).isEqualTo(100);
    assertThat(there.position()).isEqualTo(7);
    assertThat(Seen.of(there.on(-100))).isEqualTo(Seen.of(here));
    assertThat(there.on(-1000).iteration()).isZero();
  }

  @Test
  @DisplayName("The phase at hand is finished, and at its end the one after it")
  void thePhaseIsFinished() {
    Session start = Session.start(course(TwoLayers.TRAINED)).seek(3);
    Session forwards = start.toEndOfPhase();
    assertThat(forwards.nextPhase()).contains(Phase.BACKWARD);
    Session backwards = forwards.toEndOfPhase();
    assertThat(backwards.nextPhase()).contains(Phase.UPDATE);
    Session updated = backwards.toEndOfPhase();
    assertThat(updated.nextPhase()).isEmpty();
    assertThat(updated.toEndOfPhase()).isSameAs(updated);
    assertThat(updated.iteration()).isZero();
  }

  @Test
  @DisplayName("At the end of a course that diverged there is no next step")
  void anEndedCourseHasAnEnd() {
    Course course = course("w = 1.\nloss = .5 * w * w\nw -= 1e200 * w");
    Session last = Session.start(course).toIteration(1000).toEndOfIteration();
    assertThat(last.iteration()).isEqualTo(course.count() - 1);
    assertThat(last.atEnd()).isTrue();
    assertThat(last.next()).isSameAs(last);
    assertThat(last.on(10).iteration()).isEqualTo(last.iteration());
  }
}
