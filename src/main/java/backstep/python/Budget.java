package backstep.python;

import java.util.function.Supplier;

/// Keeps a program from running without end or filling the memory.
///
/// It counts work, not time, so that the same program stops at the same place on every machine.
final class Budget {
  /// The most entries an array or list may have.
  static final int MAX_ENTRIES = 1_000_000;

  /// The most characters a string may have, and the most a program may print.
  static final int MAX_TEXT = 4_000_000;

  /// How deep calls may nest. CPython stops at 1000; each of our levels needs more of the stack.
  static final int MAX_CALLS = 400;

  /// How long a chain of ops may be; a chain is kept whole for the way back.
  static final int MAX_CHAIN = 250_000;

  /// How much work a program may be.
  ///
  /// @param steps expressions and statements
  /// @param cells entries computed
  record Limit(long steps, long cells) {}

  /// A few seconds of work.
  static final Limit USUAL = new Limit(20_000_000, 500_000_000);

  // How much may be done before the memory is looked at again.
  private static final long CHECK_EVERY = 1 << 18;
  private static final double MAX_HEAP_PART = 0.6;

  private final Limit limit;
  private long steps;
  private long cells;
  private long unchecked;
  private boolean free;

  Budget(Limit limit) {
    this.limit = limit;
  }

  /// Has a look at what a program left: reading a view takes an op, which is not the program's.
  <T> T free(Supplier<T> look) {
    free = true;
    try {
      return look.get();
    } finally {
      free = false;
    }
  }

  /// One more expression or statement.
  void step(Span span) {
    if (++steps > limit.steps) {
      throw Problem.at(span, "run.limit.steps", limit.steps).raise();
    }
    checkMemory(1, span);
  }

  /// So many more entries, or characters, computed.
  void cells(long count, Span span) {
    if (free) {
      return;
    }
    if (count > MAX_ENTRIES) {
      throw Problem.at(span, "run.limit.entries", MAX_ENTRIES).raise();
    }
    cells += count;
    if (cells > limit.cells) {
      throw Problem.at(span, "run.limit.cells", limit.cells).raise();
    }
    checkMemory(count, span);
  }

  // The work of a program bounds what it allocates, not what it keeps; that only the collector
  // knows. It is asked before the memory is full, for then everything would slow to a crawl.
  private void checkMemory(long work, Span span) {
    unchecked += work;
    if (unchecked > CHECK_EVERY) {
      unchecked = 0;
      if (isHeapFull()) {
        System.gc();
        if (isHeapFull()) {
          throw Problem.at(span, "run.limit.memory").raise();
        }
      }
    }
  }

  private static boolean isHeapFull() {
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    return used > MAX_HEAP_PART * runtime.maxMemory();
  }

  /// A chain of so many ops.
  void chain(int length, Span span) {
    if (length > MAX_CHAIN && !free) {
      throw Problem.at(span, "run.limit.chain", MAX_CHAIN).raise();
    }
  }

  /// So many multiplications inside one op.
  void work(long count, Span span) {
    cells += count / 16;
    cells(0, span);
  }

  /// A string of that length.
  void text(long length, Span span) {
    if (length > MAX_TEXT) {
      throw Problem.at(span, "run.limit.text", MAX_TEXT).raise();
    }
    cells += length / 8;
  }
}
