package backstep.train;

import backstep.tensor.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All terms of one plan. What is stated twice is one term, and so is computed once.
final class Terms {
  private record Statement(Rule rule, Shape shape) {}

  private final Map<Statement, Term> known = new HashMap<>();
  private final List<Term> inOrder = new ArrayList<>();

  /// The term with this rule.
  Term of(Rule rule, Shape shape) {
    return known.computeIfAbsent(
        new Statement(rule, shape),
        _ -> {
          Term term = new Term(this, rule, shape);
          inOrder.add(term);
          return term;
        });
  }

  /// One number everywhere.
  Term constant(double value, Shape shape) {
    return of(new Rule.Constant(value), shape);
  }

  /// What these terms are made of, and they themselves; operands come first.
  List<Term> leadingTo(Collection<Term> wanted) {
    Set<Term> needed = new HashSet<>(wanted);
    for (Term term : inOrder.reversed()) {
      if (needed.contains(term)) {
        needed.addAll(term.rule().beside());
        needed.addAll(term.rule().across());
      }
    }
    return inOrder.stream().filter(needed::contains).toList();
  }
}
