package backstep.ui.lab.network;

import backstep.train.Evaluation.Result;
import backstep.train.Evaluation.Score;
import backstep.train.TrainerState;
import backstep.ui.kit.Messages;

/// How well the network does, in a sentence, for who does not see it.
final class Summary {
  private Summary() {}

  /// The sentence; empty where there is nothing to tell.
  static String of(LabState state, Messages messages) {
    return state
        .progress()
        .flatMap(Progress::state)
        .flatMap(now -> now.result().map(result -> of(now, result, messages)))
        .orElse("");
  }

  private static String of(TrainerState now, Result result, Messages messages) {
    Score train = result.train();
    return result
        .test()
        .map(test ->
            messages.now(
                "network.summary.test",
                Figures.percent(train),
                messages.numbers().shown(train.loss()),
                now.iterations(),
                Figures.percent(test),
                messages.numbers().shown(test.loss())))
        .orElseGet(() ->
            messages.now(
                "network.summary",
                Figures.percent(train),
                messages.numbers().shown(train.loss()),
                now.iterations()));
  }
}
