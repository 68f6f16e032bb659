package backstep.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The files of a lesson, which is called as its folder is.
record LessonFolder(String id, Contents contents) {

  /// Where the text of a file is found by its name.
  interface Contents {
    /// @throws NoSuchFileException if there is none
    /// @throws IOException if it is no text
    String text(String file) throws IOException;
  }

  static LessonFolder at(Path folder) {
    // Inside a jar, a folder's name may end with a slash.
    String id = String.valueOf(folder.getFileName()).replace("/", "");
    return new LessonFolder(id, file -> Files.readString(folder.resolve(file)));
  }

  /// @throws LessonException if the file is missing, or no text
  String text(String file) {
    try {
      return contents.text(file);
    } catch (NoSuchFileException e) {
      throw new LessonException(id, file, "this file is missing; copy it from another lesson.");
    } catch (IOException e) {
      throw new LessonException(id, file, "this file cannot be read as UTF-8: " + e.getMessage());
    }
  }
}
