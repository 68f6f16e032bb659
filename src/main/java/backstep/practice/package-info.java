/// Learning by doing: a backward pass that a learner writes, judged line by line.
@NullMarked
package backstep.practice;

import org.jspecify.annotations.NullMarked;
