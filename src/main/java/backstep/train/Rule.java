package backstep.train;

import backstep.graph.Node;
import backstep.tensor.Binary;
import backstep.tensor.Comparison;
import backstep.tensor.Elementary;
import backstep.tensor.Selection;
import java.util.List;

/// How the entries of a [Term] come about.
sealed interface Rule {
  /// The operands of which entry (i, j) of the term needs the entry (i, j), stretched if need be.
  default List<Term> beside() {
    return List.of();
  }

  /// The operands of which it needs other entries.
  default List<Term> across() {
    return List.of();
  }

  // ---- Nothing is computed

  /// What a leaf holds.
  record Held(Node leaf) implements Rule {}

  /// One number everywhere.
  record Constant(double value) implements Rule {}

  /// A look at another term's entries: (i, j) is its entry `offset + i·rowStride + j·columnStride`,
  /// counted row after row. An axis of length 1 has stride 0, so that it stretches by itself.
  record Window(Term of, int offset, int rowStride, int columnStride) implements Rule {
    @Override
    public List<Term> across() {
      return List.of(of);
    }

    /// Whether over this many rows and columns it shows all of the other term as it is.
    boolean isWhole(int rows, int columns) {
      return of.rows() == rows && of.columns() == columns && equals(of.window());
    }

    /// Whether it shows one entry everywhere.
    boolean isStill() {
      return rowStride == 0 && columnStride == 0;
    }
  }

  // ---- Entry by entry

  /// f(x)
  record Applied(Elementary function, Term x) implements Rule {
    @Override
    public List<Term> beside() {
      return List.of(x);
    }
  }

  /// f(a, b)
  record Joined(Binary function, Term a, Term b) implements Rule {
    @Override
    public List<Term> beside() {
      return List.of(a, b);
    }
  }

  /// 1 where the comparison holds, else 0.
  record Compared(Comparison comparison, Term a, Term b) implements Rule {
    @Override
    public List<Term> beside() {
      return List.of(a, b);
    }
  }

  /// One of two, as the mask says.
  record Chosen(Term mask, Term yes, Term no) implements Rule {
    @Override
    public List<Term> beside() {
      return List.of(mask, yes, no);
    }
  }

  /// The same entries side by side in an array of their own.
  record Copied(Term x) implements Rule {
    @Override
    public List<Term> beside() {
      return List.of(x);
    }
  }

  // ---- From other entries; operands that are not windows lie side by side

  /// The sum of `count` products, added to zero one after another: of the entries that the windows
  /// show, and those that follow in steps.
  record Product(Window a, int stepA, Window b, int stepB, int count) implements Rule {
    @Override
    public List<Term> across() {
      return List.of(a.of, b.of);
    }
  }

  /// Entry n is made of the `count` entries of x at n·first, n·first + step, …
  record Reduced(Reduction reduction, Term x, int first, int step, int count) implements Rule {
    @Override
    public List<Term> across() {
      return List.of(x);
    }
  }

  /// The ways to make one entry of many.
  enum Reduction {
    /// Added up: in pairs where they lie side by side, else one after another, as NumPy does.
    SUM,
    MAX,
    MIN
  }

  /// The selected entries.
  record Gathered(Term x, Selection selection) implements Rule {
    @Override
    public List<Term> across() {
      return List.of(x);
    }
  }

  /// Zeros, to which the entries of x are added at the selected places.
  record Scattered(Term x, Selection selection) implements Rule {
    @Override
    public List<Term> across() {
      return List.of(x);
    }
  }

  /// The entries of x, but at the selected places those of the part.
  record Replaced(Term x, Selection selection, Term part) implements Rule {
    @Override
    public List<Term> across() {
      return List.of(x, part);
    }
  }

  // ---- The whole array at once

  /// The matrix product of whole arrays as EJML computes it.
  record MatrixProduct(Term a, Term b) implements Rule {
    @Override
    public List<Term> across() {
      return List.of(a, b);
    }
  }

  /// The operands one after another.
  record Stacked(List<Term> parts) implements Rule {
    @Override
    public List<Term> across() {
      return parts;
    }
  }
}
