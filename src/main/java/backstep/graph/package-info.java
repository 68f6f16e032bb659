/// The computation graph and reverse-mode differentiation on it.
///
/// Every op states its value and its vector-Jacobian product once, for figures and formulas alike.
/// Nothing here knows of Python, of steps or of a screen.
@NullMarked
package backstep.graph;

import org.jspecify.annotations.NullMarked;
