package backstep.ui;

import backstep.testing.Handed;
import backstep.ui.classroom.ExportView;
import backstep.ui.classroom.GradesView;
import backstep.ui.kit.Background;
import backstep.ui.kit.KeySheet;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Theme;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import backstep.ui.settings.SettingsView;
import backstep.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// The window's content laid out without a window, so that it can be of any size.
///
/// To be used on the JavaFX thread.
///
/// @param language of the words
/// @param words those of each language
/// @param settings how it looks
record LaidOut(Locale language, Function<Locale, Words> words, Settings settings) {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  /// A moment in a lesson.
  ///
  /// @param lesson its id
  /// @param iteration at its end; from 0
  /// @param position of the step in the iteration
  record Moment(String lesson, int iteration, int position) {
    /// In the midst of the backward pass of the two-layer network.
    static final Moment BACKWARD = new Moment("04-two-layers", 0, 14);

    /// In the midst of guessing the number, with the loss curve.
    static final Moment GUESSING = new Moment("06-guess", 7, 8);

    /// A slope measured and computed.
    static final Moment MEASURING = new Moment("05-numerical", 0, 3);

    /// The network lab, as a whole, at its beginning.
    static final Moment NETWORK = new Moment("10-network-lab", 0, 0);
  }

  static LaidOut in(Locale language, Theme theme, int typeSize) {
    return in(language, Words::of, theme, typeSize);
  }

  /// In words of another source.
  static LaidOut in(Locale language, Function<Locale, Words> words, Theme theme, int typeSize) {
    return new LaidOut(
        language,
        words,
        Settings.USUAL
            .withTheme(Optional.of(theme))
            .withTypeSize(new backstep.ui.kit.TypeSize(typeSize))
            .withStillness(Optional.of(true)));
  }

  /// The window at a moment.
  Scene window(Moment moment, double width, double height) {
    return window(moment, width, height, _ -> {});
  }

  /// The window at a moment, and something done in it.
  Scene window(Moment moment, double width, double height, Consumer<Workbench> deed) {
    Workbench bench = new Workbench(Background.direct());
    Shell shell = new Shell(bench, messages(), SettingsModel.passing(settings));
    Scene scene = new Scene(shell, width, height);
    bench.open(moment.lesson());
    bench.player.toIteration(moment.iteration());
    bench.player.seek(moment.position());
    deed.accept(bench);
    bench.network.await();
    return layOut(scene);
  }

  /// The window with a program that cannot be shown.
  Scene problem(double width, double height) {
    Workbench bench = new Workbench(Background.direct());
    Shell shell = new Shell(bench, messages(), SettingsModel.passing(settings));
    Scene scene = new Scene(shell, width, height);
    bench.openStart();
    bench.program.open("class A:\n", bench.lessons.lessons().getFirst().options());
    return layOut(scene);
  }

  /// The window with what a class handed in, with names or without.
  Scene grades(boolean anonymous, double width, double height) {
    Workbench bench = new Workbench(Background.direct());
    bench.open("04-two-layers");
    bench.grades.open();
    handedIn(bench);
    bench.grades.setAnonymous(anonymous);
    GradesView view = new GradesView(bench.grades, messages());
    Scene scene = new Scene(view, width, height);
    settings.theme().orElseThrow().dress(scene, settings.typeSize());
    return layOut(scene);
  }

  // What was read is kept; the files need not be.
  private static void handedIn(Workbench bench) {
    try {
      Path folder = Files.createTempDirectory("class");
      bench.grades.grade(List.of(Handed.write(folder)));
      try (Stream<Path> files = Files.list(folder)) {
        files.forEach(file -> file.toFile().delete());
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What pops up for the settings.
  Scene settingsSheet() {
    SettingsModel model = SettingsModel.passing(settings);
    return dressed(new SettingsView(model, messages(), () -> {}));
  }

  /// What pops up for the settings, in two columns.
  Scene wideSettingsSheet() {
    SettingsModel model = SettingsModel.passing(settings);
    return dressed(new SettingsView(model, messages(), () -> {}).within(Integer.MAX_VALUE));
  }

  /// What pops up for the exports.
  ///
  /// @param width how wide it is
  Scene exportSheet(double width) {
    Workbench bench = new Workbench(Background.direct());
    // It offers what there is to export.
    new Scene(new Shell(bench, messages(), SettingsModel.passing(settings)), WIDTH, HEIGHT);
    bench.open(Moment.BACKWARD.lesson());
    ExportView view = new ExportView(bench.export, messages(), () -> {});
    view.setMaxWidth(width);
    return dressed(view);
  }

  /// What pops up for the keys.
  Scene keySheet(int room) {
    return dressed(new KeySheet(messages(), room));
  }

  private Scene dressed(Parent root) {
    Scene scene = new Scene(root);
    settings.theme().orElseThrow().dress(scene, settings.typeSize());
    return layOut(scene);
  }

  private Messages messages() {
    return new Messages(language, words);
  }

  // A first pass finds out about sizes; the second brings the code to its line, whose heading is
  // laid out in the third.
  private static Scene layOut(Scene scene) {
    scene.snapshot(null);
    scene.snapshot(null);
    scene.snapshot(null);
    return scene;
  }

  /// All that can be seen in a scene, if it is scrolled to.
  static Stream<Node> seen(Scene scene) {
    return seen(scene.getRoot());
  }

  static Stream<Node> seen(Node node) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return Stream.empty();
    }
    Stream<Node> below =
        node instanceof Parent parent
            ? parent.getChildrenUnmodifiable().stream().flatMap(LaidOut::seen)
            : Stream.empty();
    return Stream.concat(Stream.of(node), below);
  }
}
