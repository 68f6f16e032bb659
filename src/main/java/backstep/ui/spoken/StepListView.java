package backstep.ui.spoken;

import backstep.trace.Trace;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.KeyTaker;
import backstep.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// All steps of the iteration as a list: the graph in words. Up and down go through it, Enter and a
/// click go to a step.
///
/// Only what is seen of it is made, and a step changes only the rows that it is about.
public final class StepListView extends VBox {
  private final SpokenModel model;
  private final Messages messages;
  private final Steps list = new Steps();
  private final List<StepCell> cells = new ArrayList<>();
  private Optional<Trace> listed = Optional.empty();

  /// Its keys are its own, but for those that step.
  private static final class Steps extends ListView<Integer> implements KeyTaker {
    @Override
    public boolean takes(KeyEvent event) {
      return switch (event.getCode()) {
        case UP, DOWN, HOME, END, ENTER -> !event.isShortcutDown() && !event.isShiftDown();
        default -> false;
      };
    }
  }

  /// @param onClosed called when the focus needs another place
  public StepListView(SpokenModel model, Messages messages, Runnable onClosed) {
    this.model = model;
    this.messages = messages;
    setId("step-list");
    getStyleClass().add("step-list");
    Label title = new Label();
    title.getStyleClass().add("section-title");
    title.textProperty().bind(messages.text("spoken.list"));
    title.setMaxWidth(Double.MAX_VALUE);
    title.setLabelFor(list);
    HBox.setHgrow(title, Priority.ALWAYS);
    FlowBar top = new FlowBar(title, StepListButton.close(model, messages));
    top.getStyleClass().add("step-list-top");
    top.setAlignment(Pos.CENTER_LEFT);
    list.setId("steps");
    list.accessibleTextProperty().bind(title.textProperty());
    list.accessibleHelpProperty().bind(messages.text("spoken.list.help"));
    Label none = new Label();
    none.textProperty().bind(messages.text("spoken.nothing"));
    list.setPlaceholder(none);
    list.setCellFactory(_ -> cell());
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    setVgrow(list, Priority.ALWAYS);
    getChildren().setAll(top, list);
    setVisible(model.listedProperty().get());
    // The model lives as long as the window, and so does this.
    model.hereProperty().subscribe(_ -> show());
    messages.words().subscribe(_ -> cells.forEach(StepCell::refresh));
    model
        .listedProperty()
        .subscribe((_, open) -> {
          setVisible(open);
          if (open) {
            show();
            list.requestFocus();
          } else {
            onClosed.run();
          }
        });
  }

  private StepCell cell() {
    StepCell cell = new StepCell(model, messages);
    cells.add(cell);
    return cell;
  }

  private void press(KeyEvent event) {
    int chosen = list.getSelectionModel().getSelectedIndex();
    if (event.getCode() == KeyCode.ENTER && chosen >= 0) {
      model.choose(chosen);
      event.consume();
    }
  }

  private void show() {
    if (!isVisible()) {
      return;
    }
    Optional<Here> here = model.hereProperty().get();
    Optional<Trace> trace = here.map(Here::trace);
    int rows = here.map(now -> now.count() + 1).orElse(0);
    if (list.getItems().size() != rows) {
      list.getItems().setAll(IntStream.range(0, rows).boxed().toList());
    }
    boolean moved = !trace.equals(listed) || here.filter(now -> !isChosen(now)).isPresent();
    listed = trace;
    cells.forEach(StepCell::refresh);
    if (moved) {
      here.ifPresent(now -> reveal(now.session().position()));
    }
  }

  private boolean isChosen(Here now) {
    return list.getSelectionModel().getSelectedIndex() == now.session().position();
  }

  private void reveal(int position) {
    list.getSelectionModel().clearAndSelect(position);
    // Only as far as it must: the list itself would bring the row to its top.
    if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      flow.scrollTo(position);
    } else {
      list.scrollTo(position);
    }
  }
}
