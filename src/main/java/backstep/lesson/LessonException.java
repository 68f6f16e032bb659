package backstep.lesson;

import java.util.OptionalInt;

/// A lesson's folder cannot be read: says which lesson, which file, which line, and how to mend it.
public final class LessonException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  LessonException(String message) {
    super(message);
  }

  LessonException(String lesson, String file, OptionalInt line, String remedy) {
    this(where(lesson, file, line) + ": " + remedy);
  }

  LessonException(String lesson, String file, String remedy) {
    this(lesson, file, OptionalInt.empty(), remedy);
  }

  private static String where(String lesson, String file, OptionalInt line) {
    String place = "lesson " + lesson + ", " + file;
    return line.isPresent() ? place + ", line " + line.getAsInt() : place;
  }
}
