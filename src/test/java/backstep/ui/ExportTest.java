package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.trace.Cover;
import backstep.ui.classroom.ExportModel;
import backstep.ui.classroom.ExportModel.Note;
import backstep.ui.classroom.ExportOptions;
import backstep.ui.kit.Background;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

@ExtendWith(ApplicationExtension.class)
@DisplayName("Exporting from the window")
class ExportTest {
  @TempDir Path folder;
  private Window window;

  @Start
  void start(Stage stage) {
    window =
        Window.open(
            stage,
            Locale.ENGLISH,
            SettingsModel.passing(Settings.USUAL.withStillness(Optional.of(true))),
            Background.direct());
  }

  private ExportModel model() {
    return window.bench().export;
  }

  private void inWindow(Runnable action) {
    window.onScreen(() -> {
      action.run();
      return true;
    });
  }

  private File export(String kind) {
    List<Path> files = new ArrayList<>();
    inWindow(() -> {
      model()
          .setAsker((offer, _) -> {
            files.add(folder.resolve(kind + "." + offer.extension()));
            return Optional.of(files.getFirst());
          });
      model().choose(kind);
      model().export();
    });
    assertThat(model().getState().note().orElseThrow().key()).isEqualTo("export.done");
    return files.getFirst().toFile();
  }

  private void set(UnaryOperator<ExportOptions> change) {
    inWindow(() -> model().set(change));
  }

  private void film(int from, int to) {
    set(now -> now.withFilm(new ExportOptions.Film(ExportOptions.Pace.FAST, 640, from, to)));
  }

  private void sheets(int seed, int count) {
    set(now -> {
      ExportOptions.Paper paper = now.paper();
      return now.withPaper(new ExportOptions.Paper(paper.blanks(), paper.size(), seed, count));
    });
  }

  private Note note() {
    return model().getState().note().orElseThrow();
  }

  @Test
  @DisplayName("begins with a key, is chosen and saved by keyboard, and says so")
  void goesByKeyboard() throws IOException {
    window.openLesson("04-two-layers", "W1");
    window.press(KeyCode.CONTROL, KeyCode.E);
    RadioButton sheet = (RadioButton) window.anywhere("#export-pdf").orElseThrow();
    assertThat(window.onScreen(sheet::isFocused)).isTrue();
    List<String> names = new ArrayList<>();
    inWindow(() ->
        model()
            .setAsker((_, name) -> {
              names.add(name);
              return Optional.of(folder.resolve(name));
            }));
    window.press(KeyCode.DOWN);
    assertThat(model().getState().chosen()).isEqualTo("png");
    window.press(KeyCode.ENTER);
    assertThat(names).containsExactly("04-two-layers.png");
    assertThat(folder.resolve("04-two-layers.png")).exists();
    Labeled note = (Labeled) window.anywhere("#export-note").orElseThrow();
    assertThat(window.onScreen(note::getText)).isEqualTo("Saved: 04-two-layers.png, in " + folder);
    assertThat(window.text("#keep-note-text"))
        .as("in the window too")
        .isEqualTo(window.onScreen(note::getText));
    window.press(KeyCode.CONTROL, KeyCode.E);
    window.press(KeyCode.ESCAPE);
    assertThat(window.anywhere("#export-pdf")).isEmpty();
  }

  @Test
  @DisplayName("takes only whole numbers for sheets and seeds")
  void refusesNumbers() {
    window.press(KeyCode.CONTROL, KeyCode.E);
    TextField count = (TextField) window.anywhere("#export-count").orElseThrow();
    Button save = (Button) window.anywhere("#export-save").orElseThrow();
    for (String wrong : List.of("", "0", "100", "-1", "1.5", "many")) {
      inWindow(() -> count.setText(wrong));
      assertThat(window.onScreen(save::isDisabled)).as(wrong).isTrue();
    }
    inWindow(() -> count.setText("12"));
    assertThat(window.onScreen(save::isDisabled)).isFalse();
    assertThat(model().getState().options().paper().count()).isEqualTo(12);
    assertThat(model().getState().note()).isEmpty();
  }

  @Test
  @DisplayName("gives the whole graph as a picture twice as fine, whatever part of it is seen")
  void givesPng() throws IOException {
    window.openLesson("03-neuron", "W");
    BufferedImage whole = ImageIO.read(export("png"));
    inWindow(() -> {
      window.bench().player.seek(3);
      window.bench().player.seek(0);
    });
    for (int i = 0; i < 4; i++) {
      window.press(KeyCode.EQUALS);
    }
    BufferedImage zoomed = ImageIO.read(export("png"));
    assertThat(zoomed.getWidth()).isEqualTo(whole.getWidth()).isGreaterThan(1000);
    assertThat(zoomed.getHeight()).isEqualTo(whole.getHeight());
    assertThat(whole.getColorModel().hasAlpha()).isFalse();
    set(now -> now.withTransparent(true));
    BufferedImage clear = ImageIO.read(export("png"));
    assertThat(clear.getRGB(1, 1) >>> 24).isZero();
    assertThat(clear.getWidth()).isEqualTo(whole.getWidth());
  }

  @Test
  @DisplayName("gives an SVG with each node's name and each figure that is seen as text")
  void givesSvg() throws Exception {
    // Of a lesson that was open before one could see the run before.
    window.openLesson("03-neuron", "W");
    window.openLesson("04-two-layers", "W1");
    inWindow(() -> window.bench().player.seek(14));
    Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(export("svg"));
    NodeList found = svg.getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    assertThat(texts)
        .contains("W1", "X", "z1", "b1", "r1", "W2", "b2", "z2", "r2", "y", "loss", "relu");
    for (String node : List.of("W1", "z1", "r2", "loss")) {
      assertThat(texts).containsAll(window.values(node));
    }
    assertThat(texts).containsAll(window.gradients("r2"));
    assertThat(svg.getElementsByTagName("polyline").getLength())
        .isEqualTo(
            window
                    .bench()
                    .player
                    .getState()
                    .session()
                    .orElseThrow()
                    .trace()
                    .graph()
                    .operations()
                    .size()
                + 5
                + window.onScreen(
                    () -> window.find(".stage").lookupAll(".wire-factor-line").size()));
  }

  // An update by something else than the rate times the gradient.
  private static final String MOMENTUM =
      """
      x = 3.0
      v = 0.0
      for i in range(3):
          loss = x ** 2
          v = .9 * v - .1 * 2 * x
          x += v
      """;

  @Test
  @DisplayName("gives the program as text, in each form, and says which line has no words in it")
  void givesTexts() throws IOException {
    window.openLesson("04-two-layers", "W1");
    assertThat(Files.readString(export("py").toPath())).contains("d_W1 = np.outer(d_z1, X)");
    assertThat(Files.readString(export("ipynb").toPath())).contains("\"nbformat\"");
    assertThat(Files.readString(export("torch").toPath())).contains("loss.backward()");
    Path refused = folder.resolve("out.none");
    inWindow(() -> {
      model().setAsker((_, _) -> Optional.of(refused));
      window.bench().program.write(MOMENTUM, false);
      model().choose("torch");
    });
    window.waitFor(() -> !window.bench().program.getState().isStale());
    inWindow(() -> model().export());
    assertThat(model().getState().note().orElseThrow().key()).isEqualTo("export.untold");
    assertThat(refused).doesNotExist();
  }

  @Test
  @DisplayName("gives an animation with a picture for each position, and leaves the window alone")
  void givesGif() throws IOException {
    window.openLesson("03-neuron", "W");
    inWindow(() -> window.bench().player.seek(2));
    film(1, 1);
    int steps = window.bench().player.getState().session().orElseThrow().trace().steps().size();
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(export("gif"))) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(steps + 1);
      assertThat(reader.read(0).getWidth()).isEqualTo(640);
      BufferedImage first = reader.read(0);
      BufferedImage last = reader.read(steps);
      assertThat(first.getHeight()).isEqualTo(last.getHeight());
      assertThat(different(first, last)).isGreaterThan(500);
    }
    assertThat(window.bench().player.getState().session().orElseThrow().position()).isEqualTo(2);
  }

  @Test
  @DisplayName("gives an animation of a few steps only, whichever end is named first")
  void givesPartOfGif() throws IOException {
    window.openLesson("03-neuron", "W");
    inWindow(() -> model().look());
    int steps = model().getState().scope().steps();
    ExportOptions.Film whole = model().getState().options().film();
    assertThat(List.of(whole.from(), whole.to())).containsExactly(1, steps);
    film(5, 3);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(export("gif"))) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).as("one after each step").isEqualTo(3);
      assertThat(emptyRows(reader.read(0))).as("no empty bands").isLessThan(60);
    }
    window.openLesson("04-two-layers", "W1");
    inWindow(() -> model().look());
    assertThat(model().getState().options().film().to())
        .as("another iteration is seen whole")
        .isEqualTo(model().getState().scope().steps())
        .isGreaterThan(steps);
  }

  // The most rows of one colour, one under the other.
  private static int emptyRows(BufferedImage picture) {
    int most = 0;
    int run = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      int first = picture.getRGB(0, y);
      int row = y;
      boolean empty =
          IntStream.range(0, picture.getWidth()).allMatch(x -> picture.getRGB(x, row) == first);
      run = empty ? run + 1 : 0;
      most = Math.max(most, run);
    }
    return most;
  }

  @Test
  @DisplayName("asks for steps that there are, by keyboard")
  void asksForSteps() {
    window.openLesson("03-neuron", "W");
    window.press(KeyCode.CONTROL, KeyCode.E);
    inWindow(() -> model().choose("gif"));
    TextField from = (TextField) window.anywhere("#export-from").orElseThrow();
    TextField to = (TextField) window.anywhere("#export-to").orElseThrow();
    int steps = model().getState().scope().steps();
    assertThat(window.onScreen(() -> List.of(from.getText(), to.getText())))
        .containsExactly("1", String.valueOf(steps));
    Button save = (Button) window.anywhere("#export-save").orElseThrow();
    inWindow(() -> to.setText(String.valueOf(steps + 1)));
    assertThat(window.onScreen(save::isDisabled)).isTrue();
    Labeled said = (Labeled) window.anywhere("#export-note").orElseThrow();
    assertThat(window.onScreen(said::getText)).contains("from 1 to " + steps);
    inWindow(() -> to.setText("4"));
    assertThat(window.onScreen(save::isDisabled)).isFalse();
    assertThat(model().getState().options().film().to()).isEqualTo(4);
  }

  private static int different(BufferedImage one, BufferedImage other) {
    int count = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
      }
    }
    return count;
  }

  @Test
  @DisplayName("gives worksheets of the program as it is edited, in the window's language")
  void givesSheets() throws IOException {
    window.openLesson("01-square", "x");
    inWindow(() -> window.bench().program.write("x = 2.5\ny = x * 4\n", false));
    sheets(0, 1);
    assertThat(text(export("pdf"))).contains("x = 2.5", "own numbers", "+4");
    inWindow(() -> window.speak(Locale.KOREAN));
    sheets(4, 3);
    assertThat(text(export("pdf"))).contains("시드 4", "시드 5", "시드 6", "정답");
  }

  @Test
  @DisplayName("gives the charts that are seen: kept runs and theory too, with every digit")
  void givesCharts() throws IOException {
    window.openLesson("06-guess", "guess");
    inWindow(() -> {
      window.bench().plot.keep();
      window.bench().theory.want(true);
    });
    window.waitFor(() -> window.bench().plot.getPlot().kept().runs().size() == 1);
    inWindow(() -> model().look());
    assertThat(model().getState().scope().plots()).containsExactly("loss-curve", "landscape");
    String[] lines = table().split("\r\n");
    assertThat(lines[0].split(",", -1)).hasSizeGreaterThanOrEqualTo(3).startsWith("iteration");
    double[] losses = window.bench().program.getState().ran().orElseThrow().run().losses();
    assertThat(lines[1].split(",", -1)[0]).isEqualTo("1");
    assertThat(Double.parseDouble(lines[1].split(",", -1)[1])).isEqualTo(losses[0]);
    inWindow(() -> window.speak(Locale.KOREAN));
    assertThat(table()).startsWith("반복,");
    set(now -> now.withPlot("landscape"));
    assertThat(table().lines().count()).isGreaterThan(50);
  }

  // What comes before the heading tells spreadsheets that it is UTF-8.
  private String table() throws IOException {
    String text = Files.readString(export("csv").toPath());
    assertThat(text).startsWith("\uFEFF");
    return text.substring(1);
  }

  @Test
  @DisplayName("gives a chart as a picture twice as fine, on its own colour or on nothing")
  void givesChartPicture() throws IOException {
    window.openLesson("05-numerical", "x");
    inWindow(() -> model().look());
    assertThat(model().getState().scope().plots()).containsExactly("secants", "errors");
    set(now -> now.withPlot("errors"));
    Region chart = (Region) window.anywhere("#errors").orElseThrow();
    BufferedImage filled = ImageIO.read(export("plot"));
    assertThat(filled.getWidth()).isEqualTo(2 * (int) Math.ceil(chart.getWidth() - 4));
    assertThat(filled.getColorModel().hasAlpha()).isFalse();
    int ground = filled.getRGB(1, 1);
    for (int y : List.of(0, filled.getHeight() - 1)) {
      for (int x : List.of(0, filled.getWidth() - 1)) {
        assertThat(filled.getRGB(x, y)).as("a corner of the chart").isEqualTo(ground);
      }
    }
    set(now -> now.withTransparent(true));
    BufferedImage clear = ImageIO.read(export("plot"));
    assertThat(clear.getRGB(1, 1) >>> 24).isZero();
    assertThat(clear.getWidth()).isEqualTo(filled.getWidth());
    assertThat(different(filled, clear)).isGreaterThan(1000);
  }

  @Test
  @DisplayName("says so where no chart is seen, as while figures are hidden")
  void saysThatThereIsNoChart() {
    window.openLesson("06-guess", "guess");
    inWindow(() -> {
      window.bench().cover.begin(Set.of(Cover.Kind.VALUES));
      model().setAsker((_, name) -> Optional.of(folder.resolve(name)));
      model().choose("csv");
      model().export();
    });
    assertThat(note().key()).isEqualTo("export.noPlot");
  }

  @Test
  @DisplayName("offers what can be done, and says of the rest why not, as long as that is so")
  void offersWhatCanBeDone() {
    window.openLesson("04-two-layers", "W1");
    window.press(KeyCode.CONTROL, KeyCode.E);
    inWindow(() -> model().choose("tex"));
    Labeled note = (Labeled) window.anywhere("#export-note").orElseThrow();
    Button save = (Button) window.anywhere("#export-save").orElseThrow();
    RadioButton formulas = (RadioButton) window.anywhere("#export-tex").orElseThrow();
    assertThat(window.onScreen(save::isDisabled)).isTrue();
    assertThat(window.onScreen(note::getText)).startsWith("No step was taken yet.");
    assertThat(window.onScreen(formulas::getAccessibleHelp)).isEqualTo(note.getText());
    set(now -> now.withEveryStep(true));
    assertThat(window.onScreen(save::isDisabled)).isFalse();
    assertThat(window.onScreen(note::isVisible)).isFalse();
    set(now -> now.withEveryStep(false));
    inWindow(() -> model().export());
    assertThat(note().failure()).isTrue();
    window.press(KeyCode.ESCAPE);
    inWindow(() -> window.bench().player.seek(3));
    window.press(KeyCode.CONTROL, KeyCode.E);
    assertThat(window.onScreen(note::isVisible)).as("what was said before").isFalse();
    assertThat(window.onScreen(save::isDisabled)).isFalse();
  }

  @Test
  @DisplayName("gives the formulas of the step or of all steps, hidden figures left out")
  void givesFormulas() throws IOException {
    window.openLesson("04-two-layers", "W1");
    inWindow(() -> {
      model().setAsker((_, name) -> Optional.of(folder.resolve(name)));
      model().choose("tex");
      model().export();
    });
    assertThat(note().key()).isEqualTo("export.noStep");
    inWindow(() -> window.bench().player.seek(3));
    String step = Files.readString(export("tex").toPath());
    assertThat(step).containsOnlyOnce("\\[").contains("% Step 3 of", "% Two layers");
    set(now -> now.withEveryStep(true));
    String all = Files.readString(export("tex").toPath());
    int steps = window.bench().player.getState().session().orElseThrow().trace().steps().size();
    assertThat(all.lines().filter(line -> line.startsWith("% Step ")).count()).isEqualTo(steps);
    assertThat(all).contains(step.substring(step.indexOf("\\[")), "0.52", "\\leftarrow ");
    inWindow(() -> window.bench().cover.begin(Set.of(Cover.Kind.VALUES)));
    assertThat(Files.readString(export("tex").toPath())).doesNotContain("0.52");
  }

  private static String text(File pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  @DisplayName("says so where there is nothing to export, or nothing to draw anew")
  void saysWhatIsWrong() throws IOException {
    window.openLesson("01-square", "x");
    inWindow(() -> {
      window.bench().program.write("x = 1.0\ny = x * 4\n", false);
      model().setAsker((_, name) -> Optional.of(folder.resolve(name)));
      model().choose("pdf");
      model().export();
    });
    assertThat(model().getState().note().orElseThrow().key()).isEqualTo("export.noNumbers");
    inWindow(() -> {
      window.bench().stage.clear();
      model().choose("png");
      model().export();
    });
    assertThat(model().getState().note().orElseThrow().key()).isEqualTo("export.nothing");
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }
}
