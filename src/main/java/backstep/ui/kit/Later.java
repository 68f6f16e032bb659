package backstep.ui.kit;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A part of the window that is made when it is first wanted: what is never opened costs nothing at
/// the start.
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
    VBox place = place(wanted, new Later<Region>(maker::get));
    place.managedProperty().bind(place.visibleProperty());
    return place;
  }

  /// The place of a part that shows and hides itself: it stands in the window from when it is first
  /// seen. JavaFX would dress it before, seen or not.
  public static VBox place(Region part) {
    VBox place = place(part.visibleProperty(), new Later<>(() -> part));
    place.managedProperty().bind(part.managedProperty());
    return place;
  }

  private static VBox place(ObservableValue<Boolean> wanted, Later<? extends Region> part) {
    VBox place = new VBox();
    place.visibleProperty().bind(wanted);
    place
        .visibleProperty()
        .subscribe(seen -> {
          if (seen && place.getChildren().isEmpty()) {
            VBox.setVgrow(part.get(), Priority.ALWAYS);
            place.getChildren().setAll(part.get());
          }
        });
    return place;
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
