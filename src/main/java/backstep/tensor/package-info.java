/// Arrays of rank 0, 1 and 2 with NumPy's own rules: shapes, broadcasting, the order of additions,
/// and the way figures are printed. Everything here is immutable and knows nothing of gradients.
@NullMarked
package backstep.tensor;

import org.jspecify.annotations.NullMarked;
