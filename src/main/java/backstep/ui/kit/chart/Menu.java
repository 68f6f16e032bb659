package backstep.ui.kit.chart;

import backstep.ui.kit.Messages;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;

/// What can be done with a chart, by name.
final class Menu {
  private final Chart chart;
  private final Viewport view;
  private final Messages messages;
  private final ContextMenu menu = new ContextMenu();

  Menu(Chart chart, Viewport view, Messages messages) {
    this.chart = chart;
    this.view = view;
    this.messages = messages;
    chart.setOnContextMenuRequested(event -> {
      fill();
      menu.show(chart, event.getScreenX(), event.getScreenY());
      event.consume();
    });
    chart.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> menu.hide());
  }

  private void fill() {
    menu.getItems()
        .setAll(
            item("chart-copy-picture", "chart.copy.picture", Keys.PICTURE, chart::copyPicture),
            item("chart-copy-table", "chart.copy.table", Keys.TABLE, chart::copyTable),
            new SeparatorMenuItem());
    String other = chart.getData().y().scale() == Scale.LOG ? "chart.linear" : "chart.log";
    chart
        .rescaling()
        .ifPresent(action -> menu.getItems().add(item("chart-rescale", other, Keys.SCALE, action)));
    MenuItem all = item("chart-show-all", "chart.all", Keys.ALL, view::showAll);
    all.setDisable(!view.isZoomed());
    menu.getItems().add(all);
  }

  private MenuItem item(String id, String text, KeyCombination key, Runnable action) {
    MenuItem item = new MenuItem(messages.now(text));
    item.setId(id);
    item.setAccelerator(key);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
