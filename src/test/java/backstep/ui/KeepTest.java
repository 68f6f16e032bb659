package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Graph;
import backstep.keep.RecentFiles;
import backstep.keep.SavedSession;
import backstep.keep.SavedSession.Placed;
import backstep.keep.SavedSession.Sight;
import backstep.keep.SavedSession.View;
import backstep.keep.SessionFile;
import backstep.keep.SessionText;
import backstep.lab.NetworkData;
import backstep.lab.NetworkSettings;
import backstep.lesson.Lesson;
import backstep.trace.Cover;
import backstep.trace.Session;
import backstep.train.Dataset;
import backstep.ui.drafts.DraftStore;
import backstep.ui.drafts.UserDrafts;
import backstep.ui.keep.KeepModel;
import backstep.ui.keep.WindowTitle;
import backstep.ui.kit.Background;
import backstep.ui.kit.Messages;
import backstep.ui.lab.ProgramModel.Ran;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@DisplayName("Saving and opening")
class KeepTest {
  @TempDir static Path folder;

  private Window window;
  private Path file;

  @Start
  void start(Stage stage) throws IOException {
    file = Files.createTempDirectory(folder, "of").resolve("수업 1.backstep");
    Workbench bench =
        new Workbench(
            Background.direct(),
            DraftStore.passing(),
            RecentFiles.in(file.resolveSibling("recent")));
    window =
        Window.open(
            stage,
            Locale.ENGLISH,
            SettingsModel.passing(Settings.USUAL.withStillness(Optional.of(true))),
            bench);
  }

  private Workbench bench() {
    return window.bench();
  }

  private KeepModel.State keep() {
    return window.onScreen(() -> bench().keep.getState());
  }

  private void act(Runnable action) {
    window.onScreen(() -> {
      action.run();
      return true;
    });
    window.onScreen(() -> true);
  }

  private SavedSession session() {
    return window.onScreen(() -> bench().session().orElseThrow());
  }

  private String title() {
    return window.onScreen(
        () -> WindowTitle.of(bench().keep, new Messages(Locale.ENGLISH)).getValue());
  }

  private void write(String text) {
    act(() -> bench().program.write(text, false));
  }

  private List<MenuItem> items() {
    return window.onScreen(() -> ((MenuButton) window.find("#file-menu")).getItems());
  }

  // --- Saving ------------------------------------------------------------------------------------

  @Test
  @DisplayName("names the file in the title, and says when work was done since it was saved")
  void title_() {
    act(() -> bench().open("04-two-layers"));
    assertThat(title()).isEqualTo("Backstep");
    act(() -> bench().keep.save(file));
    assertThat(window.text("#keep-note-text")).isEqualTo("Saved in 수업 1.backstep.");
    assertThat(title()).isEqualTo("수업 1.backstep – Backstep");
    window.press(KeyCode.F);
    assertThat(title()).as("a step is no work").isEqualTo("수업 1.backstep – Backstep");
    write("x = 3.0\nloss = x * x\n");
    assertThat(title()).isEqualTo("수업 1.backstep (changed) – Backstep");
    window.press(KeyCode.CONTROL, KeyCode.S);
    assertThat(title()).isEqualTo("수업 1.backstep – Backstep");
    assertThat(SessionFile.read(file, window.onScreen(() -> bench().lessons.lessons())).session())
        .isEqualTo(session());
    act(() -> bench().open("01-square"));
    assertThat(title()).as("the file is one of the other lesson").isEqualTo("Backstep");
  }

  @Test
  @DisplayName("without a file to save in asks for one, and says where none can be chosen")
  void noDialog() {
    window.press(KeyCode.CONTROL, KeyCode.S);
    assertThat(window.text("#keep-note-text")).startsWith("There is no window to choose a file");
    window.focus("#keep-dismiss");
    window.press(KeyCode.ESCAPE);
    assertThat(window.isShown("#keep-note")).isFalse();
    for (KeyCode[] keys :
        List.of(
            new KeyCode[] {KeyCode.CONTROL, KeyCode.O},
            new KeyCode[] {KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S})) {
      window.press(keys);
      assertThat(window.isShown("#keep-note")).isTrue();
      window.fire("#keep-dismiss");
    }
  }

  @Test
  @DisplayName(
      "asks before it replaces what another program wrote, and says what cannot be written")
  void replaced() throws IOException {
    act(() -> bench().keep.save(file));
    Files.writeString(file, "of another program");
    window.press(KeyCode.CONTROL, KeyCode.S);
    assertThat(window.text("#keep-note-text")).contains("was changed by another program");
    assertThat(window.focusOwner()).isEqualTo("keep-dismiss");
    window.fire("#keep-dismiss");
    assertThat(file).hasContent("of another program");
    window.press(KeyCode.CONTROL, KeyCode.S);
    window.fire("#keep-agree");
    assertThat(SessionText.read("", Files.readString(file))).isEqualTo(session());
    act(() -> bench().keep.save(folder));
    assertThat(window.text("#keep-note-text")).contains("cannot be written");
    assertThat(keep().name()).contains("수업 1.backstep");
  }

  // --- Opening -----------------------------------------------------------------------------------

  @Test
  @DisplayName("brings back the same place and the same figures to the last bit, in every lesson")
  void restored() {
    Random random = new Random(11);
    act(() -> {
      Workbench bench = new Workbench(Background.direct());
      for (Lesson lesson : bench.lessons.lessons()) {
        if (lesson.view() != Lesson.View.NETWORK) {
          bench.open(lesson.id());
          wander(bench, random);
          SavedSession before = bench.session().orElseThrow();
          String figures = figures(bench);
          SavedSession read = SessionText.read("", SessionText.of(before));
          bench.open(random.nextBoolean() ? "99-sandbox" : "01-square");
          bench.player.seek(2);
          bench.restore(read);
          assertThat(bench.session()).as(lesson.id()).contains(before);
          assertThat(figures(bench)).as(lesson.id()).isEqualTo(figures);
        }
      }
      bench.close();
    });
  }

  private static void wander(Workbench bench, Random random) {
    bench.player.toSameStepOf(random.nextInt(4));
    bench.player.seek(random.nextInt(40));
    if (random.nextBoolean()) {
      bench.stage.toggleCalls();
    }
    bench.plot.setLog(random.nextBoolean());
    bench.cover.next();
    bench.reveal();
    bench.plot.keep("kept", bench.plot.getPlot().losses());
  }

  @Test
  @DisplayName("brings back what was seen of the graph, where nodes were put, and what was hidden")
  void view() {
    act(() -> {
      bench().open("04-two-layers");
      bench().player.seek(11);
      bench().cover.toggle(Cover.Kind.VALUES);
      bench().reveal();
    });
    window.press(KeyCode.EQUALS);
    window.press(KeyCode.EQUALS);
    SavedSession seen = session();
    assertThat(seen.view().sight().orElseThrow().zoom()).isPositive();
    assertThat(seen.view().hidden().orElseThrow().values()).isTrue();
    assertThat(seen.view().hidden().orElseThrow().shownValues()).isNotEmpty();
    SavedSession left =
        with(
            seen,
            new View(
                Optional.empty(),
                Map.of(),
                true,
                Optional.of(new Sight(1.5, 120, 80)),
                List.of(new Placed("W2", 333, 44), new Placed("gone", 1, 2)),
                seen.view().hidden()));
    act(() -> {
      // The graph is the same one that is seen, and moves all the same.
      bench().restore(left);
    });
    Node moved = window.find("#node-W2");
    assertThat(window.onScreen(() -> List.of(moved.getLayoutX(), moved.getLayoutY())))
        .containsExactly(333.0, 44.0);
    assertThat(session().view().sight()).isEqualTo(left.view().sight());
    assertThat(session().view().placed()).containsExactly(new Placed("W2", 333, 44));
    assertThat(session().view().hidden()).isEqualTo(seen.view().hidden());
    act(() -> {
      bench().open("01-square");
      bench().cover.showAll();
      bench().restore(seen);
    });
    assertThat(session()).isEqualTo(seen);
    act(() -> bench().restore(with(seen, View.FIRST)));
    assertThat(session().view().sight()).as("left to the window").isEmpty();
    assertThat(session().view().hidden().orElseThrow().values())
        .as("what a file of the first version does not say stays as it is")
        .isTrue();
  }

  private static SavedSession with(SavedSession session, View view) {
    return new SavedSession(
        session.lesson(),
        session.form(),
        session.work(),
        session.network(),
        session.spot(),
        view,
        session.kept());
  }

  // All digits of everything that is computed there.
  private static String figures(Workbench bench) {
    Session here = bench.player.getState().session().orElseThrow();
    StringBuilder all = new StringBuilder();
    here.trace()
        .steps()
        .forEach(step -> all.append(Arrays.toString(step.node().value().toArray())));
    here.trace().graph().gradients().entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> entry.getKey().id()))
        .forEach(entry -> all.append(Arrays.toString(entry.getValue().toArray())));
    return all.toString();
  }

  @Test
  @DisplayName("brings back leaves set by hand, the loss and the seed of the sandbox")
  void sandbox() {
    act(() -> {
      bench().open("99-sandbox");
      bench()
          .program
          .write("import numpy as np\nx = np.random.randn()\nloss = x * 3\nq = x + 1\n", false);
      bench().program.runWith(how -> how.withLoss(Optional.of("q")).withSeed(7));
      bench().keep.save(file);
      bench().open("01-square");
      bench().keep.open(file);
    });
    assertThat(window.text("#sandbox-loss")).isEqualTo("Loss: q");
    // numpy.random.seed(7); numpy.random.randn()
    assertThat(
            window.<Double>onScreen(() ->
                bench()
                    .program
                    .getState()
                    .ran()
                    .orElseThrow()
                    .run()
                    .last()
                    .graph()
                    .leaves()
                    .getFirst()
                    .value()
                    .item()))
        .isEqualTo(1.690525703800356);
  }

  @Test
  @DisplayName(
      "brings back the network lab, trained as far as it was, and asks before points are lost")
  void network() {
    act(() -> {
      bench().open("10-network-lab");
      bench()
          .network
          .open(
              NetworkSettings.DEFAULT.withHidden(3),
              NetworkData.DEFAULT.withOwn(
                  List.of(new Dataset.Point(0.5, 0.5, 1), new Dataset.Point(-0.5, 0, -1))),
              Optional.empty(),
              1);
      bench().network.reach(57);
    });
    SavedSession before = session();
    assertThat(before.spot().iteration()).isEqualTo(56);
    String weights = weights();
    act(() -> bench().keep.save(file));
    act(() -> {
      bench().open("01-square");
      bench().keep.open(file);
      bench().network.await();
    });
    assertThat(session()).isEqualTo(before);
    assertThat(weights()).isEqualTo(weights);
    act(() ->
        bench()
            .network
            .open(
                NetworkSettings.DEFAULT,
                NetworkData.DEFAULT.withOwn(List.of(new Dataset.Point(0.1, 0.5, 1))),
                Optional.empty(),
                1));
    act(() -> bench().keep.open(file));
    assertThat(window.text("#keep-note-text")).contains("takes the place of work");
  }

  @Test
  @DisplayName(
      "brings back what was changed in the network lab's program: its weights, or its text")
  void networkProgram() {
    act(() -> {
      bench().open("10-network-lab");
      bench()
          .network
          .open(NetworkSettings.DEFAULT.withHidden(3), NetworkData.DEFAULT, Optional.empty(), 1);
      Ran ran = bench().program.getState().ran().orElseThrow();
      Graph graph = ran.session().trace().graph();
      bench().program.change(graph.leaves().getLast(), 0, 0.25, false);
    });
    act(() -> bench().network.reach(5));
    SavedSession weights = session();
    String learned = weights(5);
    reopen(weights);
    assertThat(session()).isEqualTo(weights);
    assertThat(weights(5)).as("trained again from the weights that were set").isEqualTo(learned);
    act(() -> bench().program.write(session().work().draft().text() + "# mine\n", false));
    SavedSession text = session();
    reopen(text);
    assertThat(session().work()).isEqualTo(text.work());
    act(() -> bench().program.reset());
    assertThat(session().work().draft().text()).doesNotContain("# mine");
  }

  private void reopen(SavedSession session) {
    act(() -> {
      bench().open("01-square");
      bench().restore(SessionText.read("", SessionText.of(session)));
      bench().network.await();
    });
  }

  private String weights() {
    return weights(57);
  }

  private String weights(int iterations) {
    return window.onScreen(() ->
        bench()
            .program
            .getState()
            .ran()
            .orElseThrow()
            .prospect()
            .open()
            .orElseThrow()
            .course()
            .parameters(iterations)
            .stream()
            .map(parameter -> Arrays.toString(parameter.toArray()))
            .toList()
            .toString());
  }

  @Test
  @DisplayName("refuses what is no session with a word, and changes nothing")
  void refused() throws IOException {
    write("x = 5.0\nloss = x * x\n");
    SavedSession before = session();
    Files.writeString(file, "{}");
    act(() -> bench().keep.open(file));
    assertThat(window.text("#keep-note-text"))
        .isEqualTo("수업 1.backstep is not a session of Backstep, and was not opened.");
    assertThat(window.isMarked("#keep-note", "wrong")).isTrue();
    act(() -> bench().keep.open(file.resolveSibling("none.backstep")));
    assertThat(window.text("#keep-note-text")).startsWith("none.backstep is not there.");
    assertThat(session()).isEqualTo(before);
    act(() -> window.speak(Locale.KOREAN));
    assertThat(window.text("#keep-note-text")).startsWith("none.backstep 파일이 없습니다.");
  }

  @Test
  @DisplayName("asks before it replaces work that is in no file, and undo brings it back")
  void asked() {
    act(() -> bench().open("04-two-layers"));
    act(() -> bench().keep.save(file));
    write("x = 3.0\nloss = x * x\n");
    SavedSession mine = session();
    act(() -> bench().keep.open(file));
    assertThat(window.text("#keep-note-text")).contains("takes the place of work");
    assertThat(window.focusOwner()).isEqualTo("keep-dismiss");
    window.press(KeyCode.ESCAPE);
    assertThat(window.isShown("#keep-note")).isFalse();
    assertThat(session()).isEqualTo(mine);
    act(() -> bench().keep.open(file));
    window.fire("#keep-agree");
    assertThat(session().work()).isNotEqualTo(mine.work());
    Path other = file.resolveSibling("other.backstep");
    act(() -> bench().keep.save(other));
    act(() -> bench().keep.open(file));
    assertThat(window.isShown("#keep-agree")).as("what is in a file is not lost").isFalse();
  }

  @Test
  @DisplayName("opens programs in the sandbox")
  void program() throws IOException {
    Path program = Files.writeString(file.resolveSibling("p.py"), "x = 2.0\nloss = x * x\n");
    act(() -> bench().keep.save(file));
    act(() -> bench().keep.open(program));
    assertThat(session().lesson()).isEqualTo("99-sandbox");
    assertThat(session().work().draft().text()).isEqualTo("x = 2.0\nloss = x * x\n");
    assertThat(title()).isEqualTo("Backstep");
  }

  @Test
  @DisplayName("lists the files that were opened and saved last, and says which are gone")
  void recent() throws IOException {
    Path second = file.resolveSibling("b.backstep");
    act(() -> bench().keep.save(file));
    act(() -> bench().keep.save(second));
    Files.delete(second);
    act(() -> bench().keep.look());
    Menu recent = (Menu) items().get(1);
    assertThat(recent.getItems()).extracting(MenuItem::isDisable).containsExactly(true, false);
    assertThat(recent.getItems().get(0).getText()).startsWith("b.backstep – no longer in ");
    assertThat(recent.getItems().get(1).getText()).startsWith("수업 1.backstep – ");
    act(() -> bench().open("01-square"));
    act(() -> recent.getItems().get(1).fire());
    assertThat(keep().name()).contains("수업 1.backstep");
  }

  // --- Drafts ------------------------------------------------------------------------------------

  @Test
  @DisplayName("after an end without closing everything is where it was, and that is said once")
  void recovered() throws IOException {
    Path drafts = Files.createDirectory(file.resolveSibling("drafts"));
    SavedSession before =
        window.onScreen(() -> {
          UserDrafts store = new UserDrafts(drafts);
          Workbench first = new Workbench(Background.direct(), store, RecentFiles.passing());
          first.open("04-two-layers");
          first.keep.save(drafts.resolveSibling("kept.backstep"));
          first.program.write(first.program.getState().drafts().present().text() + "\n", false);
          first.player.toSameStepOf(2);
          first.player.seek(5);
          store.flush();
          return first.session().orElseThrow();
        });
    window.onScreen(() -> {
      Workbench second =
          new Workbench(Background.direct(), new UserDrafts(drafts), RecentFiles.passing());
      second.openLast();
      assertThat(second.session()).contains(before);
      assertThat(second.keep.getState().note().orElseThrow().key()).isEqualTo("keep.recovered");
      assertThat(WindowTitle.of(second.keep, new Messages(Locale.ENGLISH)).getValue())
          .isEqualTo("kept.backstep (changed) – Backstep");
      second.close();
      Workbench third =
          new Workbench(Background.direct(), new UserDrafts(drafts), RecentFiles.passing());
      third.openLast();
      assertThat(third.keep.getState().note()).isEmpty();
      assertThat(third.session().orElseThrow().spot()).isEqualTo(SavedSession.Spot.START);
      third.close();
      return true;
    });
  }

  @Test
  @DisplayName("so is the network lab, trained as far as it was when it last stood still")
  void recoveredNetwork() throws IOException {
    Path drafts = Files.createDirectory(file.resolveSibling("drafts"));
    window.onScreen(() -> {
      UserDrafts store = new UserDrafts(drafts);
      Workbench first = new Workbench(Background.direct(), store, RecentFiles.passing());
      first.open("10-network-lab");
      first.network.reach(57);
      store.flush();
      Workbench second =
          new Workbench(Background.direct(), new UserDrafts(drafts), RecentFiles.passing());
      second.openLast();
      second.network.await();
      assertThat(second.session()).isEqualTo(first.session());
      assertThat(second.network.lastIteration()).contains(56);
      first.close();
      second.close();
      return true;
    });
  }

  @Test
  @DisplayName("the sandbox keeps its loss and seed from one start to the next")
  void sandboxDraft() throws IOException {
    Path drafts = Files.createDirectory(file.resolveSibling("drafts"));
    window.onScreen(() -> {
      Workbench first =
          new Workbench(Background.direct(), new UserDrafts(drafts), RecentFiles.passing());
      first.open("99-sandbox");
      first.program.write("a = 2.0\nb = a * 3\nloss = b * b\n", false);
      first.sandbox.open(Optional.of("b"), 5);
      first.program.runWith(how -> how.withLoss(Optional.of("b")).withSeed(5));
      first.close();
      Workbench second =
          new Workbench(Background.direct(), new UserDrafts(drafts), RecentFiles.passing());
      second.open("99-sandbox");
      assertThat(second.sandbox.getState().loss()).contains("b");
      assertThat(second.sandbox.getState().seed()).isEqualTo(5);
      assertThat(second.program.options().loss()).contains("b");
      second.close();
      return true;
    });
  }

  @Test
  @DisplayName("a damaged draft is set aside, and the window says where it lies")
  void damagedDraft() throws IOException {
    Path drafts = Files.createDirectory(file.resolveSibling("drafts"));
    Files.writeString(drafts.resolve("04-two-layers.backstep"), "damaged");
    window.onScreen(() -> {
      Workbench bench =
          new Workbench(Background.direct(), new UserDrafts(drafts), RecentFiles.passing());
      bench.open("04-two-layers");
      KeepModel.Note note = bench.keep.getState().note().orElseThrow();
      assertThat(note.key()).isEqualTo("keep.draft.damaged");
      assertThat(Path.of((String) note.arguments().getFirst())).hasContent("damaged");
      bench.keep.dismiss();
      bench.open("01-square");
      bench.open("04-two-layers");
      assertThat(bench.keep.getState().note()).as("told once").isEmpty();
      bench.close();
      return true;
    });
  }
}
