package backstep.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
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
  private boolean atOnce;

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
    say(message, true);
  }

  // Whoever is asked to listen hears no more of what they type, which is well after Enter, and not
  // in the midst of a word.
  private void say(String message, boolean now) {
    if (message.isBlank()) {
      return;
    }
    waiting.add(message.strip());
    atOnce |= now;
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
    if (atOnce || !isWriting()) {
      notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }
    atOnce = false;
  }

  private boolean isWriting() {
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    return focused != null && focused.getInputMethodRequests() != null;
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

  /// The same, but nobody who is writing a text is called away from it: to them it is a help of the
  /// field that they write in.
  public static void sayPolitely(Node from, String message) {
    of(from.getScene()).ifPresent(announcer -> announcer.say(message, false));
  }

  /// Makes a text live: whatever it comes to say while it is seen is announced.
  public static void live(Labeled text) {
    live(text, text.textProperty());
  }

  /// Makes a node live: whatever it comes to say while it is seen is announced.
  public static void live(Node node, ObservableValue<String> text) {
    live(node, text, Announcer::say);
  }

  /// Makes a node live that comments on what is being written: as [#sayPolitely].
  public static void liveToWriters(Node node, ObservableValue<String> text) {
    live(node, text, Announcer::sayPolitely);
  }

  private static void live(
      Node node, ObservableValue<String> text, BiConsumer<Node, String> manner) {
    Live live = new Live(node, text, manner);
    text.subscribe((_, _) -> live.look());
    node.visibleProperty().subscribe((_, _) -> live.look());
    node.sceneProperty().subscribe((_, _) -> live.say());
  }

  /// Does something that a live text replies to, and says the reply again where it is the same as
  /// before: the second wrong answer is no less wrong.
  public static void replying(Node node, ObservableValue<String> reply, Runnable action) {
    String before = reply.getValue();
    action.run();
    if (node.isVisible() && before != null && before.equals(reply.getValue())) {
      say(node, before);
    }
  }

  private static final class Live {
    private final Node node;
    private final ObservableValue<String> text;
    private final BiConsumer<Node, String> manner;
    private String seen;
    // Comes up with its part, which is not in the window yet.
    private boolean isDue;

    Live(Node node, ObservableValue<String> text, BiConsumer<Node, String> manner) {
      this.node = node;
      this.text = text;
      this.manner = manner;
      seen = now();
    }

    private String now() {
      String words = text.getValue();
      return Parts.isSeen(node) && words != null ? words : "";
    }

    void look() {
      String now = now();
      if (!now.equals(seen)) {
        seen = now;
        isDue = true;
        say();
      }
    }

    void say() {
      if (isDue && node.getScene() != null) {
        isDue = false;
        manner.accept(node, seen);
      }
    }
  }
}
