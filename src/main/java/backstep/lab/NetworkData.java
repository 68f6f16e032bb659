package backstep.lab;

import backstep.train.Dataset;
import backstep.train.Dataset.Point;
import backstep.train.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which points a network learns: those of a pattern, or some that were set one by one.
///
/// @param pattern how they lie; none where they were set one by one
/// @param own those that were set, kept also while a pattern is learned
/// @param noise the standard deviation by which each coordinate of a pattern is off, from 0 to
///   [#MAX_NOISE]
/// @param testShare the part of the points to be tested on, from 0 to [#MAX_TEST_SHARE]
public record NetworkData(
    Optional<Pattern> pattern, List<Point> own, double noise, double testShare) {
  /// At more noise the patterns are lost.
  public static final double MAX_NOISE = 0.3;

  /// At least half of the points are learned.
  public static final double MAX_TEST_SHARE = 0.5;

  /// What keeps points from being learned.
  public enum Lack {
    /// There are none.
    NO_POINTS,
    /// All are of class 1.
    ONLY_POSITIVE,
    /// All are of class −1.
    ONLY_NEGATIVE
  }

  /// The exclusive or, as points in the plane.
  public static final NetworkData DEFAULT =
      new NetworkData(
          Optional.of(Pattern.XOR), List.of(), Dataset.USUAL_NOISE, Dataset.USUAL_TEST_SHARE);

  public NetworkData {
    own = List.copyOf(own);
    if (!(noise >= 0 && noise <= MAX_NOISE && testShare >= 0 && testShare <= MAX_TEST_SHARE)) {
      throw new IllegalArgumentException("noise " + noise + ", test share " + testShare);
    }
  }

  /// Whether the points are set one by one.
  public boolean isOwn() {
    return pattern.isEmpty();
  }

  /// The points of a pattern.
  public NetworkData with(Pattern other) {
    return new NetworkData(Optional.of(other), own, noise, testShare);
  }

  /// The points that were set one by one.
  public NetworkData withOwn() {
    return new NetworkData(Optional.empty(), own, noise, testShare);
  }

  /// These points, set one by one.
  public NetworkData withOwn(List<Point> points) {
    return new NetworkData(Optional.empty(), points, noise, testShare);
  }

  public NetworkData withNoise(double other) {
    return new NetworkData(pattern, own, other, testShare);
  }

  public NetworkData withTestShare(double other) {
    return new NetworkData(pattern, own, noise, other);
  }

  /// With one more point.
  public NetworkData plus(Point point) {
    List<Point> more = new ArrayList<>(own);
    more.add(point);
    return withOwn(more);
  }

  /// Without the point nearest to a place, if there is one within a distance.
  public NetworkData minusNear(double x1, double x2, double distance) {
    int nearest = -1;
    double least = distance;
    for (int i = 0; i < own.size(); i++) {
      double away = Math.hypot(own.get(i).x1() - x1, own.get(i).x2() - x2);
      if (away <= least) {
        least = away;
        nearest = i;
      }
    }
    if (nearest < 0) {
      return this;
    }
    List<Point> fewer = new ArrayList<>(own);
    fewer.remove(nearest);
    return withOwn(fewer);
  }

  /// What keeps the points from being learned, if anything does.
  public Optional<Lack> lack() {
    if (!isOwn()) {
      return Optional.empty();
    }
    if (own.isEmpty()) {
      return Optional.of(Lack.NO_POINTS);
    }
    int first = own.getFirst().label();
    if (own.stream().anyMatch(point -> point.label() != first)) {
      return Optional.empty();
    }
    return Optional.of(first > 0 ? Lack.ONLY_POSITIVE : Lack.ONLY_NEGATIVE);
  }

  /// The points, split into those to learn from and those to be tested on.
  ///
  /// @param seed what a pattern is drawn from, and the split
  /// @return none where they cannot be learned
  public Optional<Dataset> points(long seed) {
    if (lack().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        pattern
            .map(lying -> Dataset.of(lying, Dataset.USUAL_COUNT, noise, seed, testShare))
            .orElseGet(() -> Dataset.of(own, seed, testShare)));
  }
}
