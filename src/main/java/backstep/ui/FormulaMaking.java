package backstep.ui;

import backstep.ui.classroom.Making;
import backstep.ui.explain.FormulaText;
import java.nio.charset.StandardCharsets;

/// Writes down the formulas of steps, one step after another.
final class FormulaMaking implements Making {
  private final FormulaText formulas;
  private final int first;
  private final int last;
  private final StringBuilder text;

  /// @param first the first step, counted from 1
  /// @param last the last one
  FormulaMaking(FormulaText formulas, String title, int first, int last) {
    this.formulas = formulas;
    this.first = first;
    this.last = last;
    text = new StringBuilder(formulas.head(title));
  }

  @Override
  public int parts() {
    return last - first + 1;
  }

  @Override
  public Runnable part(int index) {
    return () -> text.append(formulas.step(first + index));
  }

  @Override
  public byte[] file() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
