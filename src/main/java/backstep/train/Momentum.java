package backstep.train;

/// Gradient descent with momentum, the heavy ball: v ← β·v + g, then p ← p − η·v, from v = 0
/// (B. T. Polyak, "Some methods of speeding up the convergence of iteration methods", 1964; in this
/// form PyTorch's `SGD`).
public final class Momentum extends Optimizer {
  private final double beta;

  /// Without weight decay.
  public Momentum(double rate, double beta) {
    this(rate, beta, 0);
  }

  /// @param rate η
  /// @param beta β, how much of the velocity v is kept from one step to the next
  /// @param decay the weight decay λ
  public Momentum(double rate, double beta, double decay) {
    super(rate, decay);
    this.beta = beta;
  }

  /// How much of the velocity is kept from one step to the next.
  public double beta() {
    return beta;
  }

  @Override
  int stateSize(int entries) {
    return entries;
  }

  @Override
  void move(double[] parameter, double[] gradient, double[] state, int first) {
    for (int i = 0; i < parameter.length; i++) {
      double velocity = beta * state[first + i] + decayed(gradient[i], parameter[i]);
      state[first + i] = velocity;
      parameter[i] -= rate() * velocity;
    }
  }
}
