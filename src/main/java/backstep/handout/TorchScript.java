package backstep.handout;

import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.python.Ast;
import backstep.python.Claim;
import backstep.python.LearningProgram;
import backstep.python.Observation;
import backstep.python.Options;
import backstep.python.Problem;
import backstep.python.ProblemException;
import backstep.python.Run;
import backstep.python.Span;
import backstep.tensor.Tensor;
import backstep.words.Words;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/// A program as a PyTorch script: the same forward pass, `loss.backward()` in the place of the
/// backward pass, and the same updates.
///
/// What stands in both libraries stays as it is written, comments too. Numbers are of double
/// precision, and drawn by NumPy, so that the figures are the program's.
final class TorchScript {
  private static final int MAX_FIGURES = 60;

  private TorchScript() {}

  /// A learning rate as the run had it.
  ///
  /// @param isClaimed whether the step is plainly that rate times something
  /// @param makesStep whether the program subtracts so many times the gradient, where it does not
  ///   say itself what the gradient is
  record Rate(double value, boolean isClaimed, DoublePredicate makesStep) {}

  /// @throws ProblemException if the program has something that PyTorch has no counterpart of
  static String of(Run run, Options options, Words words) {
    Iteration last = run.last();
    Set<String> learned = new LinkedHashSet<>(LearningProgram.learned(run));
    // Those too that the last round did not get to.
    run.claims().forEach(claim -> learned.add(claim.parameter()));
    Set<String> parameters =
        learned.isEmpty() ? new LinkedHashSet<>(LearningProgram.candidates(run)) : learned;
    Map<String, Tensor> gradients = gradients(run, last, parameters);
    Observation observed = Observation.of(run.text(), options, parameters);
    Span loss =
        run.origins()
            .outerSpan(last.graph().loss())
            .filter(_ -> run.variables(last.graph()).get(run.lossName()) == last.graph().loss())
            .orElseThrow(() -> problem("handout.torch.loss", run.lossName()));
    Map<Span, Rate> updates = new LinkedHashMap<>();
    run.claims().forEach(claim -> updates.put(claim.span(), new Rate(1, false, _ -> true)));
    Map<Node, Tensor> exact = last.graph().gradients();
    for (Update update : last.updates()) {
      run.origins()
          .outerSpan(update.after())
          .ifPresent(place -> {
            boolean isClaimed = updates.containsKey(place);
            updates.put(
                place,
                new Rate(
                    update.rate(),
                    isClaimed,
                    rate -> isClaimed || isStep(update, rate, exact.get(update.parameter()))));
          });
    }
    Set<Span> apart = new LinkedHashSet<>();
    run.claims().stream().filter(claim -> !claim.agrees()).map(Claim::span).forEach(apart::add);
    String numpy =
        observed.module().body().stream()
            .filter(Ast.Import.class::isInstance)
            .map(statement -> ((Ast.Import) statement).alias())
            .findFirst()
            .orElse("np");
    TorchExpressions expressions = new TorchExpressions(observed, numpy, loss.end());
    TorchStatements statements =
        new TorchStatements(
            observed.module(),
            expressions,
            new TorchStatements.Plan(
                run.lossName(),
                loss,
                parameters,
                updates,
                apart,
                "  # " + words.text("handout.torch.differs")));
    String body = statements.write();
    return "# "
        + words.text("handout.torch.title", run.lossName())
        + "\n"
        + imported(body, expressions, numpy)
        + found(gradients, words);
  }

  private static boolean isStep(Update update, double rate, @Nullable Tensor exact) {
    Tensor step = update.gradient().times(update.rate() / rate);
    return exact != null && Update.agrees(step, exact);
  }

  private static Map<String, Tensor> gradients(Run run, Iteration last, Set<String> parameters) {
    Map<String, Node> variables = run.variables(last.graph());
    Map<Node, Tensor> exact = last.graph().gradients();
    Map<String, Tensor> gradients = new LinkedHashMap<>();
    for (String name : parameters) {
      Optional<Tensor> gradient = Optional.ofNullable(variables.get(name)).map(exact::get);
      gradients.put(name, gradient.orElseThrow(() -> problem("handout.torch.unconnected", name)));
    }
    if (gradients.isEmpty()) {
      throw problem("handout.torch.loss", run.lossName());
    }
    return gradients;
  }

  private static ProblemException problem(String key, String name) {
    return Problem.at(new Span(0, 0, 1, 1), key, name).raise();
  }

  // In the place of the program's own import or, where it has none, first.
  private static String imported(String body, TorchExpressions expressions, String numpy) {
    StringBuilder imports = new StringBuilder();
    if (expressions.usesMath()) {
      imports.append("import math\n");
    }
    if (expressions.draws()) {
      imports.append(numpy.equals("numpy") ? "import numpy\n" : "import numpy as " + numpy + "\n");
    }
    imports.append("import torch\n\ntorch.set_default_dtype(torch.float64)");
    return body.contains(TorchStatements.IMPORTS)
        ? body.replace(TorchStatements.IMPORTS, imports)
        : imports + "\n\n" + body;
  }

  private static String found(Map<String, Tensor> gradients, Words words) {
    StringBuilder code = new StringBuilder("\n# " + words.text("handout.torch.gradients") + "\n");
    gradients.forEach((name, gradient) -> {
      String figures = gradient.toString().replaceAll("\\s+", " ");
      code.append(
          "print('%s:', %s.grad.%s)  # %s\n"
              .formatted(
                  name,
                  name,
                  gradient.rank() == 0 ? "item()" : "numpy()",
                  figures.length() <= MAX_FIGURES
                      ? figures
                      : figures.substring(0, MAX_FIGURES - 1) + "…"));
    });
    return code.toString();
  }
}
