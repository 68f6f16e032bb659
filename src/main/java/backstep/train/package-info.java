/// What is done with a graph as a whole: checking its gradients and, later, training on it.
@NullMarked
package backstep.train;

import org.jspecify.annotations.NullMarked;
