package backstep.ui.spoken;

import backstep.ui.spoken.StepRow.Gain;
import backstep.ui.spoken.StepRow.Moment;
import backstep.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Tells steps in one language: briefly for who reads them in a list, and in whole sentences.
record StepWords(Words words) {
  // --- To be read --------------------------------------------------------------------------------

  /// The phase that the step belongs to.
  String phase(StepRow row) {
    return row.moment()
        .phase()
        .map(phase -> words.text("player.phase." + phase.name().toLowerCase(Locale.ROOT)))
        .orElseGet(() -> words.text("player.at.start"));
  }

  /// What the node is that the step is about.
  String part(StepRow row) {
    return row.moment() == Moment.START ? "" : row.nodes().getFirst().part().text(words);
  }

  /// What comes out of it: figures with their names.
  String result(StepRow row) {
    if (row.moment() == Moment.START) {
      return row.nodes().stream()
          .map(node -> words.text("stage.value.exact", node.title(), node.value().text(words)))
          .collect(Collectors.joining("; "));
    }
    if (row.isAhead()) {
      return words.text("stage.value.pending");
    }
    return row.gains().stream()
        .map(gain -> result(row, gain))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private String result(StepRow row, Gain gain) {
    String total = gain.total().text(words);
    return switch (row.moment()) {
      case START, FORWARD -> words.text("stage.value.exact", gain.name(), total);
      case SEED, BACKWARD ->
          words.text("stage.gradient.exact", row.loss(), bracketed(gain.name()), total);
      case UPDATE -> words.text("spoken.change", gain.name(), gain.part().text(words), total);
    };
  }

  // An expression below the line is one thing.
  private static String bracketed(String name) {
    return name.chars().allMatch(Character::isJavaIdentifierPart) ? name : "(" + name + ")";
  }

  // --- To be heard -------------------------------------------------------------------------------

  /// All that there is to say of a row of the list.
  String row(StepRow row) {
    List<String> all = new ArrayList<>();
    all.add(place(row));
    if (row.here()) {
      all.add(words.text("spoken.here"));
    }
    if (row.moment() != Moment.FORWARD) {
      all.addAll(events(row));
    }
    row.nodes().forEach(node -> all.add(words.text("spoken.node", node.text(words))));
    if (row.stale()) {
      all.add(words.text("spoken.stale"));
    }
    return String.join(" ", all);
  }

  /// Which of how many steps it is.
  String place(StepRow row) {
    return row.moment() == Moment.START
        ? words.text("spoken.place.start", row.count())
        : words.text("spoken.place", row.position(), row.count(), phase(row));
  }

  /// What happens in the step, and what comes out of it.
  List<String> events(StepRow row) {
    List<String> all = new ArrayList<>();
    switch (row.moment()) {
      case START -> {}
      case FORWARD ->
          all.add(
              words.text(
                  "spoken.forward",
                  row.title(),
                  part(row),
                  row.gains().getFirst().total().text(words)));
      case SEED ->
          all.add(
              words.text("spoken.seed", row.title(), row.gains().getFirst().total().text(words)));
      case BACKWARD -> {
        all.add(words.text("spoken.backward", row.title(), part(row)));
        row.gains().forEach(gain -> all.add(received(gain)));
      }
      case UPDATE ->
          row.gains()
              .forEach(gain ->
                  all.add(
                      words.text(
                          "spoken.update",
                          gain.name(),
                          gain.part().text(words),
                          gain.total().text(words))));
    }
    return all;
  }

  private String received(Gain gain) {
    return gain.part().equals(gain.total())
        ? words.text("spoken.gradient", gain.name(), gain.total().text(words))
        : words.text(
            "spoken.share", gain.name(), gain.part().text(words), gain.total().text(words));
  }
}
