package backstep.ui.code;

import backstep.ui.code.CodeModel.Kind;
import java.util.List;
import java.util.Locale;

/// A row of the listings.
sealed interface Row {
  /// Whether the current step is on a row.
  enum Mark {
    NONE,
    FORWARD,
    BACKWARD,
    UPDATE,
    /// The step is elsewhere; this row is what it comes from.
    ECHO;

    /// Whether the row is the current step's own.
    boolean isStep() {
      return this != NONE && this != ECHO;
    }
  }

  /// The heading of a section.
  ///
  /// @param text the section's code, with what is folded
  record Heading(Kind kind, String text) implements Row {
    /// The key of its words.
    String words() {
      return "code." + kind.name().toLowerCase(Locale.ROOT);
    }
  }

  /// A line of code.
  ///
  /// @param kind what steps it stands for
  /// @param number from 1
  /// @param pieces the text as it is shown, coloured, without the indentation of the whole section
  record Line(
      Kind kind,
      int number,
      CodeLine line,
      List<Highlighter.Piece> pieces,
      Mark mark,
      boolean pointed)
      implements Row {
    public Line {
      pieces = List.copyOf(pieces);
    }
  }

  /// Lines that are folded away, or were until this row was opened.
  ///
  /// @param kind the section it is in
  /// @param first the first line's number, from 1
  /// @param count how many lines there are; at least 1
  record Fold(Kind kind, int first, int count, boolean open, Mark mark, boolean pointed)
      implements Row {}

  /// Whether the current step is on the row.
  default Mark mark() {
    return Mark.NONE;
  }

  /// Whether the row belongs to what is pointed at elsewhere.
  default boolean pointed() {
    return false;
  }
}
