package backstep.ui.code.edit;

import backstep.python.Splice;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.TextArea;
import javafx.scene.input.InputMethodEvent;

/// The field that is written in. Its letters are not seen: they are painted over it in colours,
/// while the caret, the selection and the letters that an input method composes are its own.
final class CodeField extends TextArea {
  private final ReadOnlyBooleanWrapper composing =
      new ReadOnlyBooleanWrapper(this, "composing", false);

  CodeField() {
    getStyleClass().add("code-field");
    setId("code-field");
    // Its own menu would undo by a history of its own.
    setContextMenu(null);
    addEventFilter(
        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
        event -> composing.set(!event.getComposed().isEmpty()));
    focusedProperty()
        .subscribe(has -> {
          if (!has) {
            composing.set(false);
          }
        });
  }

  /// Whether letters are being composed that are not yet written.
  ReadOnlyBooleanProperty composingProperty() {
    return composing.getReadOnlyProperty();
  }

  Passage passage() {
    return new Passage(getText(), getAnchor(), getCaretPosition());
  }

  /// Shows another text with another selection, and changes no more than differs.
  void show(Passage next) {
    change(next.text());
    selectRange(next.anchor(), next.caret());
  }

  /// Shows another text; the caret stands after what is changed.
  ///
  /// @return whether it is another one
  boolean change(String text) {
    Splice splice = Splice.between(getText(), text);
    if (!splice.isNothing()) {
      replaceText(splice.start(), splice.end(), splice.text());
    }
    return !splice.isNothing();
  }
}
