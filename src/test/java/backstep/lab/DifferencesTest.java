package backstep.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.lab.Differences.Bend;
import backstep.lab.Differences.Cause;
import backstep.lab.Differences.Kind;
import backstep.lab.Differences.Quotients;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Measured slopes")
class DifferencesTest {
  private static final Differences EXP = new Differences(Math::exp, 1, Math.E);
  private static final Differences SIN = new Differences(Math::sin, 3, Math.cos(3));

  // NumPy: (f(x+h) - f(x)) / h and (f(x+h) - f(x-h)) / (2*h) for np.exp at 1 and np.sin at 3.
  @ParameterizedTest
  @DisplayName("are those of NumPy, down to the digits that rounding leaves")
  @CsvSource({
    "exp, 1e-1,  2.858841954873883,   2.7228145639474177",
    "exp, 1e-3,  2.7196414225332255,  2.718282281505724",
    "exp, 1e-5,  2.7182954199567173,  2.718281828517632",
    "exp, 1e-8,  2.7182818218562943,  2.7182818218562943",
    "exp, 1e-11, 2.7183144624132183,  2.7182922579527258",
    "exp, 1e-15, 3.108624468950438,   2.8865798640254066",
    "sin, 1e-1,  -0.9953934562657671, -0.9883433339034597",
    "sin, 1e-3,  -0.9900628915997245, -0.9899923316015885",
    "sin, 1e-5,  -0.9899932021883994, -0.9899924965903194",
    "sin, 1e-8,  -0.9899924907630364, -0.9899924907630364",
    "sin, 1e-11, -0.9899914221733753, -0.9899928099521561",
    "sin, 1e-15, -0.8604228440844962, -0.8743006318923107"
  })
  void numpy(String function, double h, double forward, double central) {
    Quotients at = (function.equals("exp") ? EXP : SIN).at(h);
    // Java's exp and sin may be off by an ulp of the value, which h magnifies.
    double ulp = 2 * Math.ulp(Math.E) / h;
    assertThat(at.forward()).isCloseTo(forward, within(ulp));
    assertThat(at.central()).isCloseTo(central, within(ulp));
  }

  @Test
  @DisplayName("print what the notebook printed for x² at 3")
  void notebook() {
    Differences square = new Differences(x -> x * x, 3, 6);
    assertThat(square.at(1e-5).central()).isEqualTo(6.000000000039306);
  }

  @ParameterizedTest
  @DisplayName("are off by h·f″/2 and h²·f‴/6 where truncation rules")
  @CsvSource({"1e-2", "1e-3", "1e-4"})
  void truncation(double h) {
    // All derivatives of exp at 1 are e.
    assertThat(EXP.at(h).forwardError() / (h * Math.E / 2)).isCloseTo(1, within(0.01));
    assertThat(EXP.at(h).centralError() / (h * h * Math.E / 6)).isCloseTo(1, within(0.01));
    // Half the step: half the one error, a quarter of the other.
    assertThat(EXP.at(h).forwardError() / EXP.at(h / 2).forwardError()).isCloseTo(2, within(0.02));
    assertThat(EXP.at(h).centralError() / EXP.at(h / 2).centralError()).isCloseTo(4, within(0.05));
  }

  @Test
  @DisplayName("are best near √ε and ∛ε, about as good as theory says")
  void best() {
    List<Quotients> all = EXP.sweep(-16, 0, 8);
    assertThat(all).hasSize(129);
    Quotients forward =
        all.stream().min(Comparator.comparingDouble(Quotients::forwardError)).orElseThrow();
    Quotients central =
        all.stream().min(Comparator.comparingDouble(Quotients::centralError)).orElseThrow();
    assertThat(EXP.bestForward()).isCloseTo(1.5e-8, within(1e-9));
    assertThat(EXP.bestCentral()).isCloseTo(6.1e-6, within(1e-7));
    // Rounding is noise, so the best step lies within two powers of ten.
    assertThat(Math.log10(forward.step() / EXP.bestForward())).isBetween(-2.0, 2.0);
    assertThat(Math.log10(central.step() / EXP.bestCentral())).isBetween(-2.0, 2.0);
    assertThat(central.centralError()).isLessThan(1e-9).isLessThan(forward.forwardError());
    // To the left of both the errors grow like ε/h.
    assertThat(EXP.at(1e-13).forwardError()).isBetween(1e-6, 1e-1);
  }

  @Test
  @DisplayName("know a line and a parabola, whose central slope has no truncation")
  void bends() {
    assertThat(new Differences(x -> 3 * x - 1, 0.7, 3).bend()).isEqualTo(Bend.LINE);
    Differences parabola = new Differences(x -> x * x, 3, 6);
    assertThat(parabola.bend()).isEqualTo(Bend.PARABOLA);
    assertThat(parabola.cause(1e-6)).isEqualTo(Cause.TRUNCATION);
    assertThat(parabola.at(1).centralError()).isZero();
    assertThat(parabola.at(1).forwardError()).isEqualTo(1);
    assertThat(SIN.bend()).isEqualTo(Bend.CURVE);
    assertThat(new Differences(x -> x * x * x, 1, 3).bend()).isEqualTo(Bend.CURVE);
    assertThat(new Differences(Math::sqrt, 0.1, 1).bend()).isEqualTo(Bend.CURVE);
  }

  @Test
  @DisplayName("have a cause of their error for each step")
  void causes() {
    assertThat(SIN.cause(1e-16)).isEqualTo(Cause.ABSORBED);
    assertThat(SIN.at(1e-16).forward()).isZero();
    assertThat(SIN.cause(1e-12)).isEqualTo(Cause.ROUNDING);
    assertThat(SIN.cause(1e-6)).isEqualTo(Cause.BALANCE);
    assertThat(SIN.cause(1e-2)).isEqualTo(Cause.TRUNCATION);
    // A large x has a coarser grid of numbers.
    assertThat(new Differences(Math::sin, 1e6, 1).cause(1e-6)).isEqualTo(Cause.ROUNDING);
  }

  @Test
  @DisplayName("know a kink, a place without a value, and one without a finite slope")
  void kinds() {
    assertThat(EXP.kind()).isEqualTo(Kind.SMOOTH);
    Differences absolute = new Differences(Math::abs, 0, 0);
    assertThat(absolute.kind()).isEqualTo(Kind.KINK);
    assertThat(absolute.fromLeft()).isEqualTo(-1);
    assertThat(absolute.fromRight()).isEqualTo(1);
    assertThat(new Differences(Math::abs, 0.5, 1).kind()).isEqualTo(Kind.SMOOTH);
    assertThat(new Differences(x -> Math.max(0, x), 0, 0.5).kind()).isEqualTo(Kind.KINK);
    assertThat(new Differences(x -> x * x, 0, 0).kind()).isEqualTo(Kind.SMOOTH);
    assertThat(new Differences(x -> 1e6 * x * x, 3, 6e6).kind()).isEqualTo(Kind.SMOOTH);
    assertThat(new Differences(Math::log, -1, -1).kind()).isEqualTo(Kind.UNDEFINED);
    assertThat(new Differences(x -> 1 / x, 0, Double.NaN).kind()).isEqualTo(Kind.UNDEFINED);
    assertThat(new Differences(Math::sqrt, 0, Double.POSITIVE_INFINITY).kind())
        .isEqualTo(Kind.STEEP);
  }
}
