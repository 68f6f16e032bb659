/// The loss from iteration to iteration.
///
/// Runs on the JavaFX thread.
@NullMarked
package backstep.ui.plot;

import org.jspecify.annotations.NullMarked;
