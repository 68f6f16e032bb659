/// Where the learner stands in a program, and the bar that moves them.
///
/// Runs on the JavaFX thread; iterations that have to be computed anew are fetched in the
/// background.
@NullMarked
package backstep.ui.player;

import org.jspecify.annotations.NullMarked;
