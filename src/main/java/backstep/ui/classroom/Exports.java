package backstep.ui.classroom;

import backstep.ui.classroom.ExportModel.Offer;
import backstep.ui.stage.StageReel;
import backstep.words.Words;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// What can be exported as pictures and on paper.
public final class Exports {
  private Exports() {}

  /// An animation of the steps of the iteration that is seen.
  ///
  /// @param reels makes a reel of a width in pixels
  public static Offer gif(IntFunction<Optional<StageReel>> reels) {
    return new Offer(
        "gif",
        "gif",
        options -> reels.apply(options.width()).map(reel -> new GifMaking(reel, options)));
  }

  /// Worksheets with answer keys.
  ///
  /// @param program what they are made of; none where there is no program with a loss
  public static Offer worksheets(Supplier<Optional<Sheets>> program, Supplier<Words> words) {
    return new Offer(
        "pdf",
        "pdf",
        options -> program.get().map(sheets -> new SheetMaking(sheets, options, words.get())));
  }
}
