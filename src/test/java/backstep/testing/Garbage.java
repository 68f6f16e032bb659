package backstep.testing;

import java.lang.ref.WeakReference;

/// Memory that is given back.
public final class Garbage {
  private Garbage() {}

  /// Lets go of everything that nothing holds any more.
  public static void collect() {
    WeakReference<Object> unheld = new WeakReference<>(new Object());
    while (unheld.get() != null) {
      System.gc();
      Thread.onSpinWait();
    }
  }
}
