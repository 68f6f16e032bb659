package backstep.ui.lab.network;

import backstep.tensor.Tensor;
import backstep.ui.kit.KeyTaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// The hidden neurons, one under another, each with its own surface. With the focus the arrows go
/// from one to the next.
final class HiddenLayer extends Region implements KeyTaker {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  /// One neuron.
  private static final class Neuron extends Region {
    private final SurfaceImage surface;

    Neuron(int side) {
      surface = new SurfaceImage(side);
      getStyleClass().add("neuron");
      surface.setManaged(false);
      surface.setVisible(false);
      setManaged(false);
      getChildren().add(surface);
    }

    @Override
    protected void layoutChildren() {
      surface.setSide(Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset()));
      surface.relocate(snappedLeftInset(), snappedTopInset());
    }
  }

  private final int side;
  private final Palette palette;
  private final List<Neuron> neurons = new ArrayList<>();
  private final ReadOnlyObjectWrapper<Optional<Integer>> chosen =
      new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());
  private int atKeys;

  /// @param side how many figures make a row of a surface
  HiddenLayer(int side, Palette palette) {
    this.side = side;
    this.palette = palette;
    setId("hidden-layer");
    getStyleClass().add("hidden-layer");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    focusedProperty().subscribe(this::chooseAtKeys);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  /// The neuron that is looked at: under the pointer, else by the keys.
  ReadOnlyObjectProperty<Optional<Integer>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /// Has so many neurons.
  void count(int count) {
    if (count == neurons.size()) {
      return;
    }
    while (neurons.size() > count) {
      neurons.removeLast();
    }
    while (neurons.size() < count) {
      Neuron neuron = new Neuron(side);
      int index = neurons.size();
      neuron.setId("neuron-" + (index + 1));
      neuron.setOnMouseEntered(_ -> choose(Optional.of(index)));
      neuron.setOnMouseExited(_ -> chooseAtKeys());
      neurons.add(neuron);
    }
    getChildren().setAll(neurons);
    atKeys = Math.min(atKeys, count - 1);
    choose(chosen.get().filter(index -> index < count));
  }

  /// Shows what each puts out.
  ///
  /// @param surfaces one in each column
  /// @param largest the size of figure that has the full colour
  void show(Tensor surfaces, double largest) {
    for (int i = 0; i < neurons.size(); i++) {
      neurons.get(i).surface.show(surfaces, i, largest, palette);
      neurons.get(i).surface.setVisible(true);
    }
  }

  /// Shows that there is nothing yet.
  void clear() {
    neurons.forEach(neuron -> neuron.surface.setVisible(false));
  }

  private void chooseAtKeys() {
    choose(isFocused() && !neurons.isEmpty() ? Optional.of(atKeys) : Optional.empty());
  }

  private void choose(Optional<Integer> index) {
    chosen.set(index);
    for (int i = 0; i < neurons.size(); i++) {
      neurons.get(i).pseudoClassStateChanged(CHOSEN, index.equals(Optional.of(i)));
    }
  }

  @Override
  public boolean takes(KeyEvent event) {
    return switch (event.getCode()) {
      case UP, DOWN, HOME, END -> !event.isShortcutDown() && !event.isAltDown();
      default -> false;
    };
  }

  private void press(KeyEvent event) {
    if (takes(event) && !neurons.isEmpty()) {
      KeyCode code = event.getCode();
      int last = neurons.size() - 1;
      atKeys =
          switch (code) {
            case UP -> Math.max(0, atKeys - 1);
            case DOWN -> Math.min(last, atKeys + 1);
            case HOME -> 0;
            default -> last;
          };
      chooseAtKeys();
      event.consume();
    }
  }

  // --- Layout ------------------------------------------------------------------------------------

  /// How large each is in a column so high.
  double size(double height, double most) {
    int count = Math.max(1, neurons.size());
    return Math.floor(Math.min(most, height / (count + 0.12 * (count - 1))));
  }

  /// Where the middle of one is.
  double middle(int index) {
    Neuron neuron = neurons.get(index);
    return neuron.getLayoutY() + neuron.getHeight() / 2;
  }

  @Override
  protected void layoutChildren() {
    int count = neurons.size();
    double size = getWidth();
    // With room they keep apart, up to as far as they are large.
    double pitch = count > 1 ? Math.min((getHeight() - size) / (count - 1), 1.5 * size) : 0;
    double top = (getHeight() - size - (count - 1) * pitch) / 2;
    for (int i = 0; i < count; i++) {
      neurons.get(i).resizeRelocate(0, Math.rint(top + i * pitch), size, size);
    }
  }
}
