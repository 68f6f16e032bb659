/// What a teacher needs around a lesson: to present it on a large screen, to hide figures, to hand
/// out.
///
/// Runs on the JavaFX thread.
@NullMarked
package backstep.ui.classroom;

import org.jspecify.annotations.NullMarked;
