package backstep.lab;

import backstep.tensor.Tensor;
import backstep.train.Dataset;
import backstep.train.Dataset.Point;
import backstep.train.Evaluation;
import java.util.List;
import java.util.Optional;

/// How well a network does on all its points.
final class NetworkEvaluation implements Evaluation {
  private final Part train;
  private final Optional<Part> test;

  NetworkEvaluation(Network network) {
    train = new Part(network, network.data().train());
    List<Point> apart = network.data().test();
    test = apart.isEmpty() ? Optional.empty() : Optional.of(new Part(network, apart));
  }

  @Override
  public Result of(List<Tensor> parameters) {
    return new Result(train.score(parameters), test.map(part -> part.score(parameters)));
  }

  private static final class Part {
    private final List<Point> points;
    private final Outputs outputs;

    Part(Network network, List<Point> points) {
      this.points = points;
      outputs = network.outputs(Dataset.inputs(points));
    }

    // Mean of ½·(output − label)², without the penalty for large weights.
    Score score(List<Tensor> parameters) {
      double[] said = outputs.with(parameters);
      double loss = 0;
      int right = 0;
      for (int i = 0; i < said.length; i++) {
        int label = points.get(i).label();
        double off = said[i] - label;
        loss += 0.5 * off * off;
        right += said[i] * label > 0 ? 1 : 0;
      }
      return new Score(loss / said.length, (double) right / said.length);
    }
  }
}
