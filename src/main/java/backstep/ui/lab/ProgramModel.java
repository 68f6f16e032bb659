package backstep.ui.lab;

import backstep.graph.Graph;
import backstep.graph.Iterations;
import backstep.graph.Node;
import backstep.lab.Prospect;
import backstep.python.Definition;
import backstep.python.Draft;
import backstep.python.Drafts;
import backstep.python.NumberEdit;
import backstep.python.Options;
import backstep.python.Origins;
import backstep.python.Place;
import backstep.python.Problem;
import backstep.python.ProblemException;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.python.Run;
import backstep.trace.Session;
import backstep.ui.kit.Background;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The program at hand. It runs when it is opened, and again after each change, in the background;
/// until then, and where the changed program does not run, the last run stays to be seen.
public final class ProgramModel {
  /// A draft that ran.
  ///
  /// @param prospect whether it can go on learning beyond what it does itself
  /// @param session where the learner stands in it, among all iterations that there can be
  /// @param opened whether the program was opened, rather than changed
  public record Ran(
      Draft draft, Replays replays, Prospect prospect, Session session, boolean opened) {
    /// What the program itself did.
    public Run run() {
      return replays.run();
    }

    /// The leaf as the program sets it, where training has made something else of it since. That is
    /// what an edit changes: what training makes of it follows from that.
    public Optional<Node> source(Node leaf) {
      return place(leaf)
          .flatMap(place -> find(run().last().graph(), place))
          .filter(own -> !own.value().equals(leaf.value()));
    }

    private Optional<Place> place(Node leaf) {
      return run().origins().place(leaf);
    }

    private Optional<Node> find(Graph graph, Place place) {
      return graph.leaves().stream()
          .filter(leaf -> place(leaf).filter(place::equals).isPresent())
          .map(Node.class::cast)
          .findFirst();
    }
  }

  /// Finds a place in a run of the program.
  public interface Standing {
    /// At the start, with no call closed.
    Standing START = (iterations, _) -> Session.start(iterations);

    /// @param iterations all that there are, or can be made
    /// @param origins names and places of their nodes
    Session in(Iterations iterations, Origins origins);
  }

  /// All that there is to know, at one moment.
  ///
  /// @param drafts what the learner made of the program so far
  /// @param ran the last run of a draft; none before a program ran for the first time
  /// @param problem what keeps the draft at hand from running
  /// @param changed the leaf of `ran` that was changed since, if it was a leaf
  public record State(
      Drafts drafts, Optional<Ran> ran, Optional<Problem> problem, Optional<Node> changed) {
    /// Whether the last run is not one of the draft at hand.
    public boolean isStale() {
      return ran.filter(r -> r.draft().equals(drafts.present())).isEmpty();
    }

    /// Whether there is something to take back.
    public boolean isChanged() {
      return !drafts.present().equals(drafts.first());
    }
  }

  /// A change that waits for the run before it.
  ///
  /// @param subject what is changed: of two changes to one subject the later counts
  /// @param gesture all changes of one movement of the hand are undone together
  private record Edit(
      Object subject, long gesture, Function<Ran, Optional<Node>> leaf, Apply apply) {}

  private interface Apply {
    Draft to(Draft present, Optional<Ran> ran, Optional<Node> leaf);
  }

  private record LeafEntry(Place place, int entry) {}

  private final Background.Lane lane;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(
          this,
          "state",
          new State(Drafts.of(Draft.of("")), Optional.empty(), Optional.empty(), Optional.empty()));
  private final Deque<Edit> waiting = new ArrayDeque<>();
  private Standing start = Standing.START;
  private Supplier<Standing> place = () -> start;
  private Options options = Options.DEFAULT;
  private Function<Replays, Prospect> future = Prospect::of;
  private boolean running;
  // Whether the draft at hand was written, and has not run yet.
  private boolean written;
  private long gesture;
  private long lastGesture = -1;

  /// @param background where programs run
  public ProgramModel(Background background) {
    lane = background.lane();
  }

  // --- Properties --------------------------------------------------------------------------------

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public State getState() {
    return state.get();
  }

  /// How the program is run.
  public Options options() {
    return options;
  }

  /// Tells where the learner begins in a program that is opened.
  public void setStart(Standing beginning) {
    start = beginning;
  }

  /// Tells where the learner stands when a changed program begins to run: how to find that place in
  /// another run.
  public void setPlace(Supplier<Standing> supplier) {
    place = supplier;
  }

  /// How a run of the program goes on learning, worked out anew.
  public Prospect prospect(Replays replays) {
    return future.apply(replays);
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Opens another program, and forgets the one before with all its drafts.
  public void open(String text, Options how) {
    open(Drafts.of(Draft.of(text)), how, Prospect::of);
  }

  /// Opens another program with the drafts that were made of it.
  ///
  /// @param standing where the learner begins
  public void open(Drafts drafts, Options how, Standing standing) {
    open(drafts, how, Prospect::of, standing);
  }

  /// Opens another program that learns in a way of its own.
  ///
  /// @param beyond how it goes on, asked in the background for each draft that ran: the text may be
  ///   another one by then
  public void open(Drafts drafts, Options how, Function<Replays, Prospect> beyond) {
    open(drafts, how, beyond, start);
  }

  private void open(
      Drafts drafts, Options how, Function<Replays, Prospect> beyond, Standing standing) {
    options = how;
    future = beyond;
    waiting.clear();
    lastGesture = -1;
    written = false;
    state.set(new State(drafts, Optional.empty(), Optional.empty(), Optional.empty()));
    run(drafts.present(), standing, true);
  }

  /// Changes one entry of a leaf.
  ///
  /// @param leaf a leaf of the last run
  /// @param entry its row-major position
  /// @param value finite
  /// @param continues whether it goes on with the movement of the change before, as in a drag
  public void change(Node leaf, int entry, double value, boolean continues) {
    state
        .get()
        .ran()
        .flatMap(ran -> ran.place(leaf))
        .ifPresent(at ->
            edit(
                new Edit(
                    new LeafEntry(at, entry),
                    gesture(continues),
                    // A later run has nodes of its own.
                    ran -> ran.find(ran.session().trace().graph(), at),
                    (present, ran, found) ->
                        found
                            .flatMap(now -> ran.map(r -> with(r, present, now, entry, value)))
                            .orElse(present))));
  }

  private Draft with(Ran ran, Draft present, Node leaf, int entry, double value) {
    Draft next = ran.draft().with(ran.run(), ran.source(leaf).orElse(leaf), entry, value);
    return written ? carried(ran.draft(), next, present) : next;
  }

  // What is being written does not run yet, and is not thrown away for a number elsewhere.
  private static Draft carried(Draft ran, Draft next, Draft present) {
    return new Draft(NumberEdit.carried(ran.text(), next.text(), present.text()), present.given());
  }

  /// Writes another text.
  ///
  /// @param continues whether it goes on with the writing of the change before
  public void write(String text, boolean continues) {
    // What waits was meant for the program before.
    waiting.clear();
    State now = state.get();
    long bout = gesture(continues);
    Drafts drafts = now.drafts().edit(now.drafts().present().rewritten(text), bout == lastGesture);
    if (!drafts.equals(now.drafts())) {
      take(drafts, bout);
      run(drafts.present(), now.ran().isEmpty() ? start : place.get(), false);
    }
  }

  // Whoever writes is told what is wrong until it is known to be mended.
  private void take(Drafts drafts, long bout) {
    lastGesture = bout;
    written = true;
    State now = state.get();
    state.set(new State(drafts, now.ran(), now.problem(), Optional.empty()));
  }

  /// Writes another program in the place of this one, as one change; it is seen from its start.
  public void replace(String text) {
    waiting.clear();
    Drafts now = state.get().drafts();
    Drafts drafts = now.edit(now.present().rewritten(text), false);
    take(drafts, gesture(false));
    run(drafts.present(), start, true);
  }

  /// Sets a variable that the program sets to a number, or draws, to another number; no other
  /// variable.
  ///
  /// @param value finite
  /// @param continues whether it goes on with the movement of the change before
  public void set(String variable, double value, boolean continues) {
    rewrite(
        variable, continues, draft -> draft.canSet(variable) ? draft.with(variable, value) : draft);
  }

  /// Sets a seed, and lets the program draw a variable from it that it set to a number.
  ///
  /// @param value finite
  /// @param continues whether it goes on with the movement of the change before
  public void draw(String variable, String seed, double value, boolean continues) {
    rewrite(
        seed,
        continues,
        draft ->
            draft.canSet(variable) && draft.canSet(seed)
                ? draft.drawn(variable).with(seed, value)
                : draft);
  }

  /// Gives a function that is one formula another formula.
  ///
  /// @param continues whether it goes on with the movement of the change before
  void define(String function, String formula, boolean continues) {
    rewrite(
        function,
        continues,
        draft ->
            Definition.of(draft.text(), function)
                .map(definition -> new Draft(definition.with(formula), draft.given()))
                .orElse(draft));
  }

  /// What runs a draft without showing it, on any thread; it throws a [ProblemException] if the
  /// draft does not run.
  Runnable trial(Draft draft) {
    Options how = options;
    return () -> replays(draft, how);
  }

  private void rewrite(Object subject, boolean continues, UnaryOperator<Draft> change) {
    edit(
        new Edit(
            subject,
            gesture(continues),
            _ -> Optional.empty(),
            (present, _, _) -> {
              try {
                return change.apply(present);
              } catch (ProblemException unreadable) {
                // There is no such number in what is being written.
                return present;
              }
            }));
  }

  private long gesture(boolean continues) {
    return continues ? gesture : ++gesture;
  }

  /// Takes back all changes of the last movement, as far as it made any.
  public void takeBack() {
    waiting.removeIf(edit -> edit.gesture() == gesture);
    if (lastGesture == gesture) {
      undo();
    }
  }

  /// Takes the last change back.
  public void undo() {
    step(Drafts::undo);
  }

  /// Makes the change again that was taken back last.
  public void redo() {
    step(Drafts::redo);
  }

  /// Goes back to the program as it was opened, which can be undone.
  public void reset() {
    step(Drafts::reset);
  }

  /// Runs the draft at hand in another way.
  public void runWith(UnaryOperator<Options> change) {
    Options next = change.apply(options);
    if (!next.equals(options)) {
      options = next;
      waiting.clear();
      State now = state.get();
      run(now.drafts().present(), now.ran().isEmpty() ? start : place.get(), false);
    }
  }

  /// Has no program, and runs nothing more.
  public void close() {
    waiting.clear();
    lane.cancel();
    running = false;
    state.set(
        new State(Drafts.of(Draft.of("")), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  // --- Editing -----------------------------------------------------------------------------------

  private void step(UnaryOperator<Drafts> move) {
    waiting.clear();
    lastGesture = -1;
    written = false;
    show(move.apply(state.get().drafts()), Optional.empty());
  }

  // Runs are not interrupted, so a change waits for the one under way; while it does, a later
  // change of the same number takes its place.
  private void edit(Edit edit) {
    if (!running) {
      apply(edit);
      return;
    }
    Edit last = waiting.peekLast();
    if (last != null && last.subject().equals(edit.subject()) && last.gesture() == edit.gesture()) {
      waiting.removeLast();
    }
    waiting.addLast(edit);
  }

  private void apply(Edit edit) {
    State now = state.get();
    Optional<Node> leaf = now.ran().flatMap(edit.leaf());
    Draft next = edit.apply().to(now.drafts().present(), now.ran(), leaf);
    Drafts drafts = now.drafts().edit(next, edit.gesture() == lastGesture);
    if (!drafts.equals(now.drafts())) {
      lastGesture = edit.gesture();
      show(drafts, leaf);
    }
  }

  private void show(Drafts drafts, Optional<Node> changed) {
    State now = state.get();
    if (drafts.equals(now.drafts())) {
      return;
    }
    state.set(new State(drafts, now.ran(), Optional.empty(), changed));
    run(drafts.present(), now.ran().isEmpty() ? start : place.get(), false);
  }

  // --- Running -----------------------------------------------------------------------------------

  private void run(Draft draft, Standing standing, boolean opened) {
    running = true;
    Options how = options;
    Function<Replays, Prospect> beyond = future;
    lane.run(() -> ran(draft, how, beyond, standing, opened), this::ran, this::refused);
  }

  private static Ran ran(
      Draft draft,
      Options base,
      Function<Replays, Prospect> beyond,
      Standing standing,
      boolean opened) {
    Replays replays = replays(draft, base);
    Prospect prospect = beyond.apply(replays);
    Session session = standing.in(prospect.over(replays), replays.run().origins());
    return new Ran(draft, replays, prospect, session, opened);
  }

  private static Replays replays(Draft draft, Options base) {
    Program program = draft.program();
    Options options = draft.options(base);
    Run run = program.run(options);
    if (run.problem().isPresent()) {
      throw run.problem().get().raise();
    }
    // Says what is wrong where there is no loss to go back from.
    run.last();
    return new Replays(program, options, run);
  }

  private void ran(Ran ran) {
    running = false;
    written = false;
    state.set(
        new State(state.get().drafts(), Optional.of(ran), Optional.empty(), Optional.empty()));
    goOn();
  }

  private void refused(RuntimeException failure) {
    running = false;
    if (!(failure instanceof ProblemException refused)) {
      throw failure;
    }
    State now = state.get();
    state.set(new State(now.drafts(), now.ran(), Optional.of(refused.problem()), now.changed()));
    goOn();
  }

  private void goOn() {
    Optional.ofNullable(waiting.pollFirst())
        .ifPresent(edit -> {
          apply(edit);
          if (!running) {
            goOn();
          }
        });
  }
}
