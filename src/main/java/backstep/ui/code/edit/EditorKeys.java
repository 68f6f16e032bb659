package backstep.ui.code.edit;

import backstep.ui.kit.Keyboard;
import backstep.ui.kit.Keymap;
import java.util.function.Supplier;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What the keys do while somebody writes. Tab sets in; after Esc it leaves, so that the keyboard
/// alone can.
final class EditorKeys {
  /// What is done elsewhere.
  ///
  /// @param leaving told whether the next Tab leaves
  record Actions(
      Runnable complete,
      Runnable accept,
      Runnable find,
      Runnable undo,
      Runnable redo,
      java.util.function.Consumer<Boolean> leaving) {}

  private final CodeField field;
  private final CompletionList completion;
  private final Actions actions;
  private final Supplier<Keyboard> keyboard;
  private boolean leaving;

  EditorKeys(
      CodeField field, CompletionList completion, Actions actions, Supplier<Keyboard> keyboard) {
    this.keyboard = keyboard;
    this.field = field;
    this.completion = completion;
    this.actions = actions;
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    field.focusedProperty().subscribe(_ -> leave(false));
  }

  private void press(KeyEvent event) {
    // An input method uses keys for the letters that it composes.
    if (field.composingProperty().get()) {
      return;
    }
    boolean wasLeaving = leaving;
    if (!event.getCode().isModifierKey()) {
      leave(false);
    }
    if (chooses(event) || asks(event) || edits(event, wasLeaving)) {
      event.consume();
    }
  }

  private void leave(boolean now) {
    leaving = now;
    actions.leaving.accept(now);
  }

  private boolean chooses(KeyEvent event) {
    if (completion.shown().isEmpty()) {
      return false;
    }
    switch (event.getCode()) {
      case ENTER, TAB -> actions.accept.run();
      case ESCAPE -> completion.hide();
      default -> {
        return isPlain(event) && completion.moves(event.getCode());
      }
    }
    return true;
  }

  private boolean asks(KeyEvent event) {
    if (keyboard.get().matches(Keymap.COMPLETE, event)) {
      actions.complete.run();
    } else if (keyboard.get().matches(Keymap.FIND, event)) {
      actions.find.run();
    } else if (keyboard.get().matches(Keymap.UNDO, event)) {
      actions.undo.run();
    } else if (keyboard.get().matches(Keymap.REDO, event)) {
      actions.redo.run();
    } else if (keyboard.get().matches(Keymap.COMMENT, event)) {
      field.show(field.passage().commented());
    } else {
      return false;
    }
    return true;
  }

  private boolean edits(KeyEvent event, boolean wasLeaving) {
    boolean shifted = event.isShiftDown();
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return false;
    }
    switch (event.getCode()) {
      case TAB -> {
        if (wasLeaving) {
          field.requestFocusTraversal(
              shifted ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        } else {
          field.show(shifted ? field.passage().outdented() : field.passage().indented());
        }
      }
      case ENTER -> field.show(field.passage().broken());
      case ESCAPE -> leave(true);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(KeyEvent event) {
    return !event.isShiftDown() && !event.isShortcutDown() && event.getCode() != KeyCode.UNDEFINED;
  }
}
