package backstep;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.stream.Stream;

/// Which package may use which: the table of rooms, kept true.
///
/// Each room lists all that it may use, so a new dependency is a decision made here. A room that is
/// not built yet passes (see `archunit.properties`).
@AnalyzeClasses(packages = "backstep", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String EJML = "org.ejml..";
  private static final String[] JSON = {"tools.jackson..", "com.fasterxml.jackson.annotation.."};
  private static final String[] ENGINE = rooms("tensor", "graph", "python", "trace", "train");
  private static final String PDF = "org.apache.pdfbox..";
  private static final String[] CORE =
      and(ENGINE, rooms("lab", "lesson", "practice", "handout", "keep", "paper", "words"));

  /// JavaFX, and the libraries that draw or lay out.
  private static final String[] SCREEN = {
    "javafx..",
    "atlantafx..",
    "org.controlsfx..",
    "impl.org.controlsfx..",
    "org.kordamp.ikonli..",
    "org.jfree.fx..",
    "org.scilab.forge.jlatexmath..",
    "org.eclipse.elk..",
    "org.eclipse.emf..",
  };

  // --- The engine and the commands -----------------------------------------------------------

  @ArchTest static final ArchRule TENSOR = only("tensor", EJML);
  @ArchTest static final ArchRule GRAPH = only("graph", rooms("tensor"));

  /// JSON, as a notebook is written in it.
  @ArchTest static final ArchRule PYTHON = only("python", and(JSON, rooms("graph", "tensor")));

  @ArchTest static final ArchRule TRACE = only("trace", rooms("graph", "tensor"));
  @ArchTest static final ArchRule TRAIN = only("train", and(rooms("graph", "tensor"), EJML));
  @ArchTest static final ArchRule LAB = only("lab", ENGINE);

  /// Markdown, as a lesson's page is written in it.
  @ArchTest static final ArchRule LESSON = only("lesson", and(ENGINE, "org.commonmark.."));

  @ArchTest
  static final ArchRule PRACTICE = only("practice", rooms("trace", "python", "graph", "tensor"));

  /// JSON, as a notebook is written in it.
  @ArchTest
  static final ArchRule HANDOUT =
      only("handout", and(JSON, rooms("words", "practice", "python", "graph", "tensor")));

  /// JSON, as a session is written in it.
  @ArchTest
  static final ArchRule KEEP = only("keep", and(and(ENGINE, JSON), rooms("lab", "lesson")));

  @ArchTest
  static final ArchRule PAPER =
      only("paper", and(rooms("python", "graph", "tensor", "words"), PDF));

  /// Figures are read as well.
  @ArchTest static final ArchRule WORDS = only("words", rooms("tensor"));

  @ArchTest static final ArchRule CLI = only("cli", and(and(CORE, JSON), "picocli.."));

  @ArchTest
  static final ArchRule EJML_IS_HIDDEN =
      noClasses()
          .that()
          .resideOutsideOfPackages(rooms("tensor", "train"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(EJML);

  @ArchTest
  static final ArchRule NO_WINDOWS_BELOW_THE_SCREEN =
      noClasses()
          .that()
          .resideInAnyPackage(and(CORE, "backstep.cli.."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.awt..", "javax.swing..", "javafx..");

  // --- The screen ----------------------------------------------------------------------------

  @ArchTest static final ArchRule KIT = only("ui.kit", and(SCREEN, rooms("tensor", "words")));

  /// Pictures that move are written with the library that Java has for it.
  @ArchTest
  static final ArchRule UI = only("ui", and(and(SCREEN, CORE), "javax.imageio..", "org.w3c.dom.."));

  @ArchTest
  static final ArchRule JAVAFX_ONLY_IN_UI_AND_MAIN =
      noClasses()
          .that()
          .resideOutsideOfPackages("backstep", "backstep.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx..");

  /// Of JavaFX only properties, collections and events, so a model needs no running toolkit.
  @ArchTest
  static final ArchRule MODELS_KNOW_NO_SCENE =
      noClasses()
          .that()
          .resideInAPackage("backstep.ui..")
          .and(named("Model"))
          .should()
          .dependOnClassesThat(
              resideInAPackage("javafx..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "javafx.beans..",
                              "javafx.collections..",
                              "javafx.event..",
                              "javafx.util.."))));

  @ArchTest
  static final ArchRule VIEWS_KEEP_TO_THEIR_FEATURE =
      classes()
          .that()
          .resideInAPackage("backstep.ui.*..")
          .and(named("View"))
          .should(useNoViewOfAnotherFeature());

  // --- The whole -----------------------------------------------------------------------------

  @ArchTest
  static final ArchRule ROOMS_HAVE_NO_CYCLES =
      slices().matching("backstep.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      slices().matching("backstep.ui.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_COMMANDS_PRINT =
      noClasses()
          .that()
          .resideOutsideOfPackages("backstep", "backstep.cli..")
          .should(ACCESS_STANDARD_STREAMS);

  // --- Words for the rules -------------------------------------------------------------------

  private static ArchRule only(String room, String... may) {
    String own = "backstep." + room + "..";
    String[] common = {"java..", "org.jspecify.annotations..", own};
    return classes()
        .that()
        .resideInAPackage(own)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(and(common, may));
  }

  private static String[] rooms(String... names) {
    return Stream.of(names).map(name -> "backstep." + name + "..").toArray(String[]::new);
  }

  private static String[] and(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  /// Asks the top-level class, so that nested classes and lambdas follow its rule.
  private static DescribedPredicate<JavaClass> named(String suffix) {
    return DescribedPredicate.describe(
        "are named *" + suffix, type -> outermost(type).getSimpleName().endsWith(suffix));
  }

  private static JavaClass outermost(JavaClass type) {
    Optional<JavaClass> enclosing = type.getEnclosingClass();
    return enclosing.map(ArchitectureTest::outermost).orElse(type);
  }

  private static ArchCondition<JavaClass> useNoViewOfAnotherFeature() {
    return new ArchCondition<>("use no view of another feature") {
      @Override
      public void check(JavaClass view, ConditionEvents events) {
        view.getDirectDependenciesFromSelf().stream()
            .filter(use -> isViewOfAnotherFeature(view, use.getTargetClass()))
            .map(use -> SimpleConditionEvent.violated(view, use.getDescription()))
            .forEach(events::add);
      }
    };
  }

  private static boolean isViewOfAnotherFeature(JavaClass view, JavaClass used) {
    String feature = feature(used);
    return named("View").test(used)
        && !feature.isEmpty()
        && !feature.equals("kit")
        && !feature.equals(feature(view));
  }

  /// `player` for a class in `backstep.ui.player` or below; empty outside the features.
  private static String feature(JavaClass type) {
    String ui = "backstep.ui.";
    String name = type.getPackageName();
    return name.startsWith(ui) ? name.substring(ui.length()).replaceFirst("\\..*", "") : "";
  }
}
