/// What a teacher hands out.
@NullMarked
package backstep.ui.classroom;

import org.jspecify.annotations.NullMarked;
