/// What the learner chooses for the whole window, and where it is kept.
///
/// Runs on the JavaFX thread.
@NullMarked
package backstep.ui.settings;

import org.jspecify.annotations.NullMarked;
