package backstep.ui.lab;

import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.python.Naming;
import backstep.trace.Session;
import backstep.trace.Snapshot;
import backstep.ui.kit.Background;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The loss over the numbers of a program, with what is known of them at the moment that is shown:
/// the ground takes long and is made in the background, once for an iteration; what stands on it is
/// there at once.
///
/// @param <F> the loss as a function of the numbers
/// @param <G> what is drawn of it
/// @param <V> what there is to see
abstract class PictureModel<F, G, V> {
  /// What was shown last.
  private record Moment(Snapshot now, Naming naming) {}

  private final Background.Lane lane;
  private final ReadOnlyObjectWrapper<Optional<V>> view =
      new ReadOnlyObjectWrapper<>(this, "view", Optional.empty());
  private final ReadOnlyBooleanWrapper there = new ReadOnlyBooleanWrapper(this, "there", false);
  private Optional<G> ground = Optional.empty();
  private Optional<Moment> here = Optional.empty();

  /// @param background where ground is made
  PictureModel(Background background) {
    lane = background.lane();
    there.bind(view.map(Optional::isPresent));
  }

  // --- What it is --------------------------------------------------------------------------------

  /// The loss as a function of the numbers; none where the program has not as many.
  abstract Optional<F> function(Iteration iteration);

  /// Whether the ground is that of this graph.
  abstract boolean isOf(G ground, Graph graph);

  /// The same ground under a later or an earlier iteration of the same run, if it is the same.
  abstract Optional<G> under(G ground, F function, Session now);

  /// Makes the ground. Called in the background.
  ///
  /// @param before what was seen so far
  abstract G ground(F function, Session session, Optional<G> before);

  /// What there is to see at a moment.
  abstract V view(G ground, Snapshot now, Naming naming);

  // --- Properties --------------------------------------------------------------------------------

  /// None where the program is not about as many numbers.
  ReadOnlyObjectProperty<Optional<V>> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /// Whether there is something to see.
  public ReadOnlyBooleanProperty thereProperty() {
    return there.getReadOnlyProperty();
  }

  public boolean isThere() {
    return there.get();
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Shows a moment of a program.
  public void show(Session session, Naming naming) {
    Snapshot now = session.snapshot();
    here = Optional.of(new Moment(now, naming));
    if (ground.filter(on -> isOf(on, now.trace().graph())).isPresent()) {
      draw();
      return;
    }
    Optional<F> function = function(now.trace().iteration());
    if (function.isEmpty()) {
      clear();
      return;
    }
    Optional<G> before = ground;
    // On ground that stays the numbers are seen to move together with all else.
    before.flatMap(known -> under(known, function.get(), session)).ifPresent(this::draw);
    lane.run(
        () -> ground(function.get(), session, before),
        this::arrived,
        failure -> {
          throw failure;
        });
  }

  /// Shows nothing.
  public void clear() {
    lane.cancel();
    ground = Optional.empty();
    here = Optional.empty();
    view.set(Optional.empty());
  }

  // By then another iteration may be shown whose ground was there.
  private void arrived(G made) {
    if (here.filter(at -> isOf(made, at.now().trace().graph())).isPresent()) {
      draw(made);
    }
  }

  private void draw(G found) {
    ground = Optional.of(found);
    draw();
  }

  private void draw() {
    view.set(ground.flatMap(on -> here.map(at -> view(on, at.now(), at.naming()))));
  }
}
