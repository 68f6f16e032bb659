package backstep.words;

import java.util.List;
import java.util.stream.Collectors;

/// Comma-separated values (RFC 4180), as spreadsheets read them.
public final class CsvText {
  /// Before the text of a file: by it spreadsheets tell that letters beyond ASCII are UTF-8.
  public static final String MARK = "\uFEFF";

  private CsvText() {}

  /// A line of the table, with its end.
  public static String row(List<String> fields) {
    return fields.stream().map(CsvText::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
