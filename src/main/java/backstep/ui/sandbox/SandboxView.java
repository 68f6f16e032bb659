package backstep.ui.sandbox;

import backstep.python.SourceFile;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.kit.Tip;
import backstep.ui.sandbox.SandboxModel.Offer;
import backstep.ui.sandbox.SandboxModel.State;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.jspecify.annotations.Nullable;

/// The bar over a program of one's own: examples, files, the loss, what is learned, and the seed;
/// under it what is said about a file.
public final class SandboxView extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final int MAX_SEED_LETTERS = 9;

  private final SandboxModel model;
  private final Messages messages;
  private final MenuButton loss = new MenuButton();
  private final MenuButton parameters = new MenuButton();
  private final MenuButton cells = new MenuButton();
  private final TextField seed = new TextField("0");
  private final Label note = new Label();

  public SandboxView(SandboxModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("sandbox");
    loss.setId("sandbox-loss");
    cells.setId("sandbox-cells");
    parameters.setId("sandbox-parameters");
    parameters.managedProperty().bind(parameters.visibleProperty());
    List.of(loss, parameters, cells).forEach(menu -> menu.getStyleClass().add("small-button"));
    cells.managedProperty().bind(cells.visibleProperty());
    note.setId("sandbox-note");
    note.getStyleClass().add("sandbox-note");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    note.managedProperty().bind(note.visibleProperty());
    Announcer.live(note);
    FlowBar bar = new FlowBar(examples(), saveButton(), loss, parameters, seedField());
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("sandbox-bar");
    getChildren().setAll(bar, cells, note);
    model.stateProperty().subscribe(this::show);
    messages.words().subscribe(_ -> show(model.getState()));
    visibleProperty().bind(model.stateProperty().map(State::open));
    managedProperty().bind(visibleProperty());
  }

  // --- Commands ----------------------------------------------------------------------------------

  private void save() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.now("sandbox.save"));
    chooser
        .getExtensionFilters()
        .add(new ExtensionFilter(messages.now("sandbox.programs"), "*.py"));
    chooser.setInitialFileName("program.py");
    ask(() -> chooser.showSaveDialog(getScene().getWindow()))
        .map(File::toPath)
        .ifPresent(model::save);
  }

  // Where there is no screen, there is nothing to choose a file with.
  private Optional<File> ask(Supplier<@Nullable File> dialog) {
    try {
      return Optional.ofNullable(dialog.get());
    } catch (UnsupportedOperationException e) {
      model.say(new SandboxModel.Note("keep.noDialog", List.of(), true));
      return Optional.empty();
    }
  }

  // --- Parts -------------------------------------------------------------------------------------

  private MenuButton examples() {
    MenuButton examples = new MenuButton();
    examples.setId("sandbox-examples");
    examples.getStyleClass().add("small-button");
    examples.textProperty().bind(messages.text("sandbox.examples"));
    examples.setMinWidth(USE_PREF_SIZE);
    for (String name : SandboxModel.EXAMPLES) {
      MenuItem item = new MenuItem();
      item.setId("example-" + name);
      item.textProperty().bind(messages.text("sandbox.example." + name));
      item.setOnAction(_ -> model.example(name));
      examples.getItems().add(item);
    }
    return examples;
  }

  private Button saveButton() {
    Button button = Parts.smallButton("sandbox-save", messages.text("sandbox.save"), this::save);
    Tip.explain(button, messages.text("sandbox.save.tip"));
    return button;
  }

  private Node seedField() {
    Label name = new Label();
    name.textProperty().bind(messages.text("sandbox.seed"));
    name.setLabelFor(seed);
    seed.setId("sandbox-seed");
    seed.setPrefColumnCount(3);
    seed.accessibleTextProperty().bind(messages.text("sandbox.seed.spoken"));
    seed.textProperty().subscribe((_, text) -> seed(text));
    FlowBar both = new FlowBar(name, seed);
    both.setAlignment(Pos.CENTER_LEFT);
    both.getStyleClass().add("sandbox-bar");
    return both;
  }

  private void seed(String text) {
    boolean number = text.matches("\\d{1," + MAX_SEED_LETTERS + "}");
    seed.pseudoClassStateChanged(WRONG, !number);
    if (number && model.getState().open()) {
      model.setSeed(Long.parseLong(text));
    }
  }

  // --- State -------------------------------------------------------------------------------------

  private void show(State now) {
    note.setVisible(now.note().isPresent());
    note.setText(now.note().map(n -> messages.now(n.key(), n.arguments().toArray())).orElse(""));
    note.pseudoClassStateChanged(WRONG, now.note().filter(SandboxModel.Note::failure).isPresent());
    if (!seed.isFocused() && !seed.getText().equals(Long.toString(now.seed()))) {
      seed.setText(Long.toString(now.seed()));
    }
    loss.setText(
        messages.now(
            "sandbox.loss", now.loss().orElseGet(() -> messages.now("sandbox.loss.found"))));
    List<String> losses = now.offer().losses();
    offer(loss, losses, () -> losses(losses));
    show(now.offer());
    cells.setVisible(now.file().isPresent());
    cells.setText(messages.now("sandbox.cells", now.file().map(SourceFile::name).orElse("")));
    List<String> texts = now.file().map(SourceFile::texts).orElse(List.of());
    offer(cells, texts, () -> cells(texts));
  }

  // JavaFX keeps what it has made for an item once it has shown the menu, so items stay where they
  // are what they were.
  private void offer(MenuButton menu, Object offered, Supplier<List<MenuItem>> items) {
    List<Object> now = List.of(messages.words().getValue(), offered);
    if (!now.equals(menu.getUserData())) {
      menu.setUserData(now);
      menu.getItems().setAll(items.get());
    }
  }

  private List<MenuItem> losses(List<String> offered) {
    List<MenuItem> names = new ArrayList<>();
    names.add(item(messages.now("sandbox.loss.found"), () -> model.setLoss(Optional.empty())));
    offered.forEach(name -> names.add(item(name, () -> model.setLoss(Optional.of(name)))));
    return names;
  }

  private List<MenuItem> cells(List<String> texts) {
    List<MenuItem> choices = new ArrayList<>();
    texts.forEach(text -> {
      int cell = choices.size();
      String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
      choices.add(item(messages.now("sandbox.cell", cell + 1, first), () -> model.choose(cell)));
    });
    return choices;
  }

  // Those that a program learns are said; of one that learns none they are chosen.
  private void show(Offer offer) {
    boolean learns = !offer.learned().isEmpty();
    parameters.setVisible(learns || !offer.candidates().isEmpty());
    parameters.setText(
        learns
            ? messages.now("sandbox.parameters", String.join(", ", offer.learned()))
            : messages.now("sandbox.parameters.none"));
    List<String> candidates = List.copyOf(offer.candidates());
    offer(
        parameters,
        List.of(learns, candidates),
        () -> learns ? List.of(learning()) : candidates(candidates));
  }

  private MenuItem learning() {
    MenuItem why = item(messages.now("sandbox.parameters.own"), () -> {});
    why.setDisable(true);
    return why;
  }

  private List<MenuItem> candidates(List<String> names) {
    List<CheckBox> boxes = names.stream().map(SandboxView::box).toList();
    MenuItem write =
        item(
            messages.now("sandbox.learn"),
            () ->
                model.learn(
                    chosen(boxes),
                    messages.now("sandbox.learn.backward"),
                    messages.now("sandbox.learn.update")));
    write.setId("sandbox-learn");
    write.setDisable(true);
    List<MenuItem> items = new ArrayList<>();
    boxes.forEach(box -> {
      box.selectedProperty().subscribe(_ -> write.setDisable(chosen(boxes).isEmpty()));
      items.add(new CustomMenuItem(box, false));
    });
    items.add(new SeparatorMenuItem());
    items.add(write);
    return items;
  }

  private static CheckBox box(String name) {
    CheckBox box = new CheckBox(name);
    box.setMnemonicParsing(false);
    box.setId("parameter-" + name);
    return box;
  }

  private static Set<String> chosen(List<CheckBox> boxes) {
    return boxes.stream()
        .filter(CheckBox::isSelected)
        .map(CheckBox::getText)
        .collect(Collectors.toSet());
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
