package backstep.python;

import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a run of a program left: what it printed, its losses, its graphs, its claims.
public final class Run {
  private final String text;
  private final String printed;
  private final Optional<Problem> problem;
  private final Origins origins;
  private final Training training;
  private final LossName lossName;
  private final Map<String, Node> globals;
  private final Map<String, Tensor> numbers;
  private final boolean drawsUnseeded;

  Run(
      String text,
      String printed,
      Optional<Problem> problem,
      Origins origins,
      Training training,
      LossName lossName,
      Map<String, Node> globals,
      Map<String, Tensor> numbers,
      boolean drawsUnseeded) {
    this.text = text;
    this.printed = printed;
    this.problem = problem;
    this.origins = origins;
    this.training = training;
    this.lossName = lossName;
    this.globals = globals;
    this.numbers = numbers;
    this.drawsUnseeded = drawsUnseeded;
  }

  /// The program.
  public String text() {
    return text;
  }

  /// What the program printed, as CPython and NumPy would have.
  public String printed() {
    return printed;
  }

  /// What the program had printed by the time it computed the loss of an iteration.
  ///
  /// @param iteration from 0; at their number everything is printed
  public String printedBefore(int iteration) {
    boolean over = iteration >= iterations();
    return over ? printed : printed.substring(0, training.losses().printedBefore(iteration));
  }

  /// Whether it drew random numbers, in this cell or one before, without having set a seed.
  boolean drawsUnseeded() {
    return drawsUnseeded;
  }

  /// What stopped the program, if anything did.
  public Optional<Problem> problem() {
    return problem;
  }

  /// Where the nodes come from.
  public Origins origins() {
    return origins;
  }

  /// The loss of each iteration, in order.
  public double[] losses() {
    return training.losses().toArray();
  }

  /// How many iterations there were: losses, each with the updates that followed it.
  public int iterations() {
    return training.losses().size();
  }

  /// One iteration to step through, if it was kept.
  ///
  /// @throws ProblemException if its loss has more than one entry
  public Optional<Iteration> iteration(int index) {
    return training.kept().stream()
        .filter(pass -> pass.index == index)
        .findFirst()
        .map(this::iteration);
  }

  /// The last iteration.
  ///
  /// @throws ProblemException if there is no loss, or one of more than one entry
  public Iteration last() {
    List<Training.Pass> kept = training.kept();
    if (kept.isEmpty()) {
      Span start = new Span(0, 0, 1, 1);
      String name = lossName.name();
      throw (name == null
              ? Problem.at(start, "run.loss.none")
              : Problem.at(start, "run.loss.notComputed", name))
          .raise();
    }
    return iteration(kept.getLast());
  }

  private Iteration iteration(Training.Pass pass) {
    if (pass.loss.value().size() != 1) {
      Span span = origins.span(pass.loss).orElse(new Span(0, 0, 1, 1));
      throw Problem.at(
              span, "run.loss.shape", lossLabel(pass.loss), pass.loss.value().shape().toString())
          .raise();
    }
    List<Update> updates = pass.updates().stream().map(Training.Made::update).toList();
    return new Iteration(pass.index, Graph.of(pass.loss), updates);
  }

  private String lossLabel(Node loss) {
    String name = lossName.name();
    return name == null ? origins.name(loss).orElse("loss") : name;
  }

  /// What the program calls its loss, or `loss` if it has no name.
  public String lossName() {
    return training.kept().isEmpty() ? "loss" : lossLabel(training.kept().getLast().loss);
  }

  /// For each update statement: whether what it subtracts is the gradient, as it last ran.
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    Map<Training.Pass, Map<Node, Tensor>> gradients = new HashMap<>(); // passes are identities
    training
        .lastBySpan()
        .forEach((span, pass) -> {
          for (Training.Made made : pass.updates()) {
            if (!made.claimed().isEmpty() && made.span().equals(span)) {
              Node parameter = made.update().parameter();
              Optional<Tensor> gradient =
                  Optional.ofNullable(
                      gradients.computeIfAbsent(pass, this::gradients).get(parameter));
              String name = origins.name(parameter).orElse("?");
              claims.add(claim(name, made, gradient));
            }
          }
        });
    return claims;
  }

  // Of all ways to read what was subtracted, one that agrees counts.
  private static Claim claim(String name, Training.Made made, Optional<Tensor> gradient) {
    List<Claim> readings =
        made.claimed().stream()
            .map(claimed -> new Claim(name, made.span(), claimed, gradient))
            .toList();
    return readings.stream().filter(Claim::agrees).findFirst().orElse(readings.getFirst());
  }

  private Map<Node, Tensor> gradients(Training.Pass pass) {
    return iteration(pass).graph().gradients();
  }

  /// Whether each parameter of the last iteration was updated once, and holds at the end of the
  /// program what its update gave it.
  public boolean keepsUpdates() {
    List<Update> updates = last().updates();
    return updates.stream().map(Update::parameter).distinct().count() == updates.size()
        && updates.stream()
            .map(Update::after)
            .allMatch(after ->
                origins.name(after).map(globals::get).filter(held -> held != after).isEmpty());
  }

  /// The graph's named variables, each with the node of its last binding, in order of binding.
  public Map<String, Node> variables(Graph graph) {
    Map<String, Node> variables = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      // A second name for the same value says nothing new.
      origins.globals(node).stream()
          .findFirst()
          .ifPresent(name -> {
            variables.remove(name);
            variables.put(name, node);
          });
    }
    return variables;
  }

  /// What the program's own variables hold at its end, where a graph has, or could have, it.
  public Map<String, Node> globals() {
    return globals;
  }

  /// The numbers and arrays that the program's own variables hold at its end, whole numbers too.
  public Map<String, Tensor> numbers() {
    return numbers;
  }
}
