package backstep.ui.kit;

import java.util.concurrent.Callable;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Starts JavaFX for a test class, and runs pieces of its tests on JavaFX's thread.
public final class OnScreen implements BeforeAllCallback {
  private static final long MAX_MILLIS = 60_000;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    now(() -> {
      Theme.loadFonts();
      return true;
    });
  }

  /// What this gives on JavaFX's thread.
  public static <T> T now(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(MAX_MILLIS, work);
  }
}
