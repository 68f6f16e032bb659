package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.lesson.Lesson;
import backstep.ui.kit.OnScreen;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ScrollPane;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// After the fuzz tester of PhET's simulations: nothing that can be clicked or pressed, in whatever
/// order, may break the window.
///
/// `./mvnw verify -Dtest=RandomWalkTest -Dbackstep.walk.minutes=60 -Dtest.jvm=-Xmx512m` walks for
/// an hour, with as much memory as the program has, and looks at the heap every minute.
@ExtendWith(ApplicationExtension.class)
@DisplayName("Whatever is clicked and pressed, in any order")
class RandomWalkTest {
  private static final int ACTIONS = 240;
  private static final int LOOK_EVERY = 12;
  private static final long MINUTES = Long.getLong("backstep.walk.minutes", 0);
  private static final int FIRST_SEED = Integer.getInteger("backstep.walk.seed", 100);
  private static final long MINUTE = 60_000_000_000L;
  private static final double ROOM = 1.25;
  private static final double MEGABYTE = 1 << 20;

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final Warnings warnings = new Warnings(this::complain);
  private Stage stage;
  private Window window;
  private FreshRun fresh;

  @Start
  void start(Stage shown) {
    stage = shown;
    SettingsModel settings =
        SettingsModel.passing(Settings.USUAL.withStillness(Optional.of(false)));
    window = Window.open(shown, Locale.KOREAN, settings);
    fresh = new FreshRun(window.bench(), shown.getScene(), settings.numbers()::getValue);
  }

  @BeforeEach
  void listen() {
    warnings.listen();
    // Failures are listened to here; TestFX would tell them once more, in another test.
    WaitForAsyncUtils.autoCheckException = false;
    OnScreen.now(() -> {
      Thread.currentThread().setUncaughtExceptionHandler((_, e) -> complain(e));
      return true;
    });
  }

  @AfterEach
  void listenNoMore() {
    warnings.listenNoMore();
    WaitForAsyncUtils.clearExceptions();
    WaitForAsyncUtils.autoCheckException = true;
    OnScreen.now(() -> {
      Thread.currentThread().setUncaughtExceptionHandler(null);
      return true;
    });
  }

  // The headless platform fails to draw the shadow that a pop-up casts beyond its screen.
  private static boolean isShadow(Throwable failure) {
    return Stream.of(failure.getStackTrace())
        .anyMatch(frame -> frame.getClassName().endsWith("HeadlessWindow"));
  }

  private void complain(Throwable failure) {
    if (isShadow(failure)) {
      return;
    }
    complaints.add(
        Stream.of(failure.getStackTrace())
            // JavaFX goes down from node to node.
            .filter(frame -> !frame.getMethodName().contains("rocessCSS"))
            .limit(60)
            .map(Object::toString)
            .reduce(failure.toString(), (all, line) -> all + "\n    at " + line));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("nothing fails, no warning is given, and what is shown is what is computed")
  void walk(long seed) {
    Monkey monkey = OnScreen.now(() -> new Monkey(stage, seed));
    for (int i = 0; i < ACTIONS; i++) {
      act(monkey, i, seed);
    }
  }

  @Test
  @DisplayName("for as long as one wishes, the memory it takes levels off")
  void longWalk() {
    long end = System.nanoTime() + MINUTES * MINUTE;
    long nextLook = System.nanoTime() + MINUTE;
    List<Double> heap = new ArrayList<>();
    int seed = FIRST_SEED;
    while (System.nanoTime() < end) {
      long walk = seed;
      Monkey monkey = OnScreen.now(() -> new Monkey(stage, walk));
      for (int i = 0; i < 1000 && System.nanoTime() < end; i++) {
        act(monkey, i, seed);
        if (System.nanoTime() > nextLook) {
          nextLook += MINUTE;
          Histogram now = histogram();
          heap.add(megabytes(now, false));
          System.out.printf(
              Locale.ROOT,
              "after %d min: %.0f MB, and %.0f MB of pictures%n",
              heap.size(),
              heap.getLast(),
              megabytes(now, true));
        }
      }
      seed++;
    }
    int quarter = heap.size() / 4;
    if (quarter > 0) {
      double before = most(heap.subList(quarter, 2 * quarter));
      double after = most(heap.subList(3 * quarter, heap.size()));
      assertThat(after).as("MB in the last quarter, of " + heap).isLessThan(before * ROOM);
    }
  }

  private static double most(List<Double> of) {
    return of.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  private static Histogram histogram() {
    OnScreen.now(() -> {
      Window.forgetEvents();
      return true;
    });
    return Histogram.take();
  }

  // JavaFX keeps pictures of shadows for another time, softly, for as long as there is room: arrays
  // of int, which would hide anything else that grows.
  private static double megabytes(Histogram heap, boolean pictures) {
    return heap.bytes(type -> type.equals("[I") == pictures) / MEGABYTE;
  }

  private void act(Monkey monkey, int step, long seed) {
    Platform.runLater(monkey::act);
    OnScreen.now(() -> true);
    if (step % LOOK_EVERY == 0) {
      window.waitFor(
          // Behind a presentation the graph waits.
          () ->
              window.isPlaying() || window.bench().present.isOn() || fresh.differences().isEmpty(),
          () -> complaints + "\n" + fresh.differences() + story(monkey, step, seed));
    }
    if (step % LOOK_EVERY == 0) {
      complaints.addAll(OnScreen.now(RandomWalkTest::offScreen));
    }
    assertThat(complaints).as(() -> story(monkey, step, seed)).isEmpty();
  }

  // What pops up must be whole; what the window has no room for is scrolled to.
  private static List<String> offScreen() {
    Rectangle2D screen = Screen.getPrimary().getBounds();
    return javafx.stage.Window.getWindows().stream()
        .filter(shown -> shown instanceof PopupWindow && shown.isShowing())
        .flatMap(shown -> LaidOut.seen(shown.getScene().getRoot()))
        .filter(node -> node.isFocusTraversable() && node instanceof ScrollPane)
        .filter(node -> {
          Bounds at = node.localToScreen(node.getLayoutBounds());
          return !screen.contains(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
        })
        .map(node -> "off the screen: " + node + node.localToScreen(node.getLayoutBounds()))
        .toList();
  }

  private String story(Monkey monkey, int step, long seed) {
    String here =
        OnScreen.now(
            () -> window.bench().lessons.openProperty().get().map(Lesson::id).orElse("no lesson"));
    return "seed %d, step %d, in %s, after%n%s"
        .formatted(seed, step, here, String.join("\n", monkey.lately()));
  }
}
