package backstep.python;

import backstep.python.Ast.Field;
import backstep.python.Ast.Part;
import backstep.python.Ast.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the parts of an f-string; texts that meet become one.
final class Parts {
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable Span textSpan;

  void text(String piece, Span span) {
    textSpan = textSpan == null ? span : textSpan.to(span);
    text.append(piece);
  }

  void field(Field field) {
    endText();
    parts.add(field);
  }

  List<Part> list() {
    endText();
    return List.copyOf(parts);
  }

  /// The text so far, where there is no field.
  String onlyText() {
    return text.toString();
  }

  private void endText() {
    if (textSpan != null && !text.isEmpty()) {
      parts.add(new Text(text.toString(), textSpan));
    }
    text.setLength(0);
    textSpan = null;
  }
}
