package backstep.ui.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Parts a program into what computes, what may hold a slip and what updates, and finds the lines
/// that are folded away because no step of the graph stands there: imports, data, prints, a
/// backward pass by hand.
final class CodeFolding {
  /// Lines one after the other that are shown, or folded, together.
  ///
  /// @param lines their places in the program, from 0
  record Stretch(List<Integer> lines, boolean folded) {
    Stretch {
      lines = List.copyOf(lines);
    }
  }

  // A fold takes a row itself, so fewer lines are not worth it.
  private static final int LEAST_FOLDED = 3;

  // With more lines than this the forward pass leaves no room for the rest: then the bodies of
  // functions, whose calls are shown, are folded too.
  private static final int ROOM = 8;

  private final List<CodeLine> program;

  CodeFolding(List<CodeLine> program) {
    this.program = program;
  }

  /// The lines that update, and what follows them once nothing is computed any more.
  List<Integer> updating() {
    int computed = -1;
    for (int i = 0; i < program.size(); i++) {
      if (program.get(i).steps() && !program.get(i).updates()) {
        computed = i;
      }
    }
    List<Integer> lines = new ArrayList<>();
    boolean after = false;
    for (int i = 0; i < program.size(); i++) {
      boolean updates = program.get(i).updates();
      after |= updates && i > computed;
      if (updates || after) {
        lines.add(i);
      }
    }
    lines.removeAll(slipping());
    // What is remarked before the first of them is about them.
    int before = lines.isEmpty() ? -1 : lines.getFirst() - 1;
    while (before >= 0 && program.get(before).slips() && program.get(before).isRemark()) {
      lines.addFirst(before--);
    }
    return lines;
  }

  /// The lines of a backward pass by hand that may hold a slip, with updates that stand between
  /// them: their order can be the slip.
  List<Integer> slipping() {
    int last = -1;
    for (int i = 0; i < program.size(); i++) {
      CodeLine line = program.get(i);
      if (line.slips() && !line.updates() && !line.isRemark()) {
        last = i;
      }
    }
    int first = 0;
    while (first <= last && !(program.get(first).slips() && !isAside(program.get(first)))) {
      first++;
    }
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  // Between the forward pass and the backward pass.
  private static boolean isAside(CodeLine line) {
    return line.text().isBlank() || line.text().stripLeading().startsWith("print(");
  }

  /// The lines that are among neither of these.
  List<Integer> computing() {
    List<Integer> rest = all();
    rest.removeAll(slipping());
    rest.removeAll(updating());
    return rest;
  }

  /// All lines.
  List<Integer> all() {
    return IntStream.range(0, program.size())
        .boxed()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /// What is shown and what is folded, of some of the lines. Where none of them stands for a step,
  /// all are shown.
  List<Stretch> stretches(List<Integer> lines) {
    BitSet outside = new BitSet();
    BitSet everywhere = new BitSet();
    for (int line : lines) {
      if (program.get(line).steps()) {
        List<Integer> headers = headers(line);
        BitSet place = new BitSet();
        place.set(line);
        headers.forEach(place::set);
        everywhere.or(place);
        if (headers.stream().noneMatch(this::isFunction)) {
          outside.or(place);
        }
      }
    }
    if (everywhere.isEmpty()) {
      return lines.isEmpty() ? List.of() : List.of(new Stretch(lines, false));
    }
    List<Stretch> whole = stretches(lines, everywhere);
    return outside.isEmpty() || shown(whole) <= ROOM ? whole : stretches(lines, outside);
  }

  private static List<Stretch> stretches(List<Integer> lines, BitSet belonging) {
    List<Stretch> stretches = new ArrayList<>();
    List<Integer> shown = new ArrayList<>();
    List<Integer> idle = new ArrayList<>();
    for (int line : lines) {
      if (!belonging.get(line)) {
        idle.add(line);
      } else {
        end(idle, shown, stretches);
        shown.add(line);
      }
    }
    end(idle, shown, stretches);
    if (!shown.isEmpty()) {
      stretches.add(new Stretch(shown, false));
    }
    return stretches;
  }

  // Idle lines come to an end: a few join those that are shown, many are folded.
  private static void end(List<Integer> idle, List<Integer> shown, List<Stretch> stretches) {
    if (idle.size() < LEAST_FOLDED) {
      shown.addAll(idle);
    } else {
      if (!shown.isEmpty()) {
        stretches.add(new Stretch(shown, false));
        shown.clear();
      }
      stretches.add(new Stretch(idle, true));
    }
    idle.clear();
  }

  private static int shown(List<Stretch> stretches) {
    return stretches.stream().filter(s -> !s.folded).mapToInt(s -> s.lines.size()).sum();
  }

  // The lines that this one stands under: its loop, its function.
  private List<Integer> headers(int line) {
    List<Integer> headers = new ArrayList<>();
    int indent = indent(line);
    for (int i = line - 1; i >= 0 && indent > 0; i--) {
      if (!program.get(i).text().isBlank() && indent(i) < indent) {
        headers.add(i);
        indent = indent(i);
      }
    }
    return headers;
  }

  private boolean isFunction(int line) {
    return program.get(line).text().stripLeading().startsWith("def ");
  }

  /// How many letters stand before each of these lines, blank ones left out.
  int indent(List<Integer> lines) {
    return lines.stream()
        .filter(line -> !program.get(line).text().isBlank())
        .mapToInt(this::indent)
        .min()
        .orElse(0);
  }

  private int indent(int line) {
    String text = program.get(line).text();
    return text.length() - text.stripLeading().length();
  }
}
