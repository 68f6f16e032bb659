package backstep.ui;

import backstep.lesson.Lesson;
import backstep.ui.classroom.CoverMenu;
import backstep.ui.classroom.CoverModel;
import backstep.ui.classroom.ExportModel;
import backstep.ui.classroom.ExportView;
import backstep.ui.classroom.PresentButton;
import backstep.ui.classroom.PresentModel;
import backstep.ui.keep.FileMenu;
import backstep.ui.kit.Bubble;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.KeySheet;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Later;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.kit.Tip;
import backstep.ui.lesson.DoneModel;
import backstep.ui.lesson.LessonListView;
import backstep.ui.lesson.LessonModel;
import backstep.ui.lesson.VariantView;
import backstep.ui.predict.PredictButton;
import backstep.ui.predict.PredictModel;
import backstep.ui.settings.SettingsModel;
import backstep.ui.settings.SettingsView;
import backstep.ui.settings.ThemeMenu;
import backstep.ui.settings.TypeButtons;
import backstep.ui.spoken.SpokenModel;
import backstep.ui.spoken.SummaryView;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// The bar at the top: where the learner is, and what holds for the whole window.
final class TopBar extends FlowBar {
  private final LessonModel lessons;
  private final Messages messages;
  private final SettingsModel settings;
  private final Button lessonsButton;
  private final Button helpButton;
  private final Bubble keys;
  private final Bubble summary;
  private final FileMenu files;
  private final Bubble exports;

  TopBar(
      LessonModel lessons,
      DoneModel done,
      PredictModel predict,
      PresentModel present,
      CoverModel cover,
      FileMenu files,
      ExportModel export,
      SpokenModel spoken,
      Messages messages,
      SettingsModel settings) {
    this.lessons = lessons;
    this.messages = messages;
    this.settings = settings;
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label();
    name.getStyleClass().add("app-name");
    name.textProperty().bind(messages.text("app.name"));
    name.setMinWidth(USE_PREF_SIZE);
    Label slash = new Label("/");
    slash.getStyleClass().addAll("muted", "app-slash");
    HBox brand = new HBox(name, slash);
    brand.getStyleClass().add("brand");
    brand.setAlignment(Pos.CENTER_LEFT);
    lessonsButton = lessonsButton(done);
    keys = new Bubble(messages.text("key.sheet"), this::keySheet);
    summary = new Bubble(messages.text("spoken.summary"), _ -> new SummaryView(spoken, messages));
    helpButton = button("help", MaterialDesignH.HELP, messages.text("help.tip", Keymap.HELP));
    helpButton.setOnAction(_ -> toggleKeys());
    this.files = files;
    files.setOnExport(this::showExport);
    Later<ExportView> exportView =
        new Later<>(() -> new ExportView(export, messages, this::showExport));
    exports = new Bubble(messages.text("export.title"), _ -> exportView.get());
    PredictButton predictButton = new PredictButton(predict, messages);
    CoverMenu coverMenu = new CoverMenu(cover, messages);
    PresentButton presentButton = new PresentButton(present, messages);
    files
        .getItems()
        .addAll(
            instead(predictButton, Keymap.PREDICT, predict::toggle),
            instead(coverMenu, Keymap.HIDE, cover::next),
            instead(presentButton, Keymap.PRESENT, present::toggle));
    getChildren()
        .setAll(
            lessonsButton,
            optional(brand),
            title(),
            new VariantView(lessons, messages),
            predictButton,
            files,
            coverMenu,
            optional(looks()),
            settingsButton(),
            helpButton,
            presentButton);
    fold(false);
  }

  // A style sheet leaves out what a narrow window has no room for.
  private static <N extends Node> N optional(N node) {
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }

  // And what it leaves out is in the menu.
  private MenuItem instead(Node left, Keymap key, Runnable action) {
    MenuItem item = new MenuItem();
    item.setId("menu-" + key.name().toLowerCase(Locale.ROOT));
    item.textProperty().bind(messages.text(key.words()));
    item.visibleProperty().bind(left.visibleProperty().not());
    item.setOnAction(_ -> action.run());
    return item;
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Takes the lessons in, where the window has no room for their list.
  void fold(boolean folded) {
    lessonsButton.setVisible(folded);
    lessonsButton.setManaged(folded);
  }

  /// Shows what the keys do, or hides it.
  void toggleKeys() {
    keys.toggle(helpButton);
  }

  /// Shows what there is on the screen in words, or hides it.
  void toggleSummary() {
    summary.toggle(helpButton);
  }

  /// Shows what can be exported, or hides it.
  void toggleExport() {
    exports.toggle(files);
  }

  private void showExport() {
    if (!exports.isShowing()) {
      toggleExport();
    }
  }

  // --- Parts -------------------------------------------------------------------------------------

  private Label title() {
    Label title = new Label();
    title.setId("lesson-title");
    title.getStyleClass().add("lesson-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    ObservableValue<Optional<Lesson>> open = lessons.openProperty();
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> open.getValue().map(this::heading).orElse(""), open, messages.words()));
    Tip.whole(title);
    return title;
  }

  private String heading(Lesson lesson) {
    String title = lesson.page(messages.language().getValue()).title();
    return lesson.view() == Lesson.View.SANDBOX
        ? title
        : messages.now("lesson.heading", lesson.order(), title);
  }

  private Button lessonsButton(DoneModel done) {
    Button button = button("lessons", MaterialDesignM.MENU, messages.text("lesson.list"));
    Later<LessonListView> list = new Later<>(() -> new LessonListView(lessons, done, messages));
    Bubble bubble = new Bubble(messages.text("lesson.list"), _ -> list.get());
    button.setOnAction(_ -> bubble.toggle(button));
    // Not when it only opens: the first lesson is there by then.
    lessons.openProperty().subscribe((_, _) -> bubble.hide());
    return button;
  }

  private HBox looks() {
    TypeButtons type = new TypeButtons(settings, messages);
    Button language = new Button();
    language.setId("language");
    language.getStyleClass().addAll("bar-button", "language-button");
    language.textProperty().bind(messages.text("language.button"));
    language.setOnAction(_ -> messages.speakNext());
    tip(language, messages.text("language.tip", Keymap.LANGUAGE));
    HBox looks =
        new HBox(
            type.smaller(),
            type.larger(),
            optional(new ThemeMenu(settings, messages)),
            optional(language));
    looks.getStyleClass().add("looks");
    looks.setAlignment(Pos.CENTER_LEFT);
    return looks;
  }

  // The summary comes first in the help, so that the keyboard is on it at once.
  private VBox keySheet(int room) {
    Button open =
        Parts.smallButton(
            "summary-open",
            messages.text("spoken.summary.open", Keymap.SUMMARY),
            () -> {
              keys.hide();
              toggleSummary();
            });
    VBox help = new VBox(open, new KeySheet(messages, room));
    help.getStyleClass().add("help");
    return help;
  }

  private Button settingsButton() {
    Button button =
        button("settings", MaterialDesignC.COG_OUTLINE, messages.text("settings.title"));
    Later<SettingsView> view =
        new Later<>(() -> new SettingsView(settings, messages, this::toggleKeys));
    Bubble bubble = new Bubble(messages.text("settings.title"), room -> view.get().within(room));
    button.setOnAction(_ -> bubble.toggle(button));
    return button;
  }

  private static Button button(String id, Ikon icon, ObservableValue<String> words) {
    Button button = new Button();
    button.setId(id);
    button.getStyleClass().addAll("bar-button", "icon-button");
    button.setGraphic(new FontIcon(icon));
    tip(button, words);
    return button;
  }

  private static void tip(Button button, ObservableValue<String> words) {
    Tip.name(button, words);
    button.setMinWidth(USE_PREF_SIZE);
  }
}
