package backstep.handout;

import backstep.python.BackwardProgram;
import backstep.python.Options;
import backstep.python.ProblemException;
import backstep.python.Program;
import backstep.python.Run;
import backstep.python.Seed;
import backstep.words.Words;
import java.util.Optional;
import java.util.stream.Stream;

/// A form in which a program can be given out.
public enum Handout {
  /// The program, followed by its backward pass as NumPy code.
  PY("py") {
    @Override
    String of(String title, Run run, Options options, Words words) {
      return BackwardProgram.of(run.text(), run, words.text("handout.backward", run.lossName()));
    }
  },
  /// The same as a notebook.
  IPYNB("ipynb") {
    @Override
    String of(String title, Run run, Options options, Words words) {
      return NotebookText.of(title, run, options, words);
    }
  },
  /// The program with PyTorch, which finds the gradients itself.
  TORCH("torch") {
    @Override
    String of(String title, Run run, Options options, Words words) {
      return TorchScript.of(run, options, words);
    }
  };

  private final String name;

  Handout(String name) {
    this.name = name;
  }

  /// The form of that name: `py`, `ipynb` or `torch`.
  public static Optional<Handout> named(String name) {
    return Stream.of(values()).filter(form -> form.name.equals(name)).findFirst();
  }

  /// What the name of its file ends in, without the dot.
  public String ending() {
    return this == IPYNB ? "ipynb" : "py";
  }

  /// The text.
  ///
  /// @param title what the program is called
  /// @param text the program
  /// @param options how it is run
  /// @param words in what language comments are
  /// @throws ProblemException if the program does not run, has no loss, or has something that this
  ///   form has no words for
  public String of(String title, String text, Options options, Words words) {
    Run run = run(text, options);
    String seeded = Seed.fix(text, run, options);
    return of(title, seeded.equals(text) ? run : run(seeded, options), options, words);
  }

  private static Run run(String text, Options options) {
    Run run = Program.of(text).run(options);
    run.problem()
        .ifPresent(problem -> {
          throw problem.raise();
        });
    return run;
  }

  abstract String of(String title, Run run, Options options, Words words);
}
