package backstep.ui.player;

import backstep.ui.kit.Announcer;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Later;
import backstep.ui.kit.Messages;
import backstep.ui.player.PlayerModel.State;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Which iteration this is, of how many: with the ones before and after it at its sides, and a
/// field to write another one.
final class IterationControl extends HBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  // In heights of the letters.
  private static final double ICON = 1.3;
  private static final int MAX_DIGITS = 9;
  private static final int MOST = 999_999_999;

  private final PlayerModel model;
  private final Messages messages;
  private final BarNote note;
  private final BarButton counter = new BarButton("iteration", this::open);
  private final StackPane place = new StackPane(counter);
  private final TextField field = new TextField();
  private final BarButton back;
  private final BarButton on;

  /// @param note where it says what can be written
  IterationControl(PlayerModel model, Messages messages, BarNote note) {
    this.model = model;
    this.messages = messages;
    this.note = note;
    getStyleClass().add("iteration-control");
    setAlignment(Pos.CENTER);
    ObservableValue<State> state = model.stateProperty();
    ObservableValue<Integer> number = state.map(s -> s.iteration() + 1);
    ObservableValue<Integer> count = state.map(State::iterations);
    counter.getStyleClass().add("iteration");
    counter.textProperty().bind(messages.text("player.iteration", number, count));
    counter.accessibleTextProperty().bind(messages.text("player.iteration.name", number, count));
    ObservableValue<Boolean> open = state.map(State::isOpen);
    counter.explain(
        open.flatMap(on ->
            messages.text(
                on ? "player.iteration.tip.open" : "player.iteration.tip", number, count)),
        state.map(_ -> Optional.empty()));
    field.setId("iteration-field");
    field.getStyleClass().add("iteration-field");
    field.setAlignment(Pos.CENTER);
    // As wide as what it stands over.
    field.setPrefWidth(0);
    field.setVisible(false);
    field.accessibleTextProperty().bind(messages.text("player.iteration.field", count));
    field.textProperty().subscribe(_ -> check());
    field.setOnAction(_ -> go());
    field.focusedProperty().subscribe(focused -> leave(focused));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    messages.words().subscribe(_ -> check());
    back = side("iteration-previous", MaterialDesignC.CHEVRON_LEFT, -1, Keymap.PREVIOUS_ITERATION);
    on = side("iteration-next", MaterialDesignC.CHEVRON_RIGHT, 1, Keymap.NEXT_ITERATION);
    getChildren().addAll(back, place, on);
  }

  private BarButton side(String id, Ikon icon, int by, Keymap key) {
    BarButton button =
        new BarButton(id, by < 0 ? model::previousIteration : model::nextIteration)
            .icon(new FontIcon(icon), ICON)
            .repeating();
    button.getStyleClass().add("iteration-side");
    ObservableValue<String> name =
        messages.text(by < 0 ? "player.iteration.previous" : "player.iteration.next", key);
    button.accessibleTextProperty().bind(name);
    button.explain(
        name,
        Bindings.createObjectBinding(
            () -> Why.noIteration(model.getState(), by).map(why -> why.text(messages)),
            model.stateProperty(),
            messages.words()));
    return button;
  }

  /// Called with a button that is pressed while it is off.
  void setOnRefused(Consumer<BarButton> action) {
    back.setOnRefused(action);
    on.setOnRefused(action);
  }

  // --- Writing -----------------------------------------------------------------------------------

  private void open() {
    Later.put(field, place);
    field.setText(String.valueOf(model.getState().iteration() + 1));
    counter.setVisible(false);
    field.setVisible(true);
    field.requestFocus();
    field.selectAll();
    check();
  }

  private void close() {
    field.setVisible(false);
    counter.setVisible(true);
    note.hide(field);
  }

  private void leave(boolean focused) {
    // Another window's being in front is no leaving; a window that is gone has no focus.
    boolean inFront =
        Optional.ofNullable(field.getScene())
            .map(Scene::getWindow)
            .filter(Window::isFocused)
            .isPresent();
    if (!focused && inFront) {
      close();
    }
  }

  private OptionalInt written() {
    String text = field.getText().strip();
    if (!text.matches("\\d{1," + MAX_DIGITS + "}")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(text);
    return number >= 1 && number <= most() ? OptionalInt.of(number) : OptionalInt.empty();
  }

  // What there is not yet can be made.
  private int most() {
    State now = model.getState();
    return now.isOpen() ? MOST : now.iterations();
  }

  private void check() {
    if (field.isVisible()) {
      boolean wrong = written().isEmpty();
      field.pseudoClassStateChanged(WRONG, wrong);
      State now = model.getState();
      String hint =
          now.isOpen() && !wrong
              ? messages.now("player.iteration.hint.open", now.iterations())
              : messages.now(wrong ? "player.iteration.wrong" : "player.iteration.hint", most());
      field.setAccessibleHelp(hint);
      note.show(field, field.getWidth() / 2, 0, hint);
      Announcer.sayPolitely(field, hint);
    }
  }

  private void go() {
    written()
        .ifPresent(number -> {
          done();
          model.toSameStepOf(number - 1);
        });
  }

  private void done() {
    counter.setVisible(true);
    counter.requestFocus();
    close();
  }

  private void press(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> done();
      case UP -> count(1);
      case DOWN -> count(-1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void count(int by) {
    int start = written().orElse(model.getState().iteration() + 1);
    field.setText(String.valueOf(Math.clamp(start + by, 1, most())));
    field.end();
  }
}
