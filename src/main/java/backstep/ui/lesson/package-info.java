/// The list of lessons, and what a lesson says.
///
/// Runs on the JavaFX thread.
@NullMarked
package backstep.ui.lesson;

import org.jspecify.annotations.NullMarked;
