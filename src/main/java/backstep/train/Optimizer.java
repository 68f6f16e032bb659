package backstep.train;

/// A rule by which parameters follow their gradients, with what it has gathered on the way.
///
/// An optimizer belongs to the plan of its first step: what it gathers has the size of that plan's
/// parameters. Like the plan it is confined to one thread at a time. After the first step nothing
/// is allocated.
///
/// With a weight decay λ every rule takes g + λ·p in place of the gradient g, which is the gradient
/// of the loss with the penalty ½·λ·‖p‖² added to it (Goodfellow, Bengio and Courville, *Deep
/// Learning*, 2016, section 7.1.1).
public abstract sealed class Optimizer permits Sgd, Momentum, Adam {
  private final double rate;
  private final double decay;
  private double[] state = {};

  Optimizer(double rate, double decay) {
    this.rate = rate;
    this.decay = decay;
  }

  /// The learning rate η.
  public final double rate() {
    return rate;
  }

  /// The weight decay λ; 0 for none.
  public final double decay() {
    return decay;
  }

  /// Moves every parameter of the plan by its gradient as of the last [Plan#backward].
  public final void step(Plan plan) {
    double[][] parameters = plan.parameterValues();
    double[][] gradients = plan.parameterGradients();
    if (state.length == 0) {
      state = new double[stateSize(entries(parameters))];
    }
    begin(state);
    int first = 0;
    for (int i = 0; i < parameters.length; i++) {
      move(parameters[i], gradients[i], state, first);
      first += parameters[i].length;
    }
  }

  private static int entries(double[][] parameters) {
    int entries = 0;
    for (double[] parameter : parameters) {
      entries += parameter.length;
    }
    return entries;
  }

  /// A copy of what has been gathered so far; empty before the first step.
  public final double[] state() {
    return state.clone();
  }

  /// Goes on from what an optimizer of the same kind had gathered for the same plan.
  public final void restore(double[] state) {
    this.state = state.clone();
  }

  /// How many figures are gathered for so many entries of all parameters together.
  abstract int stateSize(int entries);

  /// A step begins.
  void begin(double[] state) {}

  /// Moves one parameter.
  ///
  /// @param first how many entries the parameters before it have
  abstract void move(double[] parameter, double[] gradient, double[] state, int first);

  /// An entry's gradient, weight decay included.
  final double decayed(double gradient, double entry) {
    return decay == 0 ? gradient : gradient + decay * entry;
  }
}
