/// The window in words, for who does not see it or would rather read: what there is and where one
/// stands, and the steps as a list.
@NullMarked
package backstep.ui.spoken;

import org.jspecify.annotations.NullMarked;
