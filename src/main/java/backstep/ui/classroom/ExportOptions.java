package backstep.ui.classroom;

import backstep.paper.Blanks;
import backstep.paper.PaperSize;

/// How something is exported.
///
/// @param transparent whether a picture is drawn on nothing
/// @param plot the id of the chart that is exported; empty where there is none
/// @param film of an animation
/// @param everyStep whether formulas are those of the whole iteration, and not of one step
/// @param paper of worksheets
public record ExportOptions(
    boolean transparent, String plot, Film film, boolean everyStep, Paper paper) {
  /// What is offered at first.
  public static final ExportOptions USUAL =
      new ExportOptions(
          false,
          "",
          new Film(Pace.USUAL, 960, 1, 1),
          false,
          new Paper(Blanks.BOTH, PaperSize.A4, 1, 1));

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

  /// An animation.
  ///
  /// @param pace how long each step is seen
  /// @param width in pixels
  /// @param from one end of the steps that are seen, counted from 1
  /// @param to the other end, which may come before it
  public record Film(Pace pace, int width, int from, int to) {
    /// The first step that is seen.
    int first() {
      return Math.min(from, to);
    }

    /// The last one.
    int last() {
      return Math.max(from, to);
    }

    Film withPace(Pace other) {
      return new Film(other, width, from, to);
    }

    Film withWidth(int other) {
      return new Film(pace, other, from, to);
    }

    Film withFrom(int other) {
      return new Film(pace, width, other, to);
    }

    Film withTo(int other) {
      return new Film(pace, width, from, other);
    }
  }

  /// Worksheets.
  ///
  /// @param blanks what they ask for
  /// @param seed of the first; 0 for the program's own numbers
  /// @param count how many there are, each with the seed after that of the one before
  public record Paper(Blanks blanks, PaperSize size, int seed, int count) {
    Paper withBlanks(Blanks other) {
      return new Paper(other, size, seed, count);
    }

    Paper withSize(PaperSize other) {
      return new Paper(blanks, other, seed, count);
    }

    Paper withSeed(int other) {
      return new Paper(blanks, size, other, count);
    }

    Paper withCount(int other) {
      return new Paper(blanks, size, seed, other);
    }
  }

  public ExportOptions withTransparent(boolean other) {
    return new ExportOptions(other, plot, film, everyStep, paper);
  }

  public ExportOptions withPlot(String other) {
    return new ExportOptions(transparent, other, film, everyStep, paper);
  }

  public ExportOptions withFilm(Film other) {
    return new ExportOptions(transparent, plot, other, everyStep, paper);
  }

  public ExportOptions withEveryStep(boolean other) {
    return new ExportOptions(transparent, plot, film, other, paper);
  }

  public ExportOptions withPaper(Paper other) {
    return new ExportOptions(transparent, plot, film, everyStep, other);
  }
}
