package backstep.ui.code.edit;

import backstep.python.Completion;
import backstep.python.Completion.Candidate;
import backstep.ui.kit.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/// The names that fit at the caret. The keyboard stays in the text; its arrows choose here.
final class CompletionList extends ListView<Candidate> {
  private static final int ROWS = 7;
  private static final double COLUMNS = 30;

  private Optional<Completion> shown = Optional.empty();

  CompletionList(Messages messages, Consumer<Candidate> chosen) {
    setId("completion");
    getStyleClass().add("completion");
    setFocusTraversable(false);
    setManaged(false);
    setVisible(false);
    accessibleTextProperty().bind(messages.text("editor.completion"));
    setCellFactory(_ -> new Cell());
    setOnMouseClicked(_ -> selected().ifPresent(chosen));
  }

  /// What is shown, if anything is.
  Optional<Completion> shown() {
    return shown;
  }

  Optional<Candidate> selected() {
    return Optional.ofNullable(getSelectionModel().getSelectedItem());
  }

  void show(Completion completion) {
    shown = Optional.of(completion).filter(c -> !c.candidates().isEmpty());
    getItems().setAll(shown.map(Completion::candidates).orElse(List.of()));
    getSelectionModel().selectFirst();
    scrollTo(0);
    setVisible(shown.isPresent());
  }

  void hide() {
    shown = Optional.empty();
    setVisible(false);
  }

  /// Whether the key chooses another name.
  boolean moves(KeyCode code) {
    int by =
        switch (code) {
          case UP -> -1;
          case DOWN -> 1;
          case PAGE_UP -> -ROWS;
          case PAGE_DOWN -> ROWS;
          default -> 0;
        };
    if (by != 0) {
      int now = getSelectionModel().getSelectedIndex();
      int next = Math.clamp((long) now + by, 0, getItems().size() - 1);
      getSelectionModel().select(next);
      scrollTo(Math.max(0, next - ROWS / 2));
    }
    return by != 0;
  }

  /// Places it under the caret, or over it where there is more room, within these bounds.
  void place(
      double x, double caretY, double lineHeight, double letter, double width, double height) {
    double y = Math.clamp(caretY, 0, Math.max(0, height - lineHeight));
    setFixedCellSize(Math.ceil(lineHeight * 1.25));
    double wide = Math.min(width, letter * COLUMNS);
    double wanted = Math.min(ROWS, getItems().size()) * getFixedCellSize() + 4;
    double under = height - (y + lineHeight);
    boolean below = under >= wanted || under >= y;
    double high = Math.min(wanted, below ? under : y);
    resizeRelocate(
        Math.clamp(x, 0, Math.max(0, width - wide)), below ? y + lineHeight : y - high, wide, high);
  }

  private static final class Cell extends ListCell<Candidate> {
    private final Label name = new Label();
    private final Label signature = new Label();
    private final HBox row = new HBox(name, signature);

    Cell() {
      setPrefWidth(0);
      name.getStyleClass().add("completion-name");
      name.setMinWidth(USE_PREF_SIZE);
      signature.getStyleClass().add("completion-signature");
      signature.setMinWidth(0);
    }

    @Override
    protected void updateItem(Candidate item, boolean empty) {
      super.updateItem(item, empty);
      boolean blank = empty || item == null;
      setGraphic(blank ? null : row);
      name.setText(blank ? "" : item.name());
      signature.setText(blank ? "" : item.signature());
      setAccessibleText(blank ? null : item.name() + item.signature());
    }
  }
}
