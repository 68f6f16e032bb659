package backstep.python;

import java.util.ArrayList;
import java.util.List;

/// A learner's drafts of a program, of which one is at hand: the history of their edits.
///
/// It never changes; each edit, undo and redo returns another history.
///
/// @param past what undo goes back to, oldest first
/// @param present the draft at hand
/// @param future what redo goes on to, next first
public record Drafts(List<Draft> past, Draft present, List<Draft> future) {
  /// How many drafts undo can go back over. Of more, the oldest are forgotten, but for the first.
  static final int KEPT = 500;

  public Drafts {
    past = List.copyOf(past);
    future = List.copyOf(future);
  }

  /// The program before the first edit.
  public static Drafts of(Draft first) {
    return new Drafts(List.of(), first, List.of());
  }

  /// The program as it was before the first edit.
  public Draft first() {
    return past.isEmpty() ? present : past.getFirst();
  }

  /// Another draft takes the place of the one at hand. What was undone can no longer be redone.
  ///
  /// @param merge whether it belongs to the edit before, as each move of one drag does: undo then
  ///   goes back to before both. The first program is never merged into.
  public Drafts edit(Draft next, boolean merge) {
    if (next.equals(present)) {
      return this;
    }
    boolean grows = !merge || past.isEmpty();
    return new Drafts(grows ? plus(past, present) : past, next, List.of());
  }

  public boolean canUndo() {
    return !past.isEmpty();
  }

  /// The draft before; stays at the first.
  public Drafts undo() {
    return past.isEmpty()
        ? this
        : new Drafts(past.subList(0, past.size() - 1), past.getLast(), plus(present, future));
  }

  public boolean canRedo() {
    return !future.isEmpty();
  }

  /// The draft after, if it was undone; else stays.
  public Drafts redo() {
    return future.isEmpty()
        ? this
        : new Drafts(plus(past, present), future.getFirst(), future.subList(1, future.size()));
  }

  /// The first program again, as one more edit, which can be undone.
  public Drafts reset() {
    return edit(first(), false);
  }

  private static List<Draft> plus(List<Draft> drafts, Draft last) {
    List<Draft> all = new ArrayList<>(drafts);
    if (all.size() >= KEPT) {
      all.remove(1);
    }
    all.add(last);
    return all;
  }

  private static List<Draft> plus(Draft first, List<Draft> drafts) {
    List<Draft> all = new ArrayList<>();
    all.add(first);
    all.addAll(drafts);
    return all;
  }
}
