package backstep.ui.classroom;

import backstep.paper.Blanks;
import backstep.paper.PaperSize;
import backstep.ui.classroom.ExportModel.Scope;
import backstep.ui.classroom.ExportModel.State;
import backstep.ui.classroom.ExportOptions.Film;
import backstep.ui.classroom.ExportOptions.Pace;
import backstep.ui.classroom.ExportOptions.Paper;
import backstep.ui.kit.Choice;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What can be chosen for each kind of export, in rows.
final class ExportChoices {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final List<Integer> WIDTHS = List.of(640, 960, 1280);
  private static final int MOST_SHEETS = 99;
  private static final int MOST_SEED = 999_999;

  /// A whole number that is typed in.
  ///
  /// @param id of its field; behind `export.` its name
  /// @param wrong the sentence that says what may be written
  private record Number(String id, int value, int least, int most, String wrong) {}

  private final ExportModel model;
  private final Messages messages;
  private final Consumer<Boolean> onWrong;

  /// @param onWrong called with whether something that was typed in cannot be taken
  ExportChoices(ExportModel model, Messages messages, Consumer<Boolean> onWrong) {
    this.model = model;
    this.messages = messages;
    this.onWrong = onWrong;
  }

  /// The rows for an offer.
  ///
  /// @param id of the offer
  List<Node> of(String id, Scope scope) {
    return switch (id) {
      case "png", "svg" -> List.of(ground());
      case "plot" -> scope.plots().isEmpty() ? List.of() : List.of(plot(scope), ground());
      case "csv" -> scope.plots().isEmpty() ? List.of() : List.of(plot(scope));
      case "gif" ->
          scope.steps() == 0
              ? List.of(pace(), width())
              : List.of(pace(), width(), steps(scope.steps()));
      case "tex" -> List.of(formulas());
      case "pdf" -> List.of(blanks(), paper(), sheets());
      default -> List.of();
    };
  }

  private Node ground() {
    Choice<Boolean> choice =
        new Choice<Boolean>(messages.text("export.ground"), now -> set(o -> o.withTransparent(now)))
            .with(false, messages.text("export.ground.filled"))
            .with(true, messages.text("export.ground.none"));
    return row("export.ground", choice.showing(part(ExportOptions::transparent)).node());
  }

  private Node plot(Scope scope) {
    Choice<String> choice =
        new Choice<>(messages.text("export.plot"), now -> set(o -> o.withPlot(now)));
    scope.plots().forEach(plot -> choice.with(plot, messages.text("export.plot." + plot)));
    return row("export.plot", choice.showing(part(ExportOptions::plot)).node());
  }

  private Node formulas() {
    Choice<Boolean> choice =
        new Choice<Boolean>(messages.text("export.tex"), now -> set(o -> o.withEveryStep(now)))
            .with(false, messages.text("export.tex.step"))
            .with(true, messages.text("export.tex.all"));
    return row("export.tex", choice.showing(part(ExportOptions::everyStep)).node());
  }

  // --- Animations --------------------------------------------------------------------------------

  private Node pace() {
    Choice<Pace> choice =
        new Choice<>(messages.text("export.pace"), now -> film(f -> f.withPace(now)));
    for (Pace pace : Pace.values()) {
      choice.with(pace, messages.text("export.pace.seconds", pace.hundredths() / 100.0));
    }
    return row("export.pace", choice.showing(part(o -> o.film().pace())).node());
  }

  private Node width() {
    Choice<Integer> choice =
        new Choice<>(messages.text("export.width"), now -> film(f -> f.withWidth(now)));
    WIDTHS.forEach(width -> choice.with(width, messages.text("export.width.pixels", width)));
    return row("export.width", choice.showing(part(o -> o.film().width())).node());
  }

  private Node steps(int most) {
    Film now = model.getState().options().film();
    return pair(
        number(
            new Number("from", now.from(), 1, most, "export.steps"), n -> film(f -> f.withFrom(n))),
        number(new Number("to", now.to(), 1, most, "export.steps"), n -> film(f -> f.withTo(n))));
  }

  private void film(UnaryOperator<Film> change) {
    set(o -> o.withFilm(change.apply(o.film())));
  }

  // --- Worksheets --------------------------------------------------------------------------------

  private Node blanks() {
    Choice<Blanks> choice =
        new Choice<>(messages.text("export.blanks"), now -> sheet(p -> p.withBlanks(now)));
    for (Blanks blanks : Blanks.values()) {
      choice.with(blanks, messages.text(blanks.words()));
    }
    return row("export.blanks", choice.showing(part(o -> o.paper().blanks())).node());
  }

  private Node paper() {
    Choice<PaperSize> choice =
        new Choice<>(messages.text("export.paper"), now -> sheet(p -> p.withSize(now)));
    for (PaperSize size : PaperSize.values()) {
      choice.with(size, messages.text("export.paper." + size.name().toLowerCase(Locale.ROOT)));
    }
    return row("export.paper", choice.showing(part(o -> o.paper().size())).node());
  }

  private Node sheets() {
    Paper now = model.getState().options().paper();
    return pair(
        number(
            new Number("count", now.count(), 1, MOST_SHEETS, "export.number"),
            n -> sheet(p -> p.withCount(n))),
        number(
            new Number("seed", now.seed(), 0, MOST_SEED, "export.number"),
            n -> sheet(p -> p.withSeed(n))));
  }

  private void sheet(UnaryOperator<Paper> change) {
    set(o -> o.withPaper(change.apply(o.paper())));
  }

  // --- Parts -------------------------------------------------------------------------------------

  private static HBox pair(Node first, Node second) {
    HBox row = new HBox(first, second);
    row.getStyleClass().add("setting-row");
    return row;
  }

  private Node number(Number number, Consumer<Integer> take) {
    TextField field = new TextField(Integer.toString(number.value()));
    field.setId("export-" + number.id());
    field.setPrefColumnCount(6);
    field
        .textProperty()
        .subscribe((_, text) -> {
          boolean right =
              text.matches("\\d{1,6}")
                  && Integer.parseInt(text) >= number.least()
                  && Integer.parseInt(text) <= number.most();
          field.pseudoClassStateChanged(WRONG, !right);
          if (right) {
            take.accept(Integer.parseInt(text));
          } else {
            model.refuse(number.wrong(), number.most());
          }
          onWrong.accept(!right);
        });
    return row("export." + number.id(), field);
  }

  private VBox row(String key, Node control) {
    return Parts.setting(messages.text(key), control);
  }

  private <T> ObservableValue<T> part(Function<ExportOptions, T> part) {
    return model.stateProperty().map(State::options).map(part);
  }

  private void set(UnaryOperator<ExportOptions> change) {
    if (!change.apply(model.getState().options()).equals(model.getState().options())) {
      model.set(change);
    }
  }
}
