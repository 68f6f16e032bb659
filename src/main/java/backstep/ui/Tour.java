package backstep.ui;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.lesson.Lesson;
import backstep.lesson.LessonCheck;
import backstep.lesson.LessonException;
import backstep.lesson.Narration;
import backstep.lesson.Page;
import backstep.python.Naming;
import backstep.tensor.Tensor;
import backstep.trace.Session;
import backstep.trace.Snapshot;
import backstep.trace.Step;
import backstep.trace.Step.Phase;
import backstep.ui.kit.Background;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Theme;
import backstep.ui.kit.TypeSize;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import backstep.words.Numbers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Every lesson in pictures, made without a window.
public final class Tour {
  /// What the pictures look like.
  ///
  /// @param width in pixels
  /// @param height in pixels
  public record Look(Locale language, Theme theme, int width, int height, TypeSize typeSize) {}

  private record Picture(String file, String title) {}

  private record Chapter(Lesson lesson, List<Picture> pictures) {}

  private final Path folder;
  private final Messages messages;
  private final Look look;
  private final Workbench bench = new Workbench(Background.direct());

  private Tour(Path folder, Look look) {
    this.folder = folder;
    this.look = look;
    messages = new Messages(look.language());
  }

  private static SettingsModel settings(Look look) {
    return SettingsModel.passing(
        Settings.USUAL
            .withTheme(Optional.of(look.theme()))
            .withTypeSize(look.typeSize())
            .withStillness(Optional.of(true)));
  }

  /// Plays lessons and writes the pictures and an `index.html`.
  ///
  /// Starts the JavaFX toolkit if it does not run yet; not to be called on its thread.
  ///
  /// @param only the id of the only lesson to play; none for all
  /// @throws LessonException if a lesson is not complete, or its program does not run
  /// @throws IOException if the folder cannot be made or written to
  public static void write(Path folder, Look look, Optional<String> only, PrintStream out)
      throws IOException {
    Files.createDirectories(folder);
    CompletableFuture<Void> done = new CompletableFuture<>();
    Runnable work =
        () -> {
          try {
            Theme.loadFonts();
            new Tour(folder, look).play(only, out);
            done.complete(null);
          } catch (IOException | RuntimeException | Error e) {
            done.completeExceptionally(e);
          }
        };
    Toolkit.run(work);
    try {
      done.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case IOException unwritable -> throw unwritable;
        case LessonException broken -> throw broken;
        default -> throw e;
      }
    }
  }

  private void play(Optional<String> only, PrintStream out) throws IOException {
    List<Chapter> chapters = new ArrayList<>();
    for (Lesson lesson : bench.lessons.lessons()) {
      if (only.filter(id -> !id.equals(lesson.id())).isPresent()) {
        continue;
      }
      LessonCheck.requireRuns(lesson);
      bench.open(lesson.id());
      List<Picture> pictures = new ArrayList<>();
      if (lesson.view() == Lesson.View.NETWORK) {
        network(lesson, pictures);
      } else if (lesson.tour().isEmpty()) {
        steps(lesson, pictures);
      } else {
        iterations(lesson, pictures);
      }
      out.println(line(lesson, pictures.size()));
      chapters.add(new Chapter(lesson, pictures));
    }
    Files.writeString(folder.resolve("index.html"), html(chapters));
  }

  private Session session() {
    return bench.player.getState().session().orElseThrow();
  }

  private void steps(Lesson lesson, List<Picture> pictures) throws IOException {
    int forward = session().trace().endOf(Phase.FORWARD);
    int backward = session().trace().endOf(Phase.BACKWARD);
    int all = session().trace().steps().size();
    take(lesson, "start", messages.now("tour.start"), pictures);
    if (lesson.moments().isEmpty()) {
      bench.player.seek((forward + 1) / 2);
      take(lesson, "forward", messages.now("tour.forward"), pictures);
      bench.player.seek(forward + (backward - forward + 1) / 2);
      take(lesson, "backward", messages.now("tour.backward"), pictures);
    }
    for (Narration.Place place : lesson.moments()) {
      reach(place);
      String name = place.toString().replace(' ', '-');
      take(lesson, name, messages.now("tour." + phase(place), place.variable()), pictures);
    }
    bench.player.seek(all);
    String end = all > backward ? "tour.after" : "tour.done";
    take(lesson, "end", messages.now(end), pictures);
  }

  private static String phase(Narration.Place place) {
    return switch (place.moment()) {
      case FORWARD -> "at.forward";
      case SEED -> "at.seed";
      case BACKWARD -> "at.backward";
      case UPDATE -> "at.update";
    };
  }

  // The last step that fits: a gradient is whole by then.
  private void reach(Narration.Place place) {
    List<Step> steps = session().trace().steps();
    for (int i = steps.size(); i > 0; i--) {
      if (place.fits(steps.get(i - 1), bench.origins())) {
        bench.player.seek(i);
        return;
      }
    }
  }

  private void iterations(Lesson lesson, List<Picture> pictures) throws IOException {
    take(lesson, "start", messages.now("tour.start"), pictures);
    for (int iteration : lesson.tour()) {
      bench.player.toEndOfIteration(iteration - 1);
      take(lesson, "iteration-" + iteration, messages.now("tour.iteration", iteration), pictures);
    }
  }

  private void network(Lesson lesson, List<Picture> pictures) throws IOException {
    for (int iteration : lesson.tour()) {
      String title = messages.now("tour.iteration", iteration);
      take(lesson, "iteration-" + iteration, title, pictures, b -> b.network.reach(iteration));
    }
    int last = lesson.tour().getLast();
    bench.player.toIteration(last - 1);
    bench.player.toEndOf(Phase.FORWARD);
    take(
        lesson,
        "inside",
        messages.now("tour.inside", last),
        pictures,
        fresh -> {
          fresh.network.reach(last);
          fresh.network.look(backstep.ui.lab.network.Look.GRAPH);
          fresh.player.toEndOf(Phase.FORWARD);
        });
  }

  private void take(Lesson lesson, String moment, String title, List<Picture> pictures)
      throws IOException {
    Session here = session();
    take(
        lesson,
        moment,
        title,
        pictures,
        fresh -> {
          fresh.player.toIteration(here.iteration());
          fresh.player.seek(here.position());
        });
  }

  private void take(
      Lesson lesson,
      String moment,
      String title,
      List<Picture> pictures,
      Consumer<Workbench> toMoment)
      throws IOException {
    Workbench fresh = new Workbench(Background.direct());
    // A scene that is not shown gets no pulses, so each picture has a scene of its own.
    // What a shell listens to keeps it, so nothing is shared: it is gone with its picture.
    Shell shell = new Shell(fresh, new Messages(look.language()), settings(look));
    Scene scene = new Scene(shell, look.width(), look.height());
    fresh.open(lesson.id());
    toMoment.accept(fresh);
    // The first passes find out about sizes: a part's width tells how high it is, and that how high
    // others are.
    scene.snapshot(null);
    scene.snapshot(null);
    String file = lesson.id() + "-" + moment + ".png";
    Files.write(folder.resolve(file), Png.of(scene.snapshot(null)));
    pictures.add(new Picture(file, title));
    fresh.close();
    settle();
  }

  // What the toolkit has put off keeps each scene until it is done, and memory for fifty is not
  // there.
  private static void settle() {
    Object done = new Object();
    Platform.runLater(() -> Platform.exitNestedEventLoop(done, done));
    Platform.enterNestedEventLoop(done);
  }

  /// The lesson's figures: its loss, and the gradient of the first parameter that learns, or else
  /// of the first leaf that has one.
  private String line(Lesson lesson, int pictures) {
    Snapshot end = session().toEndOf(Phase.UPDATE).snapshot();
    Graph graph = end.trace().graph();
    Naming naming = new Naming(bench.origins());
    Optional<Node> first =
        Stream.concat(
                end.trace().iteration().updates().stream().map(Update::parameter),
                graph.leaves().stream())
            .filter(leaf -> end.gradient(leaf).isPresent())
            .findFirst();
    return messages.now(
        "tour.line",
        messages.now(
            "lesson.heading", lesson.order(), lesson.page(messages.language().getValue()).title()),
        Numbers.exact(graph.loss().value().item()),
        first.map(naming::expression).orElse("–"),
        first.flatMap(end::gradient).map(Tour::oneLine).orElse("–"),
        pictures);
  }

  private static String oneLine(Tensor tensor) {
    return Numbers.exact(tensor).replaceAll("\\s*\n\\s*", " ");
  }

  private String html(List<Chapter> chapters) {
    Locale language = messages.language().getValue();
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html>\n<html lang=\"").append(language.getLanguage()).append("\">\n");
    page.append("<meta charset=\"utf-8\">\n<title>")
        .append(escaped(messages.now("tour.title")))
        .append("</title>\n<style>body{font-family:sans-serif;max-width:1100px;margin:2em auto;");
    page.append("padding:0 1em}img{width:100%;border:1px solid #ccd}figure{margin:1em 0 2em}");
    page.append("figcaption{color:#555}</style>\n<h1>")
        .append(escaped(messages.now("tour.title")))
        .append("</h1>\n");
    for (Chapter chapter : chapters) {
      Lesson lesson = chapter.lesson();
      Page words = lesson.page(language);
      page.append("<h2>")
          .append(escaped(messages.now("lesson.heading", lesson.order(), words.title())))
          .append("</h2>\n<p>")
          .append(escaped(words.introduction().plain()))
          .append("</p>\n");
      for (Picture picture : chapter.pictures()) {
        page.append("<figure><img src=\"")
            .append(escaped(picture.file()))
            .append("\" alt=\"")
            .append(escaped(words.title() + ": " + picture.title()))
            .append("\"><figcaption>")
            .append(escaped(picture.title()))
            .append("</figcaption></figure>\n");
      }
    }
    return page.append("</html>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
