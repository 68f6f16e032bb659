package backstep.ui.player;

import backstep.lab.Prospect;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.trace.Session;

/// Small programs, at the start of their first iteration.
final class Runs {
  /// Two operations; nothing is updated. Steps: 2 forward, 3 backward.
  static final String CHAIN = "x = 3.0\ny = x ** 2\nz = 2 * y\n";

  /// Three operations (difference, square, half) and an update, 50 times over. Steps: 3 forward, 4
  /// backward, 1 update.
  static final String GUESS =
      """
      guess = 0.0
      for i in range(50):
          loss = 0.5 * (42 - guess) ** 2
          guess -= 0.1 * (guess - 42)
      """;

  /// Nothing follows beyond the program's own iterations.
  static final Prospect CLOSED = new Prospect.Closed(Prospect.Obstacle.OWN_LOOP);

  private Runs() {}

  static Session start(String text) {
    Program program = Program.of(text);
    return Session.start(new Replays(program, Options.DEFAULT, program.run(Options.DEFAULT)));
  }
}
