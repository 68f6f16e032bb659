package backstep.ui.lab.network;

import backstep.lab.Grid;
import backstep.lab.NetworkSettings.Activation;
import backstep.lab.Surfaces;
import backstep.train.Dataset;
import backstep.ui.kit.Em;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Numbers;
import backstep.ui.lab.network.PlanePane.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The network, from left to right: inputs, hidden neurons, output, and the weights between them.
/// Under it stands in figures what is pointed at.
final class NetworkPane extends Region {
  private static final int INPUTS = 2;
  // In em.
  private static final double INPUT = 2.5;
  private static final double NEURON = 3.2;
  private static final double GAP = 4.2;
  private static final double CAPTION = 1.9;
  private static final double READOUT = 2.9;

  private final NetworkLabModel model;
  private final Messages messages;
  private final Em em = new Em();
  private final Palette palette = new Palette();
  private final Group wires = new Group();
  private final List<SurfaceImage> inputs = new ArrayList<>();
  private final List<Label> inputNames = new ArrayList<>();
  private final HiddenLayer hidden;
  private final PlanePane plane;
  private final Label inputCaption = caption();
  private final Label hiddenCaption = caption();
  private final Label planeCaption = caption();
  private final Label readout = new Label();
  private List<Wire> into = List.of();
  private List<Wire> out = List.of();
  private Optional<Wire> pointed = Optional.empty();
  private Optional<Surfaces> shown = Optional.empty();
  private Optional<Weights> weights = Optional.empty();
  private Optional<Object> points = Optional.empty();

  NetworkPane(NetworkLabModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setId("network");
    getStyleClass().add("network");
    hidden = new HiddenLayer(Subject.SIDE, palette);
    plane = new PlanePane(Subject.SIDE, palette);
    plane.setId("plane");
    plane.setOnUse(model::use);
    plane.setOnRemove(model::remove);
    for (int i = 0; i < INPUTS; i++) {
      SurfaceImage input = new SurfaceImage(Subject.SIDE);
      Label name = new Label("x" + (i + 1));
      name.getStyleClass().add("input-name");
      inputs.add(input);
      inputNames.add(name);
    }
    readout.setId("network-readout");
    readout.getStyleClass().add("network-readout");
    readout.setWrapText(true);
    inputCaption.textProperty().bind(messages.text("network.inputs"));
    getChildren().addAll(em, palette, wires);
    getChildren().addAll(inputs);
    getChildren().addAll(inputNames);
    getChildren().addAll(hidden, plane, inputCaption, hiddenCaption, planeCaption, readout);
    palette.setOnChanged(this::repaint);
    // Laid out here, which of managed children would be heard of up to the window.
    getChildren().forEach(child -> child.setManaged(false));
    hidden.chosenProperty().subscribe(this::point);
    plane.pointedProperty().subscribe(this::point);
    // The model lives as long as the window, and so does this.
    model.stateProperty().subscribe(this::show);
    messages.words().subscribe(this::point);
  }

  private static Label caption() {
    Label caption = new Label();
    caption.getStyleClass().add("network-caption");
    return caption;
  }

  // --- Showing -----------------------------------------------------------------------------------

  private void show(LabState state) {
    int count = state.setup().settings().hidden();
    if (out.size() != count) {
      wire(count);
    }
    showPoints(state);
    Optional<Progress> progress = state.progress();
    if (progress.isEmpty() && !state.isAwaited()) {
      shown = Optional.empty();
      weights = Optional.empty();
      plane.clear();
      hidden.clear();
    }
    progress
        .flatMap(Progress::state)
        .map(now -> Weights.of(now.parameters()))
        .filter(now -> now.hidden() == count)
        .ifPresent(this::weigh);
    Optional<Surfaces> surfaces =
        progress.flatMap(Progress::surfaces).filter(now -> now.hidden().size() == count);
    if (surfaces.isPresent() && !surfaces.equals(shown)) {
      shown = surfaces;
      repaint();
    }
    wires.setVisible(weights.isPresent());
    point();
  }

  private void wire(int count) {
    hidden.count(count);
    into = new ArrayList<>();
    out = new ArrayList<>();
    for (int neuron = 0; neuron < count; neuron++) {
      for (int input = 0; input < INPUTS; input++) {
        into.add(wire("W1[" + input + ", " + neuron + "]"));
      }
      out.add(wire("W2[" + neuron + ", 0]"));
    }
    wires.getChildren().clear();
    pointed = Optional.empty();
    weights = Optional.empty();
    shown = Optional.empty();
    List.of(into, out)
        .forEach(all -> all.forEach(wire -> wires.getChildren().addAll(wire.nodes())));
    requestLayout();
  }

  private Wire wire(String name) {
    Wire wire = new Wire(name);
    wire.target()
        .setOnMouseEntered(_ -> {
          pointed = Optional.of(wire);
          point();
        });
    wire.target()
        .setOnMouseExited(_ -> {
          pointed = Optional.empty();
          point();
        });
    return wire;
  }

  private void weigh(Weights now) {
    weights = Optional.of(now);
    double size = em.times(1);
    for (int neuron = 0; neuron < now.hidden(); neuron++) {
      for (int input = 0; input < INPUTS; input++) {
        into.get(INPUTS * neuron + input).show(now.w1(input, neuron), size);
      }
      out.get(neuron).show(now.w2(neuron), size);
    }
  }

  private void showPoints(LabState state) {
    Optional<Dataset> data =
        state.progress().map(progress -> progress.subject().network().data());
    Optional<Object> now =
        data.isPresent()
            ? data.map(Object.class::cast)
            : state.lack().map(_ -> state.setup().data().own());
    boolean editable = state.setup().data().isOwn();
    if (now.isEmpty() || now.equals(points) && plane.isEditable() == editable) {
      return;
    }
    points = now;
    plane.show(
        data.map(Dataset::train).orElse(state.setup().data().own()),
        data.map(Dataset::test).orElse(List.of()),
        state.progress().map(progress -> progress.subject().grid().reach()).orElse(Subject.LEAST_REACH),
        editable);
  }

  private Activation activation() {
    return model.getState().setup().settings().activation();
  }

  // Of neurons that have no largest output the largest here.
  private double largest(Surfaces surfaces) {
    return activation() != Activation.RELU
        ? 1
        : surfaces.hidden().stream()
            .flatMapToDouble(Arrays::stream)
            .reduce(1e-9, Math::max);
  }

  private void repaint() {
    Grid grid = new Grid(Subject.SIDE, 1);
    double[] x1 = IntStream.range(0, grid.size()).mapToDouble(i -> grid.x1(i % grid.side())).toArray();
    double[] x2 = IntStream.range(0, grid.size()).mapToDouble(i -> grid.x2(i / grid.side())).toArray();
    inputs.get(0).show(x1, 1, palette);
    inputs.get(1).show(x2, 1, palette);
    shown.ifPresent(surfaces -> {
      hidden.show(surfaces.hidden(), largest(surfaces));
      paintPlane(surfaces);
    });
    plane.draw();
  }

  private void paintPlane(Surfaces surfaces) {
    Optional<Integer> neuron = neuron();
    if (neuron.isPresent()) {
      plane.show(surfaces.hidden().get(neuron.get()), largest(surfaces), new double[0]);
    } else {
      plane.show(surfaces.output(), 1, surfaces.border());
    }
  }

  private Optional<Integer> neuron() {
    return hidden.chosenProperty().get();
  }

  // --- Pointing ----------------------------------------------------------------------------------

  private void point() {
    Optional<Integer> neuron = neuron();
    for (int i = 0; i < out.size(); i++) {
      boolean isOther = neuron.isPresent() && neuron.get() != i;
      out.get(i).dim(isOther);
      into.get(INPUTS * i).dim(isOther);
      into.get(INPUTS * i + 1).dim(isOther);
    }
    shown.ifPresent(this::paintPlane);
    hiddenCaption.setText(messages.now("network.hidden"));
    planeCaption.setText(
        neuron
            .map(index -> messages.now("network.neuron", index + 1))
            .orElse(messages.now("network.output")));
    String words = words(neuron);
    readout.setText(words);
    plane.setAccessibleText(
        messages.now("network.plane", words, Summary.of(model.getState(), messages)));
    plane.setAccessibleHelp(messages.now("network.plane.help"));
    hidden.setAccessibleText(
        neuron.isPresent() ? words : messages.now("network.hidden.about", out.size()));
    requestLayout();
  }

  private String words(Optional<Integer> neuron) {
    if (pointed.isPresent() && weights.isPresent()) {
      Wire wire = pointed.get();
      return messages.now("network.weight", wire.name(), Numbers.signed(wire.weight()));
    }
    if (neuron.isPresent() && weights.isPresent()) {
      return messages.now(
          "network.neuron.about",
          neuron.get() + 1,
          weights.get().formula(neuron.get(), activation()),
          Numbers.signed(weights.get().w2(neuron.get())));
    }
    Optional<Place> place = plane.pointedProperty().get();
    if (place.isPresent() && shown.isPresent()) {
      double there = PlanePane.at(place.get(), shown.get().output(), shown.get().grid());
      return messages.now(
          "network.place", PlanePane.named(place.get()), Numbers.signed(there));
    }
    if (place.isPresent()) {
      return PlanePane.named(place.get());
    }
    boolean own = model.getState().setup().data().isOwn();
    return messages.now(own ? "network.hint.own" : "network.hint");
  }

  // --- Layout ------------------------------------------------------------------------------------

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double width = getWidth() - left - snappedRightInset();
    double top = snappedTopInset() + em.times(CAPTION);
    double bottom = getHeight() - snappedBottomInset() - em.times(READOUT);
    double height = bottom - top;
    double input = em.times(INPUT);
    double size = hidden.size(height, em.times(NEURON));
    double side = plane.side(width - input - size - 2 * em.times(GAP), height);
    double planeWidth = side + plane.beside();
    double planeLeft = left + width - planeWidth;
    double planeTop = top + Math.max(0, Math.rint((height - plane.below() - side) / 2));
    plane.resizeRelocate(planeLeft, planeTop, planeWidth, side + plane.below());
    double hiddenLeft = Math.rint(left + input + (planeLeft - left - input - size) / 2);
    hidden.resizeRelocate(hiddenLeft, top, size, height);
    hidden.layout();
    for (int i = 0; i < INPUTS; i++) {
      double y = Math.rint(top + height / 2 + (i - 0.5) * 2.2 * input - input / 2);
      inputs.get(i).setSide(input);
      inputs.get(i).relocate(left, y);
      Label name = inputNames.get(i);
      name.autosize();
      name.relocate(left + Math.rint((input - name.getWidth()) / 2), y + input);
    }
    layOutCaption(inputCaption, left, top);
    layOutCaption(hiddenCaption, hiddenLeft + (size - hiddenCaption.prefWidth(-1)) / 2, top);
    layOutCaption(planeCaption, planeLeft, planeTop);
    layOutWires(left + input, planeLeft, planeTop + side / 2);
    double readoutHeight = getHeight() - snappedBottomInset() - bottom;
    readout.resizeRelocate(left, bottom + em.times(0.3), width, readoutHeight - em.times(0.3));
  }

  private void layOutCaption(Label caption, double x, double bottom) {
    caption.autosize();
    caption.relocate(Math.rint(x), Math.rint(bottom - caption.getHeight() - em.times(0.3)));
  }

  private void layOutWires(double inputRight, double planeLeft, double planeMiddle) {
    for (int neuron = 0; neuron < out.size(); neuron++) {
      double y = hidden.getLayoutY() + hidden.middle(neuron);
      for (int input = 0; input < INPUTS; input++) {
        double from = inputs.get(input).getLayoutY() + em.times(INPUT) / 2;
        into.get(INPUTS * neuron + input).place(inputRight, from, hidden.getLayoutX(), y);
      }
      out.get(neuron)
          .place(hidden.getLayoutX() + hidden.getWidth(), y, planeLeft, planeMiddle);
    }
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.times(22);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.times(18);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.times(24);
  }
}
