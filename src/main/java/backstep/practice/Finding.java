package backstep.practice;

import java.util.Arrays;
import java.util.List;

/// What there is to say of one line of a learner's backward pass, in no language.
///
/// @param arguments names and pieces of the program that the sentence of this kind is about
/// @param hidden whether it is a mistake that these very numbers do not show, as a forgotten
///   derivative that happens to be 1
public record Finding(Kind kind, List<Object> arguments, boolean hidden) {
  /// What can be found; of several mistakes that explain a line the first one here is named.
  public enum Kind {
    /// The gradient of its variable: the variable.
    RIGHT,
    /// No gradient, and not called one: a value to compute with.
    HELPER,
    /// Zeros, to be added to: the variable.
    STARTED,
    /// One share of several, and a later line adds to it: the variable.
    PART,
    /// An update that goes down along the gradient: the parameter.
    UPDATED,
    /// The gradient, with these numbers but not with others, and no known mistake: the variable.
    HERE_ONLY,
    /// The right step from a line above that is not right: the variable, the other one.
    FOLLOWS,
    /// The gradient with its sign turned: the variable.
    SIGN,
    /// The gradient lying on its side: the variable, its shape.
    TRANSPOSED,
    /// The right figures in another shape: the variable, its shape, the learner's.
    SHAPE,
    /// Set anew where it had to be added to: the variable, what is missing.
    OVERWROTE,
    /// A share that is missing: the value used more than once, where it is used.
    SHARE,
    /// The derivative of an activation is missing: its result, what it is applied to.
    DERIVATIVE,
    /// What comes back from the loss is missing: the value whose gradient that is.
    UPSTREAM,
    /// The derivative at the result instead of at what went in: the result, what went in.
    VALUE,
    /// The derivative at what went in instead of at the result: what went in, the result.
    INPUT,
    /// Another factor in the place of an activation's derivative: the factor, the result, what went
    /// in.
    OTHER_DERIVATIVE,
    /// A parameter had been updated before the line read it: the parameter.
    UPDATED_FIRST,
    /// The number of rows is divided by once too often or too rarely: the number.
    BATCH,
    /// A factor is missing: the factor.
    OPERAND,
    /// Added up along another axis, or not at all: the variable, its shape.
    AXIS,
    /// A matrix on its side inside the line: the matrix.
    MATRIX,
    /// The sign of one share is turned inside the line: the expression it came over.
    SHARE_SIGN,
    /// Too large or too small by a number: the variable, the number.
    FACTOR,
    /// The gradient of another variable: the variable, the other one.
    OTHER_GRADIENT,
    /// Another variable than the one needed: the one used, the one needed.
    OTHER_VARIABLE,
    /// An update that climbs: the parameter.
    CLIMBS,
    /// A parameter set to something else instead of moved: the parameter.
    REPLACED,
    /// Another shape: the variable, its shape, the learner's.
    OTHER_SHAPE,
    /// None of the above: the variable, the first entry that parts, what the line gives there.
    NOT_YET,
    /// Not a number: the variable.
    NOT_FINITE
  }

  public Finding {
    arguments = List.copyOf(arguments);
  }

  static Finding of(Kind kind, Object... arguments) {
    return new Finding(kind, Arrays.asList(arguments), false);
  }

  Finding asHidden() {
    return new Finding(kind, arguments, true);
  }

  /// The key of the sentence that says it; of a hidden mistake `practice.hidden` says so around it.
  public String key() {
    return "practice." + kind;
  }

  /// Whether nothing about the line needs to be mended.
  public boolean isRight() {
    return !hidden && kind.compareTo(Kind.UPDATED) <= 0;
  }
}
