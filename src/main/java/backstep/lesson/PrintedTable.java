package backstep.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The lines that a program prints again and again with other figures in them, as a table, and the
/// lines between them.
///
/// @param columns what the figures of a line are called, from left to right
/// @param rows the figures, digit for digit as they were printed, a list for each line
/// @param others all other lines
public record PrintedTable(List<String> columns, List<List<String>> rows, List<String> others) {
  // Of a program that prints for ever, the newest lines are enough.
  private static final int MAX_LINES = 2000;
  // A row of one figure is a line as any other.
  private static final int FEWEST_COLUMNS = 2;

  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<![\\w.])[-+]?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?|inf|nan)(?![\\w])");
  private static final Pattern WORD = Pattern.compile("(?U)\\p{L}[\\w ]*");

  public PrintedTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    others = List.copyOf(others);
  }

  /// Finds the table in what was printed: the lines that are like the first one with as many
  /// figures as there are names, but for the figures. Without names, the first line that names each
  /// of its figures by a word before it is the pattern, as `epoch 5, loss: 0.25` is.
  ///
  /// @param names what the columns are called; none where the words in the lines are to name them
  public static Optional<PrintedTable> of(String printed, List<String> names) {
    List<List<String>> rows = new ArrayList<>();
    List<String> others = new ArrayList<>();
    Optional<Line> pattern = Optional.empty();
    for (String text : lines(printed)) {
      Line line = Line.of(text);
      if (pattern.isEmpty() && line.isRow(names)) {
        pattern = Optional.of(line);
      }
      if (pattern.filter(line::isLike).isPresent()) {
        rows.add(line.figures());
      } else {
        others.add(text);
      }
    }
    return pattern.map(
        line -> new PrintedTable(names.isEmpty() ? line.names() : names, rows, others));
  }

  /// The table as comma-separated values (RFC 4180): all of it, or some of its rows.
  public String csv(List<List<String>> some) {
    StringBuilder text = new StringBuilder();
    text.append(columns.stream().map(PrintedTable::quoted).collect(Collectors.joining(",")));
    for (List<String> row : some) {
      text.append("\r\n").append(String.join(",", row));
    }
    return text.append("\r\n").toString();
  }

  private static String quoted(String field) {
    return field.matches("[^,\"\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  private static List<String> lines(String printed) {
    List<String> lines = printed.lines().toList();
    return lines.subList(Math.max(0, lines.size() - MAX_LINES), lines.size());
  }

  /// A line taken apart.
  ///
  /// @param between what stands before, between and behind the figures
  private record Line(List<String> figures, List<String> between) {
    static Line of(String text) {
      List<String> figures = new ArrayList<>();
      List<String> between = new ArrayList<>();
      Matcher figure = FIGURE.matcher(text);
      int end = 0;
      while (figure.find()) {
        between.add(text.substring(end, figure.start()));
        figures.add(figure.group());
        end = figure.end();
      }
      between.add(text.substring(end));
      return new Line(figures, between);
    }

    boolean isRow(List<String> names) {
      return figures.size() >= FEWEST_COLUMNS
          && (names.isEmpty()
              ? names().stream().noneMatch(String::isEmpty)
              : figures.size() == names.size());
    }

    boolean isLike(Line other) {
      return between.equals(other.between);
    }

    // For each figure the word before it.
    List<String> names() {
      return between.subList(0, figures.size()).stream()
          .map(words -> {
            Matcher word = WORD.matcher(words);
            return word.find() ? word.group().strip() : "";
          })
          .toList();
    }
  }
}
