/// One iteration, taken apart into the steps a learner can stand on: forward, backward, update.
///
/// A trace is made once and never changes; a snapshot is a trace seen from one position. So going
/// back shows exactly what was there before.
@NullMarked
package backstep.trace;

import org.jspecify.annotations.NullMarked;
