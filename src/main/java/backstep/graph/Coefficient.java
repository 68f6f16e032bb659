package backstep.graph;

import backstep.graph.Formula.Sign;
import java.util.Optional;

/// What a formula multiplies one of its parts by, entry by entry: of an upstream gradient, the
/// local derivative.
public final class Coefficient {
  private Coefficient() {}

  /// The coefficient of the part; none where the part is not simply multiplied, as by a matrix.
  public static Optional<Formula> of(Formula formula, Formula part) {
    return switch (formula) {
      case Formula f when f.equals(part) -> Optional.of(f.number(1));
      case Formula.Negative(Formula of) -> of(of, part).map(Formula::negate);
      case Formula.Stretched(Formula of, _) -> of(of, part);
      case Formula.Binary(Sign sign, Formula left, Formula right, _) ->
          switch (sign) {
            case TIMES ->
                of(left, part).map(f -> f.times(right)).or(() -> of(right, part).map(left::times));
            case DIVIDED_BY -> of(left, part).map(f -> f.dividedBy(right));
            case PLUS -> of(left, part).flatMap(f -> of(right, part).map(f::plus));
            case MINUS -> of(left, part).flatMap(f -> of(right, part).map(f::minus));
            case REMAINDER, POWER -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }
}
