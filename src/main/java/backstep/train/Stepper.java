package backstep.train;

import backstep.graph.Iteration;
import backstep.tensor.Tensor;
import java.util.List;

/// Makes one iteration after another, from a state that it can be set back to.
///
/// The state is all that an iteration takes over from the one before: the parameters, and what an
/// optimizer has gathered. From the same state at the same index follows the same iteration, to the
/// last bit. A stepper is confined to one thread at a time.
public interface Stepper {
  /// The index of the iteration that [#advance] makes next, from 0.
  int index();

  /// Makes the next iteration.
  ///
  /// @return false if the program cannot go on from here; the state is then as it was
  boolean advance();

  /// The loss of the iteration made last.
  double loss();

  /// How many figures the state has.
  int stateSize();

  /// Writes the state, as it is before the next iteration, to the beginning of an array.
  void save(double[] to);

  /// Takes up a state that was saved before an iteration of this index.
  void restore(int index, double[] from);

  /// The next iteration, to be stepped through. It is not made by this.
  Iteration iteration();

  /// The parameters as they are before the next iteration.
  List<Tensor> parameters();
}
