package backstep.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes files that are dropped on a part of the window.
final class FileDrop {
  private FileDrop() {}

  /// @param taken called with the files and folders that are dropped
  static void on(Node node, Consumer<List<Path>> taken) {
    // Heard before the fields for text, which would take the file's name.
    node.addEventFilter(
        DragEvent.DRAG_OVER,
        event -> {
          if (!files(event).isEmpty()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    node.addEventFilter(
        DragEvent.DRAG_DROPPED,
        event -> {
          List<File> files = files(event);
          if (!files.isEmpty()) {
            taken.accept(files.stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }

  private static List<File> files(DragEvent event) {
    return event.getDragboard().hasFiles() ? event.getDragboard().getFiles() : List.of();
  }
}
