/// What a person reads, in their language: a key and its arguments become a sentence.
@NullMarked
package backstep.words;

import org.jspecify.annotations.NullMarked;
