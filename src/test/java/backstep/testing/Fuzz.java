package backstep.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Random inputs, by number, so that each can be made again.
///
/// A build tries a few thousand; `-Dbackstep.fuzz=1000000` tries a million, and tells how far it
/// is. `-Dbackstep.fuzz.from=N` begins with number N, for one that failed.
public final class Fuzz {
  private static final long FROM = Long.getLong("backstep.fuzz.from", 0);
  private static final int ASKED = Integer.getInteger("backstep.fuzz", 0);
  private static final int TOLD_EVERY = 50_000;
  private static final int MOST_KINDS = 20;
  private static final int MOST_SHOWN = 3_000;

  // What is run may nest as deep as a program's own thread allows.
  private static final long STACK_BYTES = 256L << 20;

  private Fuzz() {}

  /// What is done with one input.
  public interface Trial {
    /// @param input is told what is tried, before it is
    void run(RandomGenerator random, Consumer<String> input) throws Exception;
  }

  /// How many inputs there are, where a build tries so many.
  public static int inputs(int usual) {
    return ASKED > 0 ? ASKED : usual;
  }

  /// Tries so many inputs and fails with the first of each kind of failure, if there is any.
  ///
  /// @param usual how many a build tries
  public static void each(int usual, Trial trial) {
    Map<String, String> failures = new LinkedHashMap<>();
    onDeepStack(() -> {
      for (long number = FROM; number < FROM + inputs(usual); number++) {
        attempt(number, trial, failures);
        if ((number + 1) % TOLD_EVERY == 0) {
          tell((number + 1) + " inputs, " + failures.size() + " kinds of failure");
        }
      }
    });
    if (!failures.isEmpty()) {
      throw new AssertionError(String.join("\n\n", failures.values()));
    }
  }

  private static void attempt(long number, Trial trial, Map<String, String> failures) {
    AtomicReference<String> input = new AtomicReference<>("");
    try {
      trial.run(new SplittableRandom(number), input::set);
    } catch (Throwable e) {
      String failure = "input " + number + ": " + said(e) + "\n" + shown(input);
      if (failures.size() < MOST_KINDS && failures.putIfAbsent(kind(e), failure) == null) {
        tell(failure);
      }
    }
  }

  // Who waits for a million learns of it at once.
  private static void tell(String said) {
    if (ASKED > 0) {
      System.out.println(said);
    }
  }

  private static String kind(Throwable failure) {
    return failure.getClass() + places(failure).limit(2).toList().toString();
  }

  private static String said(Throwable failure) {
    List<String> lines = new ArrayList<>(List.of(String.valueOf(failure)));
    places(failure).limit(6).forEach(place -> lines.add("    at " + place));
    return String.join("\n", lines);
  }

  private static Stream<StackTraceElement> places(Throwable failure) {
    return Stream.of(failure.getStackTrace())
        .filter(place -> place.getClassName().startsWith("backstep"));
  }

  private static String shown(AtomicReference<String> input) {
    String text = input.get();
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
  }

  private static void onDeepStack(Runnable work) {
    Thread thread = new Thread(null, work, "fuzz", STACK_BYTES);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
