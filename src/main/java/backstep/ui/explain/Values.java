package backstep.ui.explain;

import backstep.graph.Formula;
import backstep.graph.LatexText;
import backstep.graph.LatexText.Standing;
import backstep.tensor.Tensor;
import java.util.Optional;
import java.util.function.Function;

/// Nodes and gradients by their values at this step: the terms of a rule with numbers put in.
final class Values implements LatexText.Terms {
  private final Figures figures;
  private final Function<Formula.Symbol, Tensor> values;

  Values(Figures figures, Function<Formula.Symbol, Tensor> values) {
    this.figures = figures;
    this.values = values;
  }

  // As a number, so that a negative one is put in brackets where it needs them.
  @Override
  public Optional<Formula> opened(Formula.Symbol symbol, int depth) {
    Tensor value = values.apply(symbol);
    return value.size() == 1 ? Optional.of(new Formula.Number(value.item())) : Optional.empty();
  }

  @Override
  public String symbol(Formula.Symbol symbol, Standing standing) {
    return figures.value(values.apply(symbol), standing);
  }

  @Override
  public Optional<String> mask(Formula.Mask mask, Standing standing) {
    if (mask.shape().size() == 1) {
      return Optional.empty();
    }
    return known(mask.left())
        .flatMap(left -> known(mask.right()).map(right -> left.compare(mask.comparison(), right)))
        .map(ones -> figures.value(ones, standing));
  }

  @Override
  public String number(double value) {
    return figures.number(value);
  }

  // The value of what stands at either side of a comparison in our ops' rules.
  private Optional<Tensor> known(Formula formula) {
    return switch (formula) {
      case Formula.Symbol f -> Optional.of(values.apply(f));
      case Formula.Number f -> Optional.of(Tensor.scalar(f.value()));
      case Formula.Reshaped f -> known(f.of()).map(of -> of.reshape(f.shape()));
      case Formula.Stretched f -> known(f.of()).map(of -> of.broadcastTo(f.shape()));
      case Formula.Filled f -> known(f.with()).map(with -> with.broadcastTo(f.shape()));
      default -> Optional.empty();
    };
  }
}
