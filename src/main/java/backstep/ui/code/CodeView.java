package backstep.ui.code;

import backstep.graph.Node;
import backstep.ui.kit.Clip;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The listings with line numbers and simple colours, to be read and pointed at.
///
/// The heading at the top is that of the rows below it, also when they are scrolled.
public final class CodeView extends VBox {
  private static final PseudoClass WALKED = PseudoClass.getPseudoClass("walked");
  private static final KeyCombination SPACE = new KeyCodeCombination(KeyCode.SPACE);

  private final CodeModel model;
  private final ListingModel listing;
  private final Messages messages;
  private final Label heading = new Label();
  private final RowList rows;
  private final ListView<Row> list;
  private boolean walking;

  // The window keeps Space for itself, so a fold hears it before the window does.
  private final EventHandler<KeyEvent> space = this::pressSpace;

  /// @param messages the words, which the headings follow when the language changes
  /// @param tools stand in the heading
  public CodeView(CodeModel model, Messages messages, javafx.scene.Node... tools) {
    this.model = model;
    this.messages = messages;
    listing = new ListingModel(model);
    rows = new RowList(new CodeCell.Actions(this::choose, this::point), messages);
    list = rows.list();
    getStyleClass().add("code-view");
    list.setId("code-list");
    list.setContextMenu(
        Copying.menu(
            list,
            messages,
            this::section,
            () -> model.withBackward(messages.now("code.backward"))));
    list.setOnKeyPressed(this::press);
    list.getSelectionModel().selectedItemProperty().subscribe(_ -> walk(walking));
    list.focusedProperty().subscribe(_ -> walk(walking));
    list.addEventFilter(KeyEvent.KEY_PRESSED, _ -> walk(true));
    list.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> walk(false));
    sceneProperty().subscribe(this::hearFirst);
    setVgrow(rows, Priority.ALWAYS);
    getChildren().setAll(top(tools), rows);
    listing.rowsProperty().subscribe(this::show);
    rows.firstProperty().subscribe(_ -> nameTop());
    messages.words().subscribe(_ -> nameTop());
  }

  // --- Properties --------------------------------------------------------------------------------

  /// Whether a line comes into view at once, without movement.
  public BooleanProperty stillProperty() {
    return rows.stillProperty();
  }

  // --- Parts -------------------------------------------------------------------------------------

  private HBox top(javafx.scene.Node... tools) {
    heading.getStyleClass().add("code-heading");
    heading.setWrapText(true);
    heading.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(heading, Priority.ALWAYS);
    HBox top = new HBox(heading);
    top.getChildren().addAll(tools);
    top.getChildren().add(wholeButton());
    top.getStyleClass().add("code-top");
    top.setAlignment(Pos.CENTER_LEFT);
    top.setMinHeight(USE_PREF_SIZE);
    return top;
  }

  private ToggleButton wholeButton() {
    ToggleButton whole = new ToggleButton();
    whole.setId("code-whole");
    whole.getStyleClass().add("code-whole");
    whole.setMinWidth(USE_PREF_SIZE);
    Region icon = new Region();
    icon.getStyleClass().add("code-icon");
    whole.setGraphic(icon);
    whole.selectedProperty().bindBidirectional(listing.wholeProperty());
    whole.accessibleTextProperty().bind(messages.text("code.whole"));
    Tip.explain(
        whole,
        whole
            .selectedProperty()
            .flatMap(on -> messages.text(on ? "code.whole.fold" : "code.whole")));
    return whole;
  }

  // --- Rows --------------------------------------------------------------------------------------

  // The first heading stands above the list.
  private void show(List<Row> now) {
    rows.show(now.isEmpty() ? now : now.subList(1, now.size()));
    nameTop();
  }

  private void nameTop() {
    heading.setText(
        listing
            .headingAt(rows.firstProperty().get() + 1)
            .map(title -> messages.now(title.words()))
            .orElse(""));
  }

  // --- Commands ----------------------------------------------------------------------------------

  private void choose(Row row) {
    switch (row) {
      case Row.Heading _ -> {}
      case Row.Fold fold -> listing.turn(fold);
      case Row.Line line -> model.chosen(line.kind(), line.line());
    }
  }

  private void point(Set<Node> nodes) {
    model.pointed(nodes);
  }

  // What is chosen by the keyboard is pointed at, as by the mouse.
  private void walk(boolean byKeyboard) {
    boolean walks = byKeyboard && list.isFocused();
    if (walks) {
      point(chosen().orElse(null) instanceof Row.Line line ? line.line().nodes() : Set.of());
    } else if (walking) {
      point(Set.of());
    }
    walking = walks;
    list.pseudoClassStateChanged(WALKED, walks);
  }

  private Optional<Row> chosen() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  // The first heading is no row of the list.
  private Optional<String> section() {
    return listing
        .headingAt(list.getSelectionModel().getSelectedIndex() + 1)
        .map(Row.Heading::text);
  }

  // --- Keys --------------------------------------------------------------------------------------

  private void press(KeyEvent event) {
    if (Copying.KEY.match(event)) {
      section().ifPresent(code -> Clip.put(list, code, messages));
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      chosen().ifPresent(this::choose);
      event.consume();
    }
  }

  private void pressSpace(KeyEvent event) {
    if (list.isFocused() && SPACE.match(event) && chosen().orElse(null) instanceof Row.Fold fold) {
      choose(fold);
      event.consume();
    }
  }

  private void hearFirst(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removeEventFilter(KeyEvent.KEY_PRESSED, space);
    }
    if (now != null) {
      now.addEventFilter(KeyEvent.KEY_PRESSED, space);
    }
  }
}
