package backstep.trace;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Iteration;
import backstep.graph.Iterations;
import backstep.graph.Node;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.tensor.Tensor;
import backstep.trace.Step.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Stepping through the 350 rounds of "guess the number": wherever one comes from, what one sees at
/// a place is the same.
class SessionTest {
  private static final List<Phase> PHASES = List.of(Phase.FORWARD, Phase.BACKWARD, Phase.UPDATE);

  private static final String GUESS =
      """
      target_number = 42
      guess = -0.2734299525197059
      learning_rate = .1
      for i in range(350):
          loss = 0.5 * (target_number - guess) ** 2
          grad = guess - target_number
          guess -= learning_rate * grad
      """;

  private static final int ROUNDS = 350;
  private static final Iterations ALL = guess(0);

  /// The rounds, of which a run keeps those from one on; the others are had by running it again.
  private static Iterations guess(int firstKept) {
    Program program = Program.of(GUESS);
    return new Replays(program, Options.DEFAULT, program.run(Options.DEFAULT.keptFrom(firstKept)));
  }

  /// What a learner sees, without the nodes, which differ between two runs.
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

  private static Session fresh(Iterations iterations, int iteration, int position) {
    return Session.start(iterations).toIteration(iteration).seek(position);
  }

  /// A walk of any moves ends where a fresh session at that place stands.
  @Property(tries = 100)
  void aWalkLeavesNoTraces(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 99) Integer> moves) {
    Session session = Session.start(ALL);
    for (int move : moves) {
      session = moved(session, move);
      assertThat(Seen.of(session))
          .isEqualTo(Seen.of(fresh(ALL, session.iteration(), session.position())));
    }
  }

  private static Session moved(Session session, int move) {
    return switch (move % 8) {
      case 0, 1 -> session.next();
      case 2, 3 -> session.previous();
      case 4 -> session.next(PHASES.get(move % 3));
      case 5 -> session.seek(move - 20);
      case 6 -> session.toEndOf(PHASES.get(move % 3));
      default -> session.toIteration(4 * move - 20);
    };
  }

  @Property(tries = 200)
  void onAndBackIsNoMove(
      @ForAll @IntRange(max = ROUNDS - 1) int iteration, @ForAll @IntRange(max = 12) int position) {
    Session session = fresh(ALL, iteration, position);
    if (!session.atEnd()) {
      assertThat(Seen.of(session.next().previous())).isEqualTo(Seen.of(session));
    }
    if (!session.atStart()) {
      assertThat(Seen.of(session.previous().next())).isEqualTo(Seen.of(session));
    }
  }

  @Test
  void aMoveAcrossTheUpdateComesBackToTheOldValue() {
    Session end = Session.start(ALL).toEndOf(Phase.UPDATE);
    Node guess = parameter(end);
    Session next = end.next();

    assertThat(next.iteration()).isEqualTo(1);
    assertThat(next.position()).isZero();
    // What the update made is what the next round starts from.
    assertThat(next.snapshot().value(parameter(next))).isEqualTo(end.snapshot().value(guess));
    Session back = next.previous().toEndOf(Phase.BACKWARD);
    assertThat(back.snapshot().value(guess).orElseThrow().item()).isEqualTo(-0.2734299525197059);
  }

  private static Node parameter(Session session) {
    return session.trace().iteration().updates().getFirst().parameter();
  }

  @Test
  void steppingOnGoesThroughEveryPlaceInOrder() {
    Session session = Session.start(ALL);
    int places = 1;
    while (!session.atEnd()) {
      Session next = session.next();
      boolean within =
          next.iteration() == session.iteration() && next.position() == session.position() + 1;
      boolean across =
          next.iteration() == session.iteration() + 1
              && next.position() == 0
              && session.nextPhase().isEmpty();
      assertThat(within || across).isTrue();
      session = next;
      places++;
    }
    assertThat(session.iteration()).isEqualTo(ROUNDS - 1);
    // Three ops, the seed, their three ways back and the update: nine places a round.
    assertThat(places).isEqualTo(ROUNDS * 9);
    assertThat(session.next()).isSameAs(session);
  }

  @Test
  void theEndsHold() {
    Session start = Session.start(ALL);
    assertThat(start.atStart()).isTrue();
    assertThat(start.previous()).isSameAs(start);
    assertThat(start.iterationCount()).isEqualTo(ROUNDS);
    assertThat(start.toIteration(9999).iteration()).isEqualTo(ROUNDS - 1);
    assertThat(start.toIteration(-5).iteration()).isZero();
    assertThat(start.seek(9999).position()).isEqualTo(8);
    assertThat(start.seek(-1).position()).isZero();
  }

  @Test
  void aPlaceIsTakenAgainInAnotherRun() {
    Session here = fresh(ALL, 99, 5);
    Session again = Session.at(guess(50), here.iteration(), here.position());
    assertThat(Seen.of(again)).isEqualTo(Seen.of(here));

    Session beyond = Session.at(ALL, ROUNDS, 9);
    assertThat(beyond.iteration()).isEqualTo(ROUNDS - 1);
    assertThat(beyond.position()).isEqualTo(8);
    Session before = Session.at(ALL, -1, -1);
    assertThat(before.atStart()).isTrue();
  }

  @Test
  void aStepOfAnotherPhaseIsNotTaken() {
    Session start = Session.start(ALL);
    assertThat(start.next(Phase.BACKWARD)).isSameAs(start);
    assertThat(start.next(Phase.FORWARD).position()).isEqualTo(1);
    Session forwards = start.toEndOf(Phase.FORWARD);
    assertThat(forwards.next(Phase.FORWARD)).isSameAs(forwards);
    assertThat(forwards.nextPhase()).contains(Phase.BACKWARD);
    assertThat(start.toEndOf(Phase.UPDATE).nextPhase()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 349})
  void roundsThatWereNotKeptAreHadAgain(int firstKept) {
    Iterations some = guess(firstKept);
    assertThat(some.count()).isEqualTo(ROUNDS);
    for (int iteration : new int[] {0, 349, 99, 100, 1, 0}) {
      for (int position : new int[] {0, 4, 8}) {
        assertThat(Seen.of(fresh(some, iteration, position)))
            .isEqualTo(Seen.of(fresh(ALL, iteration, position)));
      }
    }
  }

  /// By CPython: `guess` before round 1 and before round 349.
  @Test
  void theFiguresAreThoseOfThePlainProgram() {
    assertThat(parameter(Session.start(ALL)).value().item()).isEqualTo(-0.2734299525197059);
    assertThat(parameter(Session.start(ALL).toIteration(1)).value().item())
        .isEqualTo(3.953913042732265);
    assertThat(parameter(Session.start(ALL).toIteration(349)).value().item())
        .isEqualTo(41.99999999999997);
  }

  @Test
  void theIterationsBefore() {
    Session start = Session.start(ALL);
    assertThat(start.before(24)).isEmpty();
    assertThat(start.toIteration(3).before(24))
        .extracting(Iteration::index)
        .containsExactly(0, 1, 2);
    assertThat(start.toIteration(30).before(2))
        .extracting(Iteration::index)
        .containsExactly(28, 29);
  }
}
