package backstep.ui.lab.network;

import backstep.lab.NetworkSettings.Activation;
import backstep.tensor.Tensor;
import backstep.words.Numbers;
import java.util.List;
import java.util.Locale;

/// The parameters of a network, one by one.
///
/// @param w1 2 × hidden
/// @param b1 of each hidden neuron
/// @param w2 hidden × 1
/// @param b2 of the output
record Weights(Tensor w1, Tensor b1, Tensor w2, Tensor b2) {

  /// @param parameters in the order of the network's updates
  static Weights of(List<Tensor> parameters) {
    return new Weights(parameters.get(0), parameters.get(1), parameters.get(2), parameters.get(3));
  }

  int hidden() {
    return b1.size();
  }

  double w1(int input, int neuron) {
    return w1.get(input, neuron);
  }

  double w2(int neuron) {
    return w2.get(neuron, 0);
  }

  /// What a hidden neuron computes, such as `tanh(0.5·x1 − 1.2·x2 + 0.1)`.
  String formula(int neuron, Activation activation, Numbers numbers) {
    String function =
        switch (activation) {
          case TANH, SIGMOID -> activation.name().toLowerCase(Locale.ROOT);
          case RELU -> "ReLU";
        };
    return function
        + "("
        + numbers.shown(w1(0, neuron))
        + "·x1"
        + added(w1(1, neuron), numbers)
        + "·x2"
        + added(b1.get(neuron), numbers)
        + ")";
  }

  private static String added(double term, Numbers numbers) {
    return (term < 0 ? " − " : " + ") + numbers.shown(Math.abs(term));
  }
}
