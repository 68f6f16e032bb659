package backstep.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `tour`: plays every lesson without a screen and writes pictures of it.
@Command(name = "tour", mixinStandardHelpOptions = true)
final class TourCommand implements Callable<Integer> {
  static final String USUAL_FOLDER = "tour";

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

  @Override
  public Integer call() {
    String spoken = language.orElse(cli.words().locale().getLanguage());
    require(Set.of("ko", "en"), spoken, "--lang");
    require(Set.of("light", "dark", "projector"), theme, "--theme");
    cli.desktop().tour(folder, spoken, theme, cli.out());
    return ExitCode.OK;
  }

  private void require(Set<String> known, String value, String option) {
    if (!known.contains(value)) {
      throw new ParameterException(
          spec.commandLine(), cli.words().text("cli.option", option, value));
    }
  }
}
