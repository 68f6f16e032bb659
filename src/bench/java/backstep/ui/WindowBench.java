package backstep.ui;

import backstep.python.Options;
import backstep.ui.kit.Background;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Theme;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import com.sun.javafx.scene.SceneHelper;
import com.sun.javafx.tk.TKPulseListener;
import com.sun.javafx.tk.Toolkit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// How long it takes from a key press to the new state on the screen, and how long the frames of a
/// movement take: for the two-layer network and for a graph of 150 nodes.
///
/// A time ends when the renderer has drawn the frame, which only JavaFX's own classes can tell. A
/// program that has just started is not compiled yet: first come presses as a person makes them
/// from the start, then as fast as they are answered.
///
/// `./mvnw -q -Pbench test-compile exec:exec@bench -Dbench.main=backstep.ui.WindowBench`
final class WindowBench {
  private static final int PRESSES = 300;
  private static final int SLOW_PRESSES = 160;
  private static final int PAUSE = 250;
  private static final int NO_PAUSE = 5;
  private static final int MOVEMENTS = 25;

  private final Workbench bench = new Workbench(Background.threads());
  private final Shell shell;
  private final Scene scene;
  // The toolkit holds its listeners weakly.
  private final List<TKPulseListener> listening = new ArrayList<>();

  private WindowBench(Stage stage) {
    shell = new Shell(bench, new Messages(Locale.ENGLISH), SettingsModel.passing(Settings.USUAL));
    scene = new Scene(shell, 980, 760);
    stage.setScene(scene);
    stage.show();
  }

  public static void main(String[] arguments) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    WindowBench window = start();
    System.out.printf("%-56s %8s %8s %8s%n", "ms", "median", "95 %", "largest");
    window.measure("two-layer network", () -> "04-two-layers", () -> "");
    window.measure("150 nodes", () -> "", WindowBench::largeProgram);
    window.measureTraining();
    Platform.exit();
  }

  private static WindowBench start() throws Exception {
    CompletableFuture<WindowBench> started = new CompletableFuture<>();
    Platform.startup(() -> {
      Theme.loadFonts();
      started.complete(new WindowBench(new Stage()));
    });
    return started.get();
  }

  /// A network of one neuron a layer, with 150 nodes.
  private static String largeProgram() {
    StringBuilder text = new StringBuilder("import numpy as np\nx = np.array([.5, .8])\n");
    int layers = 37;
    for (int i = 0; i < layers; i++) {
      text.append("w%d = np.array([1.%d, .9])\n".formatted(i, i));
      text.append("b%d = np.array([.0%d, .01])\n".formatted(i, i));
    }
    String before = "x";
    for (int i = 0; i < layers; i++) {
      text.append("h%d = w%d * %s\nz%d = h%d + b%d\n".formatted(i, i, before, i, i, i));
      before = "z" + i;
    }
    return text.append("loss = np.sum(%s)\n".formatted(before)).toString();
  }

  private void measure(String name, Supplier<String> lesson, Supplier<String> program)
      throws Exception {
    onScreen(() -> {
      if (lesson.get().isEmpty()) {
        bench.program.open(program.get(), Options.DEFAULT);
      } else {
        bench.open(lesson.get());
      }
      shell.stage().stillProperty().set(true);
      return true;
    });
    Thread.sleep(2500);
    report(name + ": key to screen, four a second", times(SLOW_PRESSES, () -> press(PAUSE)));
    report(name + ": key to screen, without pause", times(PRESSES, () -> press(NO_PAUSE)));
    onScreen(() -> {
      shell.stage().stillProperty().set(false);
      bench.player.seek(0);
      return true;
    });
    List<Double> frames = new ArrayList<>();
    List<Double> work = new ArrayList<>();
    for (int i = 0; i < MOVEMENTS; i++) {
      movement(frames, work);
    }
    report(name + ": frame to frame in a movement", frames);
    report(name + ": work of such a frame", work);
  }

  // At full speed, in the graph and in the network lab; the key moves the focus.
  private void measureTraining() throws Exception {
    onScreen(() -> {
      bench.open("04-two-layers");
      return true;
    });
    Thread.sleep(2000);
    onScreen(() -> {
      bench.player.trainOrPause();
      return true;
    });
    Thread.sleep(1000);
    report("training two layers: key to screen", times(PRESSES, this::tab));
    onScreen(() -> {
      bench.player.trainOrPause();
      bench.open("10-network-lab");
      return true;
    });
    Thread.sleep(2000);
    onScreen(() -> {
      for (int i = 0; i < 3; i++) {
        bench.network.faster(); // to full speed
      }
      bench.network.runOrPause();
      return true;
    });
    Thread.sleep(1000);
    report("training in the network lab: key to screen", times(PRESSES, this::tab));
  }

  private double tab() throws Exception {
    CompletableFuture<Double> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      long pressed = System.nanoTime();
      fire(KeyCode.TAB);
      Toolkit.getToolkit().addPostSceneTkPulseListener(once(() -> done.complete(since(pressed))));
      Platform.requestNextPulse();
    });
    double time = done.get();
    Thread.sleep(20);
    return time;
  }

  // Up and down the whole iteration.
  private double press(int pause) throws Exception {
    CompletableFuture<Double> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      // Beyond the end another iteration would begin, which is made in the background.
      boolean end = bench.player.getState().nextPhase().isEmpty();
      long pressed = System.nanoTime();
      fire(end ? KeyCode.HOME : KeyCode.RIGHT);
      Toolkit.getToolkit().addPostSceneTkPulseListener(once(() -> done.complete(since(pressed))));
      Platform.requestNextPulse();
    });
    double time = done.get();
    Thread.sleep(pause);
    return time;
  }

  private void movement(List<Double> frames, List<Double> work) throws Exception {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      if (bench.player.getState().nextPhase().isEmpty()) {
        fire(KeyCode.HOME);
      }
      fire(KeyCode.RIGHT);
      long[] times = {System.nanoTime(), 0};
      Toolkit toolkit = Toolkit.getToolkit();
      TKPulseListener before = () -> times[1] = System.nanoTime();
      int[] count = {0};
      TKPulseListener[] after = new TKPulseListener[1];
      after[0] =
          () -> {
            rendered();
            long now = System.nanoTime();
            work.add((now - times[1]) / 1e6);
            if (count[0]++ > 0) {
              frames.add((now - times[0]) / 1e6);
            }
            times[0] = now;
            Platform.requestNextPulse();
            if (count[0] == 30) {
              toolkit.removePostSceneTkPulseListener(after[0]);
              toolkit.removeStageTkPulseListener(before);
              done.complete(true);
            }
          };
      listening.clear();
      listening.add(before);
      listening.add(after[0]);
      toolkit.addStageTkPulseListener(before);
      toolkit.addPostSceneTkPulseListener(after[0]);
    });
    done.get();
    Thread.sleep(200);
  }

  private void fire(KeyCode code) {
    KeyEvent press = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    Event.fireEvent(scene.getFocusOwner() == null ? shell : scene.getFocusOwner(), press);
  }

  private TKPulseListener once(Runnable action) {
    TKPulseListener[] self = new TKPulseListener[1];
    self[0] =
        () -> {
          Toolkit.getToolkit().removePostSceneTkPulseListener(self[0]);
          rendered();
          action.run();
        };
    listening.clear();
    listening.add(self[0]);
    return self[0];
  }

  private void rendered() {
    SceneHelper.getPeer(scene).waitForRenderingToComplete();
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private interface Timed {
    double run() throws Exception;
  }

  private static List<Double> times(int count, Timed timed) throws Exception {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      times.add(timed.run());
    }
    return times;
  }

  private static void report(String name, List<Double> times) {
    double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "%-56s %8.1f %8.1f %8.1f   (%d)%n",
        name,
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.95)],
        sorted[sorted.length - 1],
        Arrays.stream(sorted).filter(t -> t > 33).count());
  }

  private static void onScreen(Supplier<Boolean> action) throws Exception {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Platform.runLater(() -> done.complete(action.get()));
    done.get();
  }
}
