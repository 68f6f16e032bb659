package backstep.ui;

import backstep.handout.Handout;
import backstep.paper.Ink;
import backstep.paper.Svg;
import backstep.python.Naming;
import backstep.trace.Session;
import backstep.ui.classroom.ExportModel.Offer;
import backstep.ui.classroom.ExportModel.Scope;
import backstep.ui.classroom.ExportOptions;
import backstep.ui.classroom.Exports;
import backstep.ui.classroom.Making;
import backstep.ui.classroom.Sheets;
import backstep.ui.explain.FormulaText;
import backstep.ui.kit.Messages;
import backstep.ui.stage.StageReel;
import backstep.ui.stage.StageView;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;

/// What the window offers for export.
final class StageExports {
  // So fine that it can be enlarged and printed.
  private static final double FINENESS = 2;

  private final Workbench bench;
  private final StageView stage;
  private final Messages messages;
  private final Consumer<Scene> dress;
  private final PlotExports plots;

  /// @param dress gives a scene the window's styles
  /// @param window in which charts may be seen
  StageExports(
      Workbench bench, StageView stage, Messages messages, Consumer<Scene> dress, Node window) {
    this.bench = bench;
    this.stage = stage;
    this.messages = messages;
    this.dress = dress;
    plots = new PlotExports(window);
  }

  void offer() {
    Supplier<Optional<Sheets>> program = () -> bench.sheets(messages.language().getValue());
    bench.export.offer(Exports.worksheets(program, messages.words()::getValue));
    bench.export.offer(new Offer("png", "png", this::withoutGraph, this::png));
    bench.export.offer(new Offer("svg", "svg", this::withoutGraph, this::svg));
    bench.export.offer(new Offer("plot", "png", plots::hindrance, plots::picture));
    bench.export.offer(new Offer("csv", "csv", plots::hindrance, plots::table));
    bench.export.offer(new Offer("tex", "tex", this::withoutStep, this::formulas));
    bench.export.setScope(this::scope);
    bench.export.offer(
        Exports.gif(
            this::withoutGraph, width -> StageReel.of(bench.stage, stage, messages, dress, width)));
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

  private Optional<String> withoutGraph(ExportOptions options) {
    return bench.stage.isEmpty() ? Optional.of(Exports.NOTHING) : Optional.empty();
  }

  private Optional<String> withoutStep(ExportOptions options) {
    Optional<Session> here = bench.player.getState().session();
    if (here.isEmpty()) {
      return Optional.of(Exports.NOTHING);
    }
    return options.everyStep() || here.get().position() > 0
        ? Optional.empty()
        : Optional.of("export.noStep");
  }

  private Scope scope() {
    int steps =
        bench.player.getState().session().map(here -> here.trace().steps().size()).orElse(0);
    return new Scope(plots.seen(), steps);
  }

  private Optional<Making> svg(ExportOptions options) {
    String title = title();
    Optional<Ink> ground = options.transparent() ? Optional.empty() : stage.ground();
    return stage
        .sketch()
        .map(sketch ->
            Making.atOnce(() -> Svg.of(sketch, ground, title).getBytes(StandardCharsets.UTF_8)));
  }

  private Optional<Making> formulas(ExportOptions options) {
    return bench
        .player
        .getState()
        .session()
        .map(here -> {
          int first = options.everyStep() ? 1 : here.position();
          int last = options.everyStep() ? here.trace().steps().size() : first;
          FormulaText formulas =
              new FormulaText(
                  here.trace(),
                  new Naming(bench.origins()),
                  bench.cover.getCover(),
                  messages.words().getValue());
          return new FormulaMaking(formulas, title(), first, last);
        });
  }

  private String title() {
    return bench
        .lessons
        .openProperty()
        .get()
        .map(lesson -> lesson.page(messages.language().getValue()).title())
        .orElseGet(() -> messages.now("app.name"));
  }
}
