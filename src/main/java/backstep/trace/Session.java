package backstep.trace;

import backstep.graph.Iteration;
import backstep.graph.Iterations;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where the learner stands: in which iteration, and how many of its steps are done.
///
/// A session never changes; each move returns another one. Moves reach across iterations, forward
/// and back, through the updates between them. What the first iteration shows is what the program
/// computed in it, so going back is exact.
public final class Session {
  private final Iterations iterations;
  private final Folding folding;
  private final int iteration;
  private final Snapshot snapshot;

  private Session(Iterations iterations, Folding folding, int iteration, Snapshot snapshot) {
    this.iterations = iterations;
    this.folding = folding;
    this.iteration = iteration;
    this.snapshot = snapshot;
  }

  /// At the start of the first iteration.
  public static Session start(Iterations iterations) {
    return at(iterations, 0, 0);
  }

  /// In an iteration, with so many of its steps done; both are clamped to what there is, or can be
  /// made. So whoever changes the program stands at the same place of the new run.
  public static Session at(Iterations iterations, int iteration, int position) {
    return at(iterations, Folding.NONE, iteration, position);
  }

  /// In an iteration, where some calls are closed, here and wherever the session goes.
  public static Session at(Iterations iterations, Folding folding, int iteration, int position) {
    int within = iterations.reach(iteration);
    Trace trace = trace(iterations.get(within), folding);
    int done = Math.clamp(position, 0, trace.steps().size());
    return new Session(iterations, folding, within, trace.at(done));
  }

  /// The same place in another run of the program, as near as that run has it so far; none is made
  /// for it.
  public Session in(Iterations others, Folding closed) {
    return at(others, closed, Math.min(iteration, others.count() - 1), 0).abreast(this);
  }

  /// The place in this iteration at which as many ops are done as the other session has done in its
  /// own, whatever calls are closed in either.
  public Session abreast(Session other) {
    return seek(trace().position(other.trace().singles(other.position())));
  }

  private static Trace trace(Iteration of, Folding folding) {
    return Trace.of(of, folding.of(of));
  }

  /// The same moment with other calls closed: as many ops are done as before. Where that would be
  /// in the middle of a call that is closed now, that call is still to come, so nothing is shown
  /// that was not reached yet.
  public Session folded(Folding other) {
    if (other.equals(folding)) {
      return this;
    }
    Trace refolded = trace(trace().iteration(), other);
    return new Session(iterations, other, iteration, refolded.at(0)).abreast(this);
  }

  /// Which calls are closed.
  public Folding folding() {
    return folding;
  }

  /// Which iteration, from 0.
  public int iteration() {
    return iteration;
  }

  /// Up to so many iterations before this one, the oldest first.
  public List<Iteration> before(int most) {
    return IntStream.range(Math.max(0, iteration - most), iteration)
        .mapToObj(iterations::get)
        .toList();
  }

  /// The first iteration of all.
  public Iteration first() {
    return iterations.get(0);
  }

  /// Whether both stand in the same iterations, and not in those of two runs.
  public boolean isOfSameRun(Session other) {
    return iterations.equals(other.iterations);
  }

  /// How many iterations there are so far.
  public int iterationCount() {
    return iterations.count();
  }

  /// The steps of this iteration.
  public Trace trace() {
    return snapshot.trace();
  }

  /// How many of its steps are done.
  public int position() {
    return snapshot.position();
  }

  /// What is known here.
  public Snapshot snapshot() {
    return snapshot;
  }

  /// The phase that the next step belongs to; none at the end of the iteration.
  public Optional<Step.Phase> nextPhase() {
    return snapshot.next().map(Step::phase);
  }

  /// Whether there is nothing after this.
  public boolean atEnd() {
    return snapshot.next().isEmpty() && iteration == iterations.count() - 1 && !iterations.isOpen();
  }

  /// Whether there is nothing before this.
  public boolean atStart() {
    return snapshot.position() == 0 && iteration == 0;
  }

  /// One step on, into the next iteration if need be; stays at the very end.
  public Session next() {
    if (snapshot.next().isPresent()) {
      return seek(position() + 1);
    }
    // Only the attempt shows whether another iteration follows.
    return iterations.reach(iteration + 1) > iteration ? toIteration(iteration + 1) : this;
  }

  /// One step back, into the iteration before if need be; stays at the very start.
  public Session previous() {
    if (position() > 0) {
      return seek(position() - 1);
    }
    return atStart() ? this : toIteration(iteration - 1).toEndOfIteration();
  }

  /// One step on if it belongs to that phase; else stays.
  public Session next(Step.Phase phase) {
    return nextPhase().filter(phase::equals).isPresent() ? next() : this;
  }

  /// To another position in this iteration, clamped to its ends.
  public Session seek(int position) {
    int within = Math.clamp(position, 0, trace().steps().size());
    return new Session(iterations, folding, iteration, trace().at(within));
  }

  /// To the end of the phase that the next step belongs to; stays at the end of the iteration.
  public Session toEndOfPhase() {
    return nextPhase().map(this::toEndOf).orElse(this);
  }

  /// To the end of this iteration.
  public Session toEndOfIteration() {
    return toEndOf(Step.Phase.UPDATE);
  }

  /// To the same place so many iterations on, or as far as there are any.
  ///
  /// @param count less than 0 to go back
  public Session on(int count) {
    int target = Math.clamp((long) iteration + count, 0, Integer.MAX_VALUE);
    return at(iterations, folding, target, position());
  }

  /// To the end of a phase of this iteration.
  public Session toEndOf(Step.Phase phase) {
    return seek(trace().endOf(phase));
  }

  /// To the start of another iteration, clamped to the first and last that there are or can be
  /// made.
  public Session toIteration(int index) {
    return at(iterations, folding, index, 0);
  }
}
