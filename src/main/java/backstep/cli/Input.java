package backstep.cli;

import backstep.graph.Iteration;
import backstep.python.Notebook;
import backstep.python.Options;
import backstep.python.Parser;
import backstep.python.ProblemException;
import backstep.python.Program;
import backstep.python.Run;
import backstep.python.SourceFile;
import backstep.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What every command on a program takes: the file, its loss, its seed.
final class Input {
  @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "input.file")
  private String file = "";

  @Option(names = "--loss", paramLabel = "NAME", descriptionKey = "input.loss")
  private Optional<String> loss = Optional.empty();

  @Option(names = "--seed", paramLabel = "N", defaultValue = "0", descriptionKey = "input.seed")
  private long seed;

  /// A program as it was read, and what it is called in messages.
  record Source(String name, boolean notebook, List<String> texts, Program program) {
    /// The cells of a notebook one after another, as one program.
    String text() {
      return String.join("\n", texts);
    }
  }

  /// The run of a program, or of a notebook's cell, and what that is called in messages.
  record Ran(Run run, String place) {
    /// A problem met with what the run left.
    Refused refused(ProblemException problem, Words words) {
      return Refused.of(problem.problem(), place, run.text(), words);
    }
  }

  Options options() {
    return Options.DEFAULT.withLoss(loss).withSeed(seed);
  }

  /// Reads the program.
  ///
  /// @throws Refused if there is no such file, or no program in it
  Source read(Cli cli) {
    String name = file.equals("-") ? cli.words().text("cli.standardInput") : file;
    String text = text(cli, name);
    boolean notebook =
        file.endsWith(".ipynb") || (file.equals("-") && text.stripLeading().startsWith("{"));
    if (!notebook) {
      return new Source(name, false, List.of(text), parsed(cli, name, List.of(text)));
    }
    try {
      List<String> cells = Notebook.cells(text);
      return new Source(name, true, cells, parsed(cli, name, cells));
    } catch (ProblemException e) {
      throw Refused.of(e.problem(), name, "", cli.words());
    }
  }

  private static Program parsed(Cli cli, String name, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      try {
        Parser.parse(texts.get(i));
      } catch (ProblemException e) {
        String place = texts.size() == 1 ? name : cell(cli, name, i);
        throw Refused.of(e.problem(), place, texts.get(i), cli.words());
      }
    }
    return Program.ofCells(texts);
  }

  // A cell of a notebook, as messages call it.
  private static String cell(Cli cli, String name, int index) {
    return cli.words().text("cli.cell", name, String.valueOf(index + 1));
  }

  private String text(Cli cli, String name) {
    try {
      return SourceFile.text(
          name, () -> file.equals("-") ? cli.in() : Files.newInputStream(Path.of(file)));
    } catch (SourceFile.Unreadable e) {
      throw new Refused(cli.words().text(e.key(), name, e.limit()));
    }
  }

  /// Runs the program, or each cell of the notebook; what it printed goes to `out` even if it then
  /// met a problem.
  ///
  /// @throws Refused if it met one, or never computed the loss that is asked for
  List<Ran> run(Cli cli, Source source, boolean print) {
    List<Ran> all = new ArrayList<>();
    for (Run run : source.program().runCells(options())) {
      String place = source.notebook() ? cell(cli, source.name(), all.size()) : source.name();
      all.add(new Ran(run, place));
      if (print) {
        cli.out().print(run.printed());
      }
      if (run.problem().isPresent()) {
        cli.out().flush();
        throw Refused.of(run.problem().get(), place, run.text(), cli.words());
      }
    }
    if (loss.isPresent() && all.stream().allMatch(ran -> ran.run().iterations() == 0)) {
      cli.out().flush();
      last(cli, all);
    }
    return all;
  }

  /// The last iteration of a program, or of a notebook's last cell.
  ///
  /// @throws Refused if there is no loss, or one of more than one entry
  static Iteration last(Cli cli, List<Ran> all) {
    Ran ran = all.getLast();
    try {
      return ran.run().last();
    } catch (ProblemException e) {
      throw ran.refused(e, cli.words());
    }
  }
}
