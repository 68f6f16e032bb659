/// What a teacher needs around a lesson: to present it on a large screen.
///
/// Runs on the JavaFX thread.
@NullMarked
package backstep.ui.classroom;

import org.jspecify.annotations.NullMarked;
