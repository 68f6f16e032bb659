package backstep.ui.lab.network;

import backstep.lab.NetworkData;
import backstep.lab.NetworkSettings;
import backstep.lab.NetworkSettings.Activation;
import backstep.lab.NetworkSettings.Method;
import backstep.ui.kit.Choice;
import backstep.ui.kit.Em;
import backstep.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/// What can be set about the network, its training and its points.
final class SettingsPanel extends VBox {
  private static final double ROW_WIDTH = 12.5; // em
  private static final double[] RATES = {0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10};
  private static final double[] PENALTIES = {
    0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1
  };
  private static final double FASTEST = 1e6;

  private final NetworkLabModel model;
  private final Messages messages;
  private final Em em = new Em();
  private final TilePane rows = new TilePane();
  private final List<Runnable> followers = new ArrayList<>();

  SettingsPanel(NetworkLabModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("network-settings");
    Label title = new Label();
    title.getStyleClass().add("section-title");
    title.textProperty().bind(messages.text("network.settings"));
    rows.getStyleClass().add("control-rows");
    rows.setTileAlignment(Pos.TOP_LEFT);
    rows.getChildren().addAll(rows());
    getChildren().addAll(title, rows, em);
    rows.widthProperty().subscribe(_ -> fit());
    em.size().subscribe(_ -> fit());
    // The model lives as long as the window, and so does this.
    model.stateProperty().subscribe(_ -> followers.forEach(Runnable::run));
    messages.words().subscribe(_ -> followers.forEach(Runnable::run));
  }

  private List<Region> rows() {
    return List.of(
        dial(
            "hidden",
            stops(1, NetworkSettings.MAX_HIDDEN, 1),
            n -> isWhole(n) && n >= 1 && n <= NetworkSettings.MAX_HIDDEN,
            setup -> setup.settings().hidden(),
            n -> model.settings(settings -> settings.withHidden((int) n))),
        choice(
            "activation",
            List.of(Activation.values()),
            new Choice<>(
                messages.text("network.activation"),
                chosen -> model.settings(settings -> settings.withActivation(chosen))),
            model.stateProperty().map(state -> state.setup().settings().activation())),
        choice(
            "method",
            List.of(Method.values()),
            new Choice<>(
                messages.text("network.method"),
                chosen -> model.settings(settings -> settings.withMethod(chosen))),
            model.stateProperty().map(state -> state.setup().settings().method())),
        dial(
            "rate",
            RATES,
            rate -> rate > 0 && rate <= FASTEST,
            setup -> setup.settings().rate(),
            rate -> model.settings(settings -> settings.withRate(rate))),
        dial(
            "batch",
            stops(1, NetworkSettings.MAX_BATCH, 1),
            n -> isWhole(n) && n >= 1 && n <= NetworkSettings.MAX_BATCH,
            setup -> setup.settings().batch(),
            n -> model.settings(settings -> settings.withBatch((int) n))),
        dial(
            "l2",
            PENALTIES,
            l2 -> l2 >= 0 && l2 <= FASTEST,
            setup -> setup.settings().l2(),
            l2 -> model.settings(settings -> settings.withL2(l2))),
        dial(
            "noise",
            stops(0, NetworkData.MAX_NOISE, 0.02),
            noise -> noise >= 0 && noise <= NetworkData.MAX_NOISE,
            setup -> setup.data().noise(),
            noise -> model.data(data -> data.withNoise(noise))),
        dial(
            "split",
            stops(0, NetworkData.MAX_TEST_SHARE, 0.1),
            share -> share >= 0 && share <= NetworkData.MAX_TEST_SHARE,
            setup -> setup.data().testShare(),
            share -> model.data(data -> data.withTestShare(share))),
        dial(
            "seed",
            stops(0, 99, 1),
            seed -> isWhole(seed) && seed >= 0 && seed < NetworkSettings.MAX_SEED,
            setup -> setup.settings().seed(),
            seed -> model.settings(settings -> settings.withSeed((long) seed))));
  }

  private static boolean isWhole(double n) {
    return n == Math.rint(n);
  }

  private static double[] stops(double from, double to, double step) {
    int last = (int) Math.rint((to - from) / step);
    return IntStream.rangeClosed(0, last)
        .mapToDouble(i -> Math.rint((from + i * step) * 100) / 100)
        .toArray();
  }

  private Dial dial(
      String name,
      double[] stops,
      DoublePredicate takes,
      ToDoubleFunction<Setup> value,
      DoubleConsumer set) {
    Dial dial =
        new Dial("network-" + name, messages.text("network." + name), stops, takes, set, messages);
    followers.add(() -> dial.show(value.applyAsDouble(model.getState().setup())));
    return dial;
  }

  private <E extends Enum<E>> VBox choice(
      String name, List<E> options, Choice<E> choice, ObservableValue<E> chosen) {
    Label title = new Label();
    title.getStyleClass().add("control-label");
    title.textProperty().bind(messages.text("network." + name));
    for (E option : options) {
      String word = option.name().toLowerCase(java.util.Locale.ROOT);
      choice.with(option, messages.text("network." + name + "." + word));
      choice.segment(option).setId(name + "-" + word);
    }
    choice.showing(chosen);
    Node node = choice.node();
    node.getStyleClass().add("small-choice");
    VBox row = new VBox(title, node);
    row.getStyleClass().add("control-row");
    return row;
  }

  // As many beside each other as have room, and all as wide as there is room for.
  private void fit() {
    double wanted = em.times(ROW_WIDTH);
    int columns =
        Math.max(1, (int) ((rows.getWidth() + rows.getHgap()) / (wanted + rows.getHgap())));
    double width = Math.floor((rows.getWidth() - (columns - 1) * rows.getHgap()) / columns);
    rows.setPrefColumns(columns);
    rows.getChildren().forEach(row -> ((Region) row).setPrefWidth(width));
  }
}
