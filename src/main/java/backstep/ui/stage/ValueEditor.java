package backstep.ui.stage;

import backstep.ui.kit.Announcer;
import backstep.ui.kit.Later;
import backstep.ui.kit.Messages;
import backstep.words.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// A field over an entry of a leaf, to type another number.
///
/// What is typed counts at once, as far as it is a number; while it is none, all that depends on
/// the leaf is marked. Enter keeps it, Escape takes it back, Tab goes on to the next entry, and the
/// arrows up and down count.
final class ValueEditor {
  private static final double WIDTH = 96;
  private static final double HINT_GAP = 4;

  /// What is edited.
  private record Subject(NodeBox box, int entry) {}

  private final StageModel model;
  private final Messages messages;
  private final TextField field = new TextField();
  private final Label hint = new Label();
  private final Pane layer;
  private final VBox panel = new VBox(HINT_GAP, field, hint);
  private @Nullable Subject subject;
  private double last;
  private boolean begun;

  /// @param layer where the field is shown, unscaled
  ValueEditor(StageModel model, Messages messages, Pane layer) {
    this.model = model;
    this.messages = messages;
    this.layer = layer;
    field.setId("value-field");
    field.getStyleClass().add("value-field");
    field.setPrefWidth(WIDTH);
    hint.getStyleClass().add("value-hint");
    hint.setId("value-hint");
    panel.setVisible(false);
    panel.setFillWidth(false);
    field.textProperty().subscribe(text -> typed(text));
    field.focusedProperty().subscribe(focused -> leave(focused));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    messages.words().subscribe(_ -> explain());
  }

  /// Whether a field is open.
  boolean isOpen() {
    return subject != null;
  }

  /// Opens the field over an entry of a leaf.
  void open(NodeBox box, int entry) {
    model
        .entry(box.id(), entry)
        .ifPresent(value -> {
          subject = null;
          begun = false;
          last = value;
          field.setText(Numbers.exact(value));
          subject = new Subject(box, entry);
          Later.put(panel, layer);
          panel.setVisible(true);
          explain();
          place();
          field.requestFocus();
          field.selectAll();
        });
  }

  /// Puts the field over its entry, wherever that is now.
  void place() {
    if (subject == null) {
      return;
    }
    Bounds cell = layer.sceneToLocal(subject.box().entryInScene(subject.entry()));
    panel.autosize();
    double x = cell.getCenterX() - field.getWidth() / 2;
    double y = cell.getCenterY() - field.getHeight() / 2;
    panel.relocate(
        Math.rint(Math.clamp(x, 0, Math.max(0, layer.getWidth() - panel.getWidth()))),
        Math.rint(Math.clamp(y, 0, Math.max(0, layer.getHeight() - panel.getHeight()))));
  }

  /// The graph was drawn anew, perhaps without what is edited.
  void follow(List<NodeBox> boxes) {
    if (subject != null && !boxes.contains(subject.box())) {
      close();
    } else {
      place();
    }
  }

  /// Closes the field, and keeps what was typed as far as it was a number.
  void close() {
    if (subject != null) {
      subject = null;
      panel.setVisible(false);
      model.typed(Optional.empty());
    }
  }

  // --- Typing ------------------------------------------------------------------------------------

  private void typed(String text) {
    Subject now = subject;
    if (now == null) {
      return;
    }
    OptionalDouble value = Numbers.parsed(text);
    model.typed(value.isPresent() ? Optional.empty() : Optional.of(now.box().id()));
    explain();
    value.ifPresent(number -> {
      if (number != last) {
        set(now, number);
      }
    });
  }

  private void set(Subject now, double value) {
    model.change(now.box().id(), now.entry(), value, begun);
    begun = true;
    last = value;
  }

  private void explain() {
    Subject now = subject;
    if (now == null) {
      return;
    }
    String name = now.box().entryName(now.entry());
    boolean isNumber = Numbers.parsed(field.getText()).isPresent();
    hint.setText(isNumber ? hint(now, name) : messages.now("edit.wrong"));
    hint.getStyleClass().setAll("label", "value-hint", isNumber ? "value-fine" : "value-wrong");
    field.setAccessibleText(messages.now("edit.field", name));
    field.setAccessibleHelp(hint.getText());
    if (!isNumber) {
      Announcer.sayPolitely(field, hint.getText());
    }
    place();
  }

  private String hint(Subject now, String name) {
    return model
        .start(now.box().id())
        .map(start -> messages.now("edit.hint.start", name, start.iteration()))
        .orElseGet(() -> messages.now("edit.hint", name));
  }

  private void press(KeyEvent event) {
    Subject now = subject;
    if (now == null) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> {
        if (Numbers.parsed(field.getText()).isPresent()) {
          done(now);
        } else {
          Announcer.say(field, hint.getText());
        }
      }
      case ESCAPE -> {
        if (begun) {
          model.takeBack();
        }
        done(now);
      }
      case TAB -> goOn(now, event.isShiftDown() ? -1 : 1);
      case UP, DOWN -> count(event.getCode() == KeyCode.UP ? 1 : -1, event.isShiftDown());
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void goOn(Subject now, int by) {
    if (Numbers.parsed(field.getText()).isEmpty()) {
      return;
    }
    int next = now.entry() + by;
    if (next >= 0 && next < now.box().size()) {
      open(now.box(), next);
    } else {
      done(now);
    }
  }

  // By as much as a few pixels of a drag.
  private void count(int sign, boolean fine) {
    Numbers.parsed(field.getText())
        .ifPresent(value -> {
          field.setText(Numbers.exact(new Scrub(value).by(sign * 4.0, fine)));
          field.positionCaret(field.getLength());
        });
  }

  private void done(Subject now) {
    close();
    now.box().requestFocus();
  }

  private void leave(boolean focused) {
    // Another window's being in front is no leaving; a window that is gone has no focus.
    boolean inFront =
        Optional.ofNullable(field.getScene())
            .map(Scene::getWindow)
            .filter(Window::isFocused)
            .isPresent();
    if (!focused && inFront) {
      close();
    }
  }
}
