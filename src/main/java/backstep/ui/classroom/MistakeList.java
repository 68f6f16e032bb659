package backstep.ui.classroom;

import backstep.practice.Mistake;
import backstep.ui.kit.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/// The class's mistakes, the commonest first. The one that is chosen says which files are listed.
final class MistakeList extends ListView<Mistake> {
  private final ObservableList<Mistake> mistakes = FXCollections.observableArrayList();
  private final Messages messages;
  private HandInWords words;
  private boolean showing;

  MistakeList(Messages messages, Consumer<Optional<Mistake>> onChosen) {
    this.messages = messages;
    words = new HandInWords(messages.words().getValue(), false);
    setId("grades-mistakes");
    getStyleClass().add("mistake-list");
    accessibleTextProperty().bind(messages.text("grades.mistakes"));
    setItems(mistakes);
    setCellFactory(_ -> new Cell());
    getSelectionModel()
        .selectedItemProperty()
        .subscribe((_, chosen) -> {
          if (chosen != null && !showing) {
            onChosen.accept(Optional.of(chosen));
          }
        });
  }

  /// Shows mistakes, of which one may be chosen.
  void show(List<Mistake> found, Optional<Mistake> chosen, HandInWords newWords) {
    boolean other = !newWords.equals(words);
    words = newWords;
    showing = true;
    if (!mistakes.equals(found)) {
      mistakes.setAll(found);
    }
    int index =
        chosen
            .map(one -> (int) found.stream().takeWhile(mistake -> !mistake.isLike(one)).count())
            .orElse(-1);
    if (index < 0) {
      getSelectionModel().clearSelection();
    } else if (getSelectionModel().getSelectedIndex() != index) {
      getSelectionModel().clearAndSelect(index);
    }
    showing = false;
    if (other) {
      refresh();
    }
  }

  private final class Cell extends ListCell<Mistake> {
    Cell() {
      // As wide as the list, so that what is long goes on in the next line.
      setPrefWidth(0);
      setWrapText(true);
    }

    @Override
    protected void updateItem(Mistake item, boolean empty) {
      super.updateItem(item, empty);
      boolean blank = empty || item == null;
      setText(blank ? null : said("grades.mistake", item));
      setAccessibleText(blank ? null : said("grades.mistake.spoken", item));
    }

    private String said(String key, Mistake item) {
      return messages.now(key, item.files().size(), words.say().of(item));
    }
  }
}
