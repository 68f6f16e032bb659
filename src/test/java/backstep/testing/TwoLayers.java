package backstep.testing;

/// The two-layer network with the inputs of the notebook's, its slip in the loss mended.
public final class TwoLayers {
  /// The forward pass, twelve lines.
  public static final String FORWARD =
      """
      import numpy as np
      X = np.array([.5, .8])
      y = np.array([1])
      W1 = np.array([[.2, .4], [.1, .3]])
      b1 = np.array([.1, .2])
      W2 = np.array([[.5], [.6]])
      b2 = np.array([.3])
      z1 = W1.dot(X) + b1
      r1 = np.maximum(0, z1)
      z2 = r1.dot(W2) + b2
      r2 = np.maximum(0, z2)
      loss = .5 * (y - r2) ** 2
      """;

  /// With the backward pass by hand and the update of both weights.
  public static final String TRAINED =
      FORWARD
          + """
          d2 = (r2 - y) * (z2 > 0)
          grad_W2 = np.outer(r1, d2)
          d1 = W2.dot(d2) * (z1 > 0)
          grad_W1 = np.outer(d1, X)
          learning_rate = .01
          W2 -= learning_rate * grad_W2
          W1 -= learning_rate * grad_W1
          """;

  private TwoLayers() {}
}
