package backstep.ui.kit;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Puts things on the clipboard, and says that they are there.
public final class Clip {
  private Clip() {}

  /// Puts a text there.
  ///
  /// @param from where in a window it was copied
  public static void put(Node from, String text, Messages messages) {
    put(from, DataFormat.PLAIN_TEXT, text, messages);
  }

  /// Puts a picture there.
  ///
  /// @param from where in a window it was copied
  public static void put(Node from, Image picture, Messages messages) {
    put(from, DataFormat.IMAGE, picture, messages);
  }

  private static void put(Node from, DataFormat format, Object content, Messages messages) {
    Clipboard.getSystemClipboard().setContent(Map.of(format, content));
    Announcer.say(from, messages.now("clip.copied"));
  }
}
