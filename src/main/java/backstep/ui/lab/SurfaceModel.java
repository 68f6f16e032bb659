package backstep.ui.lab;

import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.lab.LossSurface;
import backstep.lab.LossSurface.Piece;
import backstep.lab.LossSurface.Place;
import backstep.python.Naming;
import backstep.tensor.Tensor;
import backstep.trace.Session;
import backstep.trace.Snapshot;
import backstep.ui.kit.Background;
import backstep.ui.lab.SurfaceModel.Ground;
import backstep.ui.lab.SurfaceModel.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The loss over the two numbers that a program learns, seen from above: contour lines, the way
/// that the numbers took, the gradient where they stand, and the step that they take.
public final class SurfaceModel extends PictureModel<LossSurface, Ground, View> {
  /// What there is to see.
  ///
  /// @param first the name of the number drawn across
  /// @param second the name of the number drawn upwards
  /// @param loss the name of the loss
  /// @param lines contour lines
  /// @param low the lower left corner of what is to be seen
  /// @param high its upper right corner
  /// @param earlier where the numbers stood in the iterations before, the oldest first
  /// @param at where they stand
  /// @param height the loss there, once it is known
  /// @param gradient by both, once it is known
  /// @param after where they go, once one of them is updated
  /// @param lowest where the loss is lowest nearby
  record View(
      String first,
      String second,
      String loss,
      List<Piece> lines,
      Place low,
      Place high,
      List<Place> earlier,
      Place at,
      Optional<Double> height,
      Optional<Place> gradient,
      Optional<Place> after,
      Optional<Place> lowest) {
    View {
      lines = List.copyOf(lines);
      earlier = List.copyOf(earlier);
    }
  }

  /// A surface with its lines.
  ///
  /// @param reach how far it is seen from its middle, by both numbers
  record Ground(
      LossSurface of,
      Session session,
      List<Place> earlier,
      Optional<Place> lowest,
      Place middle,
      Place reach,
      List<Piece> lines) {
    // The same function, seen around the same place.
    boolean isLike(LossSurface other, Place around) {
      return Math.abs(middle.x() - around.x()) <= SAME * reach.x()
          && Math.abs(middle.y() - around.y()) <= SAME * reach.y()
          && isLike(other);
    }

    private boolean isLike(LossSurface other) {
      return Stream.of(middle, new Place(middle.x() + reach.x(), middle.y() - reach.y() / 3))
          .allMatch(place -> of.loss(place) == other.loss(place));
    }

    /// The same surface under a later or an earlier iteration of the same run, if it is the same.
    Optional<Ground> under(LossSurface other, Session now) {
      return session.isOfSameRun(now) && isLike(other)
          ? Optional.of(
              new Ground(
                  other,
                  now,
                  LandscapeModel.moved(
                      earlier, of.at(), now.iteration() - session.iteration(), MOST_EARLIER),
                  lowest,
                  middle,
                  reach,
                  lines))
          : Optional.empty();
    }

    Place corner(double across, double up) {
      return new Place(middle.x() + across * reach.x(), middle.y() + up * reach.y());
    }
  }

  // Enough to see where the numbers come from, few enough to be told apart.
  private static final int MOST_EARLIER = 60;
  // Around the lowest place the surface reaches as far as the numbers, and a little further.
  private static final double BEYOND = 1.15;
  private static final double SAME = 1e-6;
  // Between the middle and the edge of what is to be seen.
  private static final int LINES = 7;
  // Of a number that hardly moves so much is seen beside one that does.
  private static final double FLATTEST = 3;
  // A chart is at most so many times as wide as it is high, and lines reach to its edges.
  private static final double WIDEST = 6;
  private static final double HIGHEST = 1.4;

  /// @param background where surfaces are worked out
  public SurfaceModel(Background background) {
    super(background);
  }

  @Override
  Optional<LossSurface> function(Iteration iteration) {
    return LossSurface.of(iteration);
  }

  @Override
  boolean isOf(Ground ground, Graph graph) {
    return ground.of().graph() == graph;
  }

  @Override
  Optional<Ground> under(Ground ground, LossSurface function, Session now) {
    return ground.under(function, now);
  }

  // --- Ground ------------------------------------------------------------------------------------

  @Override
  Ground ground(LossSurface of, Session session, Optional<Ground> before) {
    Optional<Place> lowest = of.lowest();
    Place middle = lowest.orElse(of.at());
    List<Place> earlier = earlier(session);
    Place first = LossSurface.of(session.first()).map(LossSurface::at).orElse(of.at());
    Place wanted =
        reach(middle, Stream.concat(earlier.stream(), Stream.of(of.at(), of.next(), first)));
    Optional<Ground> like = before.filter(b -> b.isLike(of, middle));
    if (like.isPresent()) {
      Ground same = like.get();
      boolean sameRun = same.session.isOfSameRun(session);
      Place reach =
          new Place(
              LandscapeModel.reach(same.reach.x(), wanted.x(), sameRun),
              LandscapeModel.reach(same.reach.y(), wanted.y(), sameRun));
      return reach.equals(same.reach)
          ? new Ground(of, session, earlier, same.lowest, same.middle, reach, same.lines)
          : drawn(of, session, earlier, same.lowest, same.middle, reach);
    }
    return drawn(of, session, earlier, lowest, middle, wanted);
  }

  private static Place reach(Place middle, Stream<Place> places) {
    double x = 0;
    double y = 0;
    for (Place place : places.toList()) {
      x = Math.max(x, finite(BEYOND * Math.abs(place.x() - middle.x())));
      y = Math.max(y, finite(BEYOND * Math.abs(place.y() - middle.y())));
    }
    double least = Math.max(x, y) > 0 ? Math.max(x, y) / FLATTEST : 1;
    return new Place(Math.max(x, least), Math.max(y, least));
  }

  private static double finite(double reach) {
    return Double.isFinite(reach) ? reach : 0;
  }

  private static Ground drawn(
      LossSurface of,
      Session session,
      List<Place> earlier,
      Optional<Place> lowest,
      Place middle,
      Place reach) {
    double across = Math.max(reach.x(), WIDEST * reach.y());
    double up = Math.max(reach.y(), HIGHEST * reach.x());
    double edge =
        Stream.of(
                new Place(middle.x() + reach.x(), middle.y()),
                new Place(middle.x() - reach.x(), middle.y()),
                new Place(middle.x(), middle.y() + reach.y()),
                new Place(middle.x(), middle.y() - reach.y()))
            .mapToDouble(of::loss)
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    List<Piece> lines =
        of.contours(
            new Place(middle.x() - across, middle.y() - up),
            new Place(middle.x() + across, middle.y() + up),
            edge,
            LINES);
    return new Ground(of, session, earlier, lowest, middle, reach, lines);
  }

  private static List<Place> earlier(Session session) {
    return session.before(MOST_EARLIER).stream()
        .flatMap(iteration -> LossSurface.of(iteration).stream())
        .map(LossSurface::at)
        .toList();
  }

  @Override
  View view(Ground ground, Snapshot now, Naming naming) {
    Node first = ground.of.first().parameter();
    Node second = ground.of.second().parameter();
    Node loss = now.trace().graph().loss();
    boolean complete = now.isComplete(first) && now.isComplete(second);
    boolean moved = now.isUpdated(first) || now.isUpdated(second);
    return new View(
        naming.expression(first),
        naming.expression(second),
        naming.expression(loss),
        ground.lines,
        ground.corner(-1, -1),
        ground.corner(1, 1),
        ground.earlier,
        ground.of.at(),
        now.value(loss).map(Tensor::item),
        complete ? gradient(ground.of, now) : Optional.empty(),
        moved
            ? Optional.of(
                new Place(
                    stands(ground.of.first(), now, ground.of.at().x()),
                    stands(ground.of.second(), now, ground.of.at().y())))
            : Optional.empty(),
        ground.lowest);
  }

  private static double stands(Update update, Snapshot now, double at) {
    return now.value(update.parameter()).map(Tensor::item).orElse(at);
  }

  private static Optional<Place> gradient(LossSurface of, Snapshot now) {
    Optional<Double> across = now.gradient(of.first().parameter()).map(Tensor::item);
    Optional<Double> up = now.gradient(of.second().parameter()).map(Tensor::item);
    return across.flatMap(x -> up.map(y -> new Place(x, y)));
  }
}
