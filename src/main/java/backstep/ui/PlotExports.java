package backstep.ui;

import backstep.ui.classroom.ExportException;
import backstep.ui.classroom.ExportOptions;
import backstep.ui.classroom.Making;
import backstep.ui.kit.Parts;
import backstep.ui.kit.chart.Chart;
import backstep.ui.kit.chart.ChartData;
import backstep.words.CsvText;
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
  private static final String NONE = "export.noPlot";

  /// The ids of the charts that are seen and have something to show.
  List<String> seen() {
    return List.copyOf(charts().keySet());
  }

  /// Why there is no chart to be exported, if there is none.
  Optional<String> hindrance(ExportOptions options) {
    return charts().isEmpty() ? Optional.of(NONE) : Optional.empty();
  }

  Optional<Making> picture(ExportOptions options) {
    boolean transparent = options.transparent();
    WritableImage picture = chart(options).picture(transparent);
    return Optional.of(Making.atOnce(() -> Png.of(picture, transparent)));
  }

  Optional<Making> table(ExportOptions options) {
    ChartData data = chart(options).getData();
    return Optional.of(
        Making.atOnce(() -> (CsvText.MARK + data.table()).getBytes(StandardCharsets.UTF_8)));
  }

  private Chart chart(ExportOptions options) {
    return Optional.ofNullable(charts().get(options.plot()))
        .orElseThrow(() -> new ExportException(NONE));
  }

  private Map<String, Chart> charts() {
    Map<String, Chart> charts = new LinkedHashMap<>();
    for (Node node : within.lookupAll(".chart")) {
      if (node instanceof Chart chart && Parts.isSeen(chart) && !chart.getData().isEmpty()) {
        charts.putIfAbsent(chart.getId(), chart);
      }
    }
    return charts;
  }
}
