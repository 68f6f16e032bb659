package backstep.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Writes LaTeX as plain text, for screen readers and for headings: `∂loss/∂W2 = r1 ⊗ …`.
///
/// It knows the commands that this program's formulas use; of another it keeps the name.
public final class PlainMath {
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("partial", "∂"),
          Map.entry("cdot", " · "),
          Map.entry("odot", " ⊙ "),
          Map.entry("otimes", " ⊗ "),
          Map.entry("times", " × "),
          Map.entry("leftarrow", " ← "),
          Map.entry("to", " → "),
          Map.entry("le", " ≤ "),
          Map.entry("ge", " ≥ "),
          Map.entry("ne", " ≠ "),
          Map.entry("bmod", " mod "),
          Map.entry("sum", "Σ "),
          Map.entry("top", "ᵀ"),
          Map.entry("infty", "∞"),
          Map.entry("cdots", "…"),
          Map.entry("ldots", "…"),
          Map.entry("vdots", "…"),
          Map.entry("ddots", "…"),
          Map.entry("eta", "η"),
          Map.entry("left", ""),
          Map.entry("right", ""),
          Map.entry("allowbreak", ""),
          Map.entry(",", " "),
          Map.entry(";", " "),
          Map.entry("quad", " "),
          Map.entry("_", "_"),
          Map.entry("{", "{"),
          Map.entry("}", "}"),
          Map.entry("%", "%"),
          Map.entry("#", "#"),
          Map.entry("&", "&"),
          Map.entry("$", "$"));
  private static final Pattern SIMPLE =
      Pattern.compile("[\\p{L}\\d∂._∞√]*(\\([^()]*(\\([^()]*\\)[^()]*)*\\)|\\|[^|]*\\|)?[⁰-⁹²³ᵀ]*");
  private static final String RAISED_FROM = "0123456789-+n";
  private static final String RAISED_TO = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿ";

  private final String latex;
  private int at;

  private PlainMath(String latex) {
    this.latex = latex;
  }

  /// The formula in one line of plain text; what cannot be read is left as it is.
  public static String of(String latex) {
    try {
      return new PlainMath(latex).until("").replaceAll(" +", " ").strip();
    } catch (IndexOutOfBoundsException e) {
      return latex;
    }
  }

  // Up to the closing text, which is consumed; with none, to the end.
  private String until(String end) {
    StringBuilder text = new StringBuilder();
    while (at < latex.length()) {
      if (!end.isEmpty() && latex.startsWith(end, at)) {
        at += end.length();
        return text.toString();
      }
      piece(text);
    }
    return text.toString();
  }

  private void piece(StringBuilder text) {
    char c = latex.charAt(at++);
    switch (c) {
      case '\\' -> command(name(), text);
      case '{' -> text.append(until("}"));
      case '}', ' ' -> {}
      case '&' -> text.append(' ');
      case '^' -> text.append(raised(argument()));
      case '_' -> lower(text);
      case '=' -> text.append(text.toString().endsWith(" +") ? "= " : " = ");
      case '+', '<', '>' -> text.append(' ').append(c).append(' ');
      case '-' -> text.append(isUnary(text) ? "−" : " − ");
      case ',' -> text.append(", ");
      default -> text.append(c);
    }
  }

  private static boolean isUnary(StringBuilder text) {
    // After every sign and between two entries of a matrix there is a blank.
    return text.isEmpty() || " ([{".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private String name() {
    int from = at;
    while (at < latex.length() && Character.isLetter(latex.charAt(at)) && latex.charAt(at) < 128) {
      at++;
    }
    if (at == from) {
      at++;
    }
    String name = latex.substring(from, at);
    while (Character.isLetter(name.charAt(0)) && at < latex.length() && latex.charAt(at) == ' ') {
      at++;
    }
    return name;
  }

  // A group, a command with its arguments, or one character.
  private String argument() {
    while (latex.charAt(at) == ' ') {
      at++;
    }
    if (latex.charAt(at) == '{') {
      at++;
      return until("}").strip();
    }
    StringBuilder text = new StringBuilder();
    piece(text);
    return text.toString().strip();
  }

  private String verbatim() {
    at = latex.indexOf('{', at) + 1;
    int from = at;
    int depth = 1;
    while (depth > 0) {
      char c = latex.charAt(at++);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return latex.substring(from, at - 1);
  }

  private void command(String name, StringBuilder text) {
    switch (name) {
      case "frac" -> text.append(bracketed(argument())).append('/').append(bracketed(argument()));
      case "sqrt" -> text.append('√').append(bracketed(argument()));
      case "text" -> text.append(verbatim().replace("\\", ""));
      case "mathrm", "mathbf", "mathit", "operatorname" -> text.append(argument());
      case "mathrel" -> text.append(' ').append(argument());
      case "textcolor" -> {
        verbatim();
        text.append(argument());
      }
      case "begin" -> environment(verbatim(), text);
      case "\\" -> text.append("; ");
      default -> text.append(SIGNS.getOrDefault(name, name));
    }
  }

  private void environment(String name, StringBuilder text) {
    List<String> rows = new ArrayList<>();
    for (String row : until("\\end{" + name + "}").split("; ", -1)) {
      rows.add(row.strip().replaceAll(" +", " "));
    }
    if (name.equals("cases")) {
      text.append("{ ").append(String.join("; ", rows)).append(" }");
    } else if (rows.size() == 1) {
      text.append('[').append(rows.getFirst()).append(']');
    } else {
      text.append("[[").append(String.join("] [", rows)).append("]]");
    }
  }

  // A name, a number, something in brackets, or a call.
  private static boolean isSimple(String text) {
    return SIMPLE.matcher(text).matches();
  }

  private static String bracketed(String text) {
    return isSimple(text) ? text : "(" + text + ")";
  }

  private static String raised(String text) {
    if (text.equals("ᵀ")) {
      return text;
    }
    StringBuilder raised = new StringBuilder();
    for (char c : text.replace('−', '-').toCharArray()) {
      int index = RAISED_FROM.indexOf(c);
      if (index < 0) {
        return "^" + bracketed(text);
      }
      raised.append(RAISED_TO.charAt(index));
    }
    return raised.toString();
  }

  // Σ_(axis 0) keeps its blank at the end.
  private void lower(StringBuilder text) {
    boolean blank = text.toString().endsWith(" ");
    text.setLength(text.length() - (blank ? 1 : 0));
    String lowered = argument();
    text.append(lowered.startsWith("[") ? lowered : "_" + bracketed(lowered));
    text.append(blank ? " " : "");
  }
}
