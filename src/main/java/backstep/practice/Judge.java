package backstep.practice;

import backstep.graph.Node;
import backstep.graph.Update;
import backstep.practice.Finding.Kind;
import backstep.python.ProblemException;
import backstep.python.Run;
import backstep.tensor.NumpyFormat;
import backstep.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;

/// Says what a value is that a learner's line has computed, and remembers it for the lines below.
///
/// A value is given as it comes out with each set of numbers; whatever is said of it must hold with
/// all of them.
final class Judge {
  private static final int MAX_SHARES = 6;

  private final List<Reference> references;
  private final Reference own;
  private final Map<Node, List<Tensor>> known = new HashMap<>();
  private final Map<Node, List<Tensor>> updated = new HashMap<>();
  private final Set<Node> wrong = new HashSet<>();
  private final Set<Node> partial = new HashSet<>();

  /// @param references the program's own numbers first
  Judge(List<Reference> references) {
    this.references = references;
    this.own = references.getFirst();
  }

  /// Whether the name is an input of the program's, and setting it an update.
  boolean isParameter(String name) {
    return own.variables().get(name) instanceof Node.Leaf leaf && leaf.differentiable();
  }

  // ---- Gradients

  /// Judges a line that sets a variable which is no parameter.
  ///
  /// @param sets whether the line sets it anew, whatever it held
  /// @param later whether a later line sets or adds to it again
  Finding line(String name, List<Tensor> values, boolean sets, boolean later) {
    Optional<Node> promised =
        GradientName.variable(name, own.variables().keySet())
            .map(own.variables()::get)
            .filter(own.gradients()::containsKey);
    if (promised.isPresent()) {
      return gradient(promised.get(), values, sets, later);
    }
    return own.gradients().keySet().stream()
        .filter(node -> !own.origins().globals(node).isEmpty() && !wrong.contains(node))
        .filter(node -> holds(values, reference -> reference.gradient(node)))
        // Of what is only added, the sum: its gradient is the one that is handed on.
        .max(Comparator.comparingLong(Node::id))
        .map(node -> {
          known.put(node, values);
          return Finding.of(Kind.RIGHT, own.called(node));
        })
        .orElseGet(() -> Finding.of(Kind.HELPER));
  }

  private Finding gradient(Node node, List<Tensor> values, boolean sets, boolean later) {
    String name = own.called(node);
    Finding finding = judged(node, name, values, later);
    if (!finding.isRight() && sets && partial.contains(node) && isPart(node, values)) {
      finding = Finding.of(Kind.OVERWROTE, name, missing(node, values));
    }
    known.put(node, values);
    if (finding.isRight()) {
      wrong.remove(node);
    } else {
      wrong.add(node);
    }
    if (finding.kind() == Kind.PART) {
      partial.add(node);
    }
    return finding;
  }

  private Finding judged(Node node, String name, List<Tensor> values, boolean later) {
    Function<Reference, Tensor> right = reference -> reference.gradient(node);
    if (holds(values, right)) {
      return Finding.of(Kind.RIGHT, name);
    }
    if (!values.getFirst().isFinite()) {
      return Finding.of(Kind.NOT_FINITE, name);
    }
    boolean looksRight = Likeness.same(values.getFirst(), own.gradient(node));
    if (later && !looksRight && Likeness.isZero(values.getFirst())) {
      return Finding.of(Kind.STARTED, name);
    }
    if (later && isPart(node, values)) {
      return Finding.of(Kind.PART, name);
    }
    Finding slip = slip(node, name, values);
    if (slip.kind() == Kind.NOT_YET && looksRight) {
      return Finding.of(Kind.HERE_ONLY, name);
    }
    return looksRight ? slip.asHidden() : slip;
  }

  private Finding slip(Node node, String name, List<Tensor> values) {
    // First of all, for a mistake that is carried on is only one: of a turned sign, say.
    if (!wrong.isEmpty() && holds(values, reference -> followed(reference, node).orElse(null))) {
      return Finding.of(Kind.FOLLOWS, name, own.called(nearestWrong(node)));
    }
    String shape = node.value().shape().toString();
    if (holds(values, reference -> reference.gradient(node).negate())) {
      return Finding.of(Kind.SIGN, name);
    }
    if (holds(
        values,
        reference -> reference.gradient(node).transpose(),
        (value, turned) ->
            turned.rank() == 2
                && value.shape().equals(turned.shape())
                && Likeness.same(value, turned))) {
      return Finding.of(Kind.TRANSPOSED, name, shape);
    }
    if (holds(values, reference -> reference.gradient(node), Likeness::sameEntries)) {
      return Finding.of(Kind.SHAPE, name, shape, values.getFirst().shape().toString());
    }
    if (isPart(node, values)) {
      return Finding.of(Kind.SHARE, name, missing(node, values));
    }
    return suspect(node, values, known)
        .or(() -> factor(node, name, values))
        .or(() -> suspect(node, values, Map.of()))
        .orElseGet(() -> unexplained(node, name, values.getFirst()));
  }

  // The first wrong gradient on the way back to the node.
  private Node nearestWrong(Node node) {
    Set<Node> seen = new HashSet<>();
    Deque<Node> ahead = new ArrayDeque<>(own.graph().consumers(node));
    while (!ahead.isEmpty()) {
      Node next = ahead.remove();
      if (wrong.contains(next)) {
        return next;
      }
      if (seen.add(next)) {
        ahead.addAll(own.graph().consumers(next));
      }
    }
    return node;
  }

  private Optional<Tensor> followed(Reference reference, Node node) {
    return new Sweep(reference, reference.counterpart(node), at(reference, known), Map.of())
        .run(Sweep.Slip.NONE);
  }

  private Optional<Finding> suspect(Node node, List<Tensor> values, Map<Node, List<Tensor>> from) {
    List<Map<Finding, Supplier<Optional<Tensor>>>> all = new ArrayList<>();
    for (Reference reference : references) {
      all.add(
          Suspects.of(
              reference, reference.counterpart(node), at(reference, from), at(reference, updated)));
    }
    return all.getFirst().keySet().stream()
        .filter(finding -> explains(finding, all, values))
        .min(Comparator.comparing(Finding::kind));
  }

  private static boolean explains(
      Finding finding, List<Map<Finding, Supplier<Optional<Tensor>>>> all, List<Tensor> values) {
    for (int i = 0; i < all.size(); i++) {
      Supplier<Optional<Tensor>> suspect = all.get(i).get(finding);
      Tensor value = values.get(i);
      if (suspect == null || suspect.get().filter(given -> Likeness.same(value, given)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private Optional<Finding> factor(Node node, String name, List<Tensor> values) {
    OptionalDouble factor = OptionalDouble.empty();
    for (int i = 0; i < references.size(); i++) {
      OptionalDouble here = Likeness.factor(values.get(i), references.get(i).gradient(node));
      boolean same =
          i == 0
              || (factor.isPresent()
                  && here.isPresent()
                  && Math.abs(here.getAsDouble() / factor.getAsDouble() - 1) < 1e-6);
      if (here.isEmpty() || !same) {
        return Optional.empty();
      }
      factor = here;
    }
    String number =
        NumpyFormat.number(
            Double.parseDouble(String.format(Locale.ROOT, "%.4g", factor.getAsDouble())));
    return Optional.of(Finding.of(Kind.FACTOR, name, number));
  }

  private Finding unexplained(Node node, String name, Tensor value) {
    Tensor right = own.gradient(node);
    if (value.size() != right.size()) {
      return Finding.of(Kind.OTHER_SHAPE, name, right.shape().toString(), value.shape().toString());
    }
    int entry = Likeness.firstApart(value, right).orElse(0);
    String place = right.shape().place(entry);
    return Finding.of(Kind.NOT_YET, name, name + place, NumpyFormat.number(value.get(entry)));
  }

  // ---- Shares

  private boolean isPart(Node node, List<Tensor> values) {
    return subset(node, values) > 0;
  }

  // Where the value is not added up from.
  private String missing(Node node, List<Tensor> values) {
    int subset = subset(node, values);
    List<Reference.Share> shares = own.shares().get(node);
    for (int i = 0; shares != null && i < shares.size(); i++) {
      if ((subset >> i & 1) == 0) {
        return own.called(shares.get(i).from());
      }
    }
    return own.called(node);
  }

  // The shares that the value is the sum of, as bits; 0 if it is none, or of all of them.
  private int subset(Node node, List<Tensor> values) {
    int count = own.shares().getOrDefault(node, List.of()).size();
    for (int bits = 1; count > 1 && count <= MAX_SHARES && bits < (1 << count) - 1; bits++) {
      int chosen = bits;
      if (holds(values, reference -> sum(reference, node, chosen))) {
        return bits;
      }
    }
    return 0;
  }

  private static Tensor sum(Reference reference, Node node, int bits) {
    List<Reference.Share> shares = reference.shares().get(reference.counterpart(node));
    Tensor sum = Tensor.zeros(node.value().shape());
    for (int i = 0; i < shares.size(); i++) {
      sum = (bits >> i & 1) == 1 ? sum.plus(shares.get(i).value()) : sum;
    }
    return sum;
  }

  // ---- Updates

  /// Judges a line that sets a parameter.
  Finding update(String name, List<Tensor> values, List<Run> runs) {
    Node node = own.variables().get(name);
    List<Tensor> claimed = new ArrayList<>();
    for (Run run : runs) {
      last(run, name).ifPresent(update -> claimed.add(update.gradient()));
    }
    updated.put(node, values);
    if (claimed.size() != runs.size()) {
      return Finding.of(Kind.REPLACED, name);
    }
    Optional<Node> other =
        own.gradients().keySet().stream()
            .filter(found -> found != node && !own.origins().globals(found).isEmpty())
            .filter(found -> holds(claimed, reference -> reference.gradient(found)))
            .findFirst();
    if (holds(claimed, reference -> reference.gradient(node))) {
      return Finding.of(Kind.UPDATED, name);
    }
    if (wrong.contains(node)
        && holds(claimed, reference -> at(reference, known).get(reference.counterpart(node)))) {
      return Finding.of(Kind.FOLLOWS, name, name);
    }
    OptionalDouble factor = Likeness.factor(claimed.getFirst(), own.gradient(node));
    boolean along = factor(node, name, claimed).isPresent() && factor.isPresent();
    if (along && factor.getAsDouble() < 0) {
      return Finding.of(Kind.CLIMBS, name);
    }
    if (along && last(runs.getFirst(), name).filter(update -> update.rate() == 1).isPresent()) {
      return Finding.of(Kind.UPDATED, name); // the rate is in what is subtracted
    }
    return other
        .map(found -> Finding.of(Kind.OTHER_GRADIENT, name, own.called(found)))
        .or(() -> along ? factor(node, name, claimed) : Optional.empty())
        .or(() -> suspect(node, claimed, known))
        .orElseGet(() -> unexplained(node, name, claimed.getFirst()));
  }

  private static Optional<Update> last(Run run, String name) {
    try {
      return run.last().updates().stream()
          .filter(update -> run.origins().name(update.parameter()).filter(name::equals).isPresent())
          .reduce((_, second) -> second);
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  // ---- With all numbers

  private Map<Node, Tensor> at(Reference reference, Map<Node, List<Tensor>> values) {
    int index = references.indexOf(reference);
    Map<Node, Tensor> here = new HashMap<>();
    values.forEach((node, all) -> here.put(reference.counterpart(node), all.get(index)));
    return here;
  }

  private boolean holds(List<Tensor> values, Function<Reference, Tensor> exact) {
    return holds(values, exact, Likeness::same);
  }

  private boolean holds(
      List<Tensor> values, Function<Reference, Tensor> exact, BiPredicate<Tensor, Tensor> alike) {
    for (int i = 0; i < references.size(); i++) {
      Tensor right = exact.apply(references.get(i));
      if (right == null || !alike.test(values.get(i), right)) {
        return false;
      }
    }
    return true;
  }
}
