package backstep.practice;

import backstep.graph.Add;
import backstep.graph.Backpropagation;
import backstep.graph.Dot;
import backstep.graph.Mean;
import backstep.graph.Multiply;
import backstep.graph.Node;
import backstep.graph.Outer;
import backstep.graph.Subtract;
import backstep.practice.Finding.Kind;
import backstep.practice.Sweep.Sent;
import backstep.practice.Sweep.Slip;
import backstep.tensor.ShapeException;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What the usual mistakes would give for the gradient of one node, whatever the program is: each
/// is the same sweep with one thing done wrong.
final class Suspects {
  // A line written by hand covers a few ops; looking farther finds only chance.
  private static final int MAX_OPERATIONS = 40;
  private static final int MAX_VARIABLES = 30;

  private final Reference reference;
  private final Node target;
  private final Sweep sweep;
  private final Map<Finding, Supplier<Optional<Tensor>>> all = new LinkedHashMap<>();

  private Suspects(
      Reference reference, Node target, Map<Node, Tensor> known, Map<Node, Tensor> updated) {
    this.reference = reference;
    this.target = target;
    this.sweep = new Sweep(reference, target, known, Map.of());
    List<Node.Operation> near = near(known.keySet());
    near.forEach(this::atOperation);
    near.forEach(operation -> Passage.to(operation, reference).ifPresent(this::atPassage));
    updated.forEach((node, value) -> {
      Sweep late = new Sweep(reference, target, known, Map.of(node, value));
      all.putIfAbsent(
          Finding.of(Kind.UPDATED_FIRST, reference.called(node)), () -> late.run(Slip.NONE));
    });
    reference
        .gradients()
        .forEach((node, gradient) -> {
          if (node != target) {
            add(
                Finding.of(Kind.OTHER_GRADIENT, reference.called(target), reference.called(node)),
                () -> Optional.of(gradient));
          }
        });
  }

  /// @param known gradients that earlier lines gave
  /// @param updated parameters that earlier lines changed, with what they hold since then
  /// @return for each mistake what it gives
  static Map<Finding, Supplier<Optional<Tensor>>> of(
      Reference reference, Node target, Map<Node, Tensor> known, Map<Node, Tensor> updated) {
    return new Suspects(reference, target, known, updated).all;
  }

  private void add(Finding finding, Supplier<Optional<Tensor>> value) {
    all.putIfAbsent(finding, value);
  }

  private void add(Finding finding, Node.Operation at, UnaryOperator<List<Sent>> slip) {
    add(
        finding,
        () ->
            sweep.run((from, upstream) ->
                from == at
                    ? Optional.of(slip.apply(sweep.rightly(from, upstream)))
                    : Optional.empty()));
  }

  private void add(Finding finding, Node.Operation at, Slip slip) {
    add(
        finding,
        () ->
            sweep.run(
                (from, upstream) -> from == at ? slip.sends(from, upstream) : Optional.empty()));
  }

  // The ops from the target on towards the loss, nearest first, as far as no line has gone yet.
  private List<Node.Operation> near(Set<Node> known) {
    Set<Node.Operation> found = new LinkedHashSet<>(reference.graph().consumers(target));
    List<Node.Operation> open = new ArrayList<>(found);
    for (int i = 0; i < open.size() && open.size() < MAX_OPERATIONS; i++) {
      if (!known.contains(open.get(i))) {
        for (Node.Operation next : reference.graph().consumers(open.get(i))) {
          if (found.add(next)) {
            open.add(next);
          }
        }
      }
    }
    return open;
  }

  // ---- Slips at one op

  private void atOperation(Node.Operation at) {
    String called = reference.called(at);
    List<Node> x = at.operands();
    if (isNamed(at)) {
      add(
          Finding.of(Kind.UPSTREAM, called),
          at,
          (from, upstream) -> Optional.of(sweep.rightly(from, Tensor.full(upstream.shape(), 1))));
    }
    for (int i = 0; i < x.size(); i++) {
      if (x.get(i).differentiable()) {
        atOperand(at, i, called);
      }
    }
    if (at.op() instanceof Mean(var over)) {
      int count = over.count(x.getFirst().value().shape());
      add(Finding.of(Kind.BATCH, count), at, sent -> times(sent, count));
      add(Finding.of(Kind.BATCH, count), at, sent -> times(sent, 1.0 / count));
    }
    reference
        .gradients()
        .forEach((node, gradient) -> {
          if (node != at
              && isNamed(at)
              && isNamed(node)
              && gradient.shape().equals(at.value().shape())) {
            add(
                Finding.of(Kind.OTHER_VARIABLE, "∂" + reference.called(node), "∂" + called),
                at,
                (from, _) -> Optional.of(sweep.rightly(from, gradient)));
          }
        });
  }

  // What comes back has a name only where the value has one.
  private boolean isNamed(Node node) {
    return !reference.origins().globals(node).isEmpty();
  }

  private void atOperand(Node.Operation at, int operand, String called) {
    Node to = at.operands().get(operand);
    if (reference.shares().getOrDefault(to, List.of()).size() > 1) {
      add(
          Finding.of(Kind.SHARE, reference.called(to), called),
          at,
          sent -> without(sent, at, operand));
    }
    if (at.op() instanceof Subtract || at.op() instanceof Add) {
      add(
          Finding.of(Kind.SHARE_SIGN, called),
          at,
          sent ->
              sent.stream()
                  .map(flow -> flow.to() == to ? new Sent(to, flow.share().negate()) : flow)
                  .toList());
    }
    if (at.op() instanceof Multiply || at.op() instanceof Dot || at.op() instanceof Outer) {
      atProduct(at, operand);
    }
    if (to == target) {
      atSum(at, operand);
    }
  }

  private void atProduct(Node.Operation at, int operand) {
    Node other = at.operands().get(1 - operand);
    Node to = at.operands().get(operand);
    String needed = reference.called(other);
    add(
        Finding.of(Kind.OPERAND, needed),
        at,
        (_, upstream) -> Optional.of(List.of(sweep.fitted(to, upstream))));
    if (other.value().rank() == 2) {
      // dA = dY·Bᵀ, not dY·B; dB = Aᵀ·dY, not A·dY.
      add(Finding.of(Kind.MATRIX, needed), at, with(operand, other.value().transpose()));
    }
    reference.values().entrySet().stream()
        .filter(entry -> !reference.origins().globals(other).contains(entry.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .limit(MAX_VARIABLES)
        .forEach(entry ->
            add(
                Finding.of(Kind.OTHER_VARIABLE, entry.getKey(), needed),
                at,
                with(operand, entry.getValue())));
  }

  // The product's rule with another value in the place of the other operand.
  private Slip with(int operand, Tensor other) {
    return (from, upstream) -> {
      List<Tensor> x = new ArrayList<>(from.operands().stream().map(sweep::value).toList());
      x.set(1 - operand, other);
      return Optional.of(List.of(sweep.sent(from, operand, x, sweep.value(from), upstream)));
    };
  }

  // A share is added up to the shape of what was broadcast.
  private void atSum(Node.Operation at, int operand) {
    Finding finding =
        Finding.of(Kind.AXIS, reference.called(target), target.value().shape().toString());
    List<UnaryOperator<Tensor>> ways =
        List.of(
            UnaryOperator.identity(),
            share -> share.sum(),
            share -> share.sum(0, false),
            share -> share.sum(1, false),
            share -> share.sum().dividedBy(Tensor.scalar(share.size())),
            share -> share.sum(0, false).dividedBy(Tensor.scalar(share.shape().rows())));
    int number = 0;
    for (UnaryOperator<Tensor> way : ways) {
      List<Object> arguments = new ArrayList<>(finding.arguments());
      arguments.add(number++); // tells the ways apart; no sentence speaks of it
      add(
          new Finding(Kind.AXIS, arguments, false),
          at,
          (from, upstream) -> {
            List<Tensor> x = from.operands().stream().map(sweep::value).toList();
            Tensor share = from.op().pullback(operand, x, sweep.value(from), upstream);
            if (share.shape().equals(target.value().shape())) {
              throw new ShapeException(
                  ShapeException.Kind.BROADCAST, share.shape(), target.value().shape());
            }
            return Optional.of(List.of(new Sent(target, way.apply(share))));
          });
    }
  }

  private static List<Sent> times(List<Sent> sent, double factor) {
    return sent.stream().map(flow -> new Sent(flow.to(), flow.share().times(factor))).toList();
  }

  private static List<Sent> without(List<Sent> sent, Node.Operation at, int operand) {
    List<Sent> rest = new ArrayList<>(sent);
    int place = 0;
    for (int i = 0; i < operand; i++) {
      place += at.operands().get(i).differentiable() ? 1 : 0;
    }
    rest.remove(place);
    return rest;
  }

  // ---- Slips at an activation: one value to one value of the same shape

  private void atPassage(Passage passage) {
    Node.Operation to = passage.to();
    Node from = passage.from();
    String result = reference.called(to);
    String input = reference.called(from);
    // Farther on, the loss's own derivative is all that comes back.
    if (to != reference.graph().loss() || from == target) {
      add(
          Finding.of(Kind.DERIVATIVE, result, input),
          to,
          (_, upstream) -> Optional.of(List.of(sweep.fitted(from, upstream))));
    }
    add(Finding.of(Kind.VALUE, result, input), to, at(passage, sweep.value(to)));
    passage
        .atInput(sweep.value(from), sweep.value(to))
        .ifPresent(derivative ->
            add(
                Finding.of(Kind.INPUT, input, result),
                to,
                (_, upstream) -> Optional.of(List.of(new Sent(from, upstream.times(derivative))))));
    Map<String, Tensor> instead = isNamed(to) ? instead(result, sweep.value(to)) : Map.of();
    instead.forEach((factor, value) ->
        add(
            Finding.of(Kind.OTHER_DERIVATIVE, factor, result, input),
            to,
            (_, upstream) -> Optional.of(List.of(new Sent(from, upstream.times(value))))));
    reference.values().entrySet().stream()
        .filter(entry -> entry.getValue().shape().equals(from.value().shape()))
        .filter(entry -> !reference.origins().globals(from).contains(entry.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .limit(MAX_VARIABLES)
        .forEach(entry ->
            add(
                Finding.of(Kind.OTHER_VARIABLE, entry.getKey(), input),
                to,
                at(passage, entry.getValue())));
  }

  // What is taken for the derivative of an activation: a part of it, or that of another one.
  private static Map<String, Tensor> instead(String result, Tensor y) {
    Tensor ones = Tensor.full(y.shape(), 1);
    Map<String, Tensor> factors = new LinkedHashMap<>();
    factors.put(result, y);
    factors.put("(1 - %s)".formatted(result), ones.minus(y));
    factors.put("%s ** 2".formatted(result), y.times(y));
    factors.put("(1 - %s ** 2)".formatted(result), ones.minus(y.times(y)));
    factors.put("%s * (1 - %s)".formatted(result, result), y.times(ones.minus(y)));
    return factors;
  }

  private static Slip at(Passage passage, Tensor input) {
    return (_, upstream) -> {
      Map<Node, Tensor> values = new HashMap<>(passage.valuesAt(input));
      Map<Node, Tensor> arrived =
          Backpropagation.through(
              passage.operations(), node -> values.getOrDefault(node, node.value()), upstream);
      return Optional.ofNullable(arrived.get(passage.from()))
          .map(share -> List.of(new Sent(passage.from(), share)));
    };
  }
}
