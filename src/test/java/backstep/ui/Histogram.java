package backstep.ui;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/// What lives on the heap, by its type as the JVM writes it: `[I` for an array of int.
record Histogram(Map<String, Long> bytesByType) {
  // "   1:         25993      130012304  [I (java.base@25)"
  private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+(\\S+).*");

  /// Collects garbage, and counts what is left.
  static Histogram take() {
    MBeanServer jvm = ManagementFactory.getPlatformMBeanServer();
    try {
      Object table =
          jvm.invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "gcClassHistogram",
              new Object[] {new String[0]},
              new String[] {String[].class.getName()});
      return of(table.toString().lines().toList());
    } catch (JMException e) {
      throw new IllegalStateException("this JVM does not tell what is on its heap", e);
    }
  }

  private static Histogram of(List<String> lines) {
    return new Histogram(
        lines.stream()
            .map(LINE::matcher)
            .filter(Matcher::matches)
            .collect(
                Collectors.toMap(
                    line -> line.group(2), line -> Long.valueOf(line.group(1)), Long::sum)));
  }

  /// How much all of these types take.
  long bytes(Predicate<String> types) {
    return bytesByType.entrySet().stream()
        .filter(entry -> types.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
