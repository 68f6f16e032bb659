package backstep.lesson;

import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.python.Origins;
import backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something that a lesson asks.
public sealed interface Question {
  /// What is asked.
  Prose text();

  /// The line of its page, from 1.
  int line();

  /// One of a few answers is picked.
  record Picked(Prose text, List<Pick> picks, int line) implements Question {
    public Picked {
      picks = List.copyOf(picks);
    }
  }

  /// An answer to pick, and what is said to whoever picks it.
  record Pick(Prose text, boolean right, Prose reply) {}

  /// A figure of the program is typed.
  ///
  /// @param reply said when it is found
  record Typed(Prose text, Figure answer, Prose reply, int line) implements Question {}

  /// A form of the program is mended in its text, so that every update goes along the gradient.
  ///
  /// @param variant the id of the form that holds the slip
  /// @param reply said when it is mended
  record Mended(Prose text, String variant, Prose reply, int line) implements Question {
    /// Which parameter's update does not go along its gradient; none where all do.
    public static Optional<String> amiss(Iteration iteration, Origins origins) {
      Map<Node, Tensor> gradients = iteration.graph().gradients();
      return iteration.updates().stream()
          .filter(update -> !update.isAlong(gradients))
          .findFirst()
          .map(update -> origins.name(update.parameter()).orElse(""));
    }

    /// Whether the program updates something, and all of it along its gradient.
    static boolean isMended(Iteration iteration, Origins origins) {
      return !iteration.updates().isEmpty() && amiss(iteration, origins).isEmpty();
    }
  }

  /// How near a figure comes.
  enum Verdict {
    RIGHT,
    /// Within a twentieth.
    NEAR,
    /// The right size with the other sign.
    OTHER_SIGN,
    WRONG;

    // What is read off the screen has three to four digits.
    private static final double RIGHT_WITHIN = 0.005;
    private static final double NEAR_WITHIN = 0.05;
    private static final double ZERO_WITHIN = 1e-9;

    /// Judges what was typed.
    public static Verdict of(double typed, double exact) {
      double off = off(typed, exact);
      if (off <= RIGHT_WITHIN) {
        return RIGHT;
      }
      if (off(-typed, exact) <= RIGHT_WITHIN) {
        return OTHER_SIGN;
      }
      return off <= NEAR_WITHIN ? NEAR : WRONG;
    }

    private static double off(double typed, double exact) {
      double distance = Math.abs(typed - exact);
      return distance <= ZERO_WITHIN ? 0 : distance / Math.abs(exact);
    }
  }

  /// What both languages must have in common.
  default String kind() {
    return switch (this) {
      case Picked picked -> "picks " + picked.picks.stream().map(Pick::right).toList();
      case Typed typed -> "answer: " + typed.answer;
      case Mended mended -> "mended: " + mended.variant;
    };
  }

  /// The figure that answers it, if it is answered by one.
  default Optional<Figure> figure() {
    return this instanceof Typed typed ? Optional.of(typed.answer) : Optional.empty();
  }
}
