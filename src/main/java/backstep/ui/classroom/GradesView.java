package backstep.ui.classroom;

import backstep.practice.Grades;
import backstep.practice.Mistake;
import backstep.ui.classroom.GradesModel.HandIn;
import backstep.ui.classroom.GradesModel.State;
import backstep.ui.kit.Em;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.kit.ScrollColumn;
import backstep.ui.kit.Tip;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.controlsfx.control.ToggleSwitch;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;

/// What a class handed in: what was asked, the commonest mistakes, the files with their scores, and
/// the one of them that is chosen.
public final class GradesView extends VBox {
  private static final PseudoClass STACKED = PseudoClass.getPseudoClass("stacked");
  // In em. Where there is less, the program stands under the table, and everything scrolls.
  private static final double STACKED_BELOW = 60;

  private final GradesModel model;
  private final Messages messages;
  private final Em em = new Em();
  private final Button save;
  private final MistakeList mistakes;
  private final Button listAll;
  private final TextField find = TextFields.createClearableTextField();
  private final MenuButton sort = new MenuButton();
  private final HandInTable table;
  private final HandInView chosen;
  private final VBox list;
  private final Label start = new Label();
  private final VBox body = new VBox();
  private final HBox sides = new HBox();

  public GradesView(GradesModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("grades");
    save = Parts.smallButton("grades-save", messages.text("grades.save"), this::save);
    tip(save, "grades.save.tip");
    mistakes = new MistakeList(messages, model::listOnly);
    listAll =
        Parts.smallButton(
            "grades-all", messages.text("grades.all"), () -> model.listOnly(Optional.empty()));
    table = new HandInTable(messages, em.size());
    chosen = new HandInView(messages, one -> model.open(one, words()));
    list = list();
    start.setId("grades-start");
    start.getStyleClass().add("grades-start");
    start.setWrapText(true);
    start.textProperty().bind(messages.text("grades.start"));
    sides.getStyleClass().add("grades-sides");
    VBox.setVgrow(sides, Priority.ALWAYS);
    body.getStyleClass().add("grades-body");
    body.getChildren()
        .setAll(
            new ExerciseBar(model, messages),
            new FolderBar(model, messages, this::chooseFolder),
            start,
            sides);
    ScrollColumn column = new ScrollColumn(messages.text("grades.title"), body);
    column.setFitToHeight(true);
    VBox.setVgrow(column, Priority.ALWAYS);
    getChildren().setAll(em, head(), column);
    table.chosenProperty().subscribe(_ -> showChosen());
    find.textProperty().subscribe(_ -> show(model.getState()));
    widthProperty().subscribe(_ -> arrange());
    em.fontProperty().subscribe(_ -> arrange());
    model.stateProperty().subscribe(this::show);
    messages.words().subscribe(_ -> show(model.getState()));
  }

  // --- Parts -------------------------------------------------------------------------------------

  private FlowBar head() {
    Label title = new Label();
    title.getStyleClass().add("grades-title");
    title.textProperty().bind(messages.text("grades.title"));
    title.setMinWidth(USE_PREF_SIZE);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    ToggleSwitch anonymous = new ToggleSwitch();
    anonymous.setId("grades-anonymous");
    anonymous.textProperty().bind(messages.text("grades.anonymous"));
    anonymous.accessibleTextProperty().bind(anonymous.textProperty());
    anonymous.setMinWidth(USE_PREF_SIZE);
    model.stateProperty().map(State::anonymous).subscribe(anonymous::setSelected);
    anonymous.selectedProperty().subscribe((_, now) -> model.setAnonymous(now));
    FlowBar head = new FlowBar(title, anonymous, save);
    head.getStyleClass().add("grades-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private VBox list() {
    find.setId("grades-find");
    find.promptTextProperty().bind(messages.text("grades.find"));
    find.accessibleTextProperty().bind(messages.text("grades.find"));
    HBox.setHgrow(find, Priority.ALWAYS);
    find.setOnKeyPressed(event -> {
      if (messages.keyboard().matches(Keymap.LEAVE, event)) {
        find.clear();
        event.consume();
      }
    });
    sort.setId("grades-sort");
    sort.getStyleClass().add("small-button");
    sort.setMinWidth(USE_PREF_SIZE);
    for (TableColumn<HandIn, ?> column : table.getColumns()) {
      MenuItem item = new MenuItem();
      item.setId("grades-sort-" + column.getId());
      item.textProperty().bind(column.textProperty());
      item.setOnAction(_ -> table.sortBy(column));
      sort.getItems().add(item);
    }
    // One that sorts the other way counts as the same: this is called all the same.
    table.comparatorProperty().subscribe(this::showSort);
    HBox search = new HBox(find, sort);
    search.getStyleClass().add("grades-search");
    Label heading = new Label();
    heading.getStyleClass().add("setting-name");
    heading.textProperty().bind(messages.text("grades.mistakes"));
    heading.setLabelFor(mistakes);
    heading.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(heading, Priority.ALWAYS);
    FlowBar top = new FlowBar(heading, listAll);
    top.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox all = new VBox(top, mistakes, search, table);
    all.getStyleClass().add("grades-list");
    return all;
  }

  private void tip(Button button, String key) {
    Tip.explain(button, messages.text(key));
  }

  // --- Room --------------------------------------------------------------------------------------

  private void arrange() {
    boolean stacked = getWidth() < em.times(STACKED_BELOW);
    pseudoClassStateChanged(STACKED, stacked);
    Pane place = stacked ? body : sides;
    if (!place.getChildren().contains(list)) {
      (stacked ? sides : body).getChildren().removeAll(list, chosen);
      place.getChildren().addAll(list, chosen);
      HBox.setHgrow(list, Priority.ALWAYS);
      VBox.setVgrow(list, Priority.ALWAYS);
      HBox.setHgrow(chosen, Priority.ALWAYS);
      show(model.getState());
    }
    double part = Math.max(0, getWidth() - em.times(3));
    list.setPrefWidth(stacked ? USE_COMPUTED_SIZE : part * 0.56);
    chosen.setPrefWidth(stacked ? USE_COMPUTED_SIZE : part * 0.44);
  }

  // --- State -------------------------------------------------------------------------------------

  private HandInWords words() {
    return new HandInWords(messages.words().getValue(), model.getState().anonymous());
  }

  private void show(State now) {
    HandInWords words = words();
    List<HandIn> all = now.batch().handIns();
    boolean some = !all.isEmpty();
    start.setVisible(now.batch().paths().isEmpty());
    start.setManaged(start.isVisible());
    for (Pane part : List.of(list, chosen)) {
      part.setVisible(some);
      part.setManaged(some);
    }
    sides.setManaged(!sides.getChildren().isEmpty());
    save.setDisable(!some);
    List<Mistake> found = now.grades().map(Grades::mistakes).orElse(List.of());
    mistakes.show(found, now.only(), words);
    listAll.setDisable(now.only().isEmpty());
    String wanted = find.getText().strip().toLowerCase(Locale.ROOT);
    table.show(
        now.batch().run(),
        all,
        words,
        one -> now.lists(one) && words.name(one).toLowerCase(Locale.ROOT).contains(wanted));
    showSort();
    showChosen();
  }

  private void showChosen() {
    chosen.show(Optional.ofNullable(table.chosenProperty().get()), words());
  }

  private void showSort() {
    TableColumn<HandIn, ?> column =
        table.getSortOrder().isEmpty()
            ? table.getColumns().getFirst()
            : table.getSortOrder().getFirst();
    boolean down = column.getSortType() == SortType.DESCENDING;
    sort.setText(
        messages.now(
            "grades.sort",
            down ? messages.now("grades.sort.down", column.getText()) : column.getText()));
  }

  // --- Files -------------------------------------------------------------------------------------

  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(messages.now("grades.folder"));
    model.getState().batch().paths().stream()
        .map(Path::toFile)
        .filter(File::isDirectory)
        .findFirst()
        .ifPresent(chooser::setInitialDirectory);
    ask(() -> chooser.showDialog(getScene().getWindow()))
        .ifPresent(folder -> model.grade(List.of(folder)));
  }

  private void save() {
    FileChooser chooser = new FileChooser();
    String kind = messages.now("grades.save.kind");
    chooser.setTitle(messages.now("grades.save"));
    chooser.setInitialFileName(messages.now("grades.save.name") + ".csv");
    chooser.getExtensionFilters().add(new ExtensionFilter(kind, "*.csv"));
    ask(() -> chooser.showSaveDialog(getScene().getWindow()))
        .ifPresent(file -> model.save(file, messages.words().getValue()));
  }

  // Where there is no screen, there is nothing to choose with.
  private Optional<Path> ask(Supplier<@Nullable File> dialog) {
    try {
      return Optional.ofNullable(dialog.get()).map(File::toPath);
    } catch (UnsupportedOperationException e) {
      model.refuse("grades.noDialog");
      return Optional.empty();
    }
  }
}
