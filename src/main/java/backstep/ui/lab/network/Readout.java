package backstep.ui.lab.network;

import backstep.lab.Surfaces;
import backstep.ui.kit.Messages;
import backstep.ui.lab.network.PlanePane.Place;
import java.util.Optional;

/// What is pointed at in the network, in figures.
///
/// @param wire the weight that is pointed at
/// @param neuron the hidden neuron
/// @param place the place of the plane
record Readout(Optional<Wire> wire, Optional<Integer> neuron, Optional<Place> place) {

  /// The words; where nothing is pointed at, what can be.
  String words(
      Setup setup, Optional<Weights> weights, Optional<Surfaces> surfaces, Messages messages) {
    if (wire.isPresent() && weights.isPresent()) {
      return messages.now(
          "network.weight", wire.get().name(), messages.numbers().signed(wire.get().weight()));
    }
    if (neuron.isPresent() && weights.isPresent()) {
      int index = neuron.get();
      return messages.now(
          "network.neuron.about",
          index + 1,
          weights.get().formula(index, setup.settings().activation(), messages.numbers()),
          messages.numbers().signed(weights.get().w2(index)));
    }
    return place
        .map(at ->
            surfaces
                .map(now -> now.output().get(now.grid().nearest(at.x1(), at.x2())))
                .map(output ->
                    messages.now(
                        "network.place",
                        at.named(messages.numbers()),
                        messages.numbers().signed(output)))
                .orElseGet(() -> at.named(messages.numbers())))
        .orElseGet(() -> messages.now(setup.data().isOwn() ? "network.hint.own" : "network.hint"));
  }
}
