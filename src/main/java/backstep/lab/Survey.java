package backstep.lab;

import backstep.tensor.Tensor;
import java.util.List;

/// Looks at what a network puts out over a part of the plane, whatever its parameters are. Confined
/// to one thread at a time.
public final class Survey {
  private final Grid grid;
  private final Outputs outputs;

  Survey(Grid grid, Outputs outputs) {
    this.grid = grid;
    this.outputs = outputs;
  }

  /// The surfaces with these parameters.
  ///
  /// @param parameters in the order of the network's updates
  public Surfaces with(List<Tensor> parameters) {
    return Surfaces.of(grid, outputs.layers(parameters));
  }
}
