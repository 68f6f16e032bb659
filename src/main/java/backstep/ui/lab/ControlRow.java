package backstep.ui.lab;

import atlantafx.base.controls.ProgressSliderSkin;
import atlantafx.base.theme.Styles;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.Drags;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import backstep.ui.lab.ControlsModel.Knob;
import backstep.words.Numbers;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One control: what it is called, its value, which can be typed, and a slider.
final class ControlRow extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final double STEP = 0.01;

  private final ControlsModel model;
  private final Messages messages;
  private final Scale scale;
  private final Slider slider = new Slider(0, 1, 0);
  private final TextField field = new TextField();
  private final BooleanProperty offered = new SimpleBooleanProperty(this, "offered", true);
  private Knob knob;
  private boolean showing;
  private boolean dragging;
  private boolean begun;

  ControlRow(Knob start, ControlsModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    knob = start;
    scale = new Scale(start.control());
    String name = start.control().variable();
    ObservableValue<String> title = messages.language().map(start.control()::label);
    Label label = new Label();
    label.getStyleClass().add("control-label");
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    offered.get() ? title.getValue() : messages.now("lab.absent", title.getValue()),
                title,
                offered,
                messages.words()));
    label.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(6, label, gap, field);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, slider);
    getStyleClass().add("control-row");
    slider.setId("control-" + name);
    slider.getStyleClass().add(Styles.SMALL);
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.setBlockIncrement(STEP);
    Drags.begunOn(slider);
    slider.accessibleTextProperty().bind(title);
    start.control().draws().ifPresent(this::explain);
    slider.valueProperty().subscribe(part -> slid(part.doubleValue()));
    // From one press to its release is one change.
    slider.valueChangingProperty().subscribe(changing -> hold(changing));
    slider.setOnMousePressed(_ -> hold(true));
    slider.setOnMouseReleased(_ -> hold(false));
    field.setId("control-" + name + "-value");
    field.getStyleClass().add("control-value");
    field.setAlignment(Pos.CENTER_RIGHT);
    field.setPrefColumnCount(5);
    field.setMinWidth(0);
    field.visibleProperty().bind(offered);
    field.managedProperty().bind(offered);
    field
        .accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.now("lab.value", title.getValue()), title, messages.words()));
    field.textProperty().subscribe(_ -> check());
    field.setOnAction(_ -> type());
    // All digits are there for who writes.
    field.focusedProperty().subscribe(_ -> write(knob));
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            write(knob);
            event.consume();
          }
        });
    show(start);
  }

  // A seed stands nowhere until something is drawn from it.
  private void explain(String drawn) {
    Tip.show(slider, messages.text("lab.draws", drawn));
    field.setPromptText("–");
  }

  /// Shows where the control stands.
  void show(Knob now) {
    knob = now;
    showing = true;
    setDisable(!now.offered());
    offered.set(now.offered());
    if (!dragging) {
      slider.setValue(now.value().map(scale::part).orElse(0.0));
    }
    if (!field.isFocused()) {
      write(now);
    }
    showing = false;
  }

  private void write(Knob now) {
    boolean writing = field.isFocused();
    field.setText(
        now.value()
            .map(value -> writing ? exact(value) : messages.numbers().shown(value))
            .orElse(""));
    if (writing) {
      field.selectAll();
    }
  }

  private String exact(double value) {
    return knob.control().whole()
        ? String.format(Locale.ROOT, "%.0f", value)
        : Numbers.exact(value);
  }

  private void hold(boolean holds) {
    if (!holds || !dragging) {
      begun = false;
    }
    dragging = holds;
  }

  private void slid(double part) {
    slider.setAccessibleHelp(messages.now("lab.slider", Numbers.exact(scale.value(part))));
    if (showing) {
      return;
    }
    double value = scale.value(part);
    if (knob.value().filter(now -> now == value).isEmpty()) {
      model.set(knob.control(), value, begun);
      begun = dragging;
    }
  }

  private void type() {
    OptionalDouble value = typed();
    if (value.isPresent()) {
      model.set(knob.control(), value.getAsDouble(), false);
      write(knob);
    }
  }

  private void check() {
    boolean wrong = !field.getText().isEmpty() && typed().isEmpty();
    field.pseudoClassStateChanged(WRONG, wrong);
    String why =
        wrong ? messages.now(wrongKey(), messages.numbers().shown(knob.control().from())) : "";
    field.setAccessibleHelp(why);
    field.setTooltip(wrong ? new Tooltip(why) : null);
    Announcer.sayPolitely(field, why);
  }

  private String wrongKey() {
    return knob.control().whole() ? "edit.wrong.whole" : "edit.wrong";
  }

  // What stands in the field, if the program can be given that.
  private OptionalDouble typed() {
    OptionalDouble value = Numbers.parsed(field.getText());
    return value.isPresent() && knob.control().takes(value.getAsDouble())
        ? value
        : OptionalDouble.empty();
  }
}
