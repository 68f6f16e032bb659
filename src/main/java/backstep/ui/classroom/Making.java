package backstep.ui.classroom;

import java.util.function.Supplier;

/// A file that is made part by part, so that one can see how far it is, and stop it.
public interface Making {
  /// How many parts there are.
  int parts();

  /// Takes of the screen what a part needs of it. On the screen's thread.
  ///
  /// @return the work that is left, for any thread
  Runnable part(int index);

  /// The whole, once all parts are made. On any thread.
  byte[] file();

  /// What is made at once, on any thread.
  static Making atOnce(Supplier<byte[]> file) {
    return new Making() {
      @Override
      public int parts() {
        return 0;
      }

      @Override
      public Runnable part(int index) {
        throw new IndexOutOfBoundsException(index);
      }

      @Override
      public byte[] file() {
        return file.get();
      }
    };
  }
}
