/// Small things that every part of the window uses: words, keys, colours, work off the screen's
/// thread.
///
/// Runs on the JavaFX thread, but for the work handed to [backstep.ui.kit.Background].
@NullMarked
package backstep.ui.kit;

import org.jspecify.annotations.NullMarked;
