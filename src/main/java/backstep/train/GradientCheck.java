package backstep.train;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/// Compares the exact gradient with a numerical one, entry by entry.
///
/// The numerical derivative is the central difference (f(x + h) − f(x − h)) / 2h, whose error is of
/// order h² from truncation and ε·|f| / h from rounding (Nocedal and Wright, *Numerical
/// Optimization*, 2006, section 8.1).
public final class GradientCheck {
  /// The step that balances both errors for losses of ordinary size.
  public static final double USUAL_STEP = 1e-5;

  // Relative to the gradient, and absolute for a loss of size 1: far above both errors of the
  // central difference, far below any slip.
  private static final double RELATIVE = 1e-5;
  private static final double ABSOLUTE = 1e-8;

  // A loss is the result of so many roundings, or not many more.
  private static final int ROUNDINGS = 16;

  private GradientCheck() {}

  /// How the two figures of an entry compare.
  public enum Verdict {
    /// Equal within the error of the numerical one.
    AGREES,
    /// The loss has a kink here (as ReLU has at 0): the derivatives from the left and from the
    /// right differ, and the exact one lies between them.
    KINK,
    /// The loss or its numerical derivative is not finite, so there is nothing to compare with.
    UNKNOWN,
    /// They part.
    DIFFERS
  }

  /// One entry of one leaf.
  ///
  /// @param index its row-major position
  /// @param relativeError |numeric − exact| / max(|numeric|, |exact|); 0 where both are 0
  public record Entry(
      int index, double numeric, double exact, double relativeError, Verdict verdict) {}

  /// All entries of one leaf.
  public record Row(Node leaf, List<Entry> entries) {
    public Row {
      entries = List.copyOf(entries);
    }

    /// The largest relative error.
    public double worst() {
      return entries.stream().mapToDouble(Entry::relativeError).max().orElse(0);
    }

    /// The most serious verdict.
    public Verdict verdict() {
      return entries.stream().map(Entry::verdict).max(Verdict::compareTo).orElse(Verdict.AGREES);
    }
  }

  /// Checks every leaf that takes a gradient.
  ///
  /// @param h the step, for entries of size up to 1; larger ones take a step in proportion
  public static List<Row> of(Graph graph, double h) {
    Map<Node, Tensor> gradients = graph.gradients();
    List<Row> rows = new ArrayList<>();
    for (Node.Leaf leaf : graph.leaves()) {
      if (leaf.differentiable()) {
        Tensor exact = gradients.getOrDefault(leaf, Tensor.zeros(leaf.value().shape()));
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < leaf.value().size(); i++) {
          entries.add(entry(graph, leaf, i, h, exact.get(i)));
        }
        rows.add(new Row(leaf, entries));
      }
    }
    return rows;
  }

  private static Entry entry(Graph graph, Node.Leaf leaf, int i, double h, double exact) {
    double x = leaf.value().get(i);
    return entry(i, at -> lossAt(graph, leaf, i, at), x, h, exact);
  }

  /// Compares at one place.
  ///
  /// @param loss the loss as a function of this entry alone
  /// @param exact what is said to be its derivative at x
  static Entry entry(int i, DoubleUnaryOperator loss, double x, double h, double exact) {
    double step = h * Math.max(1, Math.abs(x));
    double ahead = loss.applyAsDouble(x + step);
    double behind = loss.applyAsDouble(x - step);
    double here = loss.applyAsDouble(x);
    // What was really added may differ from the step in its last digits.
    double numeric = (ahead - behind) / ((x + step) - (x - step));
    double size = Math.max(Math.abs(numeric), Math.abs(exact));
    double error = Math.abs(numeric - exact);
    double tolerance = RELATIVE * size + ABSOLUTE * Math.max(1, Math.abs(here));
    double relative = error == 0 ? 0 : error / size;
    Verdict verdict = Verdict.DIFFERS;
    if (!Double.isFinite(here) || (!Double.isFinite(numeric) && Double.isFinite(exact))) {
      verdict = Verdict.UNKNOWN;
    } else if (error <= tolerance) {
      verdict = Verdict.AGREES;
    } else if (isKink(loss, x, step, exact, tolerance)) {
      verdict = Verdict.KINK;
    }
    return new Entry(i, numeric, exact, relative, verdict);
  }

  // At a smooth place the one-sided derivatives part by the curvature times the step, and meet as
  // the step shrinks; at a kink they stay apart, by more
  // than rounding alone would drive them.
  private static boolean isKink(
      DoubleUnaryOperator loss, double x, double step, double exact, double tolerance) {
    double here = loss.applyAsDouble(x);
    double fine = step / 8;
    double left = (here - loss.applyAsDouble(x - fine)) / fine;
    double right = (loss.applyAsDouble(x + fine) - here) / fine;
    double coarseLeft = (here - loss.applyAsDouble(x - step)) / step;
    double coarseRight = (loss.applyAsDouble(x + step) - here) / step;
    double apart = Math.abs(left - right);
    double noise = ROUNDINGS * Math.ulp(Math.max(1, Math.abs(here))) / fine;
    return apart > noise
        && apart > Math.abs(coarseLeft - coarseRight) / 2
        && exact >= Math.min(left, right) - tolerance
        && exact <= Math.max(left, right) + tolerance;
  }

  private static double lossAt(Graph graph, Node.Leaf leaf, int i, double x) {
    Shape shape = leaf.value().shape();
    double[] entries = leaf.value().toArray();
    entries[i] = x;
    return graph.lossWith(Map.of(leaf, Tensor.of(shape, entries)));
  }
}
