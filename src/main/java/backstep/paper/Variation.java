package backstep.paper;

import backstep.graph.Absolute;
import backstep.graph.Clip;
import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Max;
import backstep.graph.Maximum;
import backstep.graph.Min;
import backstep.graph.Minimum;
import backstep.graph.Node;
import backstep.graph.Where;
import backstep.python.Draft;
import backstep.python.Options;
import backstep.python.ProblemException;
import backstep.python.Run;
import backstep.tensor.Tensor;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A program with other numbers of the same kind, drawn from a seed.
///
/// Each number that the program writes for a leaf that takes a gradient becomes another of the same
/// sign and about the same size, with at most one decimal. Zeros and ones stay: they are classes,
/// one-hot targets, biases that begin at zero. Numbers that would change the graph, come near a
/// kink, or let a gradient vanish that did not vanish before, are drawn again.
public final class Variation {
  private static final int TRIES = 400;
  private static final double SMALL = 1.05;
  private static final double LARGE = 1e6;
  // Far enough from a kink that one sees on which side one is.
  private static final double KINK = 0.05;
  private static final double VANISHED = 1e-3;

  private final Draft draft;
  private final Options options;
  private final Run run;
  private final Graph graph;
  private final Map<Node, Tensor> gradients;
  private final long slips;

  private Variation(Draft draft, Options options, Run run, Iteration first) {
    this.draft = draft;
    this.options = options;
    this.run = run;
    this.graph = first.graph();
    this.gradients = graph.gradients();
    this.slips = slips(run);
  }

  /// The program with the numbers of a seed.
  ///
  /// @param seed 0 for the program as it is
  /// @return nothing if the program does not run, has no loss, or has no other such numbers
  public static Optional<Draft> of(Draft draft, Options options, int seed) {
    try {
      Run run = draft.run(options);
      Optional<Iteration> first = first(run);
      return seed == 0
          ? first.map(_ -> draft)
          : first.flatMap(found -> new Variation(draft, options, run, found).draw(seed));
    } catch (ProblemException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Iteration> first(Run run) {
    return run.problem().isPresent() || run.iterations() == 0
        ? Optional.empty()
        : run.iteration(0).filter(iteration -> iteration.graph().loss().differentiable());
  }

  private Optional<Draft> draw(int seed) {
    // Its numbers are laid down by Java, and so the same everywhere.
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      // The first number goes through all that it can be, so that neighbouring seeds never agree in
      // it; where there is only one, that is all there is.
      Iterator<Integer> draws = draws(seed + i, random);
      Map<Node, Tensor> numbers = new LinkedHashMap<>();
      for (Node.Leaf leaf : graph.leaves()) {
        if (leaf.differentiable()) {
          numbers.put(leaf, leaf.value().map(x -> keeps(x) ? x : other(x, draws.next())));
        }
      }
      Draft next = draft.withWritten(run, numbers);
      if (!next.equals(draft) && isFit(next)) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  private static Iterator<Integer> draws(int first, Random random) {
    return IntStream.concat(IntStream.of(first), IntStream.generate(random::nextInt)).iterator();
  }

  private static boolean keeps(double x) {
    return x == 0 || Math.abs(x) == 1 || !Double.isFinite(x);
  }

  // Of the tenths around it, but for itself, the one that is drawn.
  private static double other(double x, int draw) {
    double size = Math.abs(x);
    int least = size < SMALL ? 1 : (int) Math.ceil(5 * Math.min(size, LARGE));
    int count = size < SMALL ? 9 : (int) Math.ceil(10 * Math.min(size, LARGE)) + 1;
    int[] tenths =
        IntStream.range(least, least + count).filter(tenth -> tenth != 10 * size).toArray();
    return Math.copySign(tenths[Math.floorMod(draw, tenths.length)] / 10.0, x);
  }

  private boolean isFit(Draft next) {
    Run other = next.run(options);
    Optional<Iteration> first = first(other);
    return first.isPresent()
        && slips(other) == slips
        && isSameGraph(first.get().graph())
        && first.get().graph().operations().stream().allMatch(Variation::isSmooth)
        && isAlive(first.get().graph());
  }

  // A program with a planted slip keeps it, and one without gets none.
  private static long slips(Run run) {
    return run.claims().stream().filter(claim -> !claim.agrees()).count();
  }

  private boolean isSameGraph(Graph other) {
    return form(graph).equals(form(other));
  }

  private static List<String> form(Graph graph) {
    return graph.nodes().stream()
        .map(node ->
            node instanceof Node.Operation operation
                ? operation.op().getClass().getSimpleName() + node.value().shape()
                : "leaf" + node.value().shape())
        .toList();
  }

  private static boolean isSmooth(Node.Operation node) {
    List<Tensor> x = node.operands().stream().map(Node::value).toList();
    return node.value().isFinite()
        && switch (node.op()) {
          case Maximum _, Minimum _ -> least(x.get(0).minus(x.get(1))) >= KINK;
          case Where _ -> least(x.get(x.size() - 2).minus(x.getLast())) >= KINK;
          case Absolute _ -> least(x.getFirst()) >= KINK;
          case Clip _ -> isInside(x.getFirst(), node.value());
          case Max _, Min _ -> isAlone(x.getFirst(), node.value());
          default -> true;
        };
  }

  private static double least(Tensor tensor) {
    double least = Double.POSITIVE_INFINITY;
    for (double entry : tensor.toArray()) {
      least = Math.min(least, Math.abs(entry));
    }
    return least;
  }

  private static boolean isInside(Tensor operand, Tensor clipped) {
    return operand.equals(clipped);
  }

  // One entry has the largest value, and no other comes near.
  private static boolean isAlone(Tensor operand, Tensor extreme) {
    if (extreme.size() != 1) {
      return true;
    }
    long near = 0;
    for (double entry : operand.toArray()) {
      near += Math.abs(entry - extreme.item()) < KINK ? 1 : 0;
    }
    return near == 1;
  }

  // Whatever had a gradient still has one.
  private boolean isAlive(Graph other) {
    Map<Node, Tensor> now = other.gradients();
    List<Node> before = graph.nodes();
    List<Node> after = other.nodes();
    for (int i = 0; i < before.size(); i++) {
      double was = largest(gradients.get(before.get(i)));
      if (largest(now.get(after.get(i))) < Math.min(VANISHED, was / 10)) {
        return false;
      }
    }
    return Math.abs(other.loss().value().item())
        >= Math.min(VANISHED, Math.abs(graph.loss().value().item()) / 10);
  }

  private static double largest(@Nullable Tensor gradient) {
    double largest = 0;
    if (gradient != null) {
      for (double entry : gradient.toArray()) {
        largest = Math.max(largest, Math.abs(entry));
      }
    }
    return largest;
  }
}
