package backstep.ui.lab.network;

import backstep.lab.Grid;
import backstep.lab.NetworkSettings.Activation;
import backstep.lab.Surfaces;
import backstep.train.Dataset;
import backstep.ui.kit.Em;
import backstep.ui.kit.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The network, from left to right: inputs, hidden neurons, output, and the weights between them.
/// Under it stands in figures what is pointed at.
final class NetworkPane extends Region {
  // No output is divided by 0.
  private static final double LEAST = 1e-9;
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
  private final Wires wires = new Wires();
  private final List<SurfaceImage> inputs = new ArrayList<>();
  private final List<Label> inputNames = new ArrayList<>();
  private final HiddenLayer hidden;
  private final PlanePane plane;
  private final Label inputCaption = caption();
  private final Label hiddenCaption = caption();
  private final Label planeCaption = caption();
  private final Label readout = new Label();
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
    for (int i = 0; i < Wires.INPUTS; i++) {
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
    hiddenCaption.textProperty().bind(messages.text("network.hidden"));
    getChildren().addAll(em, palette, wires);
    getChildren().addAll(inputs);
    getChildren().addAll(inputNames);
    getChildren().addAll(hidden, plane, inputCaption, hiddenCaption, planeCaption, readout);
    palette.setOnChanged(this::repaint);
    List.of(inputCaption, hiddenCaption, planeCaption)
        .forEach(caption -> caption.textProperty().subscribe((_, _) -> requestLayout()));
    em.size().subscribe(_ -> requestLayout());
    // Laid out here, which of managed children would be heard of up to the window.
    getChildren().forEach(child -> child.setManaged(false));
    hidden.chosenProperty().subscribe(this::choose);
    plane.pointedProperty().subscribe(this::tell);
    wires.pointedProperty().subscribe(this::tell);
    // The model lives as long as the window, and so does this.
    model.stateProperty().subscribe(this::show);
    messages.words().subscribe(this::tell);
  }

  private static Label caption() {
    Label caption = new Label();
    caption.getStyleClass().add("network-caption");
    return caption;
  }

  // --- Showing -----------------------------------------------------------------------------------

  private void show(LabState state) {
    int count = state.setup().settings().hidden();
    if (wires.count() != count) {
      wires.count(count);
      hidden.count(count);
      forget();
      requestLayout();
    }
    showPoints(state);
    Optional<Progress> progress = state.progress();
    if (progress.isEmpty() && !state.isAwaited()) {
      forget();
      plane.clear();
      hidden.clear();
    }
    progress
        .flatMap(Progress::state)
        .map(now -> Weights.of(now.parameters()))
        .filter(now -> now.hidden() == count)
        .ifPresent(now -> {
          weights = Optional.of(now);
          wires.show(now, em.times(1));
        });
    wires.setVisible(weights.isPresent());
    Optional<Surfaces> surfaces =
        progress.flatMap(Progress::surfaces).filter(now -> now.hidden().shape().columns() == count);
    if (surfaces.isPresent() && !surfaces.equals(shown)) {
      shown = surfaces;
      paint(surfaces.get());
    }
    tell();
  }

  private void forget() {
    shown = Optional.empty();
    weights = Optional.empty();
  }

  private void showPoints(LabState state) {
    Optional<Dataset> data = state.progress().map(progress -> progress.subject().network().data());
    Optional<Object> now =
        data.isPresent()
            ? data.map(Object.class::cast)
            : state.lack().map(_ -> state.setup().data().own());
    boolean editable = state.setup().data().isOwn();
    if (now.isEmpty() || (now.equals(points) && plane.isEditable() == editable)) {
      return;
    }
    points = now;
    plane.show(
        data.map(Dataset::train).orElse(state.setup().data().own()),
        data.map(Dataset::test).orElse(List.of()),
        state
            .progress()
            .map(progress -> progress.subject().grid().reach())
            .orElse(Subject.LEAST_REACH),
        editable);
  }

  // Of neurons that have no largest output the largest here.
  private double largest(Surfaces surfaces) {
    return model.getState().setup().settings().activation() != Activation.RELU
        ? 1
        : Arrays.stream(surfaces.hidden().toArray()).reduce(LEAST, Math::max);
  }

  private void paint(Surfaces surfaces) {
    hidden.show(surfaces.hidden(), largest(surfaces));
    paintPlane(surfaces);
  }

  private void paintPlane(Surfaces surfaces) {
    Optional<Integer> neuron = hidden.chosenProperty().get();
    if (neuron.isPresent()) {
      plane.show(surfaces.hidden(), neuron.get(), largest(surfaces), List.of());
    } else {
      plane.show(surfaces.output(), 0, 1, surfaces.border());
    }
  }

  // An input is what it is.
  private void repaint() {
    Grid grid = new Grid(Subject.SIDE, 1);
    for (int input = 0; input < Wires.INPUTS; input++) {
      inputs.get(input).show(grid.points(), input, 1, palette);
    }
    shown.ifPresentOrElse(this::paint, plane::draw);
  }

  // --- Pointing ----------------------------------------------------------------------------------

  private void choose() {
    wires.choose(hidden.chosenProperty().get());
    shown.ifPresent(this::paintPlane);
    tell();
  }

  private void tell() {
    Optional<Integer> neuron = hidden.chosenProperty().get();
    planeCaption.setText(
        neuron
            .map(index -> messages.now("network.neuron", index + 1))
            .orElseGet(() -> messages.now("network.output")));
    LabState state = model.getState();
    String words =
        new Readout(wires.pointedProperty().get(), neuron, plane.pointedProperty().get())
            .words(state.setup(), weights, shown, messages);
    readout.setText(words);
    plane.setAccessibleText(messages.now("network.plane", words, Summary.of(state, messages)));
    plane.setAccessibleHelp(messages.now("network.plane.help"));
    hidden.setAccessibleText(
        neuron.isPresent() ? words : messages.now("network.hidden.about", wires.count()));
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
    for (int i = 0; i < Wires.INPUTS; i++) {
      double y = Math.rint(top + height / 2 + (i - 0.5) * 2.2 * input - input / 2);
      inputs.get(i).setSide(input);
      inputs.get(i).relocate(left, y);
      Label name = inputNames.get(i);
      name.autosize();
      name.relocate(left + Math.rint((input - name.getWidth()) / 2), y + input);
    }
    layOutCaption(inputCaption, left, top);
    double afterInputs = left + inputCaption.prefWidth(-1) + em.times(1);
    double middle = hiddenLeft + (size - hiddenCaption.prefWidth(-1)) / 2;
    layOutCaption(hiddenCaption, Math.max(afterInputs, middle), top);
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
    List<Point2D> from =
        inputs.stream()
            .map(input -> new Point2D(inputRight, input.getLayoutY() + em.times(INPUT) / 2))
            .toList();
    double left = hidden.getLayoutX();
    double right = left + hidden.getWidth();
    Point2D output = new Point2D(planeLeft, planeMiddle);
    for (int neuron = 0; neuron < wires.count(); neuron++) {
      double y = hidden.getLayoutY() + hidden.middle(neuron);
      wires.place(neuron, from, new Point2D(left, y), new Point2D(right, y), output);
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
