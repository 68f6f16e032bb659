/// The program, the backward pass written from its graph, and the line that the current step is on.
@NullMarked
package backstep.ui.code;

import org.jspecify.annotations.NullMarked;
