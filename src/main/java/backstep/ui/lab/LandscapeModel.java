package backstep.ui.lab;

import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.python.Naming;
import backstep.tensor.Tensor;
import backstep.trace.Session;
import backstep.trace.Snapshot;
import backstep.train.QuadraticDescent;
import backstep.ui.kit.Background;
import backstep.ui.kit.chart.Samples;
import backstep.ui.lab.LandscapeModel.Ground;
import backstep.ui.lab.LandscapeModel.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The loss over the one number that a program learns or asks about: the number as a ball on the
/// curve, its slope once the backward pass has reached it, and the step that it takes.
public final class LandscapeModel extends PictureModel<Landscape, Ground, View> {
  /// What there is to see.
  ///
  /// @param name of the number
  /// @param loss the name of the loss
  /// @param curve the loss around the number
  /// @param earlier where it stood in the iterations before, the oldest first
  /// @param at where the number stands
  /// @param height the loss there, once it is known
  /// @param slope ∂loss/∂number, once it is known
  /// @param after where the number goes, once it is updated
  /// @param lowest where the loss is lowest nearby
  /// @param learns whether the program moves the number
  /// @param descent what the learning rate makes of it, where the curve is a parabola
  record View(
      String name,
      String loss,
      Samples curve,
      List<Double> earlier,
      double at,
      Optional<Double> height,
      Optional<Double> slope,
      Optional<Double> after,
      Optional<Double> lowest,
      boolean learns,
      Optional<QuadraticDescent> descent) {}

  /// A curve, drawn from one end to the other.
  record Ground(
      Landscape of,
      Session session,
      List<Double> earlier,
      Samples curve,
      Optional<Double> lowest,
      Optional<QuadraticDescent> descent,
      double from,
      double to) {
    double reach() {
      return (to - from) / 2;
    }

    /// The same curve under a later or an earlier iteration of the same run, if it is the same.
    Optional<Ground> under(Landscape other, Session now) {
      boolean same =
          session.isOfSameRun(now)
              && DoubleStream.of(other.at(), to - reach() / 3)
                  .allMatch(
                      x -> of.function().applyAsDouble(x) == other.function().applyAsDouble(x));
      return same
          ? Optional.of(
              new Ground(
                  other,
                  now,
                  moved(earlier, of.at(), now.iteration() - session.iteration(), MOST_EARLIER),
                  curve,
                  lowest,
                  descent,
                  from,
                  to))
          : Optional.empty();
    }

    boolean isAround(double center) {
      return Math.abs((from + to) / 2 - center) <= SAME * reach();
    }
  }

  private static final int POINTS = 160;
  // Enough to see where the number comes from, few enough to be told apart.
  private static final int MOST_EARLIER = 24;
  // Around the lowest point the curve reaches as far as the number, and a little further.
  private static final double BEYOND = 1.15;
  private static final double SAME = 1e-6;
  // What another run needs less of than this part is drawn anew.
  private static final double ROOMY = 4;

  /// @param background where curves are worked out
  public LandscapeModel(Background background) {
    super(background);
  }

  @Override
  Optional<Landscape> function(Iteration iteration) {
    return Landscape.of(iteration);
  }

  @Override
  boolean isOf(Ground ground, Graph graph) {
    return ground.of().graph() == graph;
  }

  @Override
  Optional<Ground> under(Ground ground, Landscape function, Session now) {
    return ground.under(function, now);
  }

  // --- Ground ------------------------------------------------------------------------------------

  @Override
  Ground ground(Landscape of, Session session, Optional<Ground> before) {
    Optional<Double> lowest = of.lowest();
    double center = lowest.orElse(of.at());
    double first = Landscape.of(session.first()).map(Landscape::at).orElse(of.at());
    double wanted =
        BEYOND
            * DoubleStream.of(of.at(), of.next(), first)
                .map(place -> Math.abs(place - center))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    double reach =
        before
            .filter(b -> b.isAround(center))
            .map(b -> reach(b.reach(), wanted, b.session().isOfSameRun(session)))
            .orElse(wanted);
    double shown = reach > 0 ? reach : Math.max(1, Math.abs(center));
    double from = center - shown;
    double to = center + shown;
    Samples curve = Samples.of(of.function(), from, to, POINTS);
    Optional<QuadraticDescent> descent = QuadraticDescent.of(session.trace().iteration());
    return new Ground(of, session, earlier(session), curve, lowest, descent, from, to);
  }

  /// How far a curve or a surface is seen that was seen so far before: from iteration to iteration
  /// as far, so that what moves is seen to move; where that leaves it, twice as far. Another run
  /// may need much less.
  ///
  /// @param wanted how far at least
  static double reach(double before, double wanted, boolean sameRun) {
    if (!sameRun) {
      return wanted <= before && before <= ROOMY * wanted ? before : wanted;
    }
    double grown = before;
    // What is lowest is found a little elsewhere each time.
    while ((1 + SAME) * grown < Math.min(wanted, Double.MAX_VALUE / 4)) {
      grown *= 2;
    }
    return grown;
  }

  private static List<Double> earlier(Session session) {
    return session.before(MOST_EARLIER).stream()
        .flatMap(iteration -> Landscape.of(iteration).stream())
        .map(Landscape::at)
        .toList();
  }

  /// The places before, so many iterations further on; where some were passed over, without them.
  ///
  /// @param at where it stood
  /// @param steps how many iterations further on; back, if below 0
  static <P> List<P> moved(List<P> earlier, P at, int steps, int most) {
    if (steps <= 0) {
      return earlier.subList(0, Math.max(0, earlier.size() + steps));
    }
    List<P> all = Stream.concat(earlier.stream(), Stream.of(at)).toList();
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  @Override
  View view(Ground ground, Snapshot now, Naming naming) {
    Node leaf = ground.of().leaf();
    Node loss = now.trace().graph().loss();
    return new View(
        naming.expression(leaf),
        naming.expression(loss),
        ground.curve(),
        ground.earlier(),
        ground.of().at(),
        now.value(loss).map(Tensor::item),
        now.gradient(leaf).filter(_ -> now.isComplete(leaf)).map(Tensor::item),
        now.value(leaf).filter(_ -> now.isUpdated(leaf)).map(Tensor::item),
        ground.lowest(),
        ground.of().update().isPresent(),
        ground.descent());
  }
}
