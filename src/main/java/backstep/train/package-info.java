/// What is done with a graph as a whole: checking its gradients ([GradientCheck]) and training on
/// it ([Plan], [Optimizer]).
///
/// A plan is made in three steps. Each op's value and vector-Jacobian product is worked out on
/// [Term]s, where what is stated twice is one term. [Loop]s gather terms of one size, with their
/// arrays in a [Memory]. The [Compiler] makes bytecode of the loops.
@NullMarked
package backstep.train;

import org.jspecify.annotations.NullMarked;
