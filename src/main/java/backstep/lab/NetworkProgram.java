package backstep.lab;

import backstep.lab.NetworkSettings.Activation;
import backstep.tensor.NumpyFormat;
import backstep.train.Dataset.Point;
import java.util.List;
import java.util.function.Function;

/// A network of two layers as a program: its forward pass for one batch of points, its backward
/// pass by hand, and one update.
///
/// The output is tanh, between −1 and 1 as the labels are, and the loss the mean of ½·(output −
/// label)², as in the lessons. The first weights are drawn with variance 1/n, or 2/n for ReLU,
/// where n is how many inputs a neuron has (Glorot and Bengio, AISTATS 2010; He et al., ICCV 2015).
final class NetworkProgram {
  private static final List<String> PARAMETERS = List.of("W1", "b1", "W2", "b2");

  private final NetworkSettings settings;
  private final StringBuilder text = new StringBuilder();

  private NetworkProgram(NetworkSettings settings) {
    this.settings = settings;
  }

  /// The program.
  ///
  /// @param batch the points that it learns from
  /// @param of how many points these are taken from
  static String text(NetworkSettings settings, List<Point> batch, int of) {
    NetworkProgram program = new NetworkProgram(settings);
    program.data(batch, of);
    program.start();
    program.forward();
    program.backward();
    program.update();
    return program.text.toString();
  }

  private void write(String lines) {
    text.append(lines);
  }

  private void data(List<Point> batch, int of) {
    write("import numpy as np\n\n");
    if (settings.activation() == Activation.SIGMOID) {
      write(
          """
          def sigmoid(x):
              return 1 / (1 + np.exp(-x))

          """);
    }
    write("# " + batch.size() + " of " + of + " points, and the class of each\n");
    String points = rows(batch, 3, p -> number(p.x1()) + ", " + number(p.x2()));
    String classes = rows(batch, 12, p -> String.valueOf(p.label()));
    write("X = np.array([" + points + "])\n");
    write("y = np.array([" + classes + "])\n\n");
  }

  private static String rows(List<Point> points, int inLine, Function<Point, String> row) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      String before = i == 0 ? "" : i % inLine == 0 ? ",\n              " : ", ";
      rows.append(before).append('[').append(row.apply(points.get(i))).append(']');
    }
    return rows.toString();
  }

  private static String number(double value) {
    String text = NumpyFormat.number(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 1) : text;
  }

  private void start() {
    write(
        """
        # weights drawn at random, biases 0
        np.random.seed(SEED)
        W1 = np.random.randn(2, N) * np.sqrt(GAIN / 2)
        b1 = np.zeros(N)
        W2 = np.random.randn(N, 1) * np.sqrt(1 / N)
        b2 = np.zeros(1)

        """
            .replace("SEED", String.valueOf(settings.seed()))
            .replace("GAIN", settings.activation() == Activation.RELU ? "2" : "1")
            .replace("N", String.valueOf(settings.hidden())));
    switch (settings.method()) {
      case SGD -> {}
      case MOMENTUM -> {
        write("# velocities\n");
        writeEach("v_P = np.zeros_like(P)\n");
        write("\n");
      }
      case ADAM -> {
        write("# means of the gradients and of their squares\n");
        writeEach("m_P = v_P = np.zeros_like(P)\n");
        write("t = 0\n\n");
      }
    }
  }

  // The same for each parameter P.
  private void writeEach(String lines) {
    PARAMETERS.forEach(parameter -> write(lines.replace("P", parameter)));
  }

  private void forward() {
    String activation =
        switch (settings.activation()) {
          case TANH -> "np.tanh(z1)";
          case RELU -> "np.maximum(0, z1)";
          case SIGMOID -> "sigmoid(z1)";
        };
    write(
        """
        # forward pass
        z1 = X.dot(W1) + b1
        a1 = ACTIVATION
        z2 = a1.dot(W2) + b2
        a2 = np.tanh(z2)
        """
            .replace("ACTIVATION", activation));
    write(
        settings.l2() == 0
            ? """
            loss = np.mean(.5 * (a2 - y) ** 2)

            """
            : """
            l2 = STRENGTH
            penalty = .5 * l2 * (np.sum(W1 ** 2) + np.sum(W2 ** 2))
            loss = np.mean(.5 * (a2 - y) ** 2) + penalty

            """
                .replace("STRENGTH", number(settings.l2())));
  }

  private void backward() {
    String derivative =
        switch (settings.activation()) {
          case TANH -> "(1 - a1 ** 2)";
          case RELU -> "(z1 > 0)";
          case SIGMOID -> "a1 * (1 - a1)";
        };
    String penalty = settings.l2() == 0 ? "" : " + l2 * ";
    write(
        """
        # backward pass
        d2 = (a2 - y) / len(X) * (1 - a2 ** 2)
        grad_W2 = a1.T.dot(d2)PENALTY2
        grad_b2 = d2.sum(axis=0)
        d1 = d2.dot(W2.T) * DERIVATIVE
        grad_W1 = X.T.dot(d1)PENALTY1
        grad_b1 = d1.sum(axis=0)

        """
            .replace("PENALTY1", penalty.isEmpty() ? "" : penalty + "W1")
            .replace("PENALTY2", penalty.isEmpty() ? "" : penalty + "W2")
            .replace("DERIVATIVE", derivative));
  }

  private void update() {
    write("# update\nlearning_rate = " + number(settings.rate()) + "\n");
    switch (settings.method()) {
      case SGD -> writeEach("P -= learning_rate * grad_P\n");
      case MOMENTUM -> {
        write("momentum = " + number(NetworkSettings.MOMENTUM) + "\n");
        writeEach(
            """
            v_P = momentum * v_P + learning_rate * grad_P
            P -= v_P
            """);
      }
      case ADAM -> {
        write("beta1 = .9\nbeta2 = .999\nt += 1\n");
        writeEach(
            """
            m_P = beta1 * m_P + (1 - beta1) * grad_P
            v_P = beta2 * v_P + (1 - beta2) * grad_P ** 2
            m_hat = m_P / (1 - beta1 ** t)
            v_hat = v_P / (1 - beta2 ** t)
            P -= learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8)
            """);
      }
    }
  }
}
