package backstep.ui.kit.chart;

import java.util.List;
import java.util.Locale;

/// What a series is. The style sheet gives each its colour and its dashes, so that no two differ in
/// colour alone.
public enum Role {
  /// What the chart is about.
  CURVE(Marker.NONE),
  /// A function by itself, such as the loss by the guess.
  FUNCTION(Marker.NONE),
  /// A straight line that touches it.
  TANGENT(Marker.NONE),
  /// A straight line through two points of it.
  SECANT(Marker.NONE),
  /// Another straight line through two points of it.
  OTHER_SECANT(Marker.NONE),
  /// A second curve of the same rank as the first.
  OTHER_CURVE(Marker.SQUARE),
  /// A way from point to point in any direction.
  PATH(Marker.CIRCLE),
  /// What mathematics expects.
  THEORY(Marker.NONE),
  /// The same of what is kept apart to be tested on.
  TEST(Marker.NONE),
  /// The same of a few at a time, which jumps up and down.
  BATCH(Marker.NONE),
  /// Runs kept for comparison.
  KEPT_1(Marker.CIRCLE),
  KEPT_2(Marker.SQUARE),
  KEPT_3(Marker.TRIANGLE),
  KEPT_4(Marker.DIAMOND),
  KEPT_5(Marker.CROSS),
  /// Points with no line between them.
  POINTS(Marker.CIRCLE),
  /// Points of another kind.
  OTHER_POINTS(Marker.CROSS);

  /// How many kept runs can be told apart.
  public static final int KEPT = 5;

  private static final List<Role> KEPT_RUNS = List.of(KEPT_1, KEPT_2, KEPT_3, KEPT_4, KEPT_5);

  private final Marker marker;

  Role(Marker marker) {
    this.marker = marker;
  }

  /// The role of a kept run.
  ///
  /// @param number from 0 to before [#KEPT]
  public static Role kept(int number) {
    return KEPT_RUNS.get(number);
  }

  boolean isKept() {
    return KEPT_RUNS.contains(this);
  }

  /// Where the markers of a kept run begin, as a part of the way between two of them, so that runs
  /// that lie on each other show both.
  double stagger() {
    return Math.max(0, KEPT_RUNS.indexOf(this)) / (double) KEPT;
  }

  /// How far down it lies under others.
  int depth() {
    return switch (this) {
      case POINTS, OTHER_POINTS -> 0;
      case TANGENT, SECANT, OTHER_SECANT, PATH -> 1;
      case CURVE, OTHER_CURVE, FUNCTION, TEST -> 2;
      case KEPT_1, KEPT_2, KEPT_3, KEPT_4, KEPT_5 -> 3;
      case THEORY, BATCH -> 4;
    };
  }

  /// Whether markers stand at all points, rather than only here and there to tell lines apart.
  boolean marksPoints() {
    return !hasLine() || this == PATH;
  }

  boolean hasLine() {
    return this != POINTS && this != OTHER_POINTS;
  }

  Marker marker() {
    return marker;
  }

  /// `kept-1` for [#KEPT_1].
  String styleClass() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
