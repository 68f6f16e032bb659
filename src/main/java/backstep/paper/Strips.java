package backstep.paper;

import java.util.ArrayList;
import java.util.List;

/// Breaks a wide drawing into strips that stand one under another, as a long line of text is
/// broken: where nothing is cut but the lines that lead on.
final class Strips {
  private static final double MARGIN = 4;
  // So much before a node its wires have their heads.
  private static final double HEAD = 11;
  private static final double STEP = 10;

  /// A piece of a drawing.
  record Strip(double from, double to, double top, double bottom) {
    double width() {
      return to - from;
    }

    double height() {
      return bottom - top;
    }

    boolean holds(Mark mark) {
      return mark.right() >= from && mark.left() <= to;
    }
  }

  private Strips() {}

  /// As few as there can be, and about equally wide.
  ///
  /// @param room how wide a strip may be, in the units of the drawing
  static List<Strip> of(Sketch sketch, double room) {
    List<Double> widest = cuts(sketch, room);
    List<Double> cuts = widest;
    for (double less = sketch.width() / (widest.size() + 1); less < room; less += STEP) {
      cuts = cuts(sketch, less);
      if (cuts.size() == widest.size()) {
        break;
      }
    }
    List<Double> ends = new ArrayList<>(cuts.size() == widest.size() ? cuts : widest);
    ends.add(sketch.width());
    List<Strip> strips = new ArrayList<>();
    double from = 0;
    for (double to : ends) {
      strips.add(strip(sketch, from, to));
      from = to;
    }
    return strips;
  }

  // No higher than what stands in it.
  private static Strip strip(Sketch sketch, double from, double to) {
    Strip whole = new Strip(from, to, 0, sketch.height());
    List<Mark> marks = sketch.marks().stream().filter(whole::holds).toList();
    double top = marks.stream().mapToDouble(Mark::top).min().orElse(0);
    double bottom = marks.stream().mapToDouble(Mark::bottom).max().orElse(sketch.height());
    return new Strip(
        from, to, Math.max(0, top - MARGIN), Math.min(sketch.height(), bottom + MARGIN));
  }

  private static List<Double> cuts(Sketch sketch, double room) {
    List<Double> cuts = new ArrayList<>();
    double from = 0;
    while (sketch.width() - from > room) {
      from = cut(sketch, from, from + room);
      cuts.add(from);
    }
    return cuts;
  }

  // The last place where nothing stands; where there is none, as far as there is room.
  private static double cut(Sketch sketch, double from, double last) {
    double at = last;
    while (at > from) {
      double here = at;
      double before =
          sketch.marks().stream()
              .filter(Strips::isWhole)
              .filter(mark -> mark.left() - MARGIN < here && here < mark.right() + MARGIN)
              .mapToDouble(mark -> mark.left() - HEAD)
              .min()
              .orElse(here);
      if (before == here) {
        return at;
      }
      at = before;
    }
    return last;
  }

  // Lines lead on, and so does the frame around several nodes.
  private static boolean isWhole(Mark mark) {
    return switch (mark) {
      case Mark.Area area -> area.fill().isPresent();
      case Mark.Text _ -> true;
      case Mark.Way _ -> false;
    };
  }
}
