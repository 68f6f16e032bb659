package backstep.lab;

import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.python.Run;
import backstep.tensor.Tensor;
import backstep.train.BatchDescent;
import backstep.train.Batches;
import backstep.train.Course;
import backstep.train.Dataset;
import backstep.train.Dataset.Point;
import backstep.train.Evaluation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A network of two layers that learns a data set: a program like any other, whose recorded graph
/// is what is trained.
public final class Network {
  private final NetworkSettings settings;
  private final Dataset data;
  private final String text;
  private final Replays replays;
  private final Iteration first;
  private final Map<String, Node> variables;

  private Network(Replays replays, NetworkSettings settings, Dataset data) {
    this.replays = replays;
    this.settings = settings;
    this.data = data;
    text = replays.run().text();
    first = replays.get(0);
    variables = replays.run().variables(first.graph());
  }

  /// A network before it has learned anything.
  public static Network of(NetworkSettings settings, Dataset data) {
    Program program = Program.of(text(settings, data));
    Run run = program.run(Options.DEFAULT);
    return new Network(new Replays(program, Options.DEFAULT, run), settings, data);
  }

  /// The network, and its first iteration, as a program.
  public static String text(NetworkSettings settings, Dataset data) {
    List<Point> batch =
        Arrays.stream(batches(settings, data).of(0)).mapToObj(data.train()::get).toList();
    return NetworkProgram.text(settings, batch, data.train().size());
  }

  /// The network whose program was run elsewhere, perhaps with first weights of another's choice.
  ///
  /// @return none if it is the run of another program
  public static Optional<Network> in(Replays replays, NetworkSettings settings, Dataset data) {
    return replays.run().text().equals(text(settings, data))
        ? Optional.of(new Network(replays, settings, data))
        : Optional.empty();
  }

  /// How it is built and trained.
  public NetworkSettings settings() {
    return settings;
  }

  /// What it learns.
  public Dataset data() {
    return data;
  }

  /// The network, and its first iteration, as a program.
  public String program() {
    return text;
  }

  /// The iteration that the program makes, with names and places that hold for all that follow.
  public Replays replays() {
    return replays;
  }

  private static Batches batches(NetworkSettings settings, Dataset data) {
    return new Batches(data.train().size(), settings.batch(), settings.seed());
  }

  /// The training from its beginning. Each iteration can be stepped through, with the parameters
  /// and the batch of that moment.
  public Course course() {
    return new Course(
        new BatchDescent(
            first,
            leaf("X"),
            leaf("y"),
            data.train(),
            batches(settings, data),
            settings.optimizer()));
  }

  /// Its training, judged on the way.
  public Prospect prospect() {
    return new Prospect.Open(course(), Optional.of(evaluation()));
  }

  /// How well the network does on all points that it learns from, and on those that it does not.
  public Evaluation evaluation() {
    return new NetworkEvaluation(this);
  }

  /// What the network puts out for points of the plane.
  ///
  /// @param points one a row, n × 2
  public Outputs outputs(Tensor points) {
    Graph graph = first.graph();
    int rows = points.shape().rows();
    Graph wide =
        graph.with(
            Map.of(leaf("X"), points, leaf("y"), Tensor.zeros(backstep.tensor.Shape.of(rows, 1))));
    List<Node> parameters =
        first.updates().stream().map(update -> wide.counterpart(update.parameter())).toList();
    return new Outputs(
        wide, parameters, wide.counterpart(leaf("a1")), wide.counterpart(leaf("a2")));
  }

  /// What the network and its hidden neurons put out over a part of the plane.
  public Survey survey(Grid grid) {
    return new Survey(grid, outputs(grid.points()));
  }

  private Node leaf(String name) {
    return variables.get(name);
  }
}
