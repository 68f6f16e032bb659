package backstep.ui.predict;

import backstep.graph.Node;
import backstep.practice.Prediction;
import backstep.practice.Prediction.Form;
import backstep.practice.Prediction.Subject;
import backstep.python.Naming;
import backstep.trace.Cover;
import backstep.trace.Snapshot;
import backstep.ui.explain.Explanation.Equation;
import backstep.ui.explain.Hint;
import backstep.words.Numbers;
import java.util.List;
import java.util.Optional;

/// A question about the next step, in no language yet.
///
/// @param prediction what is asked
/// @param form in which form
/// @param name what the node is called
/// @param from what the node is called that the step is about
/// @param rule what leads to the answer, without it
record Asked(Prediction prediction, Form form, String name, String from, Equation rule) {
  /// What there is to ask at this place, if anything.
  ///
  /// @param numbers how its figures are written
  /// @param wanted the form that the learner likes best
  /// @param cover what must not be told by a hint
  static Optional<Asked> of(
      Snapshot here, Naming naming, Numbers numbers, Optional<Form> wanted, Cover cover) {
    return Prediction.of(here)
        .map(prediction -> {
          List<Equation> rules = Hint.of(here, naming, numbers);
          Equation rule =
              prediction.rule() < rules.size()
                  ? rules.get(prediction.rule())
                  : new Equation(List.of());
          return new Asked(
                  prediction,
                  prediction.forms().getFirst(),
                  label(here, prediction.node(), naming, numbers),
                  label(here, prediction.step().node(), naming, numbers),
                  isHidden(here, cover) ? rule.rule() : rule)
              .in(wanted);
        });
  }

  private static boolean isHidden(Snapshot here, Cover cover) {
    return cover.hides(here.trace().at(here.position() + 1));
  }

  private static String label(Snapshot here, Node node, Naming naming, Numbers numbers) {
    return Hint.label(here, node, naming, numbers);
  }

  /// The same in another form, if it can be asked so.
  Asked in(Optional<Form> wanted) {
    Form other = wanted.filter(prediction.forms()::contains).orElse(form);
    return new Asked(prediction, other, name, from, rule);
  }

  /// The key of its sentence: {0} what is asked for, {1} where the step starts.
  String words() {
    String how = form == Form.FIGURE ? "figure" : form == Form.SIGN ? "sign" : "shape";
    return "predict." + how + "." + subject();
  }

  private String subject() {
    return switch (prediction.subject()) {
      case VALUE -> "value";
      case SEED -> "seed";
      case SHARE -> "share";
      case UPDATED -> "updated";
    };
  }

  /// What is asked for, with its place in an array where one number of it is.
  String target() {
    String place = form == Form.SHAPE ? "" : prediction.place();
    boolean bare = place.isEmpty() || name.chars().allMatch(Character::isJavaIdentifierPart);
    return (bare ? name : "(" + name + ")") + place;
  }

  /// How many hints there are: the rule, and the rule with the numbers.
  int hints() {
    return Math.min(2, rule.lines().size());
  }

  /// What is asked of a gradient, rather than of a value.
  boolean isGradient() {
    return prediction.subject() == Subject.SHARE || prediction.subject() == Subject.SEED;
  }
}
