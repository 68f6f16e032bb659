package backstep.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// CPython with NumPy, the judge of what a program gives.
///
/// It is the one that the property `backstep.python` names, else the system's. Where there is none
/// the tests that need it are skipped and say so, unless `-Dbackstep.require=all` asks for all.
public final class CPython {
  private static final Path SYSTEM = Path.of("/usr/bin/python3");
  private static final Optional<Path> FOUND =
      candidates().filter(CPython::hasNumpy).map(Path::of).findFirst();

  private CPython() {}

  private static Stream<String> candidates() {
    String named = System.getProperty("backstep.python");
    return named != null && !named.isBlank()
        ? Stream.of(named)
        : Stream.of(SYSTEM.toString(), "python3").filter(CPython::mayExist);
  }

  private static boolean mayExist(String command) {
    return !command.startsWith("/") || Files.isExecutable(Path.of(command));
  }

  private static boolean hasNumpy(String command) {
    try {
      Process process =
          new ProcessBuilder(command, "-c", "import numpy")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// A CPython that can import NumPy, if there is one.
  public static Optional<Path> find() {
    return FOUND;
  }

  /// Runs a script and gives what it printed; fails the test if the script did not end well.
  public static String run(String script) {
    Path python = FOUND.orElseGet(CPython::missing);
    try {
      Path file = Files.createTempFile("backstep", ".py");
      try {
        Files.writeString(file, script);
        return output(List.of(python.toString(), file.toString()));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path missing() {
    String reason = "no CPython with NumPy; name one with -Dbackstep.python=PATH";
    return Objects.equals(System.getProperty("backstep.require"), "all")
        ? fail(reason)
        : abort(reason);
  }

  private static String output(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    Process process = builder.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor()).as(printed).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return printed;
  }
}
