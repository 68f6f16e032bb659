package backstep.practice;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import backstep.practice.Finding.Kind;
import backstep.testing.TwoLayers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.provider.Arguments;

/// Backward passes written by hand. The right ones are the notebook's own and the textbook's; each
/// wrong one is one of them with one thing changed, and the table says what.
final class HandWritten {
  private static final String NEURON =
      """
      import numpy as np
      def sigmoid(x):
          return 1 / (1 + np.exp(-x))
      def sigmoid_d(x):
          return sigmoid(x) * (1 - sigmoid(x))
      x = 3.0
      X = np.array([.5, .8])
      y = np.array([1])
      W = np.array([.2, .4])
      z = W.dot(X)
      r = sigmoid(z)
      loss = .5 * (y - r) ** 2
      W -= .1 * (r - y) * sigmoid_d(z) * X
      """;
  private static final String LAYERS =
      "import numpy as np\n"
          + TwoLayers.FORWARD
          + "W2 -= .01 * np.outer(r1, (r2 - y) * (z2 > 0))\n"
          + "W1 -= .01 * np.outer(W2.dot((r2 - y) * (z2 > 0)) * (z1 > 0), X)\n";
  private static final String SOFTMAX =
      """
      import numpy as np
      x = np.array([1., 2.])
      y = np.array([0., 1., 0.])
      W = np.array([[.1, .2], [.3, -.1], [-.2, .4]])
      b = np.array([.1, -.1, .2])
      z = W.dot(x) + b
      e = np.exp(z)
      p = e / np.sum(e)
      loss = -np.sum(y * np.log(p))
      W -= .1 * np.outer(p - y, x)
      b -= .1 * (p - y)
      """;
  private static final String FORK =
      """
      x = 1.5
      a = x ** 2
      b = 3 * x
      loss = a * b
      x -= .1 * (b * 2 * x + a * 3)
      """;
  private static final String BATCH =
      """
      import numpy as np
      X = np.array([[.5, .8], [.1, -.4], [.7, .2]])
      y = np.array([[1.], [0.], [.5]])
      W = np.array([[.2, .3], [-.4, .1]])
      b = np.array([.1, .2])
      V = np.array([[.5], [-.3]])
      z = X.dot(W) + b
      a = np.tanh(z)
      q = a.dot(V)
      loss = np.mean(.5 * (q - y) ** 2)
      W -= .1 * X.T.dot((q - y).dot(V.T) / 3 * (1 - a ** 2))
      b -= .1 * np.sum((q - y).dot(V.T) / 3 * (1 - a ** 2), axis=0)
      V -= .1 * a.T.dot((q - y) / 3)
      """;

  /// The programs, by the names that the tables use.
  static final Map<String, String> PROGRAMS =
      Map.of("neuron", NEURON, "layers", LAYERS, "softmax", SOFTMAX, "fork", FORK, "batch", BATCH);

  /// A program, and a backward pass that is right.
  static final List<Arguments> RIGHT =
      List.of(
          arguments("neuron", "d = (r - y) * sigmoid_d(z); grad_W = d * X; W -= .1 * grad_W"),
          arguments("neuron", "dr = r - y; dz = dr * r * (1 - r); dW = dz * X; W = W - .1 * dW"),
          arguments("neuron", "W -= .1 * (r - y) * r * (1 - r) * X"),
          arguments(
              "neuron",
              "lr = .1; z_grad = (r - y) * sigmoid_d(z); dL_dW = z_grad * X; W += -lr * dL_dW"),
          arguments(
              "layers",
              "d2 = (r2 - y) * (z2 > 0); grad_W2 = np.outer(r1, d2); d1 = W2.dot(d2) * (z1 > 0); grad_W1 = np.outer(d1, X); W2 -= .01 * grad_W2; W1 -= .01 * grad_W1"),
          arguments(
              "softmax", "dz = p - y; dW = np.outer(dz, x); db = dz; W -= .1 * dW; b -= .1 * db"),
          arguments("fork", "dx = b * 2 * x; dx += a * 3; x -= .1 * dx"),
          arguments("fork", "da = b; db = a; dx = 2 * x * da + 3 * db; x -= .1 * dx"),
          arguments(
              "batch",
              "d = (q - y) / len(X); dV = a.T.dot(d); dz = d @ V.T * (1 - a ** 2); dW = X.T @ dz; db = dz.sum(axis=0); W -= .1 * dW; b -= .1 * db; V -= .1 * dV"));

  /// A program, the first mistake, and the backward pass that makes it.
  static final List<Arguments> WRONG =
      List.of(
          arguments(
              "neuron",
              Kind.OTHER_VARIABLE,
              "dz = (r - y) * sigmoid_d(z); dW = dz * x; W -= .1 * dW"),
          arguments("neuron", Kind.DERIVATIVE, "dr = r - y; dz = dr; dW = dz * X; W -= .1 * dW"),
          arguments("neuron", Kind.UPSTREAM, "dz = sigmoid_d(z); dW = dz * X; W -= .1 * dW"),
          arguments("neuron", Kind.VALUE, "dz = (r - y) * sigmoid_d(r); dW = dz * X; W -= .1 * dW"),
          arguments("neuron", Kind.INPUT, "dz = (r - y) * z * (1 - z); dW = dz * X; W -= .1 * dW"),
          arguments(
              "neuron",
              Kind.OTHER_DERIVATIVE,
              "dr = r - y; dz = dr * r; dW = dz * X; W -= .1 * dW"),
          arguments("neuron", Kind.OTHER_DERIVATIVE, "dr = r - y; dz = dr * (1 - r); dW = dz * X"),
          arguments(
              "layers", Kind.OTHER_DERIVATIVE, "dz2 = (r2 - y) * r2; dW2 = np.outer(r1, dz2)"),
          arguments(
              "batch", Kind.OTHER_DERIVATIVE, "dq = (q - y) / 3; dz = dq.dot(V.T) * a * (1 - a)"),
          arguments(
              "neuron", Kind.SIGN, "dr = y - r; dz = dr * sigmoid_d(z); dW = dz * X; W -= .1 * dW"),
          arguments(
              "neuron",
              Kind.OPERAND,
              "dr = 2 * (r - y); dz = dr * sigmoid_d(z); dW = dz * X; W -= .1 * dW"),
          arguments("neuron", Kind.CLIMBS, "dW = (r - y) * sigmoid_d(z) * X; W += .1 * dW"),
          arguments("neuron", Kind.REPLACED, "dW = (r - y) * sigmoid_d(z) * X; W = .1 * dW"),
          arguments(
              "layers",
              Kind.DERIVATIVE,
              "dr2 = r2 - y; dz2 = dr2; dW2 = np.outer(r1, dz2); W2 -= .01 * dW2"),
          arguments(
              "layers",
              Kind.TRANSPOSED,
              "dz2 = (r2 - y) * (z2 > 0); dz1 = W2.dot(dz2) * (z1 > 0); dW1 = np.outer(X, dz1); W1 -= .01 * dW1"),
          arguments("layers", Kind.SHAPE, "dz2 = (r2 - y) * (z2 > 0); dW2 = r1 * dz2"),
          arguments(
              "layers",
              Kind.UPDATED_FIRST,
              "dz2 = (r2 - y) * (z2 > 0); dW2 = np.outer(r1, dz2); W2 -= .01 * dW2; dr1 = W2.dot(dz2)"),
          arguments("layers", Kind.DERIVATIVE, "dz2 = (r2 - y) * (z2 > 0); dz1 = W2.dot(dz2)"),
          arguments(
              "layers", Kind.OTHER_VARIABLE, "dz2 = (r2 - y) * (z2 > 0); dW2 = np.outer(z1, dz2)"),
          arguments("layers", Kind.UPSTREAM, "dz2 = (r2 - y) * (z2 > 0); db2 = 1"),
          arguments("softmax", Kind.SIGN, "dz = y - p; dW = np.outer(dz, x); W -= .1 * dW"),
          arguments("softmax", Kind.TRANSPOSED, "dz = p - y; dW = np.outer(x, dz)"),
          arguments("softmax", Kind.SHARE, "dp = -y / p; de = dp / np.sum(e)"),
          arguments("softmax", Kind.DERIVATIVE, "de = (p - y) / e; dz = de"),
          arguments("softmax", Kind.SIGN, "dp = y / p"),
          arguments("softmax", Kind.OPERAND, "dz = p - y; dx = dz"),
          arguments(
              "neuron",
              Kind.FACTOR,
              "dr = 3 * (r - y); dz = dr * sigmoid_d(z); dW = dz * X; W -= .1 * dW"),
          arguments(
              "layers",
              Kind.OTHER_GRADIENT,
              "dz2 = (r2 - y) * (z2 > 0); dW2 = np.outer(r1, dz2); W1 -= .01 * dW2"),
          arguments("fork", Kind.SHARE, "dx = b * 2 * x; x -= .1 * dx"),
          arguments("fork", Kind.OVERWROTE, "dx = b * 2 * x; dx = a * 3; x -= .1 * dx"),
          arguments("fork", Kind.DERIVATIVE, "da = b; dx = da + a * 3; x -= .1 * dx"),
          arguments("batch", Kind.BATCH, "dq = q - y; dV = a.T.dot(dq); V -= .1 * dV"),
          arguments("batch", Kind.INPUT, "dq = (q - y) / 3; dz = dq.dot(V.T) * (1 - z ** 2)"),
          arguments(
              "batch",
              Kind.AXIS,
              "dq = (q - y) / 3; dz = dq.dot(V.T) * (1 - a ** 2); db = dz.sum()"),
          arguments(
              "batch", Kind.AXIS, "dq = (q - y) / 3; dz = dq.dot(V.T) * (1 - a ** 2); db = dz"),
          arguments("batch", Kind.DERIVATIVE, "dq = (q - y) / 3; dz = dq.dot(V.T)"),
          arguments(
              "batch",
              Kind.MATRIX,
              "dq = (q - y) / 3; dz = dq.dot(V.T) * (1 - a ** 2); dX = dz.dot(W)"));

  private HandWritten() {}
}
