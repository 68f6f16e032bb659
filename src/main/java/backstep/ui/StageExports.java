package backstep.ui;

import backstep.handout.Handout;
import backstep.paper.Ink;
import backstep.paper.Svg;
import backstep.ui.classroom.ExportModel.Offer;
import backstep.ui.classroom.ExportOptions;
import backstep.ui.classroom.Exports;
import backstep.ui.classroom.Making;
import backstep.ui.classroom.Sheets;
import backstep.ui.kit.Messages;
import backstep.ui.stage.StageReel;
import backstep.ui.stage.StageView;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;

/// What the window offers for export.
final class StageExports {
  // So fine that it can be enlarged and printed.
  private static final double FINENESS = 2;

  private final Workbench bench;
  private final StageView stage;
  private final Messages messages;
  private final Consumer<Scene> dress;

  /// @param dress gives a scene the window's styles
  StageExports(Workbench bench, StageView stage, Messages messages, Consumer<Scene> dress) {
    this.bench = bench;
    this.stage = stage;
    this.messages = messages;
    this.dress = dress;
  }

  void offer() {
    Supplier<Optional<Sheets>> program = () -> bench.sheets(messages.language().getValue());
    bench.export.offer(Exports.worksheets(program, messages.words()::getValue));
    bench.export.offer(new Offer("png", "png", this::png));
    bench.export.offer(new Offer("svg", "svg", this::svg));
    bench.export.offer(
        Exports.gif(width -> StageReel.of(bench.stage, stage, messages, dress, width)));
    for (Handout form : Handout.values()) {
      bench.export.offer(Exports.text(form, program, messages.words()::getValue));
    }
  }

  private Optional<Making> png(ExportOptions options) {
    boolean transparent = options.transparent();
    return stage
        .picture(FINENESS, transparent)
        .map(picture -> Making.atOnce(() -> Png.of(picture, transparent)));
  }

  private Optional<Making> svg(ExportOptions options) {
    String title =
        bench
            .lessons
            .openProperty()
            .get()
            .map(lesson -> lesson.page(messages.language().getValue()).title())
            .orElseGet(() -> messages.now("app.name"));
    Optional<Ink> ground = options.transparent() ? Optional.empty() : stage.ground();
    return stage
        .sketch()
        .map(sketch ->
            Making.atOnce(() -> Svg.of(sketch, ground, title).getBytes(StandardCharsets.UTF_8)));
  }
}
