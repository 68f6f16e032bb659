package backstep.practice;

import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.python.BackwardWriter;
import backstep.python.Options;
import backstep.python.ProblemException;
import backstep.python.Program;
import backstep.python.Run;
import backstep.python.Span;
import backstep.tensor.NumpyFormat;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A program whose backward pass is to be written by hand.
public final class Exercise {
  private final Cut cut;
  private final List<Reference> references;
  private final Map<String, Double> rates;
  // Whether the program has an update of its own that does not go along its gradient.
  private final boolean isAmiss;

  private Exercise(
      Cut cut, List<Reference> references, Map<String, Double> rates, boolean isAmiss) {
    this.cut = cut;
    this.references = references;
    this.rates = rates;
    this.isAmiss = isAmiss;
  }

  /// The exercise that a program makes; none if it does not run, has no loss with a name, does its
  /// updates inside of a function, or has no variable whose gradient could be asked for.
  ///
  /// @throws ProblemException if the text is not in the small Python
  public static Optional<Exercise> of(String text, Options options) {
    Run run = Program.of(text).run(options);
    Map<String, Double> rates = new LinkedHashMap<>();
    updates(run)
        .forEach(
            u -> run.origins().name(u.parameter()).ifPresent(name -> rates.put(name, u.rate())));
    Options named = options.withLoss(Optional.of(run.lossName()));
    return cut(run)
        .flatMap(found ->
            Reference.of(found.with(""), named)
                .filter(own -> !Aims.of(rates.keySet(), own).names().isEmpty())
                .map(own ->
                    new Exercise(
                        found,
                        Probes.of(found.with(""), own, rates.keySet()),
                        rates,
                        isAmiss(run))));
  }

  /// What is given of a program where its backward pass is asked for on paper: all up to its loss,
  /// but for functions that only the rest uses. None where the two cannot be parted.
  public static Optional<String> given(Run run) {
    return cut(run).map(Cut::given);
  }

  private static Optional<Cut> cut(Run run) {
    Optional<Span> update =
        updates(run).stream().findFirst().flatMap(u -> run.origins().outerSpan(u.after()));
    return first(run)
        .flatMap(iteration -> run.origins().outerSpan(iteration.graph().loss()))
        .flatMap(loss -> Cut.of(run.text(), loss, update));
  }

  private static List<Update> updates(Run run) {
    return first(run).map(Iteration::updates).orElse(List.of());
  }

  private static boolean isAmiss(Run run) {
    return first(run)
        .filter(iteration -> {
          Map<Node, Tensor> gradients = iteration.graph().gradients();
          return iteration.updates().stream().anyMatch(update -> !update.isAlong(gradients));
        })
        .isPresent();
  }

  private static Optional<Iteration> first(Run run) {
    if (run.problem().isPresent()) {
      return Optional.empty();
    }
    try {
      return run.iterations() == 0
          ? Optional.empty()
          : run.iteration(0).or(() -> Optional.of(run.last()));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /// The code that is given: the program up to its loss.
  public String forward() {
    return cut.forward();
  }

  /// A backward pass and update that is right, line by line.
  public List<String> solution() {
    Run run = Program.of(cut.with("")).run(references.getFirst().options());
    List<String> lines =
        new ArrayList<>(
            BackwardWriter.forRunning(run, run.last().graph()).stream()
                .map(BackwardWriter.Line::text)
                .toList());
    rates.forEach((name, rate) ->
        lines.add("%s -= %s * d_%s".formatted(name, NumpyFormat.number(rate), name)));
    return lines;
  }

  /// Where the program's own backward pass first parts from the gradients: a line of the program,
  /// from 1. None where all its updates go along their gradients, or where no line can be told.
  public OptionalInt slip() {
    return isAmiss
        ? check(cut.own()).lines().stream()
            .filter(line -> !line.finding().isRight())
            .filter(line -> line.finding().kind() != Finding.Kind.FOLLOWS)
            .mapToInt(line -> cut.lines() + line.line())
            .findFirst()
        : OptionalInt.empty();
  }

  /// Judges what a learner has written so far.
  public Feedback check(String backward) {
    return new Attempt(cut, references, Aims.of(rates.keySet(), references.getFirst()))
        .judge(backward);
  }
}
