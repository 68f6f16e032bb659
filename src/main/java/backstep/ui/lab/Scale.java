package backstep.ui.lab;

import backstep.lesson.Control;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A slider's scale: which value each place of its thumb stands for. Values have few digits.
///
/// @param control the range, and whether it is logarithmic
record Scale(Control control) {
  private static final int STEPS = 200;
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

  /// The value at a part of the way, from 0 to 1.
  double value(double part) {
    double from = control.from();
    double to = control.to();
    if (part <= 0 || part >= 1) {
      return part <= 0 ? from : to;
    }
    double exact = control.log() ? from * Math.pow(to / from, part) : from + part * (to - from);
    double few =
        control.log()
            ? new BigDecimal(exact).round(TWO_DIGITS).doubleValue()
            : new BigDecimal(exact).setScale(places(), RoundingMode.HALF_EVEN).doubleValue();
    return control.whole() ? Math.rint(few) : few;
  }

  // As many as tell one place of the thumb from the next.
  private int places() {
    return (int) Math.ceil(-Math.log10((control.to() - control.from()) / STEPS));
  }

  /// Which part of the way a value is at; at an end if it is beyond it.
  double part(double value) {
    double from = control.from();
    double within = Math.clamp(value, from, control.to());
    return control.log()
        ? Math.log(within / from) / Math.log(control.to() / from)
        : (within - from) / (control.to() - from);
  }
}
