package backstep.ui.classroom;

import backstep.handout.Handout;
import backstep.python.Problem;
import backstep.python.ProblemException;
import backstep.ui.classroom.ExportModel.Offer;
import backstep.ui.stage.StageReel;
import backstep.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// What can be exported as text, as pictures and on paper.
public final class Exports {
  /// Says that there is no graph.
  public static final String NOTHING = "export.nothing";

  private Exports() {}

  /// An animation of the steps of the iteration that is seen.
  ///
  /// @param hindrance why there is nothing to be pictured, if so
  /// @param reels makes a reel of a width in pixels
  public static Offer gif(
      Function<ExportOptions, Optional<String>> hindrance, IntFunction<Optional<StageReel>> reels) {
    return new Offer(
        "gif",
        "gif",
        hindrance,
        options -> reels.apply(options.film().width()).map(reel -> new GifMaking(reel, options)));
  }

  /// The program as it last ran, with its backward pass or for another library.
  ///
  /// @param program none where there is no program with a loss
  /// @param words in what language comments are
  public static Offer text(
      Handout form, Supplier<Optional<Sheets>> program, Supplier<Words> words) {
    return new Offer(
        form.name().toLowerCase(Locale.ROOT),
        form.ending(),
        _ -> without(program),
        _ ->
            program
                .get()
                .map(sheets -> {
                  Words now = words.get();
                  return Making.atOnce(() -> text(form, sheets, now));
                }));
  }

  private static Optional<String> without(Supplier<Optional<Sheets>> program) {
    return program.get().isPresent() ? Optional.empty() : Optional.of(NOTHING);
  }

  private static byte[] text(Handout form, Sheets sheets, Words words) {
    try {
      return form.of(
              sheets.title(),
              sheets.draft().text(),
              sheets.draft().options(sheets.options()),
              words)
          .getBytes(StandardCharsets.UTF_8);
    } catch (ProblemException e) {
      Problem problem = e.problem();
      throw new ExportException(
          "export.untold",
          problem.span().line(),
          words.text(problem.key(), problem.arguments().toArray()));
    }
  }

  /// Worksheets with answer keys.
  ///
  /// @param program what they are made of; none where there is no program with a loss
  public static Offer worksheets(Supplier<Optional<Sheets>> program, Supplier<Words> words) {
    return new Offer(
        "pdf",
        "pdf",
        _ -> without(program),
        options ->
            program.get().map(sheets -> new SheetMaking(sheets, options.paper(), words.get())));
  }
}
