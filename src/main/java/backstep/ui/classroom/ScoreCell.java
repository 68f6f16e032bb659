package backstep.ui.classroom;

import backstep.ui.classroom.GradesModel.HandIn;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A score in figures, and under them a bar of which the part is filled that is right.
final class ScoreCell extends TableCell<HandIn, HandIn> {
  private final Supplier<HandInWords> words;
  private final Label figures = new Label();
  private final Region right = new Region();
  private final StackPane bar = new StackPane(right);
  private final VBox both = new VBox(figures, bar);
  private double share;

  ScoreCell(Supplier<HandInWords> words) {
    this.words = words;
    getStyleClass().add("score-cell");
    both.getStyleClass().add("score");
    bar.getStyleClass().add("score-bar");
    right.getStyleClass().add("score-right");
    StackPane.setAlignment(right, Pos.CENTER_LEFT);
    bar.widthProperty().subscribe(_ -> fill());
  }

  @Override
  protected void updateItem(HandIn item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    figures.setText(words.get().figures(item));
    int of = item.grade().gradients().size();
    share = of == 0 ? 0 : (double) item.grade().points().orElse(0) / of;
    bar.setVisible(item.grade().judged());
    fill();
    setGraphic(both);
  }

  private void fill() {
    right.setMaxWidth(share * bar.getWidth());
    right.setVisible(share > 0);
  }
}
