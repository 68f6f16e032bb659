/// The editor: the program as a text that the learner writes in.
///
/// Runs on the JavaFX thread.
@NullMarked
package backstep.ui.code.edit;

import org.jspecify.annotations.NullMarked;
