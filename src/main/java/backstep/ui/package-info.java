/// The window: puts the features together and lets them know of each other.
@NullMarked
package backstep.ui;

import org.jspecify.annotations.NullMarked;
