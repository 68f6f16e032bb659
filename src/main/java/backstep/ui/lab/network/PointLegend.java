package backstep.ui.lab.network;

import backstep.train.Dataset.Point;
import backstep.ui.kit.Em;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// What the points' shapes and fillings mean.
final class PointLegend extends FlowBar {
  private static final double ROOM = 1.1; // em
  private static final double RADIUS = 0.36;

  private record Entry(Canvas mark, int label, boolean isTest) {}

  private final Em em = new Em();
  private final Palette palette = new Palette();
  private final List<Entry> entries = new ArrayList<>();

  PointLegend(Messages messages) {
    getStyleClass().add("point-legend");
    setAlignment(Pos.CENTER_LEFT);
    add(messages, "positive", 1, false);
    add(messages, "negative", -1, false);
    add(messages, "test", 1, true);
    getChildren().addAll(em, palette);
    palette.setOnChanged(this::draw);
    em.size().subscribe(_ -> draw());
  }

  private void add(Messages messages, String name, int label, boolean isTest) {
    Canvas mark = new Canvas();
    entries.add(new Entry(mark, label, isTest));
    Label words = new Label();
    words.textProperty().bind(messages.text("network.legend." + name));
    words.setGraphic(mark);
    words.setMinWidth(Region.USE_PREF_SIZE);
    words.getStyleClass().add("muted");
    getChildren().add(words);
  }

  private void draw() {
    for (Entry entry : entries) {
      double side = em.times(ROOM);
      entry.mark.setWidth(side);
      entry.mark.setHeight(side);
      entry.mark.getGraphicsContext2D().clearRect(0, 0, side, side);
      new PointMark(palette, em.times(1) * RADIUS)
          .draw(
              entry.mark.getGraphicsContext2D(),
              new Point(0, 0, entry.label),
              entry.isTest,
              side / 2,
              side / 2);
    }
  }
}
