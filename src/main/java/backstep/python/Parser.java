package backstep.python;

/// Reads a program, one method for each rule of the grammar.
public final class Parser {
  /// Blocks and brackets within one another: as many as CPython allows blocks.
  public static final int MAX_NESTING = 100;

  /// Levels of one expression's tree: a chain `a + b + …` leans to the left and is computed by
  /// recursion.
  public static final int MAX_DEPTH = 1_000;

  private Parser() {}

  /// The program that the text says, or its first [Problem].
  public static Ast.Module parse(String text) throws ProblemException {
    throw new UnsupportedOperationException("not yet");
  }
}
