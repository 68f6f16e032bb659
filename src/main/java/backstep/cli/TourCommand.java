package backstep.cli;

import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.words.Words;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `tour`: plays every lesson without a screen and writes pictures of it.
@Command(name = "tour", mixinStandardHelpOptions = true)
final class TourCommand implements Callable<Integer> {
  static final String USUAL_FOLDER = "tour";
  private static final String USUAL_SIZE = "1440x900";
  private static final int USUAL_TYPE = 100;

  // 900 to 9999 wide, 600 to 9999 high: what the window can be.
  private static final Pattern SIZE = Pattern.compile("(9\\d\\d|\\d{4})x([6-9]\\d\\d|\\d{4})");

  @ParentCommand private Cli cli;
  @Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = USUAL_FOLDER,
      descriptionKey = "tour.out")
  private Path folder;

  @Option(names = "--lang", paramLabel = "ko|en", descriptionKey = "tour.lang")
  private Optional<String> language = Optional.empty();

  @Option(
      names = "--theme",
      paramLabel = "light|dark|projector",
      defaultValue = "light",
      descriptionKey = "tour.theme")
  private String theme;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      defaultValue = USUAL_SIZE,
      descriptionKey = "tour.size")
  private String size;

  @Option(
      names = "--type",
      paramLabel = "PERCENT",
      defaultValue = "" + USUAL_TYPE,
      descriptionKey = "tour.type")
  private int typeSize;

  @Option(names = "--lesson", paramLabel = "LESSON", descriptionKey = "tour.lesson")
  private Optional<String> lesson = Optional.empty();

  /// The tour that is played where nothing else is said.
  static TourOptions usual(String language) {
    return new TourOptions(
        Path.of(USUAL_FOLDER), language, "light", 1440, 900, USUAL_TYPE, Optional.empty());
  }

  @Override
  public Integer call() {
    String spoken = language.orElse(cli.words().locale().getLanguage());
    require(Words.language(spoken).isPresent(), spoken, "--lang");
    require(Set.of("light", "dark", "projector").contains(theme), theme, "--theme");
    Matcher sides = SIZE.matcher(size);
    require(sides.matches(), size, "--size");
    require(80 <= typeSize && typeSize <= 250, typeSize, "--type");
    Optional<String> only = lesson.flatMap(TourCommand::id);
    require(only.isPresent() == lesson.isPresent(), lesson.orElse(""), "--lesson");
    cli.tour(
        new TourOptions(
            folder,
            spoken,
            theme,
            Integer.parseInt(sides.group(1)),
            Integer.parseInt(sides.group(2)),
            typeSize,
            only));
    return ExitCode.OK;
  }

  // By its number or its folder's name.
  private static Optional<String> id(String wanted) {
    return LessonCatalog.builtIn().stream()
        .filter(known -> known.id().equals(wanted) || ("" + known.order()).equals(wanted))
        .map(Lesson::id)
        .findFirst();
  }

  private void require(boolean fits, Object value, String option) {
    if (!fits) {
      throw Usage.wrong(spec, cli.words().text("cli.option", option, value.toString()));
    }
  }
}
