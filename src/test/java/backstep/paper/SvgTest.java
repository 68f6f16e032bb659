package backstep.paper;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.paper.Mark.Area;
import backstep.paper.Mark.Text;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

@DisplayName("A drawing as SVG")
class SvgTest {
  private static final Ink INK = Ink.of(0x123456);

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  @DisplayName("is well-formed whatever is written in it")
  void isWellFormed() throws Exception {
    Text text = new Text("<a & b> \"순전파\"", 1, 2, false, 30, 12, true, INK);
    Document svg =
        parsed(Svg.of(new Sketch(100, 50, List.of(text)), Optional.empty(), "1 < 2 & 3"));
    assertThat(svg.getElementsByTagName("text").item(0).getTextContent())
        .isEqualTo("<a & b> \"순전파\"");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("1 < 2 & 3");
  }

  @Test
  @DisplayName("lies on a colour only where one is asked for")
  void hasABackground() throws Exception {
    Sketch empty = new Sketch(100, 50, List.of());
    assertThat(parsed(Svg.of(empty, Optional.empty(), "")).getElementsByTagName("rect").getLength())
        .isZero();
    assertThat(Svg.of(empty, Optional.of(INK), "")).contains("fill=\"#123456\"");
  }

  @Test
  @DisplayName("has dashes, and says how much can be seen through")
  void hasPens() {
    Pen pen = new Pen(new Ink(0xff0000, 0.5), 1.25, List.of(3.0, 2.0));
    Area area = new Area(0, 0, 10, 10, 2, Optional.empty(), Optional.of(pen));
    assertThat(Svg.of(new Sketch(10, 10, List.of(area)), Optional.empty(), ""))
        .contains(
            "stroke-dasharray=\"3 2\"", "stroke-opacity=\"0.5\"", "rx=\"2\"", "fill=\"none\"");
  }
}
