package backstep.python;

import java.util.Optional;

/// A function of a program that is one formula and nothing else, `def f(x): return x ** 2`, so that
/// another formula can take its place.
///
/// @param text the program
/// @param span where the formula stands in it
public record Definition(String text, Span span) {
  /// A piece of a formula.
  ///
  /// @param start how many characters of the formula stand before it
  /// @param words the piece itself; empty at the formula's end
  public record Piece(int start, String words) {}

  /// The function of that name, if the program itself, outside of its functions and loops, defines
  /// it so.
  ///
  /// @throws ProblemException if the text is not in the small Python
  public static Optional<Definition> of(String text, String function) {
    return Parser.parse(text).body().stream()
        .filter(Ast.Def.class::isInstance)
        .map(Ast.Def.class::cast)
        .filter(def -> def.name().equals(function) && def.body().size() == 1)
        .map(def -> def.body().getFirst())
        .filter(Ast.Return.class::isInstance)
        .flatMap(body -> Optional.ofNullable(((Ast.Return) body).value()).stream())
        .map(value -> new Definition(text, value.span()))
        .findFirst();
  }

  /// The formula.
  public String formula() {
    return span.of(text);
  }

  /// The program with another formula, which may be none.
  public String with(String formula) {
    return text.substring(0, span.start()) + formula + text.substring(span.end());
  }

  /// The piece of another formula that a problem of the program with it is about; none if it is
  /// about another place of the program.
  public Optional<Piece> piece(Problem problem, String formula) {
    int start = problem.span().start() - span.start();
    if (start < 0 || problem.span().line() != span.line()) {
      return Optional.empty();
    }
    // What is missing at the end is found missing behind a comment.
    int from = Math.min(start, formula.length());
    int to = Math.clamp(problem.span().end() - span.start(), from, formula.length());
    return Optional.of(new Piece(from, formula.substring(from, to)));
  }
}
