package backstep.ui.lab.network;

import backstep.train.Evaluation.Result;
import backstep.train.Evaluation.Score;
import backstep.train.TrainerState;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Messages;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// How well the network does, in figures.
final class Figures extends FlowBar {
  private static final String NONE = "–";

  private final Messages messages;
  private final Label iterations;
  private final Label trainAccuracy;
  private final Label testAccuracy;
  private final Label trainLoss;
  private final Label testLoss;

  Figures(NetworkLabModel model, Messages messages) {
    this.messages = messages;
    getStyleClass().add("network-figures");
    setFocusTraversable(false);
    iterations = figure("iterations");
    trainAccuracy = figure("accuracy.train");
    testAccuracy = figure("accuracy.test");
    trainLoss = figure("loss.train");
    testLoss = figure("loss.test");
    // The model lives as long as the window, and so does this.
    model.stateProperty().subscribe(this::show);
    messages.words().subscribe(_ -> show(model.getState()));
  }

  private Label figure(String name) {
    Label caption = new Label();
    caption.getStyleClass().add("figure-caption");
    caption.textProperty().bind(messages.text("network." + name));
    caption.setMinWidth(USE_PREF_SIZE);
    Label value = new Label(NONE);
    value.setId("network-" + name.replace('.', '-'));
    value.getStyleClass().add("figure-value");
    value.setMinWidth(USE_PREF_SIZE);
    caption.setLabelFor(value);
    VBox figure = new VBox(caption, value);
    figure.getStyleClass().add("network-figure");
    getChildren().add(figure);
    return value;
  }

  private void show(LabState state) {
    Optional<TrainerState> training = state.progress().flatMap(Progress::state);
    if (state.isAwaited()) {
      return; // the next is on its way
    }
    Optional<Result> result = training.flatMap(TrainerState::result);
    Optional<Score> train = result.map(Result::train);
    Optional<Score> test = result.flatMap(Result::test);
    iterations.setText(
        training.map(now -> messages.now("network.count", now.iterations())).orElse(NONE));
    trainAccuracy.setText(accuracy(train));
    testAccuracy.setText(accuracy(test));
    trainLoss.setText(loss(train));
    testLoss.setText(loss(test));
  }

  private String accuracy(Optional<Score> score) {
    return score.map(now -> messages.now("network.percent", percent(now))).orElse(NONE);
  }

  private String loss(Optional<Score> score) {
    return score.map(now -> messages.numbers().shown(now.loss())).orElse(NONE);
  }

  /// The part of the points that are in their class, in per cent; 100 only if all are.
  static double percent(Score score) {
    return Math.floor(1000 * score.accuracy()) / 10;
  }
}
