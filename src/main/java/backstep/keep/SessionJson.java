package backstep.keep;

import backstep.graph.Call;
import backstep.keep.SavedSession.Hidden;
import backstep.keep.SavedSession.KeptRun;
import backstep.keep.SavedSession.Network;
import backstep.keep.SavedSession.Placed;
import backstep.keep.SavedSession.Point;
import backstep.keep.SavedSession.Sight;
import backstep.keep.SavedSession.Spot;
import backstep.keep.SavedSession.View;
import backstep.lab.NetworkData;
import backstep.lab.NetworkSettings;
import backstep.python.Draft;
import backstep.python.Parser;
import backstep.python.Place;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import backstep.train.Dataset;
import backstep.train.Pattern;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A session as JSON and back. The same session always gives the same JSON; numbers keep full
/// double precision, so what is read equals what was written, bit for bit.
final class SessionJson {
  // More than a program or a chart can have.
  private static final int MAX_ITEMS = 1_000_000;
  private static final int MAX_NAME = 1000;
  private static final int MAX_RUNS = 5;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SessionJson() {}

  // --- Writing -----------------------------------------------------------------------------------

  static ObjectNode of(SavedSession session) {
    ObjectNode json = JSON.objectNode();
    json.put("lesson", session.lesson());
    json.put("form", session.form());
    json.set("program", of(session.work()));
    session.network().ifPresent(network -> json.set("network", of(network)));
    ObjectNode spot = json.putObject("spot");
    spot.put("iteration", session.spot().iteration());
    spot.put("done", session.spot().done());
    json.set("view", of(session.view()));
    ArrayNode kept = json.putArray("kept");
    session.kept().forEach(run -> kept.add(of(run)));
    return json;
  }

  private static ObjectNode of(Work work) {
    ObjectNode json = JSON.objectNode();
    json.put("text", work.draft().text());
    ArrayNode given = json.putArray("given");
    work.draft().given().entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparingInt(Place::line).thenComparingInt(Place::count)))
        .forEach(entry -> given.add(of(entry.getKey(), entry.getValue())));
    work.loss().ifPresent(loss -> json.put("loss", loss));
    json.put("seed", work.seed());
    return json;
  }

  private static ObjectNode of(Place place, Tensor value) {
    ObjectNode json = JSON.objectNode();
    json.put("line", place.line());
    json.put("count", place.count());
    ArrayNode shape = json.putArray("shape");
    for (int dim : value.shape().dims()) {
      shape.add(dim);
    }
    ArrayNode values = json.putArray("values");
    for (double entry : value.toArray()) {
      values.add(entry);
    }
    return json;
  }

  private static ObjectNode of(Network network) {
    NetworkSettings settings = network.settings();
    NetworkData data = network.data();
    ObjectNode json = JSON.objectNode();
    json.put("hidden", settings.hidden());
    json.put("activation", name(settings.activation()));
    json.put("method", name(settings.method()));
    json.put("rate", settings.rate());
    json.put("batch", settings.batch());
    json.put("l2", settings.l2());
    json.put("seed", settings.seed());
    data.pattern().ifPresent(pattern -> json.put("pattern", name(pattern)));
    ArrayNode own = json.putArray("own");
    data.own()
        .forEach(point ->
            own.addObject()
                .put("x1", point.x1())
                .put("x2", point.x2())
                .put("positive", point.label() > 0));
    json.put("noise", data.noise());
    json.put("testShare", data.testShare());
    return json;
  }

  private static ObjectNode of(View view) {
    ObjectNode json = JSON.objectNode();
    view.allClosed().ifPresent(closed -> json.put("allClosed", closed));
    ArrayNode calls = json.putArray("calls");
    view.calls().entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparing(Call::function).thenComparingInt(Call::index)))
        .forEach(entry ->
            calls
                .addObject()
                .put("function", entry.getKey().function())
                .put("index", entry.getKey().index())
                .put("closed", entry.getValue()));
    json.put("logLoss", view.logLoss());
    view.sight()
        .ifPresent(sight ->
            json.putObject("sight")
                .put("zoom", sight.zoom())
                .put("x", sight.x())
                .put("y", sight.y()));
    if (!view.placed().isEmpty()) {
      ArrayNode placed = json.putArray("placed");
      view.placed()
          .forEach(
              one -> placed.addObject().put("box", one.box()).put("x", one.x()).put("y", one.y()));
    }
    view.hidden().ifPresent(hidden -> json.set("hidden", of(hidden)));
    return json;
  }

  private static ObjectNode of(Hidden hidden) {
    ObjectNode json = JSON.objectNode();
    json.put("values", hidden.values());
    json.put("gradients", hidden.gradients());
    ArrayNode values = json.putArray("shownValues");
    hidden.shownValues().forEach(values::add);
    ArrayNode gradients = json.putArray("shownGradients");
    hidden.shownGradients().forEach(gradients::add);
    return json;
  }

  private static ObjectNode of(KeptRun run) {
    ObjectNode json = JSON.objectNode();
    json.put("label", run.label());
    json.put("slot", run.slot());
    ArrayNode iterations = json.putArray("iterations");
    ArrayNode losses = json.putArray("losses");
    for (Point point : run.points()) {
      iterations.add(point.iteration());
      losses.add(number(point.loss()));
    }
    return json;
  }

  // What is no number in JSON goes by its name.
  private static JsonNode number(double value) {
    return Double.isFinite(value)
        ? JSON.numberNode(value)
        : JSON.stringNode(Double.toString(value));
  }

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  // --- Reading -----------------------------------------------------------------------------------

  /// @throws Part.AmissException if it is no session
  static SavedSession read(Part json) {
    return new SavedSession(
        json.text("lesson", MAX_NAME),
        json.text("form", MAX_NAME),
        json.object("program", SessionJson::work),
        json.maybeObject("network", SessionJson::network),
        json.object(
            "spot",
            spot ->
                new Spot(
                    spot.whole("iteration", Integer.MAX_VALUE - 1),
                    spot.whole("done", Integer.MAX_VALUE))),
        json.object("view", SessionJson::view),
        runs(json));
  }

  private static List<KeptRun> runs(Part json) {
    List<KeptRun> runs = json.objects("kept", MAX_RUNS, SessionJson::run);
    long labels = runs.stream().map(KeptRun::label).distinct().count();
    long slots = runs.stream().map(KeptRun::slot).distinct().count();
    if (labels < runs.size() || slots < runs.size()) {
      throw json.amiss("kept");
    }
    return runs;
  }

  private static Work work(Part json) {
    Map<Place, Tensor> given = new HashMap<>();
    String text = json.text("text", Parser.MAX_LENGTH);
    json.objects(
        "given",
        MAX_ITEMS,
        leaf -> {
          Place place =
              new Place(
                  leaf.whole("line", Integer.MAX_VALUE), leaf.whole("count", Integer.MAX_VALUE));
          if (given.put(place, tensor(leaf)) != null) {
            throw leaf.amiss("line");
          }
          return place;
        });
    return new Work(
        new Draft(text, given),
        json.maybeText("loss", MAX_NAME),
        json.whole("seed", NetworkSettings.MAX_SEED - 1));
  }

  private static Tensor tensor(Part json) {
    int[] dims = json.wholes("shape", 2, MAX_ITEMS).stream().mapToInt(dim -> dim).toArray();
    double[] entries =
        json.numbers("values", MAX_ITEMS).stream().mapToDouble(entry -> entry).toArray();
    long size = 1;
    for (int dim : dims) {
      size *= dim;
    }
    if (size != entries.length) {
      throw json.amiss("values");
    }
    return Tensor.of(Shape.of(dims), entries);
  }

  private static Network network(Part json) {
    return new Network(
        new NetworkSettings(
            json.whole("hidden", NetworkSettings.MAX_HIDDEN),
            json.choice("activation", NetworkSettings.Activation.values()),
            json.choice("method", NetworkSettings.Method.values()),
            json.number("rate"),
            json.whole("batch", NetworkSettings.MAX_BATCH),
            json.number("l2"),
            json.whole("seed", NetworkSettings.MAX_SEED - 1)),
        new NetworkData(
            json.maybeChoice("pattern", Pattern.values()),
            json.objects("own", MAX_ITEMS, SessionJson::point),
            json.number("noise"),
            json.number("testShare")));
  }

  private static Dataset.Point point(Part json) {
    return new Dataset.Point(json.number("x1"), json.number("x2"), json.flag("positive") ? 1 : -1);
  }

  private static View view(Part json) {
    Map<Call, Boolean> calls = new HashMap<>();
    json.objects(
        "calls",
        MAX_ITEMS,
        one -> {
          Call call =
              new Call(one.text("function", MAX_NAME), one.whole("index", Integer.MAX_VALUE));
          if (calls.put(call, one.flag("closed")) != null) {
            throw one.amiss("function");
          }
          return call;
        });
    return new View(
        json.maybeFlag("allClosed"),
        calls,
        json.flag("logLoss"),
        json.maybeObject("sight", SessionJson::sight),
        placed(json),
        json.maybeObject("hidden", SessionJson::hidden));
  }

  private static Sight sight(Part json) {
    return new Sight(json.number("zoom"), json.number("x"), json.number("y"));
  }

  private static List<Placed> placed(Part json) {
    List<Placed> placed =
        json.maybeObjects(
                "placed",
                MAX_ITEMS,
                one -> new Placed(one.text("box", MAX_NAME), one.number("x"), one.number("y")))
            .orElse(List.of());
    if (placed.stream().map(Placed::box).distinct().count() < placed.size()) {
      throw json.amiss("placed");
    }
    return placed;
  }

  private static Hidden hidden(Part json) {
    return new Hidden(
        json.flag("values"),
        json.flag("gradients"),
        json.wholes("shownValues", MAX_ITEMS, Integer.MAX_VALUE),
        json.wholes("shownGradients", MAX_ITEMS, Integer.MAX_VALUE));
  }

  private static KeptRun run(Part json) {
    List<Double> iterations = json.numbers("iterations", MAX_ITEMS);
    List<Double> losses = json.anyNumbers("losses", MAX_ITEMS);
    if (iterations.size() != losses.size()) {
      throw json.amiss("losses");
    }
    return new KeptRun(
        json.text("label", MAX_NAME),
        json.whole("slot", MAX_RUNS - 1),
        IntStream.range(0, losses.size())
            .mapToObj(i -> new Point(iterations.get(i), losses.get(i)))
            .toList());
  }
}
