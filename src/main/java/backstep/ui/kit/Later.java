package backstep.ui.kit;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A part of the window that is made when it is first wanted, or joins it when it is first seen:
/// what is never opened costs nothing at the start.
///
/// To be used on the JavaFX thread.
public final class Later<P> implements Supplier<P> {
  private final Supplier<P> maker;
  private @Nullable P made;

  /// @param maker is asked once
  public Later(Supplier<P> maker) {
    this.maker = maker;
  }

  /// The part.
  @Override
  public P get() {
    if (made == null) {
      made = maker.get();
    }
    return made;
  }

  /// The place of a part that comes and goes, empty until the part is first wanted.
  ///
  /// @param wanted whether it is to be seen
  public static VBox place(ObservableValue<Boolean> wanted, Supplier<? extends Region> maker) {
    VBox place = new VBox();
    place.visibleProperty().bind(wanted);
    place.managedProperty().bind(place.visibleProperty());
    place
        .visibleProperty()
        .subscribe(seen -> {
          if (seen && place.getChildren().isEmpty()) {
            Region part = maker.get();
            VBox.setVgrow(part, Priority.ALWAYS);
            place.getChildren().setAll(part);
          }
        });
    return place;
  }

  /// Adds parts to a parent, in this order. What shows and hides itself joins when it is first
  /// seen; JavaFX would dress it before, seen or not.
  ///
  /// @param children of the parent
  public static void add(List<Node> children, Node... parts) {
    List<Node> all = List.of(parts);
    for (Node part : all) {
      List<Node> behind = all.subList(all.indexOf(part) + 1, all.size());
      part.visibleProperty()
          .subscribe(seen -> {
            if (seen && part.getParent() == null) {
              children.add(before(behind, children), part);
            }
          });
    }
  }

  private static int before(List<Node> behind, List<Node> children) {
    return behind.stream()
        .mapToInt(children::indexOf)
        .filter(at -> at >= 0)
        .findFirst()
        .orElse(children.size());
  }

  /// A column of such parts.
  public static VBox column(Node... parts) {
    VBox column = new VBox();
    add(column.getChildren(), parts);
    return column;
  }

  /// Puts a part into its place, if it does not stand there yet. It is dressed and laid out at
  /// once, so that it can be measured.
  public static void put(Region part, Pane place) {
    if (part.getParent() == null) {
      place.getChildren().add(part);
      place.applyCss();
      place.layout();
    }
  }

  /// Gives a control the keyboard, as soon as it stands in a window.
  public static void focus(Node control) {
    if (control.getScene() != null) {
      control.requestFocus();
      return;
    }
    Subscription[] waiting = new Subscription[1];
    waiting[0] =
        control
            .sceneProperty()
            .subscribe((_, _) -> {
              waiting[0].unsubscribe();
              control.requestFocus();
            });
  }
}
