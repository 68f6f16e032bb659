package backstep.lesson;

import backstep.graph.Node;
import backstep.python.Origins;
import backstep.trace.Step;
import java.util.Locale;
import java.util.Optional;

/// What a lesson says when a variable's step is reached.
///
/// @param line of its page, from 1
public record Narration(Place place, Prose text, int line) {
  /// When in the life of a variable.
  public enum Moment {
    /// It is computed.
    FORWARD,
    /// It is the loss, and the way back begins.
    SEED,
    /// A share of its gradient arrives.
    BACKWARD,
    /// It is updated.
    UPDATE
  }

  /// The steps that it belongs to, by names of the program and never by numbers.
  ///
  /// @param from of a gradient that comes from several variables, the one that it comes from here
  /// @param variant the only variant of the program that it belongs to; none for all
  public record Place(
      Moment moment, String variable, Optional<String> from, Optional<String> variant) {
    /// Whether a step is one of these, a step of a closed call included.
    public boolean fits(Step step, Origins origins) {
      return switch (moment) {
        case FORWARD -> step.phase() == Step.Phase.FORWARD && is(step.node(), origins);
        case SEED -> step instanceof Step.Seed && is(step.node(), origins);
        case UPDATE -> step.phase() == Step.Phase.UPDATE && is(step.node(), origins);
        case BACKWARD ->
            step.flows().stream().anyMatch(flow -> is(flow.to(), origins))
                && from.map(name -> Figure.isNamed(step.node(), name, origins)).orElse(true);
      };
    }

    private boolean is(Node node, Origins origins) {
      return Figure.isNamed(node, variable, origins);
    }

    /// Whether it says the same more narrowly, so that the other need not be said.
    boolean narrows(Place other) {
      return !equals(other)
          && moment == other.moment
          && variable.equals(other.variable)
          && (other.from.isEmpty() || other.from.equals(from))
          && (other.variant.isEmpty() || other.variant.equals(variant));
    }

    /// As a page's heading has it: `backward x from a in notebook`.
    @Override
    public String toString() {
      return moment.name().toLowerCase(Locale.ROOT)
          + " "
          + variable
          + from.map(name -> " from " + name).orElse("")
          + variant.map(name -> " in " + name).orElse("");
    }
  }
}
