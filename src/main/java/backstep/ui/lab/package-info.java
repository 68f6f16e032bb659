/// The program as the learner changes it: its drafts, their runs, undo and redo, and the sliders
/// that a lesson offers.
@NullMarked
package backstep.ui.lab;

import org.jspecify.annotations.NullMarked;
