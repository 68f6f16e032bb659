package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.testing.CPython;
import backstep.testing.Corpus;
import backstep.testing.Terminal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// CPython with NumPy as the judge: it runs what Backstep writes, and prints what Backstep expects.
class UnderCpythonTest {
  // Runs each program with its backward pass; prints what parts from the engine's gradients.
  private static final String JUDGE =
      """
      import contextlib, io, json, warnings
      import numpy as np

      warnings.simplefilter("ignore")
      cases = json.loads(CASES)
      compared = 0
      for case in cases:
          names = {"__name__": "program"}
          try:
              with contextlib.redirect_stdout(io.StringIO()):
                  exec(compile(case["code"], case["name"], "exec"), names)
          except Exception as problem:
              print(case["name"], "stopped:", repr(problem))
              continue
          for name, gradient in case["gradients"].items():
              key = "d_" + "".join(c if c.isalnum() or c == "_" else "_" for c in name).rstrip("_")
              if key not in names:
                  print(case["name"], "has no", key)
                  continue
              ours = np.array(gradient, dtype=float)
              theirs = np.array(names[key], dtype=float)
              compared += 1
              if ours.shape != theirs.shape:
                  print(case["name"], key, "has shape", theirs.shape, "not", ours.shape)
              elif ours.size and not np.allclose(theirs, ours, rtol=1e-12, atol=1e-15 + 1e-12 * np.max(np.abs(ours))):
                  print(case["name"], key, "is", theirs, "not", ours)
      print("compared", compared)
      """;

  @Test
  void theBackwardPassGivesTheEnginesGradients() {
    ArrayNode cases = JsonMapper.shared().createArrayNode();
    for (Corpus.Good program : Corpus.good()) {
      ObjectNode report = report(program.text());
      if (!report.path("loss").isNull()) {
        ObjectNode one = cases.addObject();
        one.put("name", program.name());
        one.put("code", english(program.text(), "backward", "-").out());
        one.set("gradients", report.path("gradients"));
      }
    }

    String json = JsonMapper.shared().writeValueAsString(cases);
    // A JSON string is a Python string as well.
    String literal = JsonMapper.shared().writeValueAsString(json);

    assertThat(CPython.run(JUDGE.replace("CASES", literal))).matches("compared [4-9]\\d\\d\\n");
  }

  private static ObjectNode report(String program) {
    return (ObjectNode) JsonMapper.shared().readTree(english(program, "run", "-", "--json").out());
  }

  private static Terminal.Result english(String program, String... arguments) {
    return Terminal.run(Locale.ENGLISH, Terminal.Screen.USABLE, program, arguments);
  }

  @Test
  void theCorpusExpectsWhatCpythonPrintsToday() {
    String script =
        """
        import subprocess, sys
        done = subprocess.run([sys.executable, %s, "--check"], capture_output=True, text=True)
        print(done.returncode, done.stdout[-2000:] + done.stderr[-2000:] if done.returncode else "")
        """
            .formatted(
                JsonMapper.shared()
                    .writeValueAsString(Corpus.script().toAbsolutePath().toString()));

    assertThat(CPython.run(script).strip()).isEqualTo("0");
  }
}
