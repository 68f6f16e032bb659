package backstep.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.python.Draft;
import backstep.python.Naming;
import backstep.python.Options;
import backstep.python.Run;
import backstep.trace.Cover;
import backstep.trace.Trace;
import backstep.ui.kit.MathView;
import backstep.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Formulas as LaTeX")
class FormulaTextTest {
  private static final Pattern DISPLAY =
      Pattern.compile("\\\\\\[\\n(.*?)\\n\\\\\\]\\n", Pattern.DOTALL);
  private static final Pattern COMMAND = Pattern.compile("\\\\([a-zA-Z]+)");

  // What LaTeX itself and amsmath define.
  private static final Set<String> KNOWN =
      Set.of(
          "begin",
          "end",
          "frac",
          "partial",
          "left",
          "right",
          "mathrm",
          "text",
          "cdot",
          "cdots",
          "vdots",
          "ddots",
          "ldots",
          "odot",
          "otimes",
          "leftarrow",
          "top",
          "sum",
          "exp",
          "log",
          "ln",
          "sqrt",
          "tanh",
          "sin",
          "cos",
          "max",
          "min",
          "infty",
          "mathrel",
          "operatorname",
          "mathbf",
          "ge",
          "le",
          "ne",
          "times",
          "overline",
          "lVert",
          "rVert",
          "lvert",
          "rvert",
          "mathsf",
          "quad",
          "lfloor",
          "rfloor",
          "pi",
          "sigma",
          "bigl",
          "bigr",
          "textstyle",
          "displaystyle",
          "dots",
          "underbrace",
          "mathit",
          "cosh",
          "big",
          "sim",
          "to",
          "in");

  static List<Lesson> lessons() {
    return LessonCatalog.builtIn();
  }

  private static FormulaText of(Run run, Cover cover, Locale language) {
    return new FormulaText(
        Trace.of(run.iteration(0).orElseThrow()),
        new Naming(run.origins()),
        cover,
        Words.of(language));
  }

  private static String all(FormulaText formulas) {
    StringBuilder text = new StringBuilder(formulas.head("A title"));
    for (int i = 1; i <= formulas.trace().steps().size(); i++) {
      text.append(formulas.step(i));
    }
    return text.toString();
  }

  private static List<String> displays(String text) {
    List<String> displays = new ArrayList<>();
    Matcher found = DISPLAY.matcher(text);
    while (found.find()) {
      displays.add(found.group(1));
    }
    return displays;
  }

  @ParameterizedTest
  @MethodSource("lessons")
  @DisplayName("can be typeset in every lesson, and need no more than amsmath")
  void canBeTypeset(Lesson lesson) {
    Run run = Draft.of(lesson.program()).run(lesson.options());
    if (run.iterations() == 0) {
      return; // the network lab writes its program itself
    }
    String text = all(of(run, Cover.NONE, Locale.ENGLISH));
    List<String> displays = displays(text);
    assertThat(displays).isNotEmpty().allMatch(MathView::isReadable);
    String left = DISPLAY.matcher(text).replaceAll("");
    assertThat(left.lines().filter(line -> !line.isBlank())).allMatch(line -> line.startsWith("%"));
    Set<String> commands = new TreeSet<>();
    displays.forEach(display -> {
      assertThat(display.chars()).as(display).allMatch(c -> c < 128);
      assertThat(display).doesNotContain("textcolor");
      Matcher command = COMMAND.matcher(display);
      while (command.find()) {
        commands.add(command.group(1));
      }
    });
    assertThat(KNOWN).containsAll(commands);
  }

  @Test
  @DisplayName("say of one step what is seen of it")
  void sayTheStep() {
    Run run = Draft.of("a = 3.0\nloss = a ** 2\n").run(Options.DEFAULT);
    FormulaText formulas = of(run, Cover.NONE, Locale.ENGLISH);
    // d(a^2)/da = 2a, and 2 * 3 = 6.
    assertThat(formulas.step(3))
        .contains("% Step 3 of 3", "\\begin{aligned}", " \\\\\n  &=2\\cdot 1\\cdot 3=6\n")
        .contains("\\frac{\\partial \\mathrm{loss}}{\\partial \\mathrm{a}}");
    Cover hiding = Cover.of(Set.of(Cover.Kind.GRADIENTS));
    assertThat(of(run, hiding, Locale.KOREAN).step(3)).doesNotContain("6").contains("\\frac");
  }
}
