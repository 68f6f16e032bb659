package backstep.lab;

import backstep.train.Adam;
import backstep.train.Momentum;
import backstep.train.Optimizer;
import backstep.train.Sgd;

/// How a network of two layers is built and trained.
///
/// @param hidden how many neurons the hidden layer has, 1 to [#MAX_HIDDEN]
/// @param activation what they make of their sums
/// @param method how the parameters follow their gradients
/// @param rate the learning rate, above 0
/// @param batch how many points an iteration learns from, 1 to [#MAX_BATCH]
/// @param l2 how strongly large weights are punished: ½·l2·‖W‖² is added to the loss; from 0
/// @param seed what the first weights and the shuffling of the points are drawn from; from 0, below
///   [#MAX_SEED]
public record NetworkSettings(
    int hidden,
    Activation activation,
    Method method,
    double rate,
    int batch,
    double l2,
    long seed) {
  /// No hidden layer is larger.
  public static final int MAX_HIDDEN = 16;

  /// No batch is larger.
  public static final int MAX_BATCH = 64;

  /// NumPy takes no larger seed.
  public static final long MAX_SEED = 1L << 32;

  /// What a hidden neuron makes of its sum.
  public enum Activation {
    TANH,
    RELU,
    SIGMOID
  }

  /// How the parameters follow their gradients.
  public enum Method {
    /// Gradient descent.
    SGD(0.3),
    /// Gradient descent with momentum 0.9.
    MOMENTUM(0.1),
    /// Adam.
    ADAM(0.03);

    private final double usualRate;

    Method(double usualRate) {
      this.usualRate = usualRate;
    }

    /// A rate at which it learns well here.
    public double usualRate() {
      return usualRate;
    }
  }

  /// How much of the velocity is kept from one step to the next.
  static final double MOMENTUM = 0.9;

  /// Learns every pattern but the spiral.
  public static final NetworkSettings DEFAULT =
      new NetworkSettings(8, Activation.TANH, Method.SGD, Method.SGD.usualRate(), 10, 0, 1);

  public NetworkSettings {
    if (hidden < 1 || hidden > MAX_HIDDEN || batch < 1 || batch > MAX_BATCH) {
      throw new IllegalArgumentException(hidden + " neurons, batches of " + batch);
    }
    if (!(rate > 0 && Double.isFinite(rate))
        || !(l2 >= 0 && Double.isFinite(l2))
        || seed < 0
        || seed >= MAX_SEED) {
      throw new IllegalArgumentException("rate " + rate + ", l2 " + l2 + ", seed " + seed);
    }
  }

  public NetworkSettings withHidden(int other) {
    return new NetworkSettings(other, activation, method, rate, batch, l2, seed);
  }

  public NetworkSettings withActivation(Activation other) {
    return new NetworkSettings(hidden, other, method, rate, batch, l2, seed);
  }

  /// Another method at its usual rate.
  public NetworkSettings withMethod(Method other) {
    return new NetworkSettings(hidden, activation, other, other.usualRate(), batch, l2, seed);
  }

  public NetworkSettings withRate(double other) {
    return new NetworkSettings(hidden, activation, method, other, batch, l2, seed);
  }

  public NetworkSettings withBatch(int other) {
    return new NetworkSettings(hidden, activation, method, rate, other, l2, seed);
  }

  public NetworkSettings withL2(double other) {
    return new NetworkSettings(hidden, activation, method, rate, batch, other, seed);
  }

  public NetworkSettings withSeed(long other) {
    return new NetworkSettings(hidden, activation, method, rate, batch, l2, other);
  }

  /// A new optimizer for these settings.
  Optimizer optimizer() {
    return switch (method) {
      case SGD -> new Sgd(rate);
      case MOMENTUM -> new Momentum(rate, MOMENTUM);
      case ADAM -> new Adam(rate);
    };
  }
}
