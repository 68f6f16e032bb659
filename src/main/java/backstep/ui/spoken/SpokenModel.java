package backstep.ui.spoken;

import backstep.graph.Node;
import backstep.python.Naming;
import backstep.trace.Cover;
import backstep.trace.Session;
import backstep.ui.kit.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/// What is told of the program and of where the learner stands in it.
public final class SpokenModel {
  // That what is shown is not what the program computes: from the leaf on, or all of it.
  private record Doubt(Optional<Node> leaf) {}

  private final ReadOnlyObjectWrapper<Optional<Here>> here =
      new ReadOnlyObjectWrapper<>(this, "here", Optional.empty());
  private final BooleanProperty listed = new SimpleBooleanProperty(this, "listed", false);
  private Optional<Doubt> doubt = Optional.empty();
  private Supplier<Scenery> scenery = () -> Scenery.NONE;
  private IntConsumer onChosen = _ -> {};

  // --- Properties --------------------------------------------------------------------------------

  ReadOnlyObjectProperty<Optional<Here>> hereProperty() {
    return here.getReadOnlyProperty();
  }

  /// Where the learner stands; none where no program runs.
  public ObservableValue<Optional<Session>> sessionProperty() {
    return here.map(now -> now.map(Here::session));
  }

  /// Whether the steps are shown as a list.
  public BooleanProperty listedProperty() {
    return listed;
  }

  /// Who knows what stands around the program.
  public void setScenery(Supplier<Scenery> supplier) {
    scenery = supplier;
  }

  /// Called with the position that is chosen in the list of steps.
  public void setOnChosen(IntConsumer action) {
    onChosen = action;
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Follows the learner.
  ///
  /// @param naming what to call the nodes
  /// @param cover what must not be told
  public void show(Session session, Naming naming, Cover cover) {
    here.set(Optional.of(new Here(session, naming, cover, stale(session))));
  }

  /// Has no program.
  public void clear() {
    here.set(Optional.empty());
  }

  /// What depends on a leaf is no longer what the program computes; without a leaf, nothing is.
  public void doubt(Optional<Node> leaf) {
    doubt = Optional.of(new Doubt(leaf));
    mark();
  }

  /// What is shown is what the program computes.
  public void trust() {
    if (doubt.isPresent()) {
      doubt = Optional.empty();
      mark();
    }
  }

  private void mark() {
    here.get().ifPresent(now -> show(now.session(), now.naming(), now.cover()));
  }

  private Set<Node> stale(Session session) {
    if (doubt.isEmpty()) {
      return Set.of();
    }
    Optional<Node> leaf = doubt.get().leaf();
    if (leaf.isEmpty()) {
      return Set.copyOf(session.trace().graph().nodes());
    }
    Set<Node> stale = new HashSet<>(Set.of(leaf.get()));
    for (Node.Operation operation : session.trace().graph().operations()) {
      if (operation.operands().stream().anyMatch(stale::contains)) {
        stale.add(operation);
      }
    }
    return stale;
  }

  /// Shows the steps as a list, or no longer.
  public void toggleList() {
    listed.set(!listed.get());
  }

  /// A row of the list of steps; none where no program runs.
  Optional<StepRow> row(int position) {
    return here.get().filter(now -> position <= now.count()).map(now -> now.row(position));
  }

  /// Goes to a position of the iteration.
  void choose(int position) {
    onChosen.accept(position);
  }

  // --- Words -------------------------------------------------------------------------------------

  /// What there is on the screen and where the learner stands, sentence by sentence.
  public List<String> summary(Messages messages) {
    return Summary.of(here.get(), scenery.get(), messages);
  }

  /// Where the learner stands and what just happened there, sentence by sentence; nothing where no
  /// program runs.
  public List<String> step(Messages messages) {
    return here.get()
        .map(now -> {
          StepWords steps = new StepWords(messages);
          return Stream.concat(Stream.of(steps.place(now.row())), steps.events(now.row()).stream())
              .toList();
        })
        .orElse(List.of());
  }
}
