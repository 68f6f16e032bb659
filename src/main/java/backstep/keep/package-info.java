/// What is kept on disk: sessions, and how a file is written without ever losing the one before.
@NullMarked
package backstep.keep;

import org.jspecify.annotations.NullMarked;
