package backstep.train;

/// Adam (D. P. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR 2015, algorithm
/// 1). In step t = 1, 2, …, from m = v = 0:
///
/// m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², p ← p − η·m̂ / (√v̂ + ε)
///
/// where m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ).
public final class Adam extends Optimizer {
  private final double beta1;
  private final double beta2;
  private final double epsilon;
  // 1 − β₁ᵗ and 1 − β₂ᵗ of the step under way.
  private double grown1;
  private double grown2;

  /// With the paper's β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸.
  public Adam(double rate) {
    this(rate, 0.9, 0.999, 1e-8);
  }

  /// Without weight decay.
  public Adam(double rate, double beta1, double beta2, double epsilon) {
    this(rate, beta1, beta2, epsilon, 0);
  }

  /// @param rate η
  /// @param beta1 β₁, how much is kept of the mean of the gradients
  /// @param beta2 β₂, how much is kept of the mean of their squares
  /// @param epsilon ε, which keeps the quotient finite
  /// @param decay the weight decay λ
  public Adam(double rate, double beta1, double beta2, double epsilon, double decay) {
    super(rate, decay);
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
  }

  /// How much is kept of the mean of the gradients.
  public double beta1() {
    return beta1;
  }

  /// How much is kept of the mean of their squares.
  public double beta2() {
    return beta2;
  }

  /// What keeps the quotient finite.
  public double epsilon() {
    return epsilon;
  }

  // The step's number t, then m and v of each entry in turn.
  @Override
  int stateSize(int entries) {
    return 1 + 2 * entries;
  }

  @Override
  void begin(double[] state) {
    double step = ++state[0];
    grown1 = 1 - StrictMath.pow(beta1, step);
    grown2 = 1 - StrictMath.pow(beta2, step);
  }

  @Override
  void move(double[] parameter, double[] gradient, double[] state, int first) {
    int at = 1 + 2 * first;
    for (int i = 0; i < parameter.length; i++, at += 2) {
      double g = decayed(gradient[i], parameter[i]);
      double mean = beta1 * state[at] + (1 - beta1) * g;
      double square = beta2 * state[at + 1] + (1 - beta2) * g * g;
      state[at] = mean;
      state[at + 1] = square;
      parameter[i] -= rate() * (mean / grown1) / (Math.sqrt(square / grown2) + epsilon);
    }
  }
}
