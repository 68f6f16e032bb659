package backstep.practice;

import backstep.graph.Node;
import backstep.python.Options;
import backstep.python.Problem;
import backstep.python.ProblemException;
import backstep.python.Program;
import backstep.python.Run;
import backstep.python.SourceFile;
import backstep.python.Span;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An exercise that a class hands in: a program whose gradients are to be computed by hand.
///
/// It says what the loss is, as a function of its inputs, and whose gradients are wanted; how a
/// hand-in computes either is its own affair.
public final class Assignment {
  private final Pass pass;
  private final String loss;
  private final List<String> wanted;
  private final List<Reference> numbers;

  private Assignment(Pass pass, String loss, List<String> wanted) {
    this.pass = pass;
    this.loss = loss;
    this.wanted = wanted;
    Set<String> inputs = new LinkedHashSet<>();
    wanted.stream().filter(name -> pass.input(name).isPresent()).forEach(inputs::add);
    this.numbers = Probes.of(pass.cut().with(""), pass.own(), inputs);
  }

  /// The exercise that a program makes, or the last cell of a notebook that has a loss.
  ///
  /// @param options with the loss, where it is not found by itself
  /// @param wanted the variables whose gradients are asked for; none: those that the program
  ///   updates or, where it updates none, those whose gradients it computes or, where it computes
  ///   none, all its inputs
  /// @throws ProblemException if it does not run, has no loss, or the loss is not made of what is
  ///   wanted
  public static Assignment of(SourceFile file, Options options, List<String> wanted) {
    Document document = whole(file);
    Run run = Program.of(document.text()).run(options);
    run.problem()
        .ifPresent(problem -> {
          throw problem.raise();
        });
    run.last(); // to say what is amiss with the loss
    String loss = run.lossName();
    Span start = new Span(0, 0, 1, 1);
    Pass pass =
        Pass.in(document, options, loss, Set.copyOf(wanted)).passes().stream()
            .findFirst()
            .orElseThrow(() -> Problem.at(start, "grade.exercise.loss", loss).raise());
    List<String> all = wanted.isEmpty() ? usual(pass) : wanted;
    all.stream()
        .filter(name ->
            !pass.own().variables().containsKey(name)
                || !pass.own().gradients().containsKey(pass.own().variables().get(name)))
        .findFirst()
        .ifPresent(name -> {
          throw Problem.at(start, "grade.exercise.variable", name, loss).raise();
        });
    if (all.isEmpty()) {
      throw Problem.at(start, "grade.exercise.nothing", loss).raise();
    }
    return new Assignment(pass, loss, List.copyOf(new LinkedHashSet<>(all)));
  }

  private static Document whole(SourceFile file) {
    StringBuilder all = new StringBuilder();
    file.texts().forEach(text -> all.append(text).append('\n'));
    return Document.of(all.toString());
  }

  private static List<String> usual(Pass pass) {
    List<String> inputs = Aims.of(Set.of(), pass.own()).names();
    Run run = Program.of(pass.cut().with(pass.cut().own())).run(pass.own().options());
    List<String> updated =
        run.last().updates().stream()
            .flatMap(update -> run.origins().name(update.parameter()).stream())
            .filter(inputs::contains)
            .distinct()
            .toList();
    if (!updated.isEmpty()) {
      return updated;
    }
    List<String> computed =
        run.globals().keySet().stream()
            .filter(name -> !pass.own().values().containsKey(name))
            .flatMap(name -> GradientName.variable(name, Set.copyOf(inputs)).stream())
            .distinct()
            .toList();
    return computed.isEmpty() ? inputs : computed;
  }

  /// What the loss is called.
  public String loss() {
    return loss;
  }

  /// The variables whose gradients are asked for.
  public List<String> wanted() {
    return wanted;
  }

  /// The variables whose gradients could be asked for: first what the loss is made of, then what is
  /// computed on the way to it.
  public List<String> candidates() {
    Reference own = pass.own();
    List<String> inputs = Aims.of(Set.of(), own).names();
    Stream<String> between =
        own.variables().entrySet().stream()
            .filter(entry -> entry.getValue() instanceof Node.Operation)
            .filter(entry -> entry.getValue() != own.graph().loss())
            .filter(entry -> own.gradients().containsKey(entry.getValue()))
            .sorted(Comparator.comparingLong(entry -> entry.getValue().id()))
            .map(Map.Entry::getKey);
    return Stream.concat(inputs.stream(), between).toList();
  }

  /// Judges one file. Whatever is wrong with it is part of what is said of it.
  public Marked mark(Submission submission) {
    String name = submission.name();
    try {
      SourceFile read = SourceFile.read(submission.path());
      return new Marked(gradeOrSay(name, read), read);
    } catch (SourceFile.Unreadable e) {
      return new Marked(Grade.none(name, Trouble.of(e)), new SourceFile(name, List.of()));
    }
  }

  // A class's other files are judged even where one of them finds a fault in the judge.
  private Grade gradeOrSay(String name, SourceFile read) {
    try {
      return grade(name, read.texts(), read.isNotebook());
    } catch (RuntimeException | StackOverflowError e) {
      return Grade.none(name, Trouble.fault());
    }
  }

  /// Judges one program, or the code cells of one notebook.
  Grade grade(String name, List<String> texts, boolean notebook) {
    String called =
        Stream.concat(Stream.of(loss), Options.USUAL_LOSSES.stream())
            .filter(other -> HandIn.of(texts, notebook, other).hasLoss())
            .findFirst()
            .orElse(loss);
    return new Grader(this, name).grade(HandIn.of(texts, notebook, called));
  }

  /// Judges several files.
  public Grades grade(List<Submission> files) {
    return new Grades(loss, wanted, files.stream().map(file -> mark(file).grade()).toList());
  }

  Pass pass() {
    return pass;
  }

  // The exercise with its own numbers, with others of what is wanted, and with other data.
  List<Reference> numbers(Counterparts counterparts) {
    return Probes.withData(
        pass.cut().with(""),
        numbers,
        leaf ->
            counterparts.has(leaf)
                && pass.own().origins().globals(leaf).stream().noneMatch(wanted::contains));
  }

  /// The name of the exercise's variable that first comes out otherwise in a hand-in.
  Optional<String> parting(Reference exercise, Reference own) {
    return exercise.variables().keySet().stream()
        .filter(name -> own.values().containsKey(name))
        .filter(name ->
            !Likeness.sameEntries(own.values().get(name), exercise.variables().get(name).value()))
        .findFirst();
  }
}
