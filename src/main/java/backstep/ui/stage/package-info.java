/// The graph: laid out from left to right, with each node's value and gradient.
///
/// Runs on the JavaFX thread; only [backstep.ui.stage.DiagramLayout] works elsewhere.
@NullMarked
package backstep.ui.stage;

import org.jspecify.annotations.NullMarked;
