package backstep.train;

/// Gradient descent: p ← p − η·g. To the last bit what `p -= rate * g` gives in a program.
public final class Sgd extends Optimizer {
  /// Without weight decay.
  public Sgd(double rate) {
    this(rate, 0);
  }

  /// @param rate η
  /// @param decay the weight decay λ
  public Sgd(double rate, double decay) {
    super(rate, decay);
  }

  @Override
  int stateSize(int entries) {
    return 0;
  }

  @Override
  void move(double[] parameter, double[] gradient, double[] state, int first) {
    for (int i = 0; i < parameter.length; i++) {
      parameter[i] -= rate() * decayed(gradient[i], parameter[i]);
    }
  }
}
