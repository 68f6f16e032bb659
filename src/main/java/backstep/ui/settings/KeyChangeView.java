package backstep.ui.settings;

import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Keyboard;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.kit.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;

/// Chooses what is pressed for what: whether letters do something by themselves, and the key for
/// each thing that a key does.
final class KeyChangeView extends VBox {
  private final SettingsModel model;
  private final Messages messages;
  private final ComboBox<Keymap> what = new ComboBox<>();
  private final Button record = new Button();
  private final Button usual;
  private final Label note = new Label();
  private boolean waiting;

  /// @param showKeys shows what the keys do
  KeyChangeView(SettingsModel model, Messages messages, Runnable showKeys) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("key-change");
    what.setId("key-what");
    what.getItems().setAll(Stream.of(Keymap.values()).filter(Keymap::isChangeable).toList());
    what.setMaxWidth(Double.MAX_VALUE);
    what.accessibleTextProperty().bind(messages.text("settings.key.what"));
    what.setValue(Keymap.FORWARD);
    what.valueProperty().subscribe((_, _) -> stop());
    record.setId("key-record");
    record.getStyleClass().add("bar-button");
    record.setMinWidth(USE_PREF_SIZE);
    record.setOnAction(_ -> wait(true));
    record.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    record
        .focusedProperty()
        .subscribe((_, has) -> {
          if (!has) {
            stop();
          }
        });
    usual = Parts.barButton("key-usual", messages.text("settings.key.usual"), this::takeUsual);
    Button all = Parts.barButton("all-keys", messages.text("settings.keys.all"), showKeys);
    note.setId("key-note");
    note.getStyleClass().add("setting-note");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    note.managedProperty().bind(note.textProperty().isNotEmpty());
    FlowBar buttons = new FlowBar(record, usual, all);
    buttons.getStyleClass().add("setting-row");
    getChildren().setAll(alone(), what, buttons, note);
    messages.words().subscribe(_ -> name());
    model.keyboard().subscribe(_ -> show());
  }

  private ToggleSwitch alone() {
    ToggleSwitch alone = new ToggleSwitch();
    alone.setId("letters-alone");
    alone.textProperty().bind(messages.text("settings.letters"));
    alone.accessibleTextProperty().bind(alone.textProperty());
    Tip.explain(alone, messages.text("settings.letters.tip"));
    alone.setMaxWidth(Double.MAX_VALUE);
    model.keyboard().map(Keyboard::alone).subscribe(alone::setSelected);
    alone.selectedProperty().subscribe((_, now) -> model.setKeyboard(keyboard().withAlone(now)));
    return alone;
  }

  private Keyboard keyboard() {
    return model.getSettings().keyboard();
  }

  // --- Recording ---------------------------------------------------------------------------------

  private void wait(boolean now) {
    waiting = now;
    note.setText("");
    show();
  }

  private void stop() {
    if (waiting || !note.getText().isEmpty()) {
      wait(false);
    }
    show();
  }

  private void press(KeyEvent event) {
    if (!waiting || event.getCode().isModifierKey()) {
      return;
    }
    event.consume();
    wait(false);
    if (event.getCode() != KeyCode.ESCAPE) {
      take(pressed(event));
    }
  }

  private static KeyCodeCombination pressed(KeyEvent event) {
    List<KeyCombination.Modifier> modifiers = new ArrayList<>();
    if (event.isShiftDown()) {
      modifiers.add(KeyCombination.SHIFT_DOWN);
    }
    if (event.isAltDown()) {
      modifiers.add(KeyCombination.ALT_DOWN);
    }
    if (event.isShortcutDown()) {
      modifiers.add(KeyCombination.SHORTCUT_DOWN);
    } else if (event.isControlDown()) {
      modifiers.add(KeyCombination.CONTROL_DOWN);
    }
    return new KeyCodeCombination(
        event.getCode(), modifiers.toArray(KeyCombination.Modifier[]::new));
  }

  private void take(KeyCodeCombination pressed) {
    Keymap key = what.getValue();
    String cap = new Keyboard(true, Map.of(key, pressed)).cap(key);
    Optional<Keymap> holder = keyboard().holder(key, pressed);
    if (holder.isPresent()) {
      refuse("settings.key.held", cap, holder.get());
    } else if (!Keyboard.isFit(key, pressed)) {
      say("settings.key.text", cap);
    } else {
      model.setKeyboard(keyboard().with(key, pressed));
    }
  }

  private void takeUsual() {
    Keymap key = what.getValue();
    Optional<KeyCodeCombination> held =
        key.keys().stream()
            .filter(one ->
                keyboard().holder(key, one).filter(keyboard().own()::containsKey).isPresent())
            .findFirst();
    if (held.isPresent()) {
      String cap = new Keyboard(true, Map.of(key, held.get())).cap(key);
      refuse("settings.key.held", cap, keyboard().holder(key, held.get()).orElseThrow());
    } else {
      note.setText("");
      model.setKeyboard(keyboard().without(key));
    }
  }

  private void refuse(String words, String cap, Keymap holder) {
    say(words, cap, messages.now(holder.words()));
  }

  private void say(String words, Object... arguments) {
    note.setText(messages.now(words, arguments));
  }

  // --- Showing -----------------------------------------------------------------------------------

  private void show() {
    Keymap key = what.getValue();
    String caps = String.join("  ", keyboard().caps(key));
    record.setText(
        waiting ? messages.now("settings.key.press") : messages.now("settings.key.change", caps));
    record.setAccessibleText(
        messages.now("settings.key.record", messages.now(key.words()), record.getText()));
    usual.setDisable(!keyboard().own().containsKey(key));
  }

  // Cells keep the words that they were made with.
  private void name() {
    what.setCellFactory(_ -> new Cell());
    what.setButtonCell(new Cell());
    show();
  }

  /// What a key does, and which it is.
  private final class Cell extends ListCell<Keymap> {
    @Override
    protected void updateItem(Keymap key, boolean empty) {
      super.updateItem(key, empty);
      setText(
          empty || key == null
              ? ""
              : messages.now("key.spoken", messages.now(key.words()), keyboard().cap(key)));
    }
  }
}
