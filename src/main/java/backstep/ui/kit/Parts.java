package backstep.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What many views have parts of.
public final class Parts {
  private Parts() {}

  /// Whether neither the node nor anything that it stands in is made invisible.
  public static boolean isSeen(Node node) {
    return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
  }

  /// Whether the node stands in a scene.
  ///
  /// Not `isNotNull()`: nothing holds such a binding for who waits, and the waiting ends with it.
  public static ObservableValue<Boolean> inScene(Node node) {
    return node.sceneProperty().map(_ -> true).orElse(false);
  }

  /// A button of a bar or a panel, never narrower than its words.
  public static Button barButton(String id, ObservableValue<String> words, Runnable action) {
    Button button = smallButton(id, words, action);
    button.getStyleClass().setAll("button", "bar-button");
    return button;
  }

  /// A small button, never narrower than its words.
  public static Button smallButton(String id, ObservableValue<String> words, Runnable action) {
    Button button = smallButton(id, "", action);
    button.textProperty().bind(words);
    return button;
  }

  /// The same where nothing changes its words.
  public static Button smallButton(String id, String words, Runnable action) {
    Button button = new Button(words);
    button.setId(id);
    button.getStyleClass().add("small-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// Something that is set, under its name.
  public static VBox setting(ObservableValue<String> name, Node control) {
    Label label = new Label();
    label.getStyleClass().add("setting-name");
    label.textProperty().bind(name);
    label.setLabelFor(control);
    VBox setting = new VBox(label, control);
    setting.getStyleClass().add("setting");
    return setting;
  }
}
