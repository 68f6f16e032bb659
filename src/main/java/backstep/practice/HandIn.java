package backstep.practice;

import backstep.python.Ast;
import backstep.python.Parser;
import backstep.python.Problem;
import backstep.python.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a learner handed in, read: the texts in which the backward pass may be.
///
/// In a notebook a loss and its backward pass may stand in one cell or in several, what they need
/// in cells above, and other things in all others. A cell that is not in the small Python (one that
/// draws, say) is left out.
///
/// @param loss what it calls its loss
/// @param documents the one that counts most first
/// @param problem what keeps a text from being read, if none can be
record HandIn(
    String loss, List<Document> documents, Optional<Problem> problem, Optional<Spot> spot) {
  // Each of them is run with all cells above it.
  private static final int MAX_CELLS = 8;

  static HandIn of(List<String> texts, boolean notebook, String loss) {
    List<Document.Cell> cells = new ArrayList<>();
    List<Integer> computing = new ArrayList<>();
    Optional<Problem> problem = Optional.empty();
    Optional<Spot> spot = Optional.empty();
    for (int i = 0; i < texts.size(); i++) {
      Optional<Integer> number = notebook ? Optional.of(i + 1) : Optional.empty();
      try {
        List<Ast.Stmt> body = Parser.parse(texts.get(i)).body();
        if (body.stream().anyMatch(statement -> Bound.names(statement).contains(loss))) {
          computing.add(cells.size());
        }
        cells.add(new Document.Cell(number, texts.get(i)));
      } catch (ProblemException e) {
        problem = Optional.of(e.problem());
        spot = Optional.of(new Spot(number, e.problem().span().line()));
      }
    }
    List<Document> documents = new ArrayList<>();
    int end = cells.size();
    for (int k = computing.size() - 1; k >= Math.max(0, computing.size() - MAX_CELLS); k--) {
      int at = computing.get(k);
      documents.add(Document.of(cells.subList(0, end), at));
      if (at > 0) {
        // Where a cell above stops, this one may do without it.
        documents.add(Document.of(cells.subList(at, end), 0));
      }
      end = at;
    }
    // A problem tells something only where it may have hidden what was looked for.
    return documents.isEmpty()
        ? new HandIn(loss, documents, problem, spot)
        : new HandIn(loss, documents, Optional.empty(), Optional.empty());
  }

  /// Whether a loss of that name is computed somewhere.
  boolean hasLoss() {
    return !documents.isEmpty();
  }
}
