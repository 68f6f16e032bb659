package backstep.ui.lab;

import backstep.python.Definition;
import backstep.python.Problem;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.Em;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import backstep.ui.lab.DifferencesModel.Formula;
import backstep.ui.lab.DifferencesModel.Slip;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A function of one's own: a field for its formula, examples to choose from, how near it is looked
/// at, and what is wrong with a formula that cannot be computed.
final class FormulaField extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private static final double LEAST_FIELD = 8; // em

  private static final List<String> EXAMPLES =
      List.of(
          "x ** 2",
          "x ** 3 - 2 * x",
          "np.sin(x)",
          "np.exp(x)",
          "1 / (1 + np.exp(-x))",
          "np.log(x)",
          "np.sqrt(x)",
          "abs(x)",
          "np.maximum(0, x)",
          "x ** 2 if x > 1 else 2 * x - 1");

  private final DifferencesModel model;
  private final Messages messages;
  private final TextField field = new TextField();
  private final Em em = new Em();
  private boolean showing;

  FormulaField(DifferencesModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("formula");
    Label name = new Label();
    name.textProperty().bind(messages.text("differences.formula"));
    name.setLabelFor(field);
    name.setMinWidth(USE_PREF_SIZE);
    fillField();
    HBox.setHgrow(field, Priority.ALWAYS);
    field.setMinWidth(em.times(LEAST_FIELD));
    em.size().subscribe(_ -> field.setMinWidth(em.times(LEAST_FIELD)));
    FlowBar row = new FlowBar(name, field, examples(), zoom());
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("formula-row");
    getChildren().addAll(row, reason(), em);
    // The model lives as long as the window, and so does this.
    model.formulaProperty().subscribe(this::show);
    visibleProperty().bind(model.formulaProperty().map(Optional::isPresent));
    managedProperty().bind(visibleProperty());
  }

  private void fillField() {
    field.setId("formula");
    field.getStyleClass().add("formula-text");
    field.setPrefColumnCount(12);
    field.accessibleTextProperty().bind(messages.text("differences.formula.spoken"));
    field
        .textProperty()
        .subscribe((_, text) -> {
          if (!showing) {
            model.write(text);
          }
        });
    field
        .focusedProperty()
        .subscribe(has -> {
          if (!has) {
            model.endWriting();
          }
        });
    field.setOnAction(_ -> field.selectAll());
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.giveUp();
            event.consume();
          }
        });
  }

  private void show(Optional<Formula> now) {
    now.ifPresent(formula -> {
      showing = true;
      if (!field.getText().equals(formula.written())) {
        field.setText(formula.written());
        field.end();
      }
      field.pseudoClassStateChanged(WRONG, formula.problem().isPresent());
      showing = false;
    });
  }

  private MenuButton examples() {
    MenuButton button = new MenuButton();
    button.setId("formula-examples");
    button.getStyleClass().add("small-button");
    button.textProperty().bind(messages.text("differences.examples"));
    button.setMinWidth(USE_PREF_SIZE);
    for (String example : EXAMPLES) {
      MenuItem item = new MenuItem(example);
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> {
        model.endWriting();
        field.setText(example);
        model.endWriting();
      });
      button.getItems().add(item);
    }
    return button;
  }

  private ToggleButton zoom() {
    ToggleButton zoom = new ToggleButton();
    zoom.setId("zoom-to-step");
    zoom.getStyleClass().add("small-button");
    zoom.setMinWidth(USE_PREF_SIZE);
    zoom.textProperty().bind(messages.text("differences.zoom"));
    Tip.explain(zoom, messages.text("differences.zoom.tip"));
    zoom.setOnAction(_ -> model.zoom(zoom.isSelected()));
    return zoom;
  }

  // --- What is wrong -----------------------------------------------------------------------------

  private Label reason() {
    Label reason = new Label();
    reason.setId("formula-problem");
    reason.getStyleClass().add("formula-problem");
    reason.setWrapText(true);
    reason.setMinHeight(USE_PREF_SIZE);
    ObservableValue<Optional<Formula>> formula = model.formulaProperty();
    reason
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> formula.getValue().map(this::sentences).orElse(""),
                formula,
                messages.words()));
    reason.visibleProperty().bind(reason.textProperty().isNotEmpty());
    reason.managedProperty().bind(reason.visibleProperty());
    Announcer.liveToWriters(reason, reason.textProperty());
    field.accessibleHelpProperty().bind(reason.textProperty());
    return reason;
  }

  private String sentences(Formula formula) {
    return formula
        .problem()
        .map(slip ->
            messages.now("differences.stale", problem(slip, formula.written()), formula.formula()))
        .orElse("");
  }

  private String problem(Slip slip, String written) {
    if (written.isBlank()) {
      return messages.now("differences.empty");
    }
    Problem problem = slip.problem();
    String what = messages.now(problem.key(), problem.arguments().toArray());
    String hintKey = problem.key() + ".hint";
    String how =
        messages.words().getValue().has(hintKey)
            ? messages.now(hintKey, problem.arguments().toArray())
            : "";
    return slip.piece().map(piece -> where(piece, written)).orElse("") + what + " " + how;
  }

  private String where(Definition.Piece piece, String written) {
    return piece.start() >= written.length() || piece.words().isBlank()
        ? messages.now("differences.at.end") + " "
        : messages.now("differences.at", piece.start() + 1, piece.words()) + " ";
  }
}
