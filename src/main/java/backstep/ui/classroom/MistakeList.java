package backstep.ui.classroom;

import backstep.practice.Mistake;
import backstep.ui.kit.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/// The class's mistakes, the commonest first, under an entry for all files. What is chosen says
/// which files are listed.
final class MistakeList extends ListView<MistakeList.Entry> {
  /// An entry.
  ///
  /// @param mistake none for all files
  /// @param count how many files there are
  record Entry(Optional<Mistake> mistake, int count) {}

  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final Messages messages;
  private HandInWords words;
  private boolean showing;

  MistakeList(Messages messages, Consumer<Optional<Mistake>> onChosen) {
    this.messages = messages;
    words = new HandInWords(messages.words().getValue(), false);
    setId("grades-mistakes");
    getStyleClass().add("mistake-list");
    accessibleTextProperty().bind(messages.text("grades.mistakes"));
    setItems(entries);
    setCellFactory(_ -> new Cell());
    getSelectionModel()
        .selectedItemProperty()
        .subscribe((_, chosen) -> {
          if (chosen != null && !showing) {
            onChosen.accept(chosen.mistake());
          }
        });
  }

  /// Shows mistakes, of which one may be chosen.
  void show(List<Mistake> mistakes, Optional<Mistake> chosen, int files, HandInWords newWords) {
    List<Entry> all =
        Stream.concat(
                Stream.of(new Entry(Optional.empty(), files)),
                mistakes.stream().map(one -> new Entry(Optional.of(one), one.files().size())))
            .toList();
    boolean other = !newWords.equals(words);
    words = newWords;
    showing = true;
    if (!entries.equals(all)) {
      entries.setAll(all);
    }
    int index =
        chosen
            .map(one ->
                (int) mistakes.stream().takeWhile(mistake -> !mistake.isLike(one)).count() + 1)
            .orElse(0);
    if (getSelectionModel().getSelectedIndex() != index) {
      getSelectionModel().clearAndSelect(index);
    }
    showing = false;
    if (other) {
      refresh();
    }
  }

  private final class Cell extends ListCell<Entry> {
    Cell() {
      // As wide as the list, so that what is long goes on in the next line.
      setPrefWidth(0);
      setWrapText(true);
    }

    @Override
    protected void updateItem(Entry item, boolean empty) {
      super.updateItem(item, empty);
      boolean blank = empty || item == null;
      setText(
          blank
              ? null
              : messages.now(
                  "grades.mistake",
                  item.count(),
                  item.mistake().map(words.say()::of).orElseGet(() -> messages.now("grades.all"))));
      setAccessibleText(blank ? null : spoken(item));
    }

    private String spoken(Entry item) {
      return item.mistake()
          .map(one -> messages.now("grades.mistake.spoken", item.count(), words.say().of(one)))
          .orElseGet(() -> messages.now("grades.all.spoken", item.count()));
    }
  }
}
