package backstep.ui.lab.network;

import atlantafx.base.controls.ProgressSliderSkin;
import atlantafx.base.theme.Styles;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.Drags;
import backstep.ui.kit.Messages;
import backstep.words.Numbers;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A number that can be set: what it is called, a field to type it into, and a slider with a few
/// good stops.
final class Dial extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final double[] stops;
  private final DoublePredicate takes;
  private final DoubleConsumer set;
  private final Messages messages;
  private final Slider slider;
  private final TextField field = new TextField();
  private double value = Double.NaN; // none yet
  private boolean isShowing;

  /// @param id of the slider; the field's is the same and `-value`
  /// @param stops of the slider, from the least
  /// @param takes which numbers can be typed
  /// @param set called with the number that the learner chose
  Dial(
      String id,
      ObservableValue<String> title,
      double[] stops,
      DoublePredicate takes,
      DoubleConsumer set,
      Messages messages) {
    this.stops = stops.clone();
    this.takes = takes;
    this.set = set;
    this.messages = messages;
    slider = new Slider(0, stops.length - 1.0, 0);
    Drags.begunOn(slider);
    getStyleClass().add("control-row");
    Label label = new Label();
    label.getStyleClass().add("control-label");
    label.textProperty().bind(title);
    label.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(label, gap, field);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, slider);
    prepareSlider(id, title);
    prepareField(id, title);
  }

  private void prepareSlider(String id, ObservableValue<String> title) {
    slider.setId(id);
    slider.getStyleClass().add(Styles.SMALL);
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.setBlockIncrement(1);
    slider.setMinWidth(0);
    slider.accessibleTextProperty().bind(title);
    slider.valueProperty().subscribe((_, place) -> slid((int) Math.rint(place.doubleValue())));
  }

  private void prepareField(String id, ObservableValue<String> title) {
    field.setId(id + "-value");
    field.getStyleClass().add("control-value");
    field.setAlignment(Pos.CENTER_RIGHT);
    field.setPrefColumnCount(5);
    field.setMinWidth(0);
    field
        .accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.now("lab.value", title.getValue()), title, messages.words()));
    field.textProperty().subscribe(_ -> check());
    field.setOnAction(_ -> type());
    // All digits are there for who writes.
    field.focusedProperty().subscribe(_ -> write());
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            write();
            event.consume();
          }
        });
  }

  /// Shows the number that is set.
  void show(double now) {
    slider.setAccessibleHelp(messages.now("lab.slider", Numbers.exact(now)));
    if (now == value) {
      if (!field.isFocused()) {
        write();
      }
      return;
    }
    value = now;
    isShowing = true;
    if (!slider.isPressed()) {
      slider.setValue(nearest(now));
    }
    write();
    isShowing = false;
  }

  private int nearest(double now) {
    return IntStream.range(0, stops.length)
        .boxed()
        .min((a, b) -> Double.compare(Math.abs(stops[a] - now), Math.abs(stops[b] - now)))
        .orElseThrow();
  }

  private void slid(int stop) {
    if (!isShowing && stops[stop] != value) {
      set.accept(stops[stop]);
    }
  }

  private void type() {
    OptionalDouble typed = typed();
    if (typed.isPresent()) {
      set.accept(typed.getAsDouble());
      write();
    }
  }

  private void write() {
    if (Double.isNaN(value)) {
      return;
    }
    field.setText(field.isFocused() ? Numbers.exact(value) : messages.numbers().shown(value));
    if (field.isFocused()) {
      field.selectAll();
    }
  }

  private OptionalDouble typed() {
    OptionalDouble number = Numbers.parsed(field.getText());
    return number.isPresent() && takes.test(number.getAsDouble()) ? number : OptionalDouble.empty();
  }

  private void check() {
    boolean wrong = !field.getText().isEmpty() && typed().isEmpty();
    field.pseudoClassStateChanged(WRONG, wrong);
    String why =
        wrong
            ? messages.now(
                "network.wrong",
                messages.numbers().shown(stops[0]),
                messages.numbers().shown(stops[stops.length - 1]))
            : "";
    field.setAccessibleHelp(why);
    Announcer.sayPolitely(field, why);
  }
}
