/// The learner's own program: files, examples, what is the loss, and the seed.
///
/// Runs on the JavaFX thread.
@NullMarked
package backstep.ui.sandbox;

import org.jspecify.annotations.NullMarked;
