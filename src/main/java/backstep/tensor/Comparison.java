package backstep.tensor;

/// The six comparisons of numbers. NaN equals nothing and is in no order.
public enum Comparison {
  LESS("<") {
    @Override
    public boolean holds(double a, double b) {
      return a < b;
    }
  },
  LESS_EQUAL("<=") {
    @Override
    public boolean holds(double a, double b) {
      return a <= b;
    }
  },
  GREATER(">") {
    @Override
    public boolean holds(double a, double b) {
      return a > b;
    }
  },
  GREATER_EQUAL(">=") {
    @Override
    public boolean holds(double a, double b) {
      return a >= b;
    }
  },
  EQUAL("==") {
    @Override
    public boolean holds(double a, double b) {
      return a == b;
    }
  },
  NOT_EQUAL("!=") {
    @Override
    public boolean holds(double a, double b) {
      return a != b;
    }
  };

  private final String symbol;

  Comparison(String symbol) {
    this.symbol = symbol;
  }

  /// As Python writes it.
  public String symbol() {
    return symbol;
  }

  /// Whether `a` stands in this relation to `b`.
  public abstract boolean holds(double a, double b);
}
