package backstep.testing;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Names each test that was skipped, and why; a run with all of them stays silent.
public final class SkippedTests implements TestExecutionListener {
  private final List<String> skipped = new ArrayList<>();

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    note(test, reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
      note(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
    }
  }

  private void note(TestIdentifier test, String reason) {
    skipped.add("Skipped: " + test.getLegacyReportingName() + ": " + reason);
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    skipped.forEach(System.out::println);
  }
}
