package backstep.ui.lab.network;

import backstep.lab.Grid;
import backstep.lab.Network;
import backstep.lab.Survey;
import backstep.train.Course;
import backstep.train.Dataset;
import backstep.train.Evaluation;
import java.util.Optional;
import java.util.stream.Stream;

/// What is trained.
///
/// @param course its iterations
/// @param evaluation what judges them
/// @param grid the part of the plane that is looked at
/// @param survey of it; belongs to whoever computes surfaces
record Subject(
    Network network, Course course, Optional<Evaluation> evaluation, Grid grid, Survey survey) {
  /// So many places make a row of a surface.
  static final int SIDE = 48;

  /// At least so much of the plane is looked at, to all sides.
  static final double LEAST_REACH = 1.2;

  // A little more than the points take up.
  private static final double BEYOND = 1.05;

  static Subject of(Network network, Course course, Optional<Evaluation> evaluation) {
    Grid grid = new Grid(SIDE, reach(network.data()));
    return new Subject(network, course, evaluation, grid, network.survey(grid));
  }

  private static double reach(Dataset data) {
    return Stream.concat(data.train().stream(), data.test().stream())
        .mapToDouble(point -> BEYOND * Math.max(Math.abs(point.x1()), Math.abs(point.x2())))
        .reduce(LEAST_REACH, Math::max);
  }
}
