package backstep.ui.lab;

import backstep.train.GradientCheck.Verdict;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.Drags;
import backstep.ui.kit.Messages;
import backstep.ui.lab.GradientCheckModel.Check;
import backstep.ui.lab.GradientCheckModel.Line;
import backstep.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Every gradient beside its numerical twin: what was found in a sentence, the step h on a slider,
/// and a table.
public final class GradientCheckView extends VBox {
  private static final int LARGEST_STEP = -1;
  private static final int SMALLEST_STEP = -14;

  private final GradientCheckModel model;
  private final Messages messages;
  private final TableView<Line> table = new TableView<>();

  public GradientCheckView(GradientCheckModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("gradient-check");
    Label title = new Label();
    title.getStyleClass().add("section-title");
    title.textProperty().bind(messages.text("check.title"));
    VBox.setVgrow(table, Priority.ALWAYS);
    Label about = new Label();
    about.getStyleClass().add("muted");
    about.setWrapText(true);
    about.setMinHeight(USE_PREF_SIZE);
    about.textProperty().bind(messages.text("check.about"));
    getChildren().addAll(title, found(), step(), table, about);
    fillTable();
    model
        .checkProperty()
        .subscribe(check -> table.getItems().setAll(check.lines().orElse(List.of())));
  }

  // --- What was found ----------------------------------------------------------------------------

  private Label found() {
    Label found = new Label();
    found.setId("check-found");
    found.setWrapText(true);
    found.setMinHeight(USE_PREF_SIZE);
    found
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> sentences(model.getCheck()), model.checkProperty(), messages.words()));
    Announcer.live(found);
    return found;
  }

  private String sentences(Check check) {
    if (check.lines().isEmpty()) {
      return messages.now("check.working");
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(messages.now("check.agree", check.count(Verdict.AGREES), all(check)));
    Stream.of(Verdict.KINK, Verdict.UNKNOWN, Verdict.DIFFERS)
        .filter(verdict -> check.count(verdict) > 0)
        .map(verdict -> messages.now(key(verdict, "why"), check.count(verdict)))
        .forEach(sentences::add);
    if (check.count(Verdict.DIFFERS) > 0) {
      sentences.add(messages.now(reason(check.step())));
    }
    return String.join(" ", sentences);
  }

  private static int all(Check check) {
    return check.lines().map(List::size).orElse(0);
  }

  // Far from the step that balances both errors, the numerical side is to blame.
  private static String reason(double step) {
    if (step > 1e-4) {
      return "check.step.large";
    }
    return step < 1e-7 ? "check.step.small" : "check.step.usual";
  }

  private static String key(Verdict verdict, String what) {
    return "check." + verdict.name().toLowerCase(Locale.ROOT) + "." + what;
  }

  // --- The step ----------------------------------------------------------------------------------

  private HBox step() {
    Slider slider = new Slider(SMALLEST_STEP, LARGEST_STEP, Math.log10(model.getCheck().step()));
    Drags.begunOn(slider);
    slider.setId("check-step");
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    HBox.setHgrow(slider, Priority.ALWAYS);
    slider
        .valueProperty()
        .subscribe(exponent -> {
          double step = Math.pow(10, Math.rint(exponent.doubleValue()));
          if (step != model.getCheck().step()) {
            model.setStep(step);
          }
        });
    Label name = new Label();
    name.textProperty()
        .bind(
            messages.text(
                "check.step",
                model.checkProperty().map(check -> messages.numbers().shown(check.step()))));
    name.setMinWidth(USE_PREF_SIZE);
    name.setLabelFor(slider);
    slider.accessibleTextProperty().bind(name.textProperty());
    HBox row = new HBox(10, name, slider);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  // --- The table ---------------------------------------------------------------------------------

  private void fillTable() {
    table.setId("check-table");
    table.getStyleClass().add("check-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    table.accessibleTextProperty().bind(messages.text("check.title"));
    Label none = new Label();
    none.textProperty().bind(messages.text("check.none"));
    table.setPlaceholder(none);
    table
        .getColumns()
        .setAll(
            List.of(
                column("entry", line -> line.name(), false),
                column("numeric", line -> Numbers.exact(line.entry().numeric()), true),
                column("exact", line -> Numbers.exact(line.entry().exact()), true),
                column(
                    "error", line -> messages.numbers().shown(line.entry().relativeError()), true),
                column("verdict", this::verdict, false)));
    table.setRowFactory(_ -> new Row());
    // The verdict is a word, and follows the language; a binding in each cell would outlive it.
    messages.words().subscribe(table::refresh);
  }

  private TableColumn<Line, String> column(
      String key, Function<Line, String> text, boolean isFigure) {
    TableColumn<Line, String> column = new TableColumn<>();
    column.textProperty().bind(messages.text("check.column." + key));
    column.setSortable(false);
    column.setReorderable(false);
    if (isFigure) {
      column.getStyleClass().add("check-figures");
    }
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    column.setCellFactory(_ -> new Cell(isFigure));
    return column;
  }

  private String verdict(Line line) {
    return messages.now(key(line.entry().verdict(), "word"));
  }

  private static final class Cell extends TableCell<Line, String> {
    Cell(boolean isFigure) {
      setAlignment(isFigure ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
      if (isFigure) {
        getStyleClass().add("check-figure");
      }
    }

    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? "" : text);
    }
  }

  private static final class Row extends TableRow<Line> {
    private static final PseudoClass PARTS = PseudoClass.getPseudoClass("parts");

    @Override
    protected void updateItem(Line line, boolean empty) {
      super.updateItem(line, empty);
      pseudoClassStateChanged(PARTS, !empty && line.entry().verdict() == Verdict.DIFFERS);
    }
  }
}
