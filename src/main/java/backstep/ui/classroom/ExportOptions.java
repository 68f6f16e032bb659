package backstep.ui.classroom;

import backstep.paper.Blanks;
import backstep.paper.PaperSize;

/// How something is exported.
///
/// @param transparent whether a picture is drawn on nothing
/// @param pace how long each step of an animation is seen
/// @param width of an animation, in pixels
/// @param blanks what worksheets ask for
/// @param seed of the first worksheet; 0 for the program's own numbers
/// @param count how many worksheets there are, each with the seed after that of the one before
public record ExportOptions(
    boolean transparent,
    Pace pace,
    int width,
    Blanks blanks,
    PaperSize paper,
    int seed,
    int count) {
  /// What is offered at first.
  public static final ExportOptions USUAL =
      new ExportOptions(false, Pace.USUAL, 960, Blanks.BOTH, PaperSize.A4, 1, 1);

  /// How long each step is seen.
  public enum Pace {
    SLOW(200),
    USUAL(100),
    FAST(50);

    private final int hundredths;

    Pace(int hundredths) {
      this.hundredths = hundredths;
    }

    /// In hundredths of a second.
    public int hundredths() {
      return hundredths;
    }
  }

  ExportOptions withTransparent(boolean other) {
    return new ExportOptions(other, pace, width, blanks, paper, seed, count);
  }

  ExportOptions withPace(Pace other) {
    return new ExportOptions(transparent, other, width, blanks, paper, seed, count);
  }

  ExportOptions withWidth(int other) {
    return new ExportOptions(transparent, pace, other, blanks, paper, seed, count);
  }

  ExportOptions withBlanks(Blanks other) {
    return new ExportOptions(transparent, pace, width, other, paper, seed, count);
  }

  ExportOptions withPaper(PaperSize other) {
    return new ExportOptions(transparent, pace, width, blanks, other, seed, count);
  }

  ExportOptions withSeed(int other) {
    return new ExportOptions(transparent, pace, width, blanks, paper, other, count);
  }

  ExportOptions withCount(int other) {
    return new ExportOptions(transparent, pace, width, blanks, paper, seed, other);
  }
}
