package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.Announcer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.Labeled;

/// What a learner hears who does not see the window: what is announced, and what is told of the
/// control that has the focus.
final class Heard {
  private final Window window;
  private final List<String> all = new CopyOnWriteArrayList<>();

  /// To be called on the JavaFX thread, before what is to be heard.
  Heard(Window window) {
    this.window = window;
    Announcer announcer = (Announcer) window.find("#announcer");
    announcer
        .saidProperty()
        .subscribe(said -> {
          if (!said.isEmpty()) {
            all.add(said);
          }
        });
  }

  /// Forgets what was heard so far.
  void forget() {
    window.onScreen(() -> true);
    all.clear();
  }

  /// Waits until this is heard.
  void expect(String words) {
    window.waitFor(
        () -> all.stream().anyMatch(said -> said.contains(words)), () -> words + " in " + all);
  }

  /// This is not heard.
  void expectNot(String words) {
    window.onScreen(() -> true);
    assertThat(all).noneMatch(said -> said.contains(words));
  }

  /// What a screen reader says of the focused control.
  String focused() {
    return window.onScreen(() -> told(window.focusedNode()));
  }

  private static String told(Node node) {
    String name = node.getAccessibleText();
    String help = node.getAccessibleHelp();
    String own = node instanceof Labeled labeled ? labeled.getText() : "";
    return (name == null || name.isEmpty() ? own : name) + (help == null ? "" : " | " + help);
  }
}
