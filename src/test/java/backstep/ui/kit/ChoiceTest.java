package backstep.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.testing.Garbage;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnScreen.class)
@DisplayName("A choice of a few things")
class ChoiceTest {
  private static final int PATIENCE = 50;

  private final ObjectProperty<String> chosen = new SimpleObjectProperty<>("a");

  private Choice<String> choice() {
    return new Choice<String>(new SimpleObjectProperty<>("what"), chosen::set)
        .with("a", new SimpleObjectProperty<>("A"))
        .with("b", new SimpleObjectProperty<>("B"))
        .showing(chosen);
  }

  @Test
  @DisplayName("shows what holds, in a window and when it comes back to one")
  void shows() {
    OnScreen.now(() -> {
      Choice<String> choice = choice();
      assertThat(choice.segment("a").isSelected()).isTrue();
      Group place = new Group(choice.node());
      new Scene(place);
      chosen.set("b");
      assertThat(choice.segment("b").isSelected()).isTrue();
      place.getChildren().clear();
      Garbage.collect();
      place.getChildren().add(choice.node());
      chosen.set("a");
      assertThat(choice.segment("a").isSelected()).isTrue();
      assertThat(choice.segment("b").isSelected()).isFalse();
      return true;
    });
  }

  @Test
  @DisplayName("chooses nothing by showing what holds")
  void silent() {
    OnScreen.now(() -> {
      List<String> told = new ArrayList<>();
      Choice<String> choice =
          new Choice<String>(new SimpleObjectProperty<>("what"), told::add)
              .with("a", new SimpleObjectProperty<>("A"))
              .with("b", new SimpleObjectProperty<>("B"))
              .showing(chosen);
      new Scene(new Group(choice.node()));
      chosen.set("b");
      assertThat(told).isEmpty();
      choice.segment("a").setSelected(true);
      assertThat(told).containsExactly("a");
      return true;
    });
  }

  @Test
  @DisplayName("is not kept by what it shows once it is taken away")
  void gone() throws InterruptedException {
    WeakReference<Node> taken =
        OnScreen.now(() -> {
          Node node = choice().node();
          Group place = new Group(node);
          new Scene(place);
          chosen.set("b");
          place.getChildren().clear();
          return new WeakReference<>(node);
        });
    for (int i = 0; i < PATIENCE && taken.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(taken.get()).isNull();
    assertThat(chosen.get()).isEqualTo("b");
  }
}
