package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DraftsTest {
  private static final Draft FIRST = Draft.of("x = 0");

  private static Draft draft(int number) {
    return Draft.of("x = " + number);
  }

  @Test
  @DisplayName("Undo goes back and redo goes on again; both stay at the ends")
  void undoAndRedo() {
    Drafts two = Drafts.of(FIRST).edit(draft(1), false).edit(draft(2), false);

    assertThat(two.canRedo()).isFalse();
    assertThat(two.redo()).isEqualTo(two);
    assertThat(two.undo().present()).isEqualTo(draft(1));
    assertThat(two.undo().undo().present()).isEqualTo(FIRST);
    assertThat(two.undo().undo().canUndo()).isFalse();
    assertThat(two.undo().undo().undo().present()).isEqualTo(FIRST);
    assertThat(two.undo().undo().redo().redo()).isEqualTo(two);
  }

  @Test
  @DisplayName("The moves of a drag are one edit")
  void drag() {
    Drafts drag = Drafts.of(FIRST).edit(draft(1), false);
    for (int x = 2; x < 9; x++) {
      drag = drag.edit(draft(x), true);
    }

    assertThat(drag.present()).isEqualTo(draft(8));
    assertThat(drag.undo().present()).isEqualTo(FIRST);
    assertThat(drag.undo().redo().present()).isEqualTo(draft(8));
    // The first program is not lost to a drag.
    assertThat(Drafts.of(FIRST).edit(draft(1), true).undo().present()).isEqualTo(FIRST);
  }

  @Test
  @DisplayName("A new edit forgets what was undone; no change is no edit")
  void editAfterUndo() {
    Drafts undone = Drafts.of(FIRST).edit(draft(1), false).edit(draft(2), false).undo();

    assertThat(undone.edit(draft(3), false).canRedo()).isFalse();
    assertThat(undone.edit(draft(3), false).past()).isEqualTo(List.of(FIRST, draft(1)));
    assertThat(undone.edit(draft(1), false)).isSameAs(undone);
  }

  @Test
  @DisplayName("Reset is an edit back to the first program, and can be undone")
  void reset() {
    Drafts two = Drafts.of(FIRST).edit(draft(1), false).edit(draft(2), false);

    assertThat(two.reset().present()).isEqualTo(FIRST);
    assertThat(two.reset().undo()).isEqualTo(new Drafts(two.past(), two.present(), List.of(FIRST)));
    assertThat(two.reset().edit(draft(5), false).first()).isEqualTo(FIRST);
    assertThat(Drafts.of(FIRST).reset().canUndo()).isFalse();
  }

  @Property
  void undoingEverythingGivesEverythingBack(
      @ForAll List<@IntRange(min = 1, max = 5) Integer> numbers) {
    Drafts drafts = Drafts.of(FIRST);
    Deque<Draft> seen = new ArrayDeque<>(List.of(FIRST));
    for (int number : numbers) {
      drafts = drafts.edit(draft(number), false);
      if (!draft(number).equals(seen.getLast())) {
        seen.add(draft(number));
      }
    }
    while (true) {
      assertThat(drafts.present()).isEqualTo(seen.removeLast());
      assertThat(drafts.canUndo()).isEqualTo(!seen.isEmpty());
      if (seen.isEmpty()) {
        return;
      }
      assertThat(drafts.undo().redo()).isEqualTo(drafts);
      drafts = drafts.undo();
    }
  }
}
