package backstep.paper;

/// What a worksheet asks for.
public enum Blanks {
  /// The value of each op. Gradients are no part of such a sheet.
  VALUES,
  /// The gradient of each node; all values are given.
  GRADIENTS,
  /// Both.
  BOTH,
  /// Of both every second one; the others are given.
  EVERY_SECOND;

  /// Whether the sheet is about gradients too.
  public boolean hasGradients() {
    return this != VALUES;
  }

  /// The key of its name among the words.
  public String words() {
    return "worksheet.blanks."
        + switch (this) {
          case VALUES -> "values";
          case GRADIENTS -> "gradients";
          case BOTH -> "both";
          case EVERY_SECOND -> "second";
        };
  }
}
