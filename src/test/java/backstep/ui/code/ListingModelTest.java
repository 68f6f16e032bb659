package backstep.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.trace.Step.Phase;
import backstep.ui.code.CodeModel.Kind;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The rows beside the graph")
class ListingModelTest {
  private static final List<String> TWO_LAYERS =
      List.of(
          "[FORWARD]",
          "⋯17",
          "18 z1 = W1.dot(X) + b1",
          "19 r1 = relu(z1)",
          "20 z2 = r1.dot(W2) + b2",
          "21 r2 = relu(z2)",
          "22 loss = .5 * (y - r2) ** 2",
          "⋯9",
          "[BACKWARD]",
          "1 d_r2 = r2 - y",
          "2 d_z2 = d_r2 * (z2 > 0)",
          "3 d_b2 = d_z2",
          "4 d_W2 = np.outer(r1, d_z2)",
          "5 d_r1 = W2.dot(d_z2)",
          "6 d_z1 = d_r1 * (z1 > 0)",
          "7 d_b1 = d_z1",
          "8 d_W1 = np.outer(d_z1, X)",
          "9 d_X = W1.T.dot(d_z1)",
          "[UPDATE]",
          "32 W2 -= learning_rate * grad_W2",
          "33 W1 -= learning_rate * grad_W1",
          "⋯4");

  @Nested
  @DisplayName("of the two-layer network")
  class TwoLayers {
    private final Listings listings = Listings.ofLesson("04-two-layers");

    @Test
    @DisplayName("are forward, backward and update, the rest folded")
    void start() {
      assertThat(listings.rows()).isEqualTo(TWO_LAYERS);
    }

    @Test
    @DisplayName("mark in the forward pass the line that computes")
    void forward() {
      assertThat(listings.at(1).rows())
          .filteredOn(ListingModelTest::isMarked)
          .containsExactly(">18 z1 = W1.dot(X) + b1");
    }

    @Test
    @DisplayName("mark a call, and more faintly the fold with the function's body")
    void call() {
      assertThat(listings.at(3).rows())
          .filteredOn(ListingModelTest::isMarked)
          .containsExactly("~⋯17", ">19 r1 = relu(z1)");
    }

    @Test
    @DisplayName("mark in the backward pass its own line, and where the op comes from more faintly")
    void backward() {
      assertThat(listings.after(Phase.BACKWARD).rows())
          .filteredOn(ListingModelTest::isMarked)
          .containsExactly(
              "~18 z1 = W1.dot(X) + b1", ">8 d_W1 = np.outer(d_z1, X)", ">9 d_X = W1.T.dot(d_z1)");
    }

    @Test
    @DisplayName("mark in the update the program's own statement")
    void update() {
      assertThat(listings.after(Phase.UPDATE).rows())
          .filteredOn(ListingModelTest::isMarked)
          .containsExactly(">33 W1 -= learning_rate * grad_W1");
    }

    @Test
    @DisplayName("stand for the steps of their section")
    void kinds() {
      assertThat(listings.model.getRows())
          .filteredOn(Row.Line.class::isInstance)
          .extracting(row -> ((Row.Line) row).kind())
          .containsOnly(Kind.FORWARD, Kind.BACKWARD, Kind.UPDATE);
    }

    @Test
    @DisplayName("show what was folded once it is opened, until it is folded again")
    void opens() {
      listings.model.turn(listings.fold(1));
      assertThat(listings.rows().subList(7, 11))
          .containsExactly("⌄9", "23 ", "24 # backward pass", "25 d2 = (r2 - y) * relu_d(z2)");
      assertThat(listings.after(Phase.UPDATE).rows()).hasSize(TWO_LAYERS.size() + 9);
      listings.model.turn(listings.fold(1));
      assertThat(listings.at(0).rows()).isEqualTo(TWO_LAYERS);
    }

    @Test
    @DisplayName("keep a fold open when a number is edited, and forget it with another program")
    void remembers() {
      String text = program();
      listings.load(text);
      listings.model.turn(listings.fold(0));
      listings.load(text.replace("[.1, .2]", "[-1.5e-3, .2]"));
      assertThat(listings.fold(0).open()).isTrue();
      listings.load(text.replace("learning_rate", "rate"));
      assertThat(listings.fold(0).open()).isFalse();
    }

    @Test
    @DisplayName("are all of the program, in its order, when the whole is asked for")
    void whole() {
      listings.model.wholeProperty().set(true);
      assertThat(listings.rows())
          .hasSize(37 + 9 + 2)
          .startsWith("[PROGRAM]", "1 import numpy as np");
      assertThat(listings.folds()).isEmpty();
    }

    @Test
    @DisplayName("say of a pointed node which fold it is in")
    void points() {
      Row.Line z1 = (Row.Line) listings.model.getRows().get(2);
      listings.code.point(z1.line().nodes());
      assertThat(listings.model.getRows())
          .filteredOn(Row::pointed)
          .contains(listings.model.getRows().get(2));
      listings.code.point(
          listings.code.getCode().sections().getFirst().lines().get(12).nodes()); // W1 = …
      assertThat(listings.model.getRows()).filteredOn(Row::pointed).contains(listings.fold(0));
    }

    @Test
    @DisplayName("give a section's code with what is folded")
    void text() {
      assertThat(listings.model.headingAt(3).orElseThrow().text())
          .startsWith("import numpy as np\n")
          .endsWith("learning_rate = .01\n")
          .hasLineCount(31);
      assertThat(listings.model.headingAt(99).orElseThrow().text())
          .startsWith("W2 -= learning_rate * grad_W2\n");
    }

    private static String program() {
      Listings whole = Listings.ofLesson("04-two-layers");
      whole.model.wholeProperty().set(true);
      return whole.model.headingAt(0).orElseThrow().text();
    }
  }

  @Test
  @DisplayName(
      "of a training loop keep its head in the forward pass, and set the update to the left")
  void loop() {
    Listings listings = Listings.ofLesson("06-guess");
    assertThat(listings.rows())
        .containsExactly(
            "[FORWARD]",
            "⋯10",
            "11 for i in range(epochs):",
            "12     loss = 0.5 * (target_number - guess) ** 2",
            "13     grad = guess - target_number",
            "[BACKWARD]",
            "1 d_guess = guess - target_number",
            "[UPDATE]",
            "14 guess -= learning_rate * grad",
            "⋯5");
    listings.model.turn(listings.fold(1));
    assertThat(listings.rows())
        .contains("14     guess -= learning_rate * grad", "19 print(f'final guess: {guess}')");
  }

  @Test
  @DisplayName("keep the body of a function in sight where there is room")
  void function() {
    assertThat(Listings.ofLesson("05-numerical").rows())
        .startsWith(
            "[FORWARD]",
            "1 import numpy as np",
            "2 ",
            "3 def f(x):",
            "4     return x ** 2",
            "⋯3",
            "8 y = f(x)",
            "⋯3");
  }

  @Test
  @DisplayName("never fold fewer than three lines")
  void fewLines() {
    assertThat(Listings.ofLesson("01-square").rows())
        .startsWith("[FORWARD]", "1 x = 3.0", "2 y = x ** 2", "⋯3");
    assertThat(new Listings("x = 3.0\ny = x ** 2\nprint(y)\nprint(x)\n").rows())
        .startsWith("[FORWARD]", "1 x = 3.0", "2 y = x ** 2", "3 print(y)", "4 print(x)");
  }

  @Test
  @DisplayName("keep an update that comes before the forward pass in a section of its own")
  void updateFirst() {
    Listings listings =
        new Listings(
            """
            w = 2.0
            loss = (w - 1) ** 2
            for i in range(3):
                w -= 0.2 * (w - 1)
                loss = (w - 1) ** 2
            """);
    listings.nextIteration();
    assertThat(listings.rows())
        .containsSubsequence(
            "[FORWARD]",
            "3 for i in range(3):",
            "5     loss = (w - 1) ** 2",
            "[BACKWARD]",
            "[UPDATE]",
            "4 w -= 0.2 * (w - 1)");
  }

  @Test
  @DisplayName("set a backward pass by hand apart where it is amiss, and fold it where it is right")
  void amiss() {
    String text =
        """
        w = 2.0
        loss = (w - 1) ** 2
        # by hand
        d_e = 2 * (1 - w)
        d_w = d_e
        w -= 0.2 * d_w
        """;
    assertThat(new Listings(text).rows())
        .startsWith("[FORWARD]", "1 w = 2.0", "2 loss = (w - 1) ** 2", "[OWN]", "3 # by hand")
        .containsSubsequence("5 d_w = d_e", "[BACKWARD]", "[UPDATE]", "6 w -= 0.2 * d_w");
    assertThat(new Listings(text.replace("(1 - w)", "(w - 1)")).rows())
        .startsWith("[FORWARD]", "1 w = 2.0", "2 loss = (w - 1) ** 2", "⋯3", "[BACKWARD]");
  }

  @Test
  @DisplayName("of a program that has no graph are all of its lines")
  void alone() {
    Listings listings = Listings.ofLesson("01-square");
    listings.code.show("x = 1\n# only\n# that\n\ny = 2\n");
    assertThat(listings.rows())
        .containsExactly("[PROGRAM]", "1 x = 1", "2 # only", "3 # that", "4 ", "5 y = 2");
  }

  private static boolean isMarked(String row) {
    return row.startsWith(">") || row.startsWith("~");
  }
}
