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
    OnScreen.now(() -> {
      part.setVisible(false);
      Announcer.live(part);
      Later.add(root.getChildren(), part, announcer);
      part.setText("not seen yet");
      return root;
    });

    assertThat(root.getChildren()).containsExactly(announcer);
    assertThat(OnScreen.now(() -> announcer.saidProperty().get())).isEmpty();

    show(part, true);
    assertThat(root.getChildren()).containsExactly(part, announcer);
    assertThat(OnScreen.now(() -> announcer.saidProperty().get())).isEqualTo("not seen yet");
  }

  @Test
  @DisplayName("stands where it belongs, whenever it comes, and stays when it goes")
  void order() {
    Label before = new Label();
    Label first = new Label();
    Label second = new Label();
    Label third = new Label();
    OnScreen.now(() -> {
      first.setVisible(false);
      second.setVisible(false);
      root.getChildren().setAll(before);
      Later.add(root.getChildren(), first, second, third);
      return root;
    });
    assertThat(root.getChildren()).containsExactly(before, third);

    show(second, true);
    assertThat(root.getChildren()).containsExactly(before, second, third);

    show(second, false);
    show(first, true);
    show(second, true);
    assertThat(root.getChildren()).containsExactly(before, first, second, third);
  }

  private static void show(Label part, boolean shown) {
    OnScreen.now(() -> {
      part.setVisible(shown);
      return part;
    });
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
