package backstep.lab;

import backstep.tensor.NumpyFormat;
import backstep.train.Dataset.Point;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// A network of two layers as a program: its forward pass for one batch of points, its backward pass
/// by hand, and one update.
///
/// The output is tanh, between −1 and 1 as the labels are, and the loss the mean of ½·(output −
/// label)², as in the lessons. The first weights are drawn with variance 1/n, or 2/n for ReLU, where
/// n is how many inputs a neuron has (Glorot and Bengio, AISTATS 2010; He et al., ICCV 2015).
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

  private void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }

  private void data(List<Point> batch, int of) {
    line("import numpy as np");
    if (settings.activation() == NetworkSettings.Activation.SIGMOID) {
      line("");
      line("def sigmoid(x):");
      line("    return 1 / (1 + np.exp(-x))");
    }
    line("");
    line("# %d of %d points, and the class of each", batch.size(), of);
    line("X = np.array([%s])", rows(batch, 3, p -> number(p.x1()) + ", " + number(p.x2())));
    line("y = np.array([%s])", rows(batch, 12, p -> String.valueOf(p.label())));
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
    int n = settings.hidden();
    int gain = settings.activation() == NetworkSettings.Activation.RELU ? 2 : 1;
    line("");
    line("# weights drawn at random, biases 0");
    line("np.random.seed(%d)", settings.seed());
    line("W1 = np.random.randn(2, %d) * np.sqrt(%d / 2)", n, gain);
    line("b1 = np.zeros(%d)", n);
    line("W2 = np.random.randn(%d, 1) * np.sqrt(1 / %d)", n, n);
    line("b2 = np.zeros(1)");
    switch (settings.method()) {
      case SGD -> {}
      case MOMENTUM -> {
        line("");
        line("# velocities");
        PARAMETERS.forEach(p -> line("v_%s = np.zeros_like(%s)", p, p));
      }
      case ADAM -> {
        line("");
        line("# means of the gradients and of their squares");
        PARAMETERS.forEach(p -> line("m_%s = v_%s = np.zeros_like(%s)", p, p, p));
        line("t = 0");
      }
    }
  }

  private void forward() {
    String activation =
        switch (settings.activation()) {
          case TANH -> "np.tanh(z1)";
          case RELU -> "np.maximum(0, z1)";
          case SIGMOID -> "sigmoid(z1)";
        };
    line("");
    line("# forward pass");
    line("z1 = X.dot(W1) + b1");
    line("a1 = %s", activation);
    line("z2 = a1.dot(W2) + b2");
    line("a2 = np.tanh(z2)");
    if (settings.l2() == 0) {
      line("loss = np.mean(.5 * (a2 - y) ** 2)");
    } else {
      line("l2 = %s", number(settings.l2()));
      line("penalty = .5 * l2 * (np.sum(W1 ** 2) + np.sum(W2 ** 2))");
      line("loss = np.mean(.5 * (a2 - y) ** 2) + penalty");
    }
  }

  private void backward() {
    String derivative =
        switch (settings.activation()) {
          case TANH -> "(1 - a1 ** 2)";
          case RELU -> "(z1 > 0)";
          case SIGMOID -> "a1 * (1 - a1)";
        };
    String weights = settings.l2() == 0 ? "" : " + l2 * ";
    line("");
    line("# backward pass");
    line("d2 = (a2 - y) / len(X) * (1 - a2 ** 2)");
    line("grad_W2 = a1.T.dot(d2)%s", weights.isEmpty() ? "" : weights + "W2");
    line("grad_b2 = d2.sum(axis=0)");
    line("d1 = d2.dot(W2.T) * %s", derivative);
    line("grad_W1 = X.T.dot(d1)%s", weights.isEmpty() ? "" : weights + "W1");
    line("grad_b1 = d1.sum(axis=0)");
  }

  private void update() {
    line("");
    line("# update");
    line("learning_rate = %s", number(settings.rate()));
    switch (settings.method()) {
      case SGD -> PARAMETERS.forEach(p -> line("%s -= learning_rate * grad_%s", p, p));
      case MOMENTUM -> {
        line("momentum = %s", number(NetworkSettings.MOMENTUM));
        PARAMETERS.forEach(p -> {
          line("v_%s = momentum * v_%s + learning_rate * grad_%s", p, p, p);
          line("%s -= v_%s", p, p);
        });
      }
      case ADAM -> {
        line("beta1 = .9");
        line("beta2 = .999");
        line("t += 1");
        PARAMETERS.forEach(p -> {
          line("m_%s = beta1 * m_%s + (1 - beta1) * grad_%s", p, p, p);
          line("v_%s = beta2 * v_%s + (1 - beta2) * grad_%s ** 2", p, p, p);
          line("m_hat = m_%s / (1 - beta1 ** t)", p);
          line("v_hat = v_%s / (1 - beta2 ** t)", p);
          line("%s -= learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8)", p);
        });
      }
    }
  }
}
