package backstep.ui.plot;

import backstep.train.History;
import backstep.ui.kit.chart.Samples;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A loss curve, how far it was followed, where the learner stands on it, and what it is compared
/// with.
public final class PlotModel {
  /// All that is drawn.
  ///
  /// @param losses by iteration, at x = 1, 2, 3, …; of a long training only the peaks of neighbours
  /// @param count how many iterations there are
  /// @param current the iteration where the learner stands, from 0
  /// @param here the loss of that iteration; none where nothing is shown
  /// @param reached the furthest iteration seen since the program was loaded or run again
  /// @param log whether the loss is drawn on a logarithmic scale
  /// @param running whether the iterations run by themselves
  /// @param atEnd whether the last iteration is done
  /// @param kept earlier runs
  /// @param theory what mathematics expects of this run, at x = 1, 2, 3, …
  public record Plot(
      Samples losses,
      int count,
      int current,
      Optional<Double> here,
      int reached,
      boolean log,
      boolean running,
      boolean atEnd,
      KeptRuns kept,
      Optional<Samples> theory) {
    private static final Plot EMPTY = opened(Samples.of(), 0, true);

    static Plot opened(Samples losses, int count, boolean log) {
      return new Plot(
          losses,
          count,
          0,
          Optional.empty(),
          0,
          log,
          false,
          false,
          KeptRuns.NONE,
          Optional.empty());
    }

    /// Whether there is a curve: a single loss makes none.
    public boolean isCurve() {
      return losses.size() > 1;
    }

    Plot changed(Samples others, int number) {
      int last = Math.max(0, number - 1);
      return new Plot(
          others,
          number,
          Math.min(current, last),
          Optional.empty(),
          Math.min(reached, last),
          log,
          running,
          atEnd,
          kept,
          Optional.empty());
    }

    Plot grown(Samples others, int number) {
      return new Plot(others, number, current, here, reached, log, running, atEnd, kept, theory);
    }

    Plot at(int iteration, double loss, boolean runs, boolean ends) {
      // A run from the start draws the curve anew.
      boolean anew = runs && !running && iteration == 0;
      int furthest = anew ? iteration : Math.max(reached, iteration);
      return new Plot(
          losses, count, iteration, Optional.of(loss), furthest, log, runs, ends, kept, theory);
    }

    Plot on(boolean logarithmic) {
      return new Plot(
          losses, count, current, here, reached, logarithmic, running, atEnd, kept, theory);
    }

    Plot with(KeptRuns runs) {
      return new Plot(losses, count, current, here, reached, log, running, atEnd, runs, theory);
    }

    Plot with(Optional<Samples> expected) {
      return new Plot(losses, count, current, here, reached, log, running, atEnd, kept, expected);
    }
  }

  private final ReadOnlyObjectWrapper<Plot> plot =
      new ReadOnlyObjectWrapper<>(this, "plot", Plot.EMPTY);
  private final ReadOnlyObjectWrapper<Optional<String>> settings =
      new ReadOnlyObjectWrapper<>(this, "settings", Optional.empty());
  private IntConsumer onTravel = _ -> {};
  private Runnable onRun = () -> {};

  // --- Properties --------------------------------------------------------------------------------

  public ReadOnlyObjectProperty<Plot> plotProperty() {
    return plot.getReadOnlyProperty();
  }

  public Plot getPlot() {
    return plot.get();
  }

  /// What the curve was made with, such as `rate 0.1`, if there is something to be set.
  public ReadOnlyObjectProperty<Optional<String>> settingsProperty() {
    return settings.getReadOnlyProperty();
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
    load(Samples.from(1, 1, losses), opened);
  }

  /// Draws other losses, or the same and some more.
  ///
  /// @param losses by iteration, at x = 1, 2, 3, …
  /// @param opened whether they begin anew; else they are those of the same program, changed
  public void load(Samples losses, boolean opened) {
    Plot now = plot.get();
    int count = losses.size();
    plot.set(opened ? Plot.opened(losses, count, now.log()) : now.changed(losses, count));
  }

  /// Draws the same losses and those that followed since.
  public void grow(History history) {
    plot.set(plot.get().grown(LossSamples.of(history), history.count()));
  }

  /// Marks where the learner stands.
  ///
  /// @param loss of that iteration
  public void show(int iteration, double loss, boolean running, boolean atEnd) {
    plot.set(plot.get().at(iteration, loss, running, atEnd));
  }

  /// Draws the loss on a logarithmic or a linear scale.
  public void setLog(boolean log) {
    plot.set(plot.get().on(log));
  }

  /// Draws what mathematics expects beside the curve, until there are other losses.
  ///
  /// @param expected by iteration, at x = 1, 2, 3, …
  public void setTheory(Optional<Samples> expected) {
    plot.set(plot.get().with(expected));
  }

  /// Names what the curve is made with, so that it can be kept under that name.
  public void setSettings(Optional<String> now) {
    settings.set(now);
  }

  /// Keeps the curve under the name of its settings, if it has one.
  public void keep() {
    settings
        .get()
        .filter(_ -> plot.get().isCurve())
        .ifPresent(name -> keep(name, plot.get().losses()));
  }

  /// Keeps a run, instead of the one of the same label or of the oldest where there are five.
  ///
  /// @param losses by iteration, at x = 1, 2, 3, …
  public void keep(String label, Samples losses) {
    plot.set(plot.get().with(plot.get().kept().with(label, losses)));
  }

  /// Keeps these runs, and no others.
  public void setKept(KeptRuns runs) {
    plot.set(plot.get().with(runs));
  }

  /// Takes a kept run away.
  public void remove(String label) {
    plot.set(plot.get().with(plot.get().kept().without(label)));
  }

  /// Takes all kept runs away.
  public void clearKept() {
    setKept(KeptRuns.NONE);
  }

  /// Goes to an iteration, if there is any.
  public void travel(int iteration) {
    if (plot.get().count() > 0) {
      onTravel.accept(iteration);
    }
  }

  /// Runs, or pauses.
  public void run() {
    onRun.run();
  }
}
