package backstep.ui.lesson;

import backstep.lesson.Prose;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A text with its looks, a flow for each paragraph.
final class ProseView extends VBox {
  ProseView() {
    getStyleClass().add("prose");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinHeight(USE_PREF_SIZE);
  }

  void show(List<Prose> texts) {
    getChildren()
        .setAll(
            texts.stream()
                .flatMap(text -> text.paragraphs().stream())
                .map(ProseView::flow)
                .toList());
    setAccessibleText(String.join("\n", texts.stream().map(Prose::plain).toList()));
    setVisible(!getChildren().isEmpty());
    setManaged(isVisible());
  }

  private static TextFlow flow(Prose.Paragraph paragraph) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("prose-paragraph");
    flow.setMinHeight(USE_PREF_SIZE);
    paragraph.pieces().stream().map(ProseView::text).forEach(flow.getChildren()::add);
    return flow;
  }

  private static Text text(Prose.Piece piece) {
    Text text = new Text(piece.text());
    text.getStyleClass().add("prose-text");
    switch (piece.look()) {
      case PLAIN -> {}
      case STRONG -> text.getStyleClass().add("prose-strong");
      case CODE -> text.getStyleClass().add("prose-code");
    }
    return text;
  }
}
