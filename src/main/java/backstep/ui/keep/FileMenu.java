package backstep.ui.keep;

import atlantafx.base.theme.Tweaks;
import backstep.keep.SessionFile;
import backstep.ui.keep.KeepModel.Recent;
import backstep.ui.keep.KeepModel.State;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The menu of files, in the bar at the top.
public final class FileMenu extends MenuButton {
  private final KeepModel model;
  private final Messages messages;
  private final Menu recent = new Menu();
  private Runnable onExport = () -> {};
  private Runnable onGrades = () -> {};

  public FileMenu(KeepModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setId("file-menu");
    getStyleClass().addAll("bar-button", "icon-button", "file-menu", Tweaks.NO_ARROW);
    setGraphic(new FontIcon(MaterialDesignF.FILE_OUTLINE));
    Tip.name(this, messages.text("keep.menu"));
    setMinWidth(USE_PREF_SIZE);
    recent.setId("file-recent");
    recent.textProperty().bind(messages.text("keep.recent"));
    getItems()
        .setAll(
            item("file-open", messages.text("keep.open", Keymap.OPEN), this::open),
            recent,
            new SeparatorMenuItem(),
            item("file-save", messages.text("keep.save", Keymap.SAVE), this::save),
            item("file-save-as", messages.text("keep.saveAs", Keymap.SAVE_AS), this::saveAs),
            new SeparatorMenuItem(),
            item("file-export", messages.text("keep.export", Keymap.EXPORT), () -> onExport.run()),
            item("file-grades", messages.text("grades.menu", Keymap.GRADES), () -> onGrades.run()));
    setOnShowing(_ -> model.look());
    model.stateProperty().map(State::recent).subscribe((List<Recent> files) -> show(files));
    messages.words().subscribe(_ -> show(model.getState().recent()));
  }

  /// Called when something is to be exported.
  public void setOnExport(Runnable action) {
    onExport = action;
  }

  /// Called when a class's hand-ins are to be graded.
  public void setOnGrades(Runnable action) {
    onGrades = action;
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Asks for a file to open.
  public void open() {
    FileChooser chooser = chooser("keep.open.title");
    chooser
        .getExtensionFilters()
        .setAll(
            new ExtensionFilter(messages.now("keep.all"), "*.backstep", "*.py", "*.ipynb"),
            new ExtensionFilter(messages.now("keep.sessions"), "*.backstep"),
            new ExtensionFilter(messages.now("keep.programs"), "*.py", "*.ipynb"));
    ask(() -> chooser.showOpenDialog(getScene().getWindow())).ifPresent(model::open);
  }

  /// Saves the session in its file, or asks for one.
  public void save() {
    if (!model.save()) {
      saveAs();
    }
  }

  /// Asks for a file to save the session in.
  public void saveAs() {
    FileChooser chooser = chooser("keep.save.title");
    chooser
        .getExtensionFilters()
        .setAll(new ExtensionFilter(messages.now("keep.sessions"), "*.backstep"));
    chooser.setInitialFileName(model.suggestedName());
    ask(() -> chooser.showSaveDialog(getScene().getWindow())).ifPresent(this::saveAs);
  }

  // Not every system's dialog adds the ending; those that do not have not asked about that file.
  private void saveAs(Path path) {
    if (SessionFile.isOne(path)) {
      model.save(path);
    } else {
      model.saveAs(path.resolveSibling(SessionFile.name(path) + SessionFile.END));
    }
  }

  // Where there is no screen, there is nothing to choose a file with.
  private Optional<Path> ask(Supplier<@Nullable File> dialog) {
    try {
      return Optional.ofNullable(dialog.get()).map(File::toPath);
    } catch (UnsupportedOperationException e) {
      model.warn("keep.noDialog");
      return Optional.empty();
    }
  }

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.now(title));
    model
        .getState()
        .file()
        .map(file -> file.path().toAbsolutePath().getParent().toFile())
        .filter(File::isDirectory)
        .ifPresent(chooser::setInitialDirectory);
    return chooser;
  }

  // --- Parts -------------------------------------------------------------------------------------

  private static MenuItem item(String id, ObservableValue<String> words, Runnable action) {
    MenuItem item = new MenuItem();
    item.setId(id);
    item.textProperty().bind(words);
    item.setOnAction(_ -> action.run());
    return item;
  }

  // One that is not there any more is said to be so, and cannot be chosen.
  private void show(List<Recent> files) {
    recent.setDisable(files.isEmpty());
    recent.getItems().setAll(files.stream().map(this::item).toList());
  }

  private MenuItem item(Recent file) {
    Path folder = file.path().getParent();
    MenuItem item =
        new MenuItem(
            messages.now(
                file.there() ? "keep.recent.file" : "keep.recent.missing",
                SessionFile.name(file.path()),
                folder == null ? "" : folder.toString()));
    item.setMnemonicParsing(false);
    item.setDisable(!file.there());
    item.setOnAction(_ -> model.open(file.path()));
    return item;
  }
}
