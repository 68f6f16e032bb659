package backstep.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sizes of letters")
class TypeSizesTest {
  @Test
  @DisplayName("go up and down by their steps, from 80 to 250 %")
  void steps() {
    TypeSize size = TypeSize.USUAL;
    assertThat(size.larger()).isEqualTo(new TypeSize(110));
    assertThat(size.smaller()).isEqualTo(new TypeSize(90));
    assertThat(new TypeSize(225).larger()).isEqualTo(new TypeSize(250));
    assertThat(new TypeSize(250).larger()).isEqualTo(new TypeSize(250));
    assertThat(new TypeSize(80).smaller()).isEqualTo(new TypeSize(80));
    assertThat(new TypeSize(250).isLargest()).isTrue();
    assertThat(new TypeSize(225).isLargest()).isFalse();
    assertThat(new TypeSize(80).isSmallest()).isTrue();
  }

  @Test
  @DisplayName("are found from any number")
  void near() {
    assertThat(TypeSize.near(130)).isEqualTo(new TypeSize(125));
    assertThat(TypeSize.near(-7)).isEqualTo(new TypeSize(80));
    assertThat(TypeSize.near(Integer.MAX_VALUE)).isEqualTo(new TypeSize(250));
    assertThat(TypeSize.near(Integer.MIN_VALUE)).isEqualTo(new TypeSize(80));
  }
}
