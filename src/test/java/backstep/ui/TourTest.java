package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.Theme;
import backstep.ui.kit.TypeSize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.image.Image;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
@DisplayName("The tour")
class TourTest {
  @Test
  @DisplayName("writes a line and pictures for each lesson, and a page that shows them all")
  void writes(@TempDir Path folder) throws IOException {
    Platform.setImplicitExit(false);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Tour.write(
        folder,
        new Tour.Look(Locale.ENGLISH, Theme.LIGHT, 1200, 800, TypeSize.USUAL),
        Optional.empty(),
        new PrintStream(bytes, true, StandardCharsets.UTF_8));
    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(8);
    assertThat(lines.get(0)).contains("loss 9.0", "gradient of x 6.0");
    assertThat(lines.get(3)).contains("loss 0.010657999999999987", "W2 [[-0.07592] [-0.07154]]");
    String page = Files.readString(folder.resolve("index.html"));
    List<Path> pictures;
    try (Stream<Path> files = Files.list(folder)) {
      pictures = files.filter(file -> file.toString().endsWith(".png")).toList();
    }
    assertThat(pictures).hasSize(6 * 4 + 3 + 3);
    for (Path picture : pictures) {
      assertThat(page).contains("\"" + picture.getFileName() + "\"");
      Image image = new Image(new ByteArrayInputStream(Files.readAllBytes(picture)));
      assertThat(image.getWidth()).isEqualTo(1200);
      assertThat(image.getHeight()).isEqualTo(800);
    }
    assertThat(Files.readAllBytes(folder.resolve("04-two-layers-start.png")))
        .isNotEqualTo(Files.readAllBytes(folder.resolve("04-two-layers-end.png")));
  }
}
