package backstep.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Says to who does not see the window what happens in it; one for each window. It takes no room,
/// no focus and no pointer.
///
/// JavaFX 26 has no live regions: no role and no attribute makes a screen reader read what has not
/// the focus. What it has is the notice that a text changed, and the one by which lists tell that
/// another of their items is the one to read, while the focus stays where it is
/// ([AccessibleAttribute#FOCUS_ITEM]; sent on by the accessibility of Windows and of macOS). So the
/// announcer is a list of one item, itself, which changes its text. JavaFX has no accessibility at
/// all on Linux.
///
/// Whatever is said in one go is read in one go: a step and the reply to an answer, say.
public final class Announcer extends Region {
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
  private final List<String> waiting = new ArrayList<>();

  public Announcer() {
    setId("announcer");
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText("");
    setManaged(false);
    setMouseTransparent(true);
    resize(1, 1);
    sceneProperty()
        .subscribe((before, now) -> {
          if (before != null) {
            before.getProperties().remove(Announcer.class, this);
          }
          if (now != null) {
            now.getProperties().put(Announcer.class, this);
          }
        });
  }

  // --- Properties --------------------------------------------------------------------------------

  /// What was said last.
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Says something; nothing if it is blank.
  public void say(String message) {
    if (message.isBlank()) {
      return;
    }
    waiting.add(message.strip());
    if (waiting.size() == 1) {
      Platform.runLater(this::speak);
    }
  }

  private void speak() {
    String all = String.join(" ", waiting);
    waiting.clear();
    // What is said again is news again.
    said.set("");
    said.set(all);
    setAccessibleText(all);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.FOCUS_ITEM
        ? this
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  // --- From anywhere in a window -----------------------------------------------------------------

  /// Says something in the window that a node is in, or that it pops up from; nothing if the node
  /// is in none.
  public static void say(Node from, String message) {
    of(from.getScene()).ifPresent(announcer -> announcer.say(message));
  }

  private static Optional<Announcer> of(@Nullable Scene scene) {
    if (scene == null) {
      return Optional.empty();
    }
    if (scene.getProperties().get(Announcer.class) instanceof Announcer announcer) {
      return Optional.of(announcer);
    }
    Window window = scene.getWindow();
    return window instanceof PopupWindow popup && popup.getOwnerWindow() != null
        ? of(popup.getOwnerWindow().getScene())
        : Optional.empty();
  }

  /// Makes a text live: whatever it comes to say while it is seen is announced.
  public static void live(Labeled text) {
    live(text, text.textProperty());
  }

  /// Makes a node live: whatever it comes to say while it is seen is announced.
  public static void live(Node node, ObservableValue<String> text) {
    Live live = new Live(node, text);
    text.subscribe((_, _) -> live.look());
    node.visibleProperty().subscribe((_, _) -> live.look());
  }

  private static final class Live {
    private final Node node;
    private final ObservableValue<String> text;
    private String seen;

    Live(Node node, ObservableValue<String> text) {
      this.node = node;
      this.text = text;
      seen = now();
    }

    private String now() {
      String words = text.getValue();
      return node.isVisible() && words != null ? words : "";
    }

    void look() {
      String now = now();
      if (!now.equals(seen)) {
        seen = now;
        say(node, now);
      }
    }
  }
}
