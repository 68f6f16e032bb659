package backstep.ui.code.edit;

import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Finds a word in the text: the next place, the one before, and how many there are.
final class FindBar extends FlowBar {
  private final CodeField field;
  private final Messages messages;
  private final Consumer<Found> show;
  private final TextField word = new TextField();
  private final Label count = new Label();
  private Found found = Found.NOTHING;

  /// @param show called with what is found, whenever that changes
  FindBar(CodeField field, Messages messages, Consumer<Found> show) {
    this.field = field;
    this.messages = messages;
    this.show = show;
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    word.setId("find-word");
    word.setPrefColumnCount(10);
    word.promptTextProperty().bind(messages.text("editor.find"));
    word.accessibleTextProperty().bind(messages.text("editor.find"));
    HBox.setHgrow(word, Priority.ALWAYS);
    count.getStyleClass().add("muted");
    count.setId("find-count");
    getChildren()
        .setAll(
            word,
            count,
            button("find-previous", MaterialDesignC.CHEVRON_UP, "editor.find.previous", false),
            button("find-next", MaterialDesignC.CHEVRON_DOWN, "editor.find.next", true),
            close());
    word.textProperty().subscribe(_ -> seek());
    word.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    field.textProperty().subscribe(_ -> refresh());
    field.selectionProperty().subscribe(_ -> tell());
    messages.words().subscribe(_ -> tell());
    setVisible(false);
    managedProperty().bind(visibleProperty());
  }

  /// Opens with what is selected, ready for a word.
  void open() {
    setVisible(true);
    String selected = field.getSelectedText();
    if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
      word.setText(selected);
    }
    word.requestFocus();
    word.selectAll();
    refresh();
  }

  void close(boolean back) {
    setVisible(false);
    refresh();
    if (back) {
      field.requestFocus();
    }
  }

  private void refresh() {
    found = isVisible() ? Found.of(word.getText(), field.getText()) : Found.NOTHING;
    show.accept(found);
    tell();
  }

  // The place that is selected is chosen again as the word grows.
  private void seek() {
    refresh();
    if (!found.starts().isEmpty()) {
      select(found.from(field.getSelection().getStart()));
    }
  }

  private void go(boolean on) {
    if (!found.starts().isEmpty()) {
      select(
          on
              ? found.from(field.getSelection().getStart() + 1)
              : found.before(field.getSelection().getStart()));
    }
  }

  private void select(int place) {
    int start = found.starts().get(place);
    field.selectRange(start, start + found.length());
    show.accept(found);
  }

  private void tell() {
    int now = found.starts().indexOf(field.getSelection().getStart());
    boolean on = now >= 0 && field.getSelection().getLength() == found.length();
    count.setText(
        word.getText().isEmpty()
            ? ""
            : messages.now("editor.find.count", on ? now + 1 : 0, found.starts().size()));
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      go(!event.isShiftDown());
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      close(true);
      event.consume();
    }
  }

  private Button button(String id, Ikon icon, String words, boolean on) {
    Button button = button(id, icon, words);
    button.setOnAction(_ -> go(on));
    return button;
  }

  private Button close() {
    Button button = button("find-close", MaterialDesignC.CLOSE, "editor.find.close");
    button.setOnAction(_ -> close(true));
    return button;
  }

  private Button button(String id, Ikon icon, String words) {
    Button button = new Button();
    button.setId(id);
    button.getStyleClass().addAll("small-button", "icon-button");
    button.setGraphic(new FontIcon(icon));
    button.setMinWidth(USE_PREF_SIZE);
    Tip.name(button, messages.text(words));
    return button;
  }
}
