package backstep.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import backstep.keep.SavedSession.Hidden;
import backstep.keep.SavedSession.Placed;
import backstep.keep.SavedSession.Sight;
import backstep.keep.SavedSession.Spot;
import backstep.keep.SavedSession.View;
import backstep.python.Draft;
import backstep.testing.Damage;
import backstep.testing.Fuzz;
import backstep.words.Words;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SessionTextTest {
  private static final Words KOREAN = Words.of(Locale.KOREAN);
  private static final Schema SCHEMA = schema(2);

  private static Schema schema(int version) {
    try (InputStream stream =
        SessionText.class.getResourceAsStream("/schema/backstep-session-" + version + ".json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Property(tries = 300)
  @Label("says the same to the last bit, and follows the published schema")
  void roundTrip(@ForAll long seed) {
    SavedSession session = Sessions.number(seed);
    String text = SessionText.of(session);
    assertThat(SessionText.read("a", text)).isEqualTo(session);
    assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
  }

  @Test
  @DisplayName("is still read when it was laid out anew")
  void laidOut() {
    SavedSession session = Sessions.number(7);
    JsonNode file = JsonMapper.shared().readTree(SessionText.of(session));
    assertThat(SessionText.read("a", file.toString())).isEqualTo(session);
    assertThat(SessionText.read("a", "\n\n " + file.toPrettyString() + "\n ")).isEqualTo(session);
  }

  @ParameterizedTest
  @CsvSource({"version-1.backstep, 04-two-layers", "version-1-network.backstep, 10-network-lab"})
  @DisplayName("of the first version is still read, and nothing is said that was not known then")
  void firstVersion(String name, String lesson) throws IOException {
    String text;
    try (InputStream stream = SessionTextTest.class.getResourceAsStream(name)) {
      text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(schema(1).validate(text, InputFormat.JSON)).isEmpty();
    assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
    SavedSession session = SessionText.read(name, text);
    assertThat(session.lesson()).isEqualTo(lesson);
    assertThat(session.view().sight()).isEmpty();
    assertThat(session.view().placed()).isEmpty();
    assertThat(session.view().hidden()).isEmpty();
    assertThat(SessionText.of(session))
        .isEqualTo(text.replace("\"version\" : 1", "\"version\" : 2"));
  }

  // --- Damage ------------------------------------------------------------------------------------

  private static final List<SavedSession> SESSIONS =
      LongStream.range(0, 400).mapToObj(Sessions::number).toList();
  private static final List<String> TEXTS = SESSIONS.stream().map(SessionText::of).toList();

  @Test
  @DisplayName("that is damaged is refused in words or says the same")
  void damaged() {
    AtomicInteger same = new AtomicInteger();
    Fuzz.each(
        2_000,
        (random, input) -> {
          int which = random.nextInt(SESSIONS.size());
          SavedSession session = SESSIONS.get(which);
          String damaged = damaged(TEXTS.get(which), random);
          input.accept(damaged);
          Optional<SavedSession> read = read(damaged);
          if (read.isPresent()) {
            assertThat(read).contains(session);
            same.incrementAndGet();
          }
        });
    assertThat(same.get())
        .as("read all the same, as after a blank more")
        .isLessThan(Fuzz.inputs(2_000) / 10);
  }

  private static Optional<SavedSession> read(String text) {
    try {
      return Optional.of(SessionText.read("file.backstep", text));
    } catch (RefusedException e) {
      assertThat(KOREAN.has(e.key())).as(e.key()).isTrue();
      return Optional.empty();
    }
  }

  private static String damaged(String text, RandomGenerator random) {
    if (random.nextBoolean()) {
      return Damage.text(Damage.bytes(text.getBytes(StandardCharsets.UTF_8), random));
    }
    return Damage.part(JsonMapper.shared().readTree(text), random);
  }

  // --- Refusal -----------------------------------------------------------------------------------

  private static final SavedSession PLAIN =
      new SavedSession(
          "04-two-layers",
          "program",
          new Work(new Draft("x = 1.0\nloss = x\n", Map.of()), Optional.of("loss"), 0),
          Optional.empty(),
          new Spot(3, 4),
          new View(
              Optional.empty(),
              Map.of(),
              true,
              Optional.of(new Sight(2, 40.5, 7)),
              List.of(new Placed("a", 1, 2), new Placed("b", 3, 4)),
              Optional.of(new Hidden(false, true, List.of(3), List.of()))),
          List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\" : 2| \"version\" : 3| keep.newer",
        "\"version\" : 2| \"version\" : 0| keep.amiss",
        "\"version\" : 2| \"version\" : 2e0| keep.amiss",
        "\"zoom\" : 2.0| \"zoom\" : 0.0| keep.amiss",
        "\"zoom\" : 2.0| \"zoom\" : 1e300| keep.amiss",
        "\"x\" : 40.5| \"x\" : -1e9| keep.amiss",
        "\"box\" : \"b\"| \"box\" : \"a\"| keep.amiss",
        "\"gradients\" : true| \"gradients\" : 1| keep.amiss",
        "\"shownValues\" : [ 3 ]| \"shownValues\" : [ -3 ]| keep.amiss",
        "backstep-session| other| keep.foreign",
        "\"iteration\" : 3| \"iteration\" : 4| keep.amiss",
        "\"iteration\" : 3| \"iteration\" : 3, \"iteration\" : 3| keep.damaged",
        "\"iteration\" : 3| \"iteration\" : 1e999| keep.amiss",
        "\"iteration\" : 3| \"iteration\" : NaN| keep.damaged",
        "\"iteration\" : 3| \"iteration\" : -3| keep.amiss",
        "\"iteration\" : 3| \"iteration\" : 99999999999999999999| keep.amiss",
        "04-two-layers| ../../etc| keep.amiss",
        "\"loss\" : \"loss\"| \"loss\" : null| keep.amiss",
      })
  @DisplayName("is refused, with what is wrong")
  void refused(String was, String is, String key) {
    String text = SessionText.of(PLAIN);
    assertThat(text).contains(was);
    assertThat(catchThrowable(() -> SessionText.read("f", text.replace(was, is))))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.key()).isEqualTo(key));
  }

  @Test
  @DisplayName("that is none, or a trap, is refused")
  void foreign() {
    List<String> texts =
        List.of(
            "",
            "null",
            "[]",
            "{}",
            "x = 1.0\n",
            "{\"nbformat\": 4, \"cells\": []}",
            "[".repeat(1_000_000),
            "{\"a\":".repeat(100_000),
            "\"" + "x".repeat(2_000_000) + "\"",
            "1".repeat(1_000_000),
            "\ufeff");
    for (String text : texts) {
      assertThat(catchThrowable(() -> SessionText.read("f", text)))
          .isInstanceOfSatisfying(
              RefusedException.class, e -> assertThat(e.key()).isEqualTo("keep.foreign"));
    }
    assertThat(catchThrowable(() -> SessionText.read("f", SessionText.of(PLAIN) + "{}")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  @DisplayName("in a file that is not there, too large, a folder or no text is refused")
  void files(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
    Path binary =
        java.nio.file.Files.write(
            folder.resolve("b.backstep"), new byte[] {(byte) 0xff, (byte) 0xfe});
    Path large =
        java.nio.file.Files.write(
            folder.resolve("l.backstep"), new byte[SessionText.MAX_BYTES + 1]);
    Map<Path, String> keys =
        Map.of(
            folder.resolve("none.backstep"),
            "keep.missing",
            folder,
            "keep.unreadable",
            binary,
            "keep.foreign",
            large,
            "keep.tooLarge");
    keys.forEach((path, key) ->
        assertThat(catchThrowable(() -> SessionFile.read(path, List.of())))
            .isInstanceOfSatisfying(
                RefusedException.class, e -> assertThat(e.key()).isEqualTo(key)));
    Path unknown = folder.resolve("u.backstep");
    SessionFile.write(unknown, PLAIN);
    assertThat(catchThrowable(() -> SessionFile.read(unknown, List.of())))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.key()).isEqualTo("keep.lesson"));
  }
}
