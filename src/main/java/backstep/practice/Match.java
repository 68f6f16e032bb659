package backstep.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a hand-in computes what the exercise does.
///
/// @param references the hand-in with the exercise's numbers, its own first
/// @param trouble what it computes otherwise
record Match(List<Reference> references, Optional<Trouble> trouble) {

  static Match of(Assignment assignment, Pass pass) {
    Counterparts counterparts = new Counterparts(assignment.pass().own(), pass);
    List<Reference> all = new ArrayList<>();
    for (Reference exercise : assignment.numbers(counterparts)) {
      Optional<Reference> own =
          Reference.of(
              pass.cut().with(""),
              pass.own().options().withGiven(counterparts.given(exercise, pass.own())));
      boolean same = own.filter(found -> isSame(assignment, exercise, found)).isPresent();
      if (!same) {
        String variable =
            own.flatMap(found -> assignment.parting(exercise, found)).orElse(assignment.loss());
        return new Match(
            List.of(), Optional.of(Trouble.forward(pass.lossSpot(), variable, !all.isEmpty())));
      }
      // Where it branches it may be another graph with other numbers; one graph is judged.
      own.filter(found -> all.isEmpty() || (found.isFinite() && found.isLike(all.getFirst())))
          .ifPresent(all::add);
    }
    return new Match(all, Optional.empty());
  }

  private static boolean isSame(Assignment assignment, Reference exercise, Reference own) {
    return Likeness.same(own.graph().loss().value(), exercise.graph().loss().value())
        && assignment.wanted().stream()
            .filter(name -> exercise.variables().get(name) instanceof backstep.graph.Node.Operation)
            .filter(name -> own.variables().containsKey(name))
            .allMatch(name ->
                Likeness.sameEntries(
                    own.values().get(name), exercise.variables().get(name).value()));
  }
}
