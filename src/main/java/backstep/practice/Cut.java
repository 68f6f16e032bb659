package backstep.practice;

import backstep.python.Ast;
import backstep.python.Parser;
import backstep.python.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where a program's forward pass ends and its backward pass begins.
///
/// @param forward the program up to the statement that gives the loss
/// @param indent what a line after it begins with
/// @param breaks what ends, after one round, the loops that the cut lies in
/// @param own the program's own backward pass: what follows in the same block, set out to the left
record Cut(String forward, String indent, List<String> breaks, String own) {
  // A block that holds the loss, and the statement there that does.
  private record Level(List<Ast.Stmt> block, Ast.Stmt statement, boolean inLoop) {}

  /// Cuts after the loss, in the innermost block that holds the loss and the update.
  ///
  /// @param loss what computes the loss
  /// @param update the first statement of what is written after it, if there is one
  static Optional<Cut> of(String text, Span loss, Optional<Span> update) {
    List<Level> levels = new ArrayList<>();
    descend(Parser.parse(text).body(), loss, update, false, levels);
    if (levels.isEmpty()) {
      return Optional.empty();
    }
    Level last = levels.getLast();
    String forward = upTo(text, last.statement);
    String indent = indent(text, last.statement);
    String rest = upTo(text, last.block.getLast()).substring(forward.length());
    List<String> breaks =
        levels.reversed().stream()
            .filter(Level::inLoop)
            .map(level -> indent(text, level.statement) + "break\n")
            .toList();
    String own =
        rest.lines()
            .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line.strip())
            .collect(Collectors.joining("\n"));
    return Optional.of(new Cut(forward, indent, breaks, own));
  }

  // Whole lines.
  private static String upTo(String text, Ast.Stmt statement) {
    int end = text.indexOf('\n', statement.span().end());
    return end < 0 ? text + "\n" : text.substring(0, end + 1);
  }

  private static void descend(
      List<Ast.Stmt> block, Span loss, Optional<Span> update, boolean inLoop, List<Level> levels) {
    for (Ast.Stmt statement : block) {
      if (!statement.span().holds(loss)) {
        continue;
      }
      levels.add(new Level(block, statement, inLoop));
      // Without an update the program's own level is the one to go on at.
      if (update.filter(statement.span()::holds).isEmpty()) {
        return;
      }
      switch (statement) {
        case Ast.For s -> descend(s.body(), loss, update, true, levels);
        case Ast.While s -> descend(s.body(), loss, update, true, levels);
        case Ast.If s -> {
          descend(s.then(), loss, update, false, levels);
          descend(s.otherwise(), loss, update, false, levels);
        }
        default -> levels.clear(); // the update stands inside of a function
      }
      return;
    }
    levels.clear();
  }

  private static String indent(String text, Ast.Stmt statement) {
    int start = statement.span().start();
    return text.substring(text.lastIndexOf('\n', start - 1) + 1, start).replaceAll("\\S.*", "");
  }

  /// The program with a backward pass in the place of its own.
  String with(String backward) {
    StringBuilder all = new StringBuilder(forward);
    backward
        .lines()
        .forEach(line -> all.append(line.isBlank() ? "" : indent).append(line).append('\n'));
    breaks.forEach(all::append);
    return all.toString();
  }

  /// The program up to the loss without the functions that nothing there uses.
  String given() {
    String text = forward;
    for (Optional<Ast.Def> idle = idle(text); idle.isPresent(); idle = idle(text)) {
      Span span = idle.get().span();
      int from = text.lastIndexOf('\n', span.start()) + 1;
      text = text.substring(0, from) + text.substring(span.end()).stripLeading();
    }
    return text;
  }

  private static Optional<Ast.Def> idle(String text) {
    return Parser.parse(text).body().stream()
        .filter(Ast.Def.class::isInstance)
        .map(Ast.Def.class::cast)
        .filter(def -> {
          String rest = text.substring(0, def.span().start()) + text.substring(def.span().end());
          return !Pattern.compile("\\b" + Pattern.quote(def.name()) + "\\b").matcher(rest).find();
        })
        .findFirst();
  }

  /// How many lines stand before the backward pass.
  int lines() {
    return (int) forward.chars().filter(c -> c == '\n').count();
  }
}
