package backstep.tensor;

/// The six comparisons of numbers. NaN equals nothing and is in no order.
public enum Comparison {
  LESS("<"),
  LESS_EQUAL("<="),
  GREATER(">"),
  GREATER_EQUAL(">="),
  EQUAL("=="),
  NOT_EQUAL("!=");

  private final String symbol;

  Comparison(String symbol) {
    this.symbol = symbol;
  }

  /// As Python writes it.
  public String symbol() {
    return symbol;
  }

  /// Whether `a` stands in this relation to `b`.
  public boolean holds(double a, double b) {
    return switch (this) {
      case LESS -> a < b;
      case LESS_EQUAL -> a <= b;
      case GREATER -> a > b;
      case GREATER_EQUAL -> a >= b;
      case EQUAL -> a == b;
      case NOT_EQUAL -> a != b;
    };
  }
}
