/// Programs that learn: a program of the learner's that goes on beyond its text, and the two-layer
/// network that is made to measure.
@NullMarked
package backstep.lab;

import org.jspecify.annotations.NullMarked;
