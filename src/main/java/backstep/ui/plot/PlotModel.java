package backstep.ui.plot;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A loss curve, how far it was followed, and where the learner stands on it.
public final class PlotModel {
  /// All that is drawn.
  ///
  /// @param losses one for each iteration
  /// @param current the iteration where the learner stands, from 0
  /// @param reached the furthest iteration seen since the program was loaded or run again
  /// @param log whether the loss is drawn on a logarithmic scale
  /// @param running whether the iterations run by themselves
  /// @param atEnd whether the last iteration is done
  public record Plot(
      List<Double> losses, int current, int reached, boolean log, boolean running, boolean atEnd) {
    public Plot {
      losses = List.copyOf(losses);
    }

    /// Whether there is a curve: a single loss makes none.
    public boolean isCurve() {
      return losses.size() > 1;
    }
  }

  private final ReadOnlyObjectWrapper<Plot> plot =
      new ReadOnlyObjectWrapper<>(this, "plot", new Plot(List.of(), 0, 0, true, false, false));
  private IntConsumer onTravel = _ -> {};
  private Runnable onRun = () -> {};

  // --- Properties --------------------------------------------------------------------------------

  public ReadOnlyObjectProperty<Plot> plotProperty() {
    return plot.getReadOnlyProperty();
  }

  public Plot getPlot() {
    return plot.get();
  }

  /// Called with the iteration that a point on the curve was chosen for.
  public void setOnTravel(IntConsumer action) {
    onTravel = action;
  }

  /// Called when the run is to begin or to pause.
  public void setOnRun(Runnable action) {
    onRun = action;
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Draws other losses.
  ///
  /// @param opened whether they begin anew; else they are those of the same program, changed
  public void load(double[] losses, boolean opened) {
    Plot now = plot.get();
    List<Double> all = DoubleStream.of(losses).boxed().toList();
    int last = Math.max(0, all.size() - 1);
    plot.set(
        opened
            ? new Plot(all, 0, 0, now.log(), false, false)
            : new Plot(
                all,
                Math.min(now.current(), last),
                Math.min(now.reached(), last),
                now.log(),
                now.running(),
                now.atEnd()));
  }

  /// Marks where the learner stands.
  public void show(int iteration, boolean running, boolean atEnd) {
    Plot now = plot.get();
    // A run from the start draws the curve anew.
    boolean anew = running && !now.running() && iteration == 0;
    int reached = anew ? iteration : Math.max(now.reached(), iteration);
    plot.set(new Plot(now.losses(), iteration, reached, now.log(), running, atEnd));
  }

  /// Draws the loss on a logarithmic or a linear scale.
  public void setLog(boolean log) {
    Plot now = plot.get();
    plot.set(new Plot(now.losses(), now.current(), now.reached(), log, now.running(), now.atEnd()));
  }

  /// Goes to an iteration.
  public void travel(int iteration) {
    onTravel.accept(iteration);
  }

  /// Runs, or pauses.
  public void run() {
    onRun.run();
  }
}
