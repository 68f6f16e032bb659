/// Saving and opening: files of the learner's, and what is to be decided about them.
@NullMarked
package backstep.ui.keep;

import org.jspecify.annotations.NullMarked;
