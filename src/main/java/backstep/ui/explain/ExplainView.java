package backstep.ui.explain;

import backstep.ui.kit.Clip;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.MathView;
import backstep.ui.kit.Messages;
import backstep.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The explanation of the current step: a heading, typeset rules and a few sentences.
///
/// The keyboard reaches it where there is something to copy: as text, or from its menu as LaTeX.
public final class ExplainView extends VBox {
  private record Spoken(Explanation explanation, Words words) {}

  private final Messages messages;
  private final ObjectBinding<Spoken> spoken;
  private final Label position = styled(new Label(), "explain-position");
  private final Label heading = styled(new Label(), "explain-heading");
  private final VBox equations = styled(new VBox(), "explain-equations");
  private final TextFlow sentences = styled(new TextFlow(), "explain-sentences");

  /// @param messages the words, which the view follows when the language changes
  public ExplainView(ExplainModel model, Messages messages) {
    this.messages = messages;
    getStyleClass().add("explain-view");
    setAccessibleRole(AccessibleRole.TEXT);
    heading.setWrapText(true);
    position.setWrapText(true);
    getChildren().setAll(position, heading, equations, sentences);
    setOnContextMenuRequested(this::offerCopies);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    spoken =
        Bindings.createObjectBinding(
            () -> new Spoken(model.getExplanation(), messages.words().getValue()),
            model.explanationProperty(),
            messages.words());
    spoken.subscribe(this::show);
  }

  private static <N extends Node> N styled(N node, String style) {
    node.getStyleClass().add(style);
    return node;
  }

  private void show(Spoken now) {
    Explanation explanation = now.explanation;
    Phrases phrases = new Phrases(messages::now);
    position.setText(phrases.position(explanation));
    show(position, explanation.count() > 0);
    heading.setText(phrases.text(explanation.heading()));
    for (int i = 0; i < explanation.equations().size(); i++) {
      show(explanation.equations().get(i), group(i));
    }
    trim(equations, explanation.equations().size());
    show(equations, !explanation.equations().isEmpty());
    sentences.getChildren().setAll(texts(phrases.paragraph(explanation.sentences())));
    show(sentences, !explanation.sentences().isEmpty());
    setAccessibleText(plain(explanation, phrases));
    setFocusTraversable(!explanation.equations().isEmpty());
  }

  // Views that stand there already are used again: dressing new ones takes its time.
  private VBox group(int index) {
    if (index == equations.getChildren().size()) {
      equations.getChildren().add(styled(new VBox(), "explain-equation"));
    }
    return (VBox) equations.getChildren().get(index);
  }

  private static void show(Explanation.Equation equation, VBox group) {
    for (int i = 0; i < equation.lines().size(); i++) {
      Explanation.Line line = equation.lines().get(i);
      if (i == group.getChildren().size()) {
        group.getChildren().add(new MathView());
      }
      ((MathView) group.getChildren().get(i)).show(line.latex(), line.plain());
    }
    trim(group, equation.lines().size());
  }

  private static void trim(VBox box, int size) {
    box.getChildren().remove(size, box.getChildren().size());
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  private static List<Text> texts(List<Phrases.Piece> pieces) {
    List<Text> texts = new ArrayList<>();
    for (Phrases.Piece piece : pieces) {
      Text text = styled(new Text(piece.text()), "explain-text");
      if (piece.bold()) {
        text.getStyleClass().add("explain-strong");
      }
      texts.add(text);
    }
    return texts;
  }

  // ---- Copying

  private void press(KeyEvent event) {
    if (messages.keyboard().matches(Keymap.COPY, event)) {
      copy(text());
      event.consume();
    }
  }

  private void offerCopies(ContextMenuEvent event) {
    ContextMenu menu = menu();
    if (event.isKeyboardTrigger()) {
      menu.show(heading, Side.BOTTOM, 0, 0);
    } else {
      menu.show(this, event.getScreenX(), event.getScreenY());
    }
    event.consume();
  }

  private ContextMenu menu() {
    Words words = spoken.get().words;
    ContextMenu menu = new ContextMenu();
    MenuItem latex = new MenuItem(words.text("explain.copy.latex"));
    latex.setOnAction(_ -> copy(latex()));
    MenuItem text = new MenuItem(words.text("explain.copy.text"));
    text.setOnAction(_ -> copy(text()));
    menu.getItems().setAll(latex, text);
    return menu;
  }

  private void copy(String text) {
    Clip.put(this, text, messages);
  }

  /// All that is typeset here, as LaTeX for pasting elsewhere.
  public String latex() {
    return equations.lookupAll(".math-view").stream()
        .map(view -> ((MathView) view).portableLatex())
        .collect(Collectors.joining(" \\\\\n"));
  }

  private String text() {
    Spoken now = spoken.get();
    return plain(now.explanation, new Phrases(messages::now));
  }

  private static String plain(Explanation explanation, Phrases phrases) {
    List<String> lines = new ArrayList<>();
    lines.add(phrases.text(explanation.heading()));
    for (Explanation.Equation equation : explanation.equations()) {
      equation.lines().forEach(line -> lines.add(line.plain()));
    }
    lines.add(phrases.plain(explanation.sentences()));
    return String.join("\n", lines).strip();
  }
}
