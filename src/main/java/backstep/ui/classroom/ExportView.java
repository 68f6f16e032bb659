package backstep.ui.classroom;

import backstep.ui.classroom.ExportModel.Offer;
import backstep.ui.classroom.ExportModel.Progress;
import backstep.ui.classroom.ExportModel.Scope;
import backstep.ui.classroom.ExportModel.State;
import backstep.ui.kit.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// Chooses what to export and how, and shows how far it is.
public final class ExportView extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

  // What the rows of options are made for.
  private record Asked(String chosen, Scope scope) {}

  private final ExportModel model;
  private final Messages messages;
  private final Runnable reopen;
  private final VBox kinds = new VBox();
  private final ToggleGroup group = new ToggleGroup();
  private final VBox options = new VBox();
  private final ExportChoices choices;
  private final Button save = new Button();
  private final Button cancel = new Button();
  private final ProgressBar bar = new ProgressBar(0);
  private final Label note = new Label();
  private boolean wrong;
  private List<Offer> offered = List.of();
  private Asked asked = new Asked("", Scope.NONE);

  /// @param reopen shows this again, where asking for a file has hidden it
  public ExportView(ExportModel model, Messages messages, Runnable reopen) {
    this.model = model;
    this.messages = messages;
    this.reopen = reopen;
    choices = new ExportChoices(model, messages, this::refuse);
    model.setAsker(this::ask);
    getStyleClass().add("export");
    Label title = new Label();
    title.getStyleClass().add("bubble-title");
    title.textProperty().bind(messages.text("export.title"));
    kinds.getStyleClass().add("export-kinds");
    options.getStyleClass().add("export-options");
    options.managedProperty().bind(options.visibleProperty());
    getChildren().setAll(title, kinds, options, actions(), bar, note);
    bar.setId("export-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(messages.text("export.progress"));
    bar.managedProperty().bind(bar.visibleProperty());
    note.setId("export-note");
    note.getStyleClass().add("export-note");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    note.managedProperty().bind(note.visibleProperty());
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    model.stateProperty().subscribe(this::show);
    // What is to be exported may be another each time that this is opened.
    sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            model.look();
          }
        });
    messages.words().subscribe(_ -> show(model.getState()));
  }

  // What pops up has no button that hears Enter from everywhere.
  private void press(KeyEvent event) {
    boolean choosing =
        event.getTarget() instanceof RadioButton || event.getTarget() instanceof TextField;
    if (event.getCode() == KeyCode.ENTER && choosing) {
      save.fire();
      event.consume();
    }
  }

  // --- Parts -------------------------------------------------------------------------------------

  private HBox actions() {
    save.setId("export-save");
    save.getStyleClass().add("bar-button");
    save.textProperty().bind(messages.text("export.save"));
    save.setOnAction(_ -> model.export());
    cancel.setId("export-cancel");
    cancel.getStyleClass().add("bar-button");
    cancel.textProperty().bind(messages.text("export.cancel"));
    cancel.setOnAction(_ -> model.cancel());
    HBox row = new HBox(save, cancel);
    row.getStyleClass().add("setting-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private RadioButton kind(Offer offer) {
    RadioButton button = new RadioButton();
    button.setId("export-" + offer.id());
    button.textProperty().bind(messages.text("export.kind." + offer.id()));
    button.setToggleGroup(group);
    button
        .selectedProperty()
        .subscribe((_, chosen) -> {
          if (chosen) {
            model.choose(offer.id());
          }
        });
    return button;
  }

  // One that cannot be made can be chosen all the same: by keyboard too one hears why.
  private void mark(RadioButton button, Optional<String> hindrance) {
    String why = hindrance.map(messages::now).orElse("");
    button.pseudoClassStateChanged(OFF, !why.isEmpty());
    button.setAccessibleHelp(why);
    button.setTooltip(why.isEmpty() ? null : new Tooltip(why));
  }

  // --- State -------------------------------------------------------------------------------------

  private void show(State now) {
    if (!offered.equals(now.offers())) {
      offered = now.offers();
      kinds.getChildren().setAll(offered.stream().map(this::kind).toList());
    }
    for (int i = 0; i < offered.size(); i++) {
      RadioButton button = (RadioButton) kinds.getChildren().get(i);
      button.setSelected(offered.get(i).id().equals(now.chosen()));
      mark(button, Optional.ofNullable(now.hindrances().get(offered.get(i).id())));
    }
    Asked asking = new Asked(now.chosen(), now.scope());
    if (!asked.equals(asking)) {
      asked = asking;
      options.getChildren().setAll(choices.of(now.chosen(), now.scope()));
      options.setVisible(!options.getChildren().isEmpty());
      wrong = false;
    }
    save.setDisable(wrong || now.hindrance().isPresent());
    boolean busy = now.progress().isPresent();
    kinds.setDisable(busy);
    options.setDisable(busy);
    save.setVisible(!busy);
    save.setManaged(!busy);
    cancel.setVisible(busy);
    cancel.setManaged(busy);
    bar.setVisible(busy);
    // The last part is putting the parts together.
    bar.setProgress(now.progress().map(p -> (double) p.done() / (p.all() + 1)).orElse(0.0));
    note.setText(
        now.progress()
            .map(this::words)
            .or(() -> now.note().map(n -> messages.now(n.key(), n.arguments().toArray())))
            .or(() -> now.hindrance().map(messages::now))
            .orElse(""));
    note.setVisible(!note.getText().isEmpty());
    note.pseudoClassStateChanged(OFF, !busy && now.note().isEmpty());
    note.pseudoClassStateChanged(WRONG, now.note().filter(ExportModel.Note::failure).isPresent());
  }

  // When all parts are there they are put together.
  private String words(Progress now) {
    return now.done() < now.all()
        ? messages.now("export.working", now.done(), now.all())
        : messages.now("export.writing");
  }

  private void refuse(boolean refused) {
    wrong = refused;
    show(model.getState());
  }

  // --- Files -------------------------------------------------------------------------------------

  private Optional<Path> ask(Offer offer, String name) {
    FileChooser chooser = new FileChooser();
    String kind = messages.now("export.kind." + offer.id());
    chooser.setTitle(kind);
    chooser.setInitialFileName(name);
    chooser.getExtensionFilters().add(new ExtensionFilter(kind, "*." + offer.extension()));
    try {
      Optional<Path> file = Optional.ofNullable(chooser.showSaveDialog(window())).map(File::toPath);
      // What pops up goes when another window comes.
      reopen.run();
      return file;
    } catch (UnsupportedOperationException e) {
      // Where there is no screen, there is nothing to choose a file with.
      model.refuse("export.noDialog");
      return Optional.empty();
    }
  }

  private Window window() {
    Window own = getScene().getWindow();
    return own instanceof PopupWindow popup ? popup.getOwnerWindow() : own;
  }
}
