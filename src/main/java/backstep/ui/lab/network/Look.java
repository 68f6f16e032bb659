package backstep.ui.lab.network;

/// What is looked at in the network lab.
public enum Look {
  /// The network as a whole, over many iterations.
  NETWORK,
  /// One iteration of it, node by node.
  GRAPH
}
