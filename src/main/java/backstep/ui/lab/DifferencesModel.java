package backstep.ui.lab;

import backstep.lab.Differences;
import backstep.lab.Differences.Quotients;
import backstep.lab.Response;
import backstep.python.Definition;
import backstep.python.Draft;
import backstep.python.Naming;
import backstep.python.Problem;
import backstep.python.ProblemException;
import backstep.ui.kit.Background;
import backstep.ui.kit.chart.Samples;
import backstep.ui.lab.ProgramModel.Ran;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The slope of a program's function, measured over a step, beside the exact one: the function and
/// its secants around the number, and the error of both differences over all steps.
///
/// The function is the program's `f`, which can be written anew, and the step its `h`.
public final class DifferencesModel {
  static final String FUNCTION = "f";
  static final String STEP = "h";

  /// Powers of ten between which the steps lie.
  static final int SMALLEST = -16;

  static final int LARGEST = 0;

  /// What there is to see.
  ///
  /// @param name of the number
  /// @param loss the name of the function's value
  /// @param here f(x)
  /// @param curve the function around x; where it is zoomed, what x and f gain from there
  /// @param reach how far the curve goes to both sides
  /// @param isZoomed whether it goes only some steps far
  /// @param now both slopes over the step at hand
  /// @param sweep both slopes over all steps; none where there is no slope to compare with
  /// @param kind what the function is like at x
  /// @param culprit what has no finite value at x
  record View(
      String name,
      String loss,
      Differences differences,
      double here,
      Samples curve,
      double reach,
      boolean isZoomed,
      Quotients now,
      List<Quotients> sweep,
      Differences.Kind kind,
      Optional<Culprit> culprit) {
    View {
      sweep = List.copyOf(sweep);
    }
  }

  /// What made the function infinite or NaN.
  ///
  /// @param expression as the program would write it
  /// @param op the name of the op, such as `Log`
  record Culprit(String expression, String op) {}

  /// The function as it is written.
  ///
  /// @param formula the one that is shown; none where the program has no such function
  /// @param written what was written last
  /// @param problem what keeps that from being shown, if anything does; with the piece it is about
  record Formula(String formula, String written, Optional<Slip> problem) {}

  /// What is wrong with a formula.
  ///
  /// @param piece of what was written; none if the problem shows elsewhere in the program
  record Slip(Problem problem, Optional<Definition.Piece> piece) {}

  // Fine enough to look smooth; a function that must be run for each point is not held up for long.
  private static final int POINTS = 200;
  private static final int PER_DECADE = 8;
  private static final double LEAST_REACH = 2;
  private static final double REACH = 1.2;
  private static final double STEPS = 4;
  // Nearer than that, hardly any numbers are left.
  private static final double FEWEST_ULPS = 16;
  private static final double USUAL_STEP = 1e-5;

  private final ProgramModel program;
  private final Background.Lane lane;
  private final Background.Lane trials;
  private final ReadOnlyObjectWrapper<Optional<View>> view =
      new ReadOnlyObjectWrapper<>(this, "view", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Formula>> formula =
      new ReadOnlyObjectWrapper<>(this, "formula", Optional.empty());
  private Optional<Ran> shown = Optional.empty();
  private boolean watched;
  private boolean zoomed;
  // Which bout of writing this is, and which one changed the function last.
  private long writing;
  private long defined = -1;

  /// @param background where slopes are measured and formulas tried
  public DifferencesModel(ProgramModel program, Background background) {
    this.program = program;
    lane = background.lane();
    trials = background.lane();
    program.stateProperty().subscribe(this::follow);
  }

  // --- Properties --------------------------------------------------------------------------------

  ReadOnlyObjectProperty<Optional<View>> viewProperty() {
    return view.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Formula>> formulaProperty() {
    return formula.getReadOnlyProperty();
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Says whether anybody looks: nothing is measured before.
  public void watch(boolean isWatched) {
    watched = isWatched;
    shown = Optional.empty();
    follow(program.getState());
  }

  /// Shows only some steps to both sides of x, or more.
  void zoom(boolean isZoomed) {
    zoomed = isZoomed;
    shown.ifPresent(this::measure);
  }

  /// Tries a formula, and shows it if it can be computed.
  void write(String text) {
    String last = formula.get().map(Formula::formula).orElse("");
    Draft draft = program.getState().drafts().present();
    Optional<Definition> definition = definition(draft);
    if (definition.isEmpty()) {
      return;
    }
    Definition old = definition.get();
    if (text.equals(old.formula())) {
      trials.cancel();
      formula.set(Optional.of(new Formula(last, text, Optional.empty())));
      return;
    }
    Runnable trial = program.trial(new Draft(old.with(text), draft.given()));
    long bout = writing;
    trials.run(
        () -> slip(trial, old, text),
        slip -> {
          formula.set(Optional.of(new Formula(last, text, slip)));
          if (slip.isEmpty()) {
            program.define(FUNCTION, text, bout == defined);
            defined = bout;
          }
        },
        failure -> {
          throw failure;
        });
  }

  /// Ends a bout of writing: what is written from now on is taken back by itself.
  void endWriting() {
    writing++;
  }

  /// Gives up what cannot be computed for the function that is shown.
  void giveUp() {
    endWriting();
    trials.cancel();
    formula.set(formula.get().map(f -> new Formula(f.formula(), f.formula(), Optional.empty())));
  }

  private static Optional<Slip> slip(Runnable trial, Definition old, String text) {
    try {
      trial.run();
      return Optional.empty();
    } catch (ProblemException refused) {
      Problem problem = refused.problem();
      return Optional.of(new Slip(problem, old.piece(problem, text)));
    }
  }

  // --- Measuring ---------------------------------------------------------------------------------

  private void follow(ProgramModel.State state) {
    if (!watched || state.ran().isEmpty()) {
      lane.cancel();
      shown = Optional.empty();
      view.set(Optional.empty());
      formula.set(Optional.empty());
    } else if (!state.ran().equals(shown)) {
      shown = state.ran();
      Ran ran = state.ran().get();
      formula.set(definition(ran.draft()).map(now -> formula(now.formula())));
      measure(ran);
    }
  }

  // What somebody is writing stays, if it is only the same with other blanks.
  private Formula formula(String now) {
    String text =
        formula
            .get()
            .filter(f -> f.problem().isPresent() || f.written().strip().equals(now.strip()))
            .map(Formula::written)
            .orElse(now);
    return new Formula(now, text, formula.get().flatMap(Formula::problem));
  }

  private static Optional<Definition> definition(Draft draft) {
    try {
      return Definition.of(draft.text(), FUNCTION);
    } catch (ProblemException unreadable) {
      return Optional.empty();
    }
  }

  private void measure(Ran ran) {
    boolean near = zoomed;
    lane.run(
        () -> view(ran, near),
        view::set,
        failure -> {
          throw failure;
        });
  }

  private static Optional<View> view(Ran ran, boolean isZoomed) {
    return Landscape.of(ran.replays().get(0)).map(landscape -> view(ran, landscape, isZoomed));
  }

  private static View view(Ran ran, Landscape landscape, boolean isZoomed) {
    Response response = new Response(ran.replays(), landscape.leaf());
    Naming naming = new Naming(ran.replays().run().origins());
    double x = landscape.at();
    double h = ran.draft().number(STEP).filter(step -> step > 0).orElse(USUAL_STEP);
    Differences differences = new Differences(response, x, response.slope());
    double here = differences.here();
    double reach =
        isZoomed
            ? Math.max(STEPS * h, FEWEST_ULPS * Math.ulp(x))
            : Math.max(LEAST_REACH, REACH * Math.abs(x));
    Samples curve =
        isZoomed
            ? Samples.of(off -> response.applyAsDouble(x + off) - here, -reach, reach, POINTS + 1)
            : Samples.of(response, x - reach, x + reach, POINTS + 1);
    Differences.Kind kind = differences.kind();
    boolean hasSlope = kind == Differences.Kind.SMOOTH || kind == Differences.Kind.KINK;
    return new View(
        naming.expression(landscape.leaf()),
        naming.expression(landscape.graph().loss()),
        differences,
        here,
        curve,
        reach,
        isZoomed,
        differences.at(h),
        hasSlope ? differences.sweep(SMALLEST, LARGEST, PER_DECADE) : List.of(),
        kind,
        response
            .culprit()
            .map(node ->
                new Culprit(naming.computation(node), node.op().getClass().getSimpleName())));
  }
}
