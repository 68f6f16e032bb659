package backstep.ui;

import backstep.lesson.Lesson;
import backstep.lesson.Prose;
import backstep.trace.Session;
import backstep.ui.classroom.PresentModel;
import backstep.ui.classroom.PresentView;
import backstep.ui.classroom.Screens;
import backstep.ui.classroom.Told;
import backstep.ui.explain.Explanation;
import backstep.ui.explain.Phrases;
import backstep.ui.kit.Closing;
import backstep.ui.kit.KeyTaker;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Keymap.Group;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Theme;
import backstep.ui.kit.TypeSize;
import backstep.ui.player.PlayerModel;
import backstep.ui.player.StepNames;
import backstep.ui.predict.PredictView;
import backstep.ui.settings.SettingsModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The window that a class sees: full screen, on a second screen if there is one.
///
/// It is a window of its own over the same models, so that the first one is afterwards as it was.
/// On a single screen it lies over that.
final class Presentation {
  // As many lines of text a screen is to have room for.
  private static final double LINES = 30;

  /// @param stage the window
  private record Room(Stage stage, Exhibit exhibit, PredictView question, PresentView view) {}

  private final Workbench bench;
  private final Messages messages;
  private final SettingsModel settings;
  private final Region window;
  private final Consumer<Keymap> others;
  private final ObservableValue<String> next;
  private final ObservableValue<Boolean> covering;
  private final BooleanProperty alone = new SimpleBooleanProperty(this, "alone", true);
  private final InvalidationListener screensChanged = _ -> place();
  private Supplier<List<Rectangle2D>> screens =
      () -> Screen.getScreens().stream().map(Screen::getBounds).toList();
  // Made when it is first opened.
  private Optional<Room> room = Optional.empty();

  /// @param window the content of the first window
  /// @param others does what a key stands for that is not the presentation's own
  Presentation(
      Workbench bench,
      Messages messages,
      SettingsModel settings,
      Region window,
      Consumer<Keymap> others) {
    this.bench = bench;
    this.messages = messages;
    this.settings = settings;
    this.window = window;
    this.others = others;
    next =
        Bindings.createStringBinding(
            this::nextName, bench.player.stateProperty(), messages.words());
    ObservableValue<Window> first = window.sceneProperty().flatMap(Scene::windowProperty);
    ObservableValue<Boolean> inFront = first.flatMap(Window::focusedProperty).orElse(false);
    ObservableValue<Boolean> on = bench.present.onProperty();
    covering =
        Bindings.createObjectBinding(
            () -> on.getValue() && alone.get() && !inFront.getValue(), on, alone, inFront);
    on.subscribe((_, isOn) -> openOrClose(isOn));
    first
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe((_, showing) -> {
          if (!showing) {
            bench.present.leave();
          }
        });
    // What is frozen comes to its end before a picture is taken of it.
    bench
        .present
        .followsProperty()
        .subscribe(follows -> room.ifPresent(it -> it.exhibit().follow(follows)));
    bench
        .present
        .frozenProperty()
        .subscribe(frozen -> room.ifPresent(it -> it.view().keep(frozen)));
    bench.present.factorProperty().subscribe(_ -> dress());
    settings.theme().subscribe(_ -> dress());
    settings.typeSize().subscribe(_ -> dress());
    settings.still().subscribe(_ -> dress());
  }

  // --- Properties --------------------------------------------------------------------------------

  /// What the next step is called.
  ObservableValue<String> next() {
    return next;
  }

  /// Whether the first window cannot be seen behind it.
  ObservableValue<Boolean> covering() {
    return covering;
  }

  /// Whether it has a screen of its own.
  boolean isElsewhere() {
    return bench.present.isOn() && !alone.get();
  }

  /// The window, once it was opened.
  Optional<Stage> stage() {
    return room.map(Room::stage);
  }

  /// Where the bounds of all screens are found, the main one first.
  void setScreens(Supplier<List<Rectangle2D>> supplier) {
    screens = supplier;
  }

  // --- Open and closed ---------------------------------------------------------------------------

  private void openOrClose(boolean isOn) {
    if (isOn) {
      open();
    } else {
      room.ifPresent(this::close);
    }
  }

  private void open() {
    Room now = room.orElseGet(this::build);
    room = Optional.of(now);
    place();
    fitLetters(now);
    // Before anything moves in again: it looks its colours up in what is around it.
    dress(now);
    now.exhibit().stage().fit();
    now.exhibit().arrange();
    now.exhibit().follow(true);
    Screen.getScreens().addListener(screensChanged);
    now.stage().show();
    // Of a window that is not shown yet some systems do not know on which screen it is.
    now.stage().setFullScreen(true);
    now.stage().toFront();
    now.view().requestFocus();
  }

  // Larger ones than these would leave too little room for the graph and its charts.
  private void fitLetters(Room now) {
    while (now.stage().getHeight() < LINES * em() && bench.present.canBeSmaller()) {
      bench.present.smaller();
    }
  }

  private double em() {
    return settings.theme().getValue().em(size());
  }

  // Relative to the size chosen for the window.
  private TypeSize size() {
    double factor = bench.present.factorProperty().getValue();
    return new TypeSize((int) Math.round(settings.getSettings().typeSize().percent() * factor));
  }

  private void close(Room now) {
    Screen.getScreens().removeListener(screensChanged);
    // JavaFX stumbles where several pop-ups go with their window.
    List.copyOf(Window.getWindows()).stream()
        .filter(PopupWindow.class::isInstance)
        .map(PopupWindow.class::cast)
        .filter(popup -> now.stage().equals(popup.getOwnerWindow()))
        .forEach(Window::hide);
    now.stage().hide();
    Optional.ofNullable(window.getScene())
        .map(Scene::getWindow)
        .filter(Window::isShowing)
        .ifPresent(Window::requestFocus);
  }

  private Room build() {
    Exhibit exhibit = new Exhibit(bench, messages);
    PredictView question = new PredictView(bench.predict, messages);
    question.managedProperty().bind(question.visibleProperty());
    question
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> bench.predict.onProperty().getValue() && !exhibit.isNetwork(),
                bench.predict.onProperty(),
                bench.lessons.openProperty(),
                bench.network.look()));
    ObservableValue<Told> told =
        Bindings.createObjectBinding(
            () -> told(exhibit),
            bench.explain.explanationProperty(),
            bench.player.stateProperty(),
            bench.lessons.openProperty(),
            bench.lessons.hereProperty(),
            bench.network.look(),
            messages.words());
    PresentView view = new PresentView(bench.present, exhibit, question, told, messages);
    bench
        .predict
        .askedProperty()
        .subscribe((_, asked) -> {
          if (asked.isEmpty() && question.isFocusWithin()) {
            view.requestFocus();
          }
        });
    view.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    Stage stage = new Stage();
    Closing.underPopups(stage);
    stage.titleProperty().bind(messages.text("present.title"));
    stage.setScene(new Scene(view));
    // Esc is heard here, and its hint would lie over the lesson.
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreenExitHint("");
    stage.setOnHidden(_ -> bench.present.leave());
    return new Room(stage, exhibit, question, view);
  }

  // Also while it is closed: JavaFX forgets the styles of a window that does not show when the
  // theme changes, and its graph may be drawn before it is opened again.
  private void dress() {
    room.ifPresent(this::dress);
  }

  private void dress(Room now) {
    Theme theme = settings.theme().getValue();
    double factor = bench.present.factorProperty().getValue();
    TypeSize size = size();
    theme.dress(now.stage().getScene(), size);
    now.stage().getScene().getPreferences().setReducedMotion(settings.still().getValue());
    now.exhibit().stage().typeSizeProperty().set(theme.letters(size));
    now.exhibit().stage().lineScaleProperty().set(theme.lines() * factor);
    now.exhibit().stage().stillProperty().set(settings.still().getValue());
  }

  /// Puts it on the screen where it belongs, of those that there are now.
  void place() {
    if (room.isEmpty() || window.getScene() == null) {
      return;
    }
    Stage stage = room.get().stage();
    Window first = window.getScene().getWindow();
    Rectangle2D here =
        new Rectangle2D(
            first.getX(),
            first.getY(),
            Math.max(0, first.getWidth()),
            Math.max(0, first.getHeight()));
    List<Rectangle2D> all = screens.get();
    Optional<Rectangle2D> other = Screens.other(all, here);
    Rectangle2D there = other.orElseGet(() -> Screens.own(all, here));
    alone.set(other.isEmpty());
    stage.setFullScreen(false);
    stage.setX(there.getMinX());
    stage.setY(there.getMinY());
    stage.setWidth(there.getWidth());
    stage.setHeight(there.getHeight());
    stage.setFullScreen(stage.isShowing());
  }

  // --- What is said ------------------------------------------------------------------------------

  private Told told(Exhibit exhibit) {
    if (exhibit.isNetwork()) {
      String title = bench.lessons.openProperty().get().map(this::title).orElse("");
      return new Told(title, "", "", Optional.empty());
    }
    Explanation explanation = bench.explain.getExplanation();
    Phrases phrases = new Phrases(messages::now);
    String said =
        bench.lessons.said(messages.language().getValue(), messages.numbers()).stream()
            .findFirst()
            .map(Prose::plain)
            .orElseGet(() -> phrases.plain(explanation.sentences()));
    return new Told(
        phrases.text(explanation.heading()),
        said.lines().findFirst().orElse(""),
        explanation.count() == 0 ? "" : phrases.position(explanation),
        bench.player.getState().session());
  }

  private String title(Lesson lesson) {
    return lesson.page(messages.language().getValue()).title();
  }

  private String nextName() {
    PlayerModel.State now = bench.player.getState();
    if (now.nextPhase().isPresent()) {
      Session here = now.session().orElseThrow();
      return new StepNames(bench.player, messages).at(here, here.position() + 1);
    }
    return messages.now(now.atEnd() ? "present.next.none" : "present.next.iteration");
  }

  // --- Keys --------------------------------------------------------------------------------------

  private void press(KeyEvent event) {
    Room now = room.orElseThrow();
    if (now.exhibit().stage().wants(event)
        || FocusedControl.keeps(event)
        || KeyTaker.isTaken(event)) {
      return;
    }
    boolean inText = FocusedControl.takesText(event.getTarget());
    Optional<Keymap> own =
        inText ? Optional.empty() : messages.keyboard().heard(event, Group.PRESENT);
    if (messages.keyboard().matches(Keymap.LEAVE, event) && !inText) {
      escape();
      event.consume();
    } else {
      own.or(() -> messages.keyboard().heard(event, inText))
          .ifPresent(key -> {
            perform(key, now);
            event.consume();
          });
    }
  }

  private void escape() {
    if (bench.present.isDark()) {
      bench.present.lighten();
    } else {
      bench.present.leave();
    }
  }

  private void perform(Keymap key, Room now) {
    PresentModel present = bench.present;
    if (key != Keymap.DARK) {
      present.lighten();
    }
    switch (key) {
      case PRESENT -> present.leave();
      case SPOTLIGHT -> present.spotlight();
      case PEN -> present.pen();
      case INK -> present.nextInk();
      case WIPE -> present.wipe();
      case FREEZE -> present.freeze();
      case DARK -> present.darken();
      case ZOOM_IN -> now.exhibit().stage().zoomIn();
      case ZOOM_OUT -> now.exhibit().stage().zoomOut();
      case FIT -> now.exhibit().stage().fit();
      case FOLD -> now.exhibit().stage().toggleCall();
      case LARGER -> present.larger();
      case SMALLER -> present.smaller();
      case USUAL_SIZE -> present.usualSize();
      case HELP -> now.view().toggleKeys();
      case TIDY, FOLD_ALL, UNDO, REDO, NEXT_LESSON, PREVIOUS_LESSON, LANGUAGE -> others.accept(key);
      default -> {
        // Whatever else there is would open something that is not seen here.
        if (Group.STEPS.keys().contains(key) || Group.PLAY.keys().contains(key)) {
          others.accept(key);
        }
      }
    }
  }
}
