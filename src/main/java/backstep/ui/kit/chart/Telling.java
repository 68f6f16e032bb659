package backstep.ui.kit.chart;

import backstep.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A chart in words, for who cannot see it, and the words for one of its points.
final class Telling {
  private final Messages messages;
  private final ChartData data;

  Telling(Messages messages, ChartData data) {
    this.messages = messages;
    this.data = data;
  }

  /// What the first series does, where the marks are, and what else is drawn.
  String summary() {
    List<String> sentences = new ArrayList<>();
    if (data.series().isEmpty()) {
      sentences.add(messages.now("chart.summary.nothing", data.about()));
    } else {
      course(data.series().getFirst(), sentences);
    }
    data.marks().stream()
        .filter(mark -> !mark.label().isEmpty())
        .forEach(mark -> sentences.add(messages.now("chart.summary.mark", mark.label())));
    data.notes().stream()
        .filter(note -> !note.label().isEmpty())
        .forEach(note -> sentences.add(messages.now("chart.summary.note", note.label())));
    if (data.series().size() > 1) {
      sentences.add(
          messages.now(
              "chart.summary.also",
              data.series().stream().skip(1).map(this::other).collect(Collectors.joining(", "))));
    }
    return String.join(" ", sentences);
  }

  private String other(Series series) {
    Samples samples = series.samples();
    return samples.isEmpty() || !series.role().hasLine()
        ? series.name()
        : messages.now(
            "chart.summary.other",
            series.name(),
            messages.numbers().shown(samples.y(0)),
            messages.numbers().shown(samples.y(samples.size() - 1)));
  }

  private void course(Series series, List<String> sentences) {
    Samples samples = series.samples();
    Survey all = new Survey();
    samples.survey(0, samples.size(), all);
    if (all.low < 0) {
      sentences.add(messages.now("chart.summary.nothing", data.about()));
      return;
    }
    if (!series.role().hasLine()) {
      sentences.add(messages.now("chart.summary.points", data.about(), samples.size()));
      return;
    }
    int first = 0;
    while (!Double.isFinite(samples.y(first))) {
      first++;
    }
    int last = samples.size() - 1;
    while (!Double.isFinite(samples.y(last))) {
      last--;
    }
    trend(samples, first, last, all, sentences);
    if (last < samples.size() - 1) {
      sentences.add(messages.now("chart.summary.lost", place(samples.x(last + 1))));
    }
    if (data.y().scale() == Scale.LOG && (all.kinds & Survey.NOT_POSITIVE) != 0) {
      sentences.add(messages.now("chart.log.missing"));
    }
  }

  private void trend(Samples samples, int first, int last, Survey all, List<String> sentences) {
    double start = samples.y(first);
    double end = samples.y(last);
    double low = samples.y(all.low);
    double high = samples.y(all.high);
    String key =
        low == high
            ? "chart.summary.stays"
            : end < start
                ? "chart.summary.falls"
                : end > start ? "chart.summary.rises" : "chart.summary.returns";
    sentences.add(
        messages.now(
            key, data.about(), messages.numbers().shown(start), messages.numbers().shown(end)));
    if (low < Math.min(start, end)) {
      sentences.add(
          messages.now(
              "chart.summary.low", messages.numbers().shown(low), place(samples.x(all.low))));
    }
    if (high > Math.max(start, end)) {
      sentences.add(
          messages.now(
              "chart.summary.high", messages.numbers().shown(high), place(samples.x(all.high))));
    }
  }

  /// One point: `iteration 7, loss 252.4`.
  String point(Reading reading) {
    return messages.now("chart.point", place(reading.x(data)), figure(reading));
  }

  /// The same in two lines.
  String readout(Reading reading) {
    return place(reading.x(data)) + "\n" + figure(reading);
  }

  private String place(double x) {
    return messages.now("chart.place", data.x().title(), measured(x, data.x()));
  }

  private String figure(Reading reading) {
    String name = data.series().get(reading.series()).name();
    return messages.now(
        "chart.figure",
        name.isEmpty() ? data.y().title() : name,
        measured(reading.y(data), data.y()));
  }

  private String measured(double value, Axis axis) {
    String figure =
        axis.whole() && value == Math.rint(value)
            ? TickText.whole(value)
            : messages.numbers().shown(value);
    return axis.unit().isEmpty() ? figure : messages.now("chart.unit", figure, axis.unit());
  }
}
