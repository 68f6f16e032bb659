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
import backstep.python.Place;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import backstep.train.Dataset;
import backstep.train.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// Sessions of every kind, by number.
final class Sessions {
  private static final List<String> TEXTS =
      List.of(
          "",
          "x = 1.0\nloss = x ** 2\n",
          "# 글 \"\\ \t 🙂\nx = 2",
          "a\u0000b\u2028c",
          "é".repeat(500));

  private final Random random;

  private Sessions(long seed) {
    random = new Random(seed);
  }

  static SavedSession number(long seed) {
    return new Sessions(seed).session();
  }

  private SavedSession session() {
    return new SavedSession(
        one(List.of("04-two-layers", "99-sandbox", "lesson ü")),
        one(List.of("program", "notebook", "")),
        new Work(new Draft(one(TEXTS), given()), maybe("loss"), random.nextInt(1000)),
        random.nextInt(4) == 0 ? Optional.of(network()) : Optional.empty(),
        new Spot(random.nextInt(Integer.MAX_VALUE), random.nextInt(1000)),
        view(),
        runs());
  }

  private View view() {
    List<Placed> placed = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      placed.add(new Placed("W" + i, place(), place()));
    }
    return new View(
        maybe(random.nextBoolean()),
        calls(),
        random.nextBoolean(),
        maybe(new Sight(random.nextDouble() + 0.001, place(), place())),
        placed,
        maybe(
            new Hidden(
                random.nextBoolean(),
                random.nextBoolean(),
                random.ints(random.nextInt(3), 0, 99).boxed().toList(),
                List.of())));
  }

  private double place() {
    return (random.nextDouble() - 0.5) * Sight.MAX_PLACE;
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private <T> Optional<T> maybe(T value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  // Any bits: also the smallest numbers, the largest, and -0.0.
  private double finite() {
    return Stream.generate(
            () -> random.nextInt(9) == 0 ? -0.0 : Double.longBitsToDouble(random.nextLong()))
        .filter(Double::isFinite)
        .findFirst()
        .orElseThrow();
  }

  private Map<Place, Tensor> given() {
    Map<Place, Tensor> given = new HashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Shape shape =
          one(List.of(Shape.SCALAR, Shape.of(3), Shape.of(2, 2), Shape.of(0), Shape.of(1, 4)));
      double[] entries = new double[shape.size()];
      java.util.Arrays.setAll(entries, _ -> finite());
      given.put(new Place(random.nextInt(50), random.nextInt(3)), Tensor.of(shape, entries));
    }
    return given;
  }

  private Map<Call, Boolean> calls() {
    Map<Call, Boolean> calls = new HashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      calls.put(new Call(one(List.of("f", "sigmoid")), random.nextInt(5)), random.nextBoolean());
    }
    return calls;
  }

  private List<KeptRun> runs() {
    List<KeptRun> runs = new ArrayList<>();
    for (int slot = 0; slot < random.nextInt(6); slot++) {
      List<Point> points = new ArrayList<>();
      for (int i = 1; i <= random.nextInt(20); i++) {
        double odd = one(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        points.add(new Point(i, random.nextInt(8) == 0 ? odd : finite()));
      }
      runs.add(new KeptRun("rate " + slot, slot, points));
    }
    return runs;
  }

  private Network network() {
    List<Dataset.Point> own = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      own.add(
          new Dataset.Point(
              random.nextDouble(), -random.nextDouble(), random.nextBoolean() ? 1 : -1));
    }
    return new Network(
        new NetworkSettings(
            1 + random.nextInt(NetworkSettings.MAX_HIDDEN),
            one(List.of(NetworkSettings.Activation.values())),
            one(List.of(NetworkSettings.Method.values())),
            random.nextDouble() + 0.001,
            1 + random.nextInt(NetworkSettings.MAX_BATCH),
            random.nextDouble(),
            random.nextLong(NetworkSettings.MAX_SEED)),
        new NetworkData(
            maybe(one(List.of(Pattern.values()))),
            own,
            random.nextDouble(NetworkData.MAX_NOISE),
            random.nextDouble(NetworkData.MAX_TEST_SHARE)));
  }
}
