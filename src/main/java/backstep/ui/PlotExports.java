package backstep.ui;

import backstep.ui.classroom.ExportException;
import backstep.ui.classroom.ExportOptions;
import backstep.ui.classroom.Making;
import backstep.ui.kit.chart.Chart;
import backstep.ui.kit.chart.ChartData;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;

/// The charts that are seen in a part of the window, as pictures and as tables.
///
/// @param within holds the charts
record PlotExports(Node within) {
  // Without it spreadsheets take letters of other alphabets for something else.
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /// The ids of the charts that are seen and have something to show.
  List<String> seen() {
    return List.copyOf(charts().keySet());
  }

  Optional<Making> picture(ExportOptions options) {
    boolean transparent = options.transparent();
    WritableImage picture = chart(options).picture(transparent);
    return Optional.of(Making.atOnce(() -> Png.of(picture, transparent)));
  }

  Optional<Making> table(ExportOptions options) {
    ChartData data = chart(options).getData();
    return Optional.of(
        Making.atOnce(() -> (BYTE_ORDER_MARK + data.table()).getBytes(StandardCharsets.UTF_8)));
  }

  private Chart chart(ExportOptions options) {
    return Optional.ofNullable(charts().get(options.plot()))
        .orElseThrow(() -> new ExportException("export.noPlot"));
  }

  private Map<String, Chart> charts() {
    Map<String, Chart> charts = new LinkedHashMap<>();
    for (Node node : within.lookupAll(".chart")) {
      if (node instanceof Chart chart && isSeen(chart) && !chart.getData().isEmpty()) {
        charts.putIfAbsent(chart.getId(), chart);
      }
    }
    return charts;
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
