package backstep.ui.plot;

import backstep.graph.Iteration;
import backstep.train.QuadraticDescent;
import backstep.ui.kit.Background;
import backstep.ui.kit.chart.Samples;
import backstep.ui.plot.PlotModel.Plot;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What mathematics expects of a descent on a parabola, laid beside its loss curve if wanted.
public final class TheoryModel {
  /// What there is to choose.
  ///
  /// @param descent none where the program does not descend on a parabola
  /// @param wanted whether the curve is to be drawn where there is one
  public record Theory(Optional<Descent> descent, boolean wanted) {
    /// Whether the curve is drawn.
    boolean isDrawn() {
      return wanted && descent.isPresent();
    }
  }

  /// A descent and where it begins.
  ///
  /// @param loss the loss at first
  /// @param lowest the loss at the bottom of the parabola
  record Descent(QuadraticDescent of, double loss, double lowest) {
    static Optional<Descent> of(Iteration first) {
      return QuadraticDescent.of(first)
          .map(descent -> {
            double loss = first.graph().loss().value().item();
            double slope =
                first.graph().gradients().get(first.updates().getFirst().parameter()).item();
            return new Descent(descent, loss, descent.lowest(loss, slope));
          });
    }

    Samples samples(int count) {
      double[] losses = new double[count];
      for (int i = 0; i < count; i++) {
        losses[i] = lowest + (loss - lowest) * of.lossLeft(i);
      }
      return Samples.from(1, 1, losses);
    }
  }

  private final PlotModel plot;
  private final Background.Lane lane;
  private final ReadOnlyObjectWrapper<Theory> theory =
      new ReadOnlyObjectWrapper<>(this, "theory", new Theory(Optional.empty(), false));

  /// @param plot where the curve is drawn
  /// @param background where programs are examined
  public TheoryModel(PlotModel plot, Background background) {
    this.plot = plot;
    lane = background.lane();
    plot.plotProperty().subscribe(this::follow);
  }

  // --- Properties --------------------------------------------------------------------------------

  public ReadOnlyObjectProperty<Theory> theoryProperty() {
    return theory.getReadOnlyProperty();
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Examines another run.
  ///
  /// @param first its first iteration
  public void show(Iteration first) {
    lane.run(
        () -> Descent.of(first),
        found -> change(new Theory(found, theory.get().wanted())),
        failure -> {
          throw failure;
        });
  }

  /// Has no run.
  public void clear() {
    lane.cancel();
    change(new Theory(Optional.empty(), theory.get().wanted()));
  }

  /// Says whether the curve is wanted.
  public void want(boolean isWanted) {
    change(new Theory(theory.get().descent(), isWanted));
  }

  private void change(Theory now) {
    theory.set(now);
    draw();
  }

  private void follow(Plot before, Plot now) {
    // Other losses take the curve away.
    if (before.losses() != now.losses()) {
      draw();
    }
  }

  private void draw() {
    Theory now = theory.get();
    int count = plot.getPlot().losses().size();
    plot.setTheory(now.descent().filter(_ -> now.isDrawn()).map(descent -> descent.samples(count)));
  }
}
