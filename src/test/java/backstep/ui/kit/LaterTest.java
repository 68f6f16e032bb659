package backstep.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@DisplayName("A part of the window that is wanted later")
class LaterTest {
  private final VBox root = new VBox();

  @Start
  void start(Stage stage) {
    stage.setScene(new Scene(root, 200, 200));
    stage.show();
  }

  @Test
  @DisplayName("is made once, when it is first asked for")
  void once() {
    AtomicInteger made = new AtomicInteger();
    Later<Region> part =
        new Later<>(() -> {
          made.incrementAndGet();
          return new Region();
        });

    assertThat(made).hasValue(0);
    assertThat(part.get()).isSameAs(part.get());
    assertThat(made).hasValue(1);
  }

  @Test
  @DisplayName("takes no room and is not made until it is wanted, and stays made when it goes")
  void place() {
    SimpleBooleanProperty wanted = new SimpleBooleanProperty();
    VBox place = Later.place(wanted, Region::new);

    assertThat(place.isManaged()).isFalse();
    assertThat(place.getChildren()).isEmpty();

    wanted.set(true);
    assertThat(place.isVisible()).isTrue();
    assertThat(place.getChildren()).hasSize(1);
    Region part = (Region) place.getChildren().getFirst();

    wanted.set(false);
    wanted.set(true);
    assertThat(place.getChildren()).containsExactly(part);
  }

  @Test
  @DisplayName("comes into the window when it first shows itself, and is heard as it does")
  void shown() {
    Announcer announcer = OnScreen.now(Announcer::new);
    Label part = OnScreen.now(() -> new Label(""));
    VBox place =
        OnScreen.now(() -> {
          part.setVisible(false);
          Announcer.live(part);
          root.getChildren().setAll(Later.place(part), announcer);
          part.setText("not seen yet");
          return (VBox) root.getChildren().getFirst();
        });

    assertThat(place.isVisible()).isFalse();
    assertThat(place.getChildren()).isEmpty();
    assertThat(OnScreen.now(() -> announcer.saidProperty().get())).isEmpty();

    OnScreen.now(() -> {
      part.setVisible(true);
      return part;
    });
    assertThat(place.isVisible()).isTrue();
    assertThat(place.getChildren()).containsExactly(part);
    assertThat(OnScreen.now(() -> announcer.saidProperty().get())).isEqualTo("not seen yet");
  }

  @Test
  @DisplayName("takes the keyboard as soon as it stands in the window")
  void focus() {
    TextField field = OnScreen.now(TextField::new);
    OnScreen.now(() -> {
      Later.focus(field);
      return root.getChildren().add(field);
    });

    assertThat(OnScreen.now(field::isFocused)).isTrue();
  }
}
