package backstep.cli;

import backstep.graph.Graph;
import backstep.python.Naming;
import backstep.python.Run;
import backstep.tensor.NumpyFormat;
import backstep.tensor.Shape;
import backstep.train.GradientCheck;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `check FILE`: compares exact gradients with numerical ones.
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  // Of a large array the entries that are worst off are shown.
  private static final int SHOWN = 16;

  @ParentCommand private Cli cli;
  @Spec private picocli.CommandLine.Model.CommandSpec spec;
  @Mixin private Input input;

  @Option(names = "--h", paramLabel = "STEP", defaultValue = "1e-5", descriptionKey = "check.h")
  private double step;

  @Option(names = "--json", descriptionKey = "check.json")
  private boolean json;

  @Override
  public Integer call() {
    if (!(step > 0 && Double.isFinite(step))) {
      throw Usage.wrong(spec, cli.words().text("cli.check.step"));
    }
    Input.Source source = input.read(cli);
    List<Input.Ran> all = input.run(cli, source, false);
    Graph graph = Input.last(cli, all).graph();
    Run run = all.getLast().run();
    Naming naming = new Naming(run.origins());
    List<GradientCheck.Row> rows = GradientCheck.of(graph, step);
    boolean agree = rows.stream().noneMatch(row -> row.verdict() == GradientCheck.Verdict.DIFFERS);
    if (json) {
      cli.out().println(JsonReport.written(report(run, rows, naming, agree)));
    } else {
      table(run, rows, naming);
      cli.out().println(cli.words().text(agree ? "cli.check.agree" : "cli.check.differ"));
    }
    return agree ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void table(Run run, List<GradientCheck.Row> rows, Naming naming) {
    String format = "%-16s %24s %24s %12s  %s%n";
    cli.out()
        .println(
            cli.words()
                .text(
                    "cli.check.loss",
                    run.lossName(),
                    NumpyFormat.number(run.last().graph().loss().value().item())));
    cli.out()
        .printf(
            Locale.ROOT,
            format,
            cli.words().text("cli.check.leaf"),
            cli.words().text("cli.check.numeric"),
            cli.words().text("cli.check.exact"),
            cli.words().text("cli.check.error"),
            "");
    for (GradientCheck.Row row : rows) {
      Shape shape = row.leaf().value().shape();
      List<GradientCheck.Entry> shown =
          row.entries().stream()
              .sorted(
                  Comparator.comparing(GradientCheck.Entry::verdict)
                      .thenComparingDouble(GradientCheck.Entry::relativeError)
                      .reversed())
              .limit(SHOWN)
              .sorted(Comparator.comparingInt(GradientCheck.Entry::index))
              .toList();
      for (GradientCheck.Entry entry : shown) {
        cli.out()
            .printf(
                Locale.ROOT,
                format,
                naming.expression(row.leaf()) + shape.place(entry.index()),
                NumpyFormat.number(entry.numeric()),
                NumpyFormat.number(entry.exact()),
                brief(entry.relativeError()),
                cli.words().text("cli.check." + entry.verdict().name().toLowerCase(Locale.ROOT)));
      }
      int left = row.entries().size() - shown.size();
      if (left > 0) {
        cli.out()
            .println(
                cli.words()
                    .text(
                        "cli.check.more", left, naming.expression(row.leaf()), brief(row.worst())));
      }
    }
  }

  private static String brief(double error) {
    return String.format(Locale.ROOT, "%.1e", error);
  }

  private ObjectNode report(Run run, List<GradientCheck.Row> rows, Naming naming, boolean agree) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    ObjectNode loss = report.putObject("loss");
    loss.put("name", run.lossName());
    loss.set("value", JsonReport.number(run.last().graph().loss().value().item()));
    report.put("h", step);
    report.put("agrees", agree);
    ArrayNode leaves = report.putArray("leaves");
    for (GradientCheck.Row row : rows) {
      ObjectNode leaf = leaves.addObject();
      leaf.put("name", naming.expression(row.leaf()));
      leaf.put("shape", row.leaf().value().shape().toString());
      leaf.set("worst", JsonReport.number(row.worst()));
      leaf.put("verdict", row.verdict().name().toLowerCase(Locale.ROOT));
      ArrayNode entries = leaf.putArray("entries");
      for (GradientCheck.Entry entry : row.entries()) {
        ObjectNode node = entries.addObject();
        node.put("index", entry.index());
        node.set("numeric", JsonReport.number(entry.numeric()));
        node.set("exact", JsonReport.number(entry.exact()));
        node.set("relativeError", JsonReport.number(entry.relativeError()));
        node.put("verdict", entry.verdict().name().toLowerCase(Locale.ROOT));
      }
    }
    return report;
  }
}
