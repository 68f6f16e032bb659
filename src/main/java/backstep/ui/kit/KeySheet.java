package backstep.ui.kit;

import backstep.ui.kit.Keymap.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All keys and what they do, in groups side by side. Tab goes from group to group, and a screen
/// reader reads the group that has the focus.
public final class KeySheet extends VBox {
  private static final int COLUMN = 25;

  private final Messages messages;

  /// @param room how wide it may be, in em
  public KeySheet(Messages messages, int room) {
    this.messages = messages;
    getStyleClass().add("key-sheet");
    Label title = new Label();
    title.getStyleClass().add("bubble-title");
    title.textProperty().bind(messages.text("key.sheet"));
    HBox groups = new HBox();
    groups.getStyleClass().add("key-columns");
    for (List<Group> column : columns(Math.clamp(room / COLUMN, 1, 3))) {
      VBox box = new VBox();
      box.getStyleClass().add("key-column");
      column.forEach(group -> box.getChildren().add(group(group)));
      HBox.setHgrow(box, Priority.ALWAYS);
      groups.getChildren().add(box);
    }
    getChildren().setAll(title, groups);
  }

  // In order, and a column no longer than it must be.
  private static List<List<Group>> columns(int count) {
    double all = List.of(Group.values()).stream().mapToInt(KeySheet::height).sum();
    List<List<Group>> columns = new ArrayList<>(List.of(new ArrayList<>()));
    double height = 0;
    for (Group group : Group.values()) {
      double middle = height + height(group) / 2.0;
      if (columns.size() < count && middle > all * columns.size() / count) {
        columns.add(new ArrayList<>());
      }
      columns.getLast().add(group);
      height += height(group);
    }
    return columns;
  }

  private static int height(Group group) {
    return group.keys().size() + 2;
  }

  private VBox group(Group group) {
    Label heading = new Label();
    heading.getStyleClass().add("group-heading");
    heading.textProperty().bind(messages.text(group.words()));
    VBox box = new VBox(heading);
    box.getStyleClass().add("key-group");
    group.keys().forEach(key -> box.getChildren().add(row(key)));
    box.setFocusTraversable(true);
    box.setAccessibleRole(AccessibleRole.TEXT);
    box.accessibleTextProperty()
        .bind(Bindings.createStringBinding(() -> spoken(group), messages.words()));
    return box;
  }

  private HBox row(Keymap key) {
    Label name = new Label();
    name.textProperty().bind(messages.text(key.words()));
    name.setWrapText(true);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(name, gap);
    row.getStyleClass().add("key-row");
    row.setAlignment(Pos.CENTER_LEFT);
    for (String cap : messages.keyboard().caps(key)) {
      Label label = new Label(cap);
      label.getStyleClass().add("key-cap");
      label.setMinWidth(USE_PREF_SIZE);
      row.getChildren().add(label);
    }
    return row;
  }

  private String spoken(Group group) {
    return group.keys().stream()
        .map(key ->
            messages.now(
                "key.spoken",
                messages.now(key.words()),
                String.join(", ", messages.keyboard().caps(key))))
        .collect(Collectors.joining(". ", messages.now(group.words()) + ". ", "."));
  }
}
