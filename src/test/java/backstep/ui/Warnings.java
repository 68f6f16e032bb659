package backstep.ui;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Hears the warnings that are logged, of whatever library.
final class Warnings extends Handler {
  private final Consumer<Throwable> action;

  /// @param action takes what a warning says and where it was given, and what it tells of
  Warnings(Consumer<Throwable> action) {
    this.action = action;
  }

  void listen() {
    Logger.getLogger("").addHandler(this);
  }

  void listenNoMore() {
    Logger.getLogger("").removeHandler(this);
  }

  @Override
  public void publish(LogRecord entry) {
    if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
      action.accept(new Throwable(entry.getLoggerName() + ": " + entry.getMessage()));
      if (entry.getThrown() != null) {
        action.accept(entry.getThrown());
      }
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
