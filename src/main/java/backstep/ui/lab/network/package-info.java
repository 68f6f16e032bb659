/// The network lab: a network of two layers that learns points of the plane, and all that can be
/// set about it.
///
/// Runs on the JavaFX thread; it trains and draws surfaces elsewhere.
@NullMarked
package backstep.ui.lab.network;

import org.jspecify.annotations.NullMarked;
