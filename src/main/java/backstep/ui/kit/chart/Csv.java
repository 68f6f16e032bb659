package backstep.ui.kit.chart;

import backstep.words.CsvText;
import backstep.words.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A chart's series as a table of comma-separated values ([CsvText]): x, and a column for each
/// series, with every digit. Points of several series at the same x share a line.
final class Csv {
  // Whole numbers up to here are all different as doubles.
  private static final double EXACT = 1e15;

  private final StringBuilder text = new StringBuilder();
  private final ChartData data;
  private final List<int[]> orders;

  private Csv(ChartData data) {
    this.data = data;
    orders = data.series().stream().map(series -> order(series.samples())).toList();
  }

  static String of(ChartData data) {
    Csv csv = new Csv(data);
    csv.head();
    csv.rows();
    return csv.text.toString();
  }

  // The indexes by ascending x; points at the same x stay in their order.
  private static int[] order(Samples samples) {
    IntStream all = IntStream.range(0, samples.size());
    return samples.isSorted()
        ? all.toArray()
        : all.boxed()
            .sorted(Comparator.comparingDouble(samples::x))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  private void head() {
    List<String> titles = new ArrayList<>(List.of(title(data.x())));
    for (Series series : data.series()) {
      titles.add(series.name().isEmpty() ? title(data.y()) : series.name());
    }
    text.append(CsvText.row(titles));
  }

  private static String title(Axis axis) {
    return axis.unit().isEmpty() ? axis.title() : axis.title() + " (" + axis.unit() + ")";
  }

  private void rows() {
    int[] at = new int[orders.size()];
    while (true) {
      double x = Double.NaN;
      boolean any = false;
      for (int i = 0; i < at.length; i++) {
        if (at[i] < orders.get(i).length) {
          double next = x(i, at[i]);
          x = !any || Double.compare(next, x) < 0 ? next : x;
          any = true;
        }
      }
      if (!any) {
        return;
      }
      row(x, at);
    }
  }

  private double x(int series, int place) {
    return data.series().get(series).samples().x(orders.get(series)[place]);
  }

  private void row(double x, int[] at) {
    List<String> figures = new ArrayList<>(List.of(figure(x, data.x().whole())));
    for (int i = 0; i < at.length; i++) {
      if (at[i] < orders.get(i).length && Double.compare(x(i, at[i]), x) == 0) {
        Samples samples = data.series().get(i).samples();
        figures.add(figure(samples.y(orders.get(i)[at[i]]), data.y().whole()));
        at[i]++;
      } else {
        figures.add("");
      }
    }
    text.append(CsvText.row(figures));
  }

  private static String figure(double value, boolean whole) {
    if (whole && value == Math.rint(value) && Math.abs(value) < EXACT) {
      return Long.toString((long) value);
    }
    // Where Java writes no exponent it writes as Python does, and quicker.
    String text = Double.toString(value);
    return Double.isFinite(value) && text.indexOf('E') < 0 ? text : Numbers.exact(value);
  }
}
