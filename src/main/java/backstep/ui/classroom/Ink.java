package backstep.ui.classroom;

import java.util.Locale;

/// A colour of the pen, as the theme has it: one of those that text can be written in.
public enum Ink {
  CORAL,
  VIOLET,
  GREEN;

  /// The next one; after the last the first.
  Ink next() {
    return switch (this) {
      case CORAL -> VIOLET;
      case VIOLET -> GREEN;
      case GREEN -> CORAL;
    };
  }

  /// The class of its rule in the style sheet.
  String style() {
    return "ink-" + name().toLowerCase(Locale.ROOT);
  }
}
