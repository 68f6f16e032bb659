package backstep.ui.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.practice.Grade;
import backstep.practice.Mistake;
import backstep.python.Options;
import backstep.testing.Handed;
import backstep.testing.TwoLayers;
import backstep.ui.classroom.GradesModel.Exercise;
import backstep.ui.classroom.GradesModel.HandIn;
import backstep.ui.classroom.GradesModel.Origin;
import backstep.ui.classroom.GradesModel.State;
import backstep.ui.kit.Background;
import backstep.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Grading a class")
class GradesModelTest {
  private static final Lesson LESSON =
      LessonCatalog.builtIn().stream()
          .filter(lesson -> lesson.id().equals("04-two-layers"))
          .findFirst()
          .orElseThrow();

  @TempDir Path folder;
  // Work waits here until a test lets it be done.
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final GradesModel model = new GradesModel(Background.of(waiting::add, Runnable::run));
  private String editor = TwoLayers.TRAINED;

  @BeforeEach
  void exercise() {
    model.setSource(origin ->
        Optional.of(
            new Exercise(
                origin,
                LESSON,
                origin == Origin.LESSON ? LESSON.program() : editor,
                Options.DEFAULT)));
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.removeFirst().run();
    }
  }

  private void some(int tasks) {
    for (int i = 0; i < tasks; i++) {
      waiting.removeFirst().run();
    }
  }

  private State state() {
    return model.getState();
  }

  private void grade(Path... paths) {
    model.open();
    model.grade(List.of(paths));
    work();
  }

  private List<String> names() {
    return state().batch().handIns().stream().map(one -> one.submission().name()).toList();
  }

  private List<String> mistakes() {
    return state().grades().orElseThrow().mistakes().stream()
        .map(one -> one.files().size() + " " + one.key())
        .toList();
  }

  private String note() {
    return state().note().map(ExportModel.Note::key).orElse("");
  }

  @Test
  @DisplayName("gives each file its score, and the commonest mistakes first")
  void grades() {
    grade(Handed.write(folder));
    assertThat(names()).startsWith("a-right.py", "b-sign.py").hasSize(9);
    assertThat(state().batch().handIns().stream().map(HandIn::grade).map(Grade::points))
        .extracting(points -> points.orElse(-1))
        .containsExactly(2, 0, 0, 1, 1, 1, -1, 0, -1);
    assertThat(mistakes())
        .startsWith("2 practice.SIGN", "2 practice.SIGN")
        .contains("1 practice.TRANSPOSED", "1 grade.missing", "1 grade.unreadable")
        .contains("1 practice.OTHER_VARIABLE", "1 grade.forward");
    assertThat(state().batch().progress()).isEmpty();
    assertThat(note()).isEmpty();
  }

  @Test
  @DisplayName("takes twenty files although one of them cannot be read")
  void oneBad() throws IOException {
    for (int i = 10; i < 30; i++) {
      Files.writeString(folder.resolve(i + ".py"), TwoLayers.TRAINED);
    }
    Files.write(folder.resolve("17.py"), new byte[] {(byte) 0xc3, 0x28});
    grade(folder);
    assertThat(state().batch().handIns()).hasSize(20);
    assertThat(state().batch().handIns().stream().filter(one -> !one.grade().judged()))
        .extracting(one -> one.submission().name())
        .containsExactly("17.py");
  }

  @Test
  @DisplayName("changes no file")
  void readsOnly() throws IOException {
    Handed.write(folder);
    Map<String, String> before = content();
    grade(folder);
    model.again();
    work();
    assertThat(content()).isEqualTo(before);
  }

  private Map<String, String> content() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.put(
            file.getFileName().toString(),
            HexFormat.of().formatHex(Files.readAllBytes(file)) + Files.getLastModifiedTime(file));
      }
    }
    return all;
  }

  @Test
  @DisplayName("says that a folder is empty, or gone, and takes another one then")
  void noFiles() throws IOException {
    grade(folder);
    assertThat(note()).isEqualTo("grade.files.none");
    grade(folder.resolve("gone"));
    assertThat(note()).isEqualTo("grades.gone");
    assertThat(state().note().orElseThrow().failure()).isTrue();
    assertThat(state().batch().progress()).isEmpty();
    Path other = Files.createDirectory(folder.resolve("other"));
    grade(Handed.write(other));
    assertThat(note()).isEmpty();
    assertThat(state().batch().handIns()).hasSize(9);
  }

  @Test
  @DisplayName("goes on where a folder vanishes in between: its files are said to be gone")
  void vanishes() throws IOException {
    Handed.write(folder);
    model.open();
    model.grade(List.of(folder));
    // The exercise, the list of files, and the first of them.
    some(4);
    for (String name : Handed.CLASS.keySet()) {
      Files.delete(folder.resolve(name));
    }
    work();
    List<HandIn> all = state().batch().handIns();
    assertThat(all).hasSize(9);
    assertThat(all.getFirst().grade().judged()).isTrue();
    assertThat(all.get(5).grade().trouble().orElseThrow().key()).isEqualTo("cli.file.missing");
  }

  @Test
  @DisplayName("takes five hundred files, one at a time")
  void many() throws IOException {
    for (int i = 0; i < 500; i++) {
      Files.writeString(folder.resolve(i + ".py"), "x = 2.0\nloss = x ** 2\ndx = 2 * x\n");
    }
    editor = "x = 3.0\nloss = x ** 2\n";
    model.open();
    model.take(Origin.EDITOR);
    model.grade(List.of(folder));
    int most = 0;
    int tasks = 0;
    while (!waiting.isEmpty()) {
      most = Math.max(most, waiting.size());
      waiting.removeFirst().run();
      tasks++;
    }
    // Between any two the window can do something else.
    assertThat(tasks).isGreaterThan(500);
    assertThat(most).isLessThan(5);
    assertThat(state().batch().handIns())
        .hasSize(500)
        .allMatch(one -> one.grade().points().orElse(-1) == 1);
  }

  @Test
  @DisplayName("is stopped at once, and what was graded stays")
  void cancel() {
    Handed.write(folder);
    model.open();
    model.grade(List.of(folder));
    some(5);
    assertThat(state().batch().progress()).isPresent();
    int done = state().batch().handIns().size();
    assertThat(done).isPositive().isLessThan(9);
    model.cancel();
    work();
    assertThat(state().batch().handIns()).hasSize(done);
    assertThat(state().batch().progress()).isEmpty();
    assertThat(note()).isEqualTo("grades.cancelled");
    model.again();
    work();
    assertThat(state().batch().handIns()).hasSize(9);
  }

  @Test
  @DisplayName("drops what is late: only what was asked last is shown")
  void late() throws IOException {
    Path first = Handed.write(Files.createDirectory(folder.resolve("first")));
    Path second = Files.createDirectory(folder.resolve("second"));
    Files.writeString(second.resolve("only.py"), TwoLayers.TRAINED);
    model.open();
    model.grade(List.of(first));
    some(4);
    // On its way by the time that another folder is chosen.
    List<Runnable> late = new ArrayList<>(waiting);
    int run = state().batch().run();
    model.grade(List.of(second));
    late.forEach(Runnable::run);
    assertThat(names()).isEmpty();
    work();
    assertThat(names()).containsExactly("only.py");
    assertThat(state().batch().run()).isGreaterThan(run);
  }

  @Test
  @DisplayName("finds what came since when it is asked again")
  void again() throws IOException {
    grade(Handed.write(folder));
    Files.writeString(folder.resolve("j-late.py"), TwoLayers.TRAINED);
    model.again();
    work();
    assertThat(names()).hasSize(10).endsWith("j-late.py");
  }

  @Test
  @DisplayName("goes by the exercise that was taken, whatever is in the window since")
  void taken() {
    grade(Handed.write(folder));
    editor = "x = 1.0\nloss = 2 * x\n";
    model.close();
    model.open();
    model.again();
    work();
    assertThat(state().asked().assignment().orElseThrow().wanted()).containsExactly("W2", "W1");
    model.take(Origin.EDITOR);
    work();
    assertThat(state().asked().assignment().orElseThrow().wanted()).containsExactly("x");
    assertThat(state().batch().handIns()).hasSize(9);
  }

  @Test
  @DisplayName("begins with the lesson's program, or what it was edited to")
  void first() {
    model.open();
    assertThat(state().asked().exercise().orElseThrow().origin()).isEqualTo(Origin.EDITOR);
    editor = LESSON.program();
    model.open();
    assertThat(state().asked().exercise().orElseThrow().origin()).isEqualTo(Origin.LESSON);
  }

  @Test
  @DisplayName("asks for the gradients that are wanted, of which there is one at least")
  void wanted() {
    grade(Handed.write(folder));
    model.want("b1", true);
    work();
    assertThat(state().asked().assignment().orElseThrow().wanted())
        .containsExactly("W2", "W1", "b1");
    assertThat(state().batch().handIns().getFirst().grade().gradients()).hasSize(3);
    model.want("W1", false);
    model.want("b1", false);
    work();
    assertThat(state().asked().assignment().orElseThrow().wanted()).containsExactly("W2", "W1");
  }

  @Test
  @DisplayName("leaves the last gradient that is wanted")
  void lastWanted() {
    grade(Handed.write(folder));
    model.want("W1", false);
    work();
    model.want("W2", false);
    work();
    assertThat(state().asked().assignment().orElseThrow().wanted()).containsExactly("W2");
    assertThat(note()).isEqualTo("grades.atLeastOne");
    assertThat(state().batch().handIns()).hasSize(9);
  }

  @Test
  @DisplayName("says why a variable cannot be the loss, and grades when it is mended")
  void loss() {
    grade(Handed.write(folder));
    model.setLoss("nonsense");
    work();
    assertThat(state().asked().problem()).isPresent();
    assertThat(state().batch().handIns()).isEmpty();
    assertThat(state().batch().progress()).isEmpty();
    model.setLoss(" ");
    work();
    assertThat(state().asked().problem()).isEmpty();
    assertThat(state().asked().assignment().orElseThrow().loss()).isEqualTo("loss");
    assertThat(state().batch().handIns()).hasSize(9);
  }

  @Test
  @DisplayName("lists only those who made a mistake, also where more are found")
  void only() throws IOException {
    grade(Handed.write(folder));
    Mistake sign = state().grades().orElseThrow().mistakes().getFirst();
    model.listOnly(Optional.of(sign));
    assertThat(state().batch().handIns().stream().filter(state()::lists))
        .extracting(one -> one.submission().name())
        .containsExactly("b-sign.py", "c-sign.py");
    model.listOnly(Optional.empty());
    assertThat(state().batch().handIns()).allMatch(state()::lists);
    model.again();
    // The exercise, the list, and those up to the first with the mistake.
    some(5);
    model.listOnly(Optional.of(sign));
    work();
    assertThat(state().only().orElseThrow().files()).containsExactly("b-sign.py", "c-sign.py");
  }

  @Test
  @DisplayName("gives hidden names numbers that do not tell their order, the same each time")
  void anonymous() throws IOException {
    for (int i = 10; i < 40; i++) {
      Files.writeString(folder.resolve(i + ".py"), "x = 2.0\nloss = x ** 2\ndx = 2 * x\n");
    }
    grade(folder);
    List<Integer> numbers = state().batch().handIns().stream().map(HandIn::number).toList();
    List<Integer> all = IntStream.rangeClosed(1, 30).boxed().toList();
    assertThat(numbers).containsExactlyInAnyOrderElementsOf(all).isNotEqualTo(all);
    model.again();
    work();
    assertThat(state().batch().handIns().stream().map(HandIn::number)).isEqualTo(numbers);
  }

  @Test
  @DisplayName("saves the table, and says where it cannot")
  void save() throws IOException {
    grade(Handed.write(folder));
    Path table = folder.resolve("표.csv");
    model.save(table, Words.of(Locale.KOREAN));
    work();
    assertThat(note()).isEqualTo("export.done");
    assertThat(Files.readString(table)).startsWith("\uFEFF파일,").contains("a-right.py,2,2,100");
    model.setAnonymous(true);
    model.save(table, Words.of(Locale.KOREAN));
    work();
    assertThat(Files.readString(table)).contains("제출물 1,").doesNotContain("a-right");
    model.save(folder.resolve("gone").resolve("표.csv"), Words.of(Locale.KOREAN));
    work();
    assertThat(note()).isEqualTo("export.noFolder");
    assertThat(state().batch().handIns()).hasSize(9);
  }
}
