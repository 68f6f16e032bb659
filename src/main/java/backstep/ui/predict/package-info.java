/// Predict first: before a step is seen the learner says what will come out of it.
///
/// Runs on the JavaFX thread.
@NullMarked
package backstep.ui.predict;

import org.jspecify.annotations.NullMarked;
