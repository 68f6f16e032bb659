package backstep.ui.spoken;

import backstep.ui.kit.Messages;
import backstep.ui.spoken.StepRow.Gain;
import backstep.ui.spoken.StepRow.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Tells steps in one language: briefly for who reads them in a list, and in whole sentences.
record StepWords(Messages messages) {
  // --- To be read --------------------------------------------------------------------------------

  /// The phase that the step belongs to.
  String phase(StepRow row) {
    return row.moment()
        .phase()
        .map(phase -> messages.now("player.phase." + phase.name().toLowerCase(Locale.ROOT)))
        .orElseGet(() -> messages.now("player.at.start"));
  }

  /// What the node is that the step is about; where the backward pass begins, that it does.
  String part(StepRow row) {
    return switch (row.moment()) {
      case START -> "";
      case SEED -> messages.now("spoken.list.seed");
      case FORWARD, BACKWARD, UPDATE -> row.nodes().getFirst().part().text(messages);
    };
  }

  /// What comes out of it: figures with their names.
  String result(StepRow row) {
    if (row.moment() == Moment.START) {
      return row.nodes().stream()
          .map(node -> messages.now("stage.value.exact", node.title(), node.value().text(messages)))
          .collect(Collectors.joining("; "));
    }
    if (row.isAhead()) {
      return messages.now("stage.value.pending");
    }
    return row.gains().stream()
        .map(gain -> result(row, gain))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private String result(StepRow row, Gain gain) {
    String total = gain.total().text(messages);
    return switch (row.moment()) {
      case START, FORWARD -> messages.now("stage.value.exact", gain.name(), total);
      case SEED, BACKWARD ->
          messages.now("stage.gradient.exact", row.loss(), bracketed(gain.name()), total);
      case UPDATE -> messages.now("spoken.change", gain.name(), gain.part().text(messages), total);
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
      all.add(messages.now("spoken.here"));
    }
    if (row.moment() != Moment.FORWARD) {
      all.addAll(events(row));
    }
    row.nodes().forEach(node -> all.add(messages.now("spoken.node", node.text(messages))));
    if (row.stale()) {
      all.add(messages.now("spoken.stale"));
    }
    return String.join(" ", all);
  }

  /// Which of how many steps it is.
  String place(StepRow row) {
    return row.moment() == Moment.START
        ? messages.now("spoken.place.start", row.count())
        : messages.now("spoken.place", row.position(), row.count(), phase(row));
  }

  /// What happens in the step, and what comes out of it.
  List<String> events(StepRow row) {
    List<String> all = new ArrayList<>();
    switch (row.moment()) {
      case START -> {}
      case FORWARD ->
          all.add(
              messages.now(
                  "spoken.forward",
                  row.title(),
                  part(row),
                  row.gains().getFirst().total().text(messages)));
      case SEED ->
          all.add(
              messages.now(
                  "spoken.seed", row.title(), row.gains().getFirst().total().text(messages)));
      case BACKWARD -> {
        all.add(messages.now("spoken.backward", row.title(), part(row)));
        row.gains().forEach(gain -> all.add(received(gain)));
      }
      case UPDATE ->
          row.gains()
              .forEach(gain ->
                  all.add(
                      messages.now(
                          "spoken.update",
                          gain.name(),
                          gain.part().text(messages),
                          gain.total().text(messages))));
    }
    return all;
  }

  private String received(Gain gain) {
    return gain.part().equals(gain.total())
        ? messages.now("spoken.gradient", gain.name(), gain.total().text(messages))
        : messages.now(
            "spoken.share", gain.name(), gain.part().text(messages), gain.total().text(messages));
  }
}
