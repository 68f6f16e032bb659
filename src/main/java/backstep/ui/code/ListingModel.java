package backstep.ui.code;

import backstep.trace.Step;
import backstep.ui.code.CodeFolding.Stretch;
import backstep.ui.code.CodeModel.Code;
import backstep.ui.code.CodeModel.Kind;
import backstep.ui.code.CodeModel.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The rows that are seen of the code: forward, backward and update one under the other, and what
/// belongs to none of them folded away, or else the whole program. A backward pass by hand is seen
/// only where it is amiss.
final class ListingModel {
  private record Place(Kind kind, int first) {}

  /// What a listing's lines are like, wherever the step is.
  private record Read(
      List<CodeLine> lines, CodeFolding folding, List<List<Highlighter.Piece>> pieces) {
    static Read of(List<CodeLine> lines) {
      return new Read(
          lines,
          new CodeFolding(lines),
          Highlighter.of(lines.stream().map(CodeLine::text).toList()));
    }
  }

  private final CodeModel code;
  private final ReadOnlyObjectWrapper<List<Row>> rows =
      new ReadOnlyObjectWrapper<>(this, "rows", List.of());
  private final BooleanProperty whole = new SimpleBooleanProperty(this, "whole");
  private final Set<Place> open = new HashSet<>();
  private final Map<Kind, Read> read = new EnumMap<>(Kind.class);
  private List<String> program = List.of();

  ListingModel(CodeModel code) {
    this.code = code;
    code.codeProperty().subscribe(this::refresh);
    whole.subscribe(_ -> refresh());
  }

  // --- Properties --------------------------------------------------------------------------------

  /// From top to bottom.
  ReadOnlyObjectProperty<List<Row>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  List<Row> getRows() {
    return rows.get();
  }

  /// Whether the program is listed as one piece, nothing folded.
  BooleanProperty wholeProperty() {
    return whole;
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Opens what is folded, and folds what is open. It is remembered as long as the program stays,
  /// its numbers aside.
  void turn(Row.Fold fold) {
    Place place = new Place(fold.kind(), fold.first());
    if (!open.remove(place)) {
      open.add(place);
    }
    refresh();
  }

  /// The heading that a row stands under.
  ///
  /// @param row its place, from 0; past the end, the last heading
  Optional<Row.Heading> headingAt(int row) {
    for (int i = Math.min(row, getRows().size() - 1); i >= 0; i--) {
      if (getRows().get(i) instanceof Row.Heading heading) {
        return Optional.of(heading);
      }
    }
    return Optional.empty();
  }

  // --- Rows --------------------------------------------------------------------------------------

  private void refresh() {
    Code now = code.getCode();
    if (now.sections().stream().anyMatch(this::isNew)) {
      read.clear();
      now.sections().forEach(section -> read.put(section.kind(), Read.of(section.lines())));
      forget(now);
    }
    List<Row> all = new ArrayList<>();
    List<Row> last = new ArrayList<>();
    for (Section section : now.sections()) {
      Part part = new Part(section, now.phase());
      boolean parted =
          !whole.get()
              && section.kind() == Kind.PROGRAM
              && section.lines().stream().anyMatch(CodeLine::steps);
      if (parted) {
        part.add(Kind.FORWARD, part.folding.computing(), true, all);
        part.add(Kind.OWN, part.folding.slipping(), false, all);
        part.add(Kind.UPDATE, part.folding.updating(), true, last);
      } else {
        boolean folds = !whole.get() && section.kind() == Kind.FORWARD;
        part.add(section.kind(), part.folding.all(), folds, all);
      }
    }
    all.addAll(last);
    rows.set(calmed(all));
  }

  // Steps of one iteration share their lists of lines.
  private boolean isNew(Section section) {
    Read known = read.get(section.kind());
    return known == null || !known.lines.equals(section.lines());
  }

  // Another program has other folds; a number that was changed by hand makes no other program.
  private void forget(Code now) {
    List<String> text =
        now.sections().stream()
            .filter(section -> section.kind() == Kind.PROGRAM || section.kind() == Kind.FORWARD)
            .flatMap(section -> section.lines().stream())
            .map(line -> line.text().replaceAll("[-+.\\deE]", ""))
            .toList();
    if (!text.equals(program)) {
      program = text;
      open.clear();
    }
  }

  // A fold that the step is in need not shine while another line of the step is seen.
  private static List<Row> calmed(List<Row> rows) {
    boolean seen = rows.stream().anyMatch(row -> row instanceof Row.Line && row.mark().isStep());
    return seen ? rows.stream().map(ListingModel::calmed).toList() : List.copyOf(rows);
  }

  private static Row calmed(Row row) {
    return row instanceof Row.Fold fold && fold.mark().isStep()
        ? new Row.Fold(
            fold.kind(), fold.first(), fold.count(), fold.open(), Row.Mark.ECHO, fold.pointed())
        : row;
  }

  /// A listing on its way to rows.
  private final class Part {
    private final Section section;
    private final Optional<Step.Phase> phase;
    private final CodeFolding folding;
    private final List<List<Highlighter.Piece>> pieces;

    Part(Section section, Optional<Step.Phase> phase) {
      this.section = section;
      this.phase = phase;
      Read known = Objects.requireNonNull(read.get(section.kind()));
      folding = known.folding;
      pieces = known.pieces;
    }

    void add(Kind kind, List<Integer> lines, boolean folds, List<Row> to) {
      if (lines.isEmpty()) {
        return;
      }
      String text =
          lines.stream()
              .map(line -> section.lines().get(line).text() + "\n")
              .collect(Collectors.joining());
      to.add(new Row.Heading(kind, text));
      List<Stretch> stretches =
          folds ? folding.stretches(lines) : List.of(new Stretch(lines, false));
      int indent =
          folding.indent(
              stretches.stream()
                  .filter(stretch -> isSeen(kind, stretch))
                  .flatMap(stretch -> stretch.lines().stream())
                  .toList());
      for (Stretch stretch : stretches) {
        if (stretch.folded()) {
          to.add(fold(kind, stretch.lines()));
        }
        if (isSeen(kind, stretch)) {
          stretch.lines().forEach(line -> to.add(row(kind, line, indent)));
        }
      }
    }

    private boolean isSeen(Kind kind, Stretch stretch) {
      return !stretch.folded() || open.contains(place(kind, stretch.lines()));
    }

    private static Place place(Kind kind, List<Integer> lines) {
      return new Place(kind, lines.getFirst() + 1);
    }

    private Row fold(Kind kind, List<Integer> lines) {
      Place place = place(kind, lines);
      boolean opened = open.contains(place);
      boolean marked = !opened && !Collections.disjoint(section.marked(), lines);
      boolean pointed = !opened && !Collections.disjoint(section.pointed(), lines);
      return new Row.Fold(kind, place.first, lines.size(), opened, mark(marked), pointed);
    }

    private Row row(Kind kind, int line, int indent) {
      CodeLine code = section.lines().get(line);
      return new Row.Line(
          code.updates() ? Kind.UPDATE : kind,
          line + 1,
          code,
          Highlighter.without(indent, pieces.get(line)),
          mark(section.marked().contains(line)),
          section.pointed().contains(line));
    }

    private Row.Mark mark(boolean marked) {
      if (!marked || phase.isEmpty()) {
        return Row.Mark.NONE;
      }
      return switch (phase.get()) {
        case FORWARD -> Row.Mark.FORWARD;
        case BACKWARD -> section.kind() == Kind.BACKWARD ? Row.Mark.BACKWARD : Row.Mark.ECHO;
        case UPDATE -> Row.Mark.UPDATE;
      };
    }
  }
}
