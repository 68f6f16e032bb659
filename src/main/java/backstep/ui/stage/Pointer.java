package backstep.ui.stage;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseEvent;

/// What the pointer does on the stage: it pans the graph, moves a node, drags a leaf's number
/// sideways, opens a field on it, and opens a closed call.
final class Pointer {
  private final Node surface;
  private final Node world;
  private final Camera camera;
  private final StageModel model;
  private final ValueEditor editor;
  private final Runnable taken;

  /// @param surface what hears the pointer
  /// @param world what holds the graph
  /// @param taken called when a node is taken hold of
  Pointer(
      Node surface,
      Node world,
      Camera camera,
      StageModel model,
      ValueEditor editor,
      Runnable taken) {
    this.surface = surface;
    this.world = world;
    this.camera = camera;
    this.model = model;
    this.editor = editor;
    this.taken = taken;
  }

  void listen() {
    Drag.on(surface, this::grab);
    // A scroll pane around would take the focus from the node that was pressed.
    surface.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (boxOf(event).isPresent()) {
            event.consume();
          }
        });
    surface.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getClickCount() == 2) {
            edit(event);
          }
        });
  }

  /// What a press takes hold of: a leaf's number, else its node, else the whole graph.
  private Optional<Drag.Grip> grab(MouseEvent event) {
    Optional<NodeBox> box = boxOf(event);
    if (box.isPresent()) {
      taken.run();
      box.get().requestFocus();
      if (around(event).anyMatch(ButtonBase.class::isInstance)) {
        return Optional.empty();
      }
      return Optional.of(
          box.get()
              .entryAt(event.getSceneX(), event.getSceneY())
              .flatMap(entry -> scrub(box.get(), entry))
              .orElseGet(() -> moving(box.get())));
    }
    boolean onGraph =
        around(event).anyMatch(node -> node.equals(world)) || surface.equals(event.getTarget());
    return onGraph ? Optional.of(panning()) : Optional.empty();
  }

  private Optional<Drag.Grip> scrub(NodeBox box, int entry) {
    return model.entry(box.id(), entry).map(start -> new Scrubbing(box.id(), entry, start));
  }

  private final class Scrubbing implements Drag.Grip {
    private final String box;
    private final int entry;
    private final Scrub scrub;
    private double last;
    private boolean begun;

    Scrubbing(String box, int entry, double start) {
      this.box = box;
      this.entry = entry;
      scrub = new Scrub(start);
      last = start;
    }

    @Override
    public void by(double x, double y, boolean fine) {
      double value = scrub.by(x, fine);
      if (value != last) {
        model.change(box, entry, value, begun);
        last = value;
        begun = true;
      }
    }
  }

  private Drag.Grip moving(NodeBox box) {
    return (x, y, _) -> {
      double zoom = camera.zoomProperty().get();
      model.move(box.id(), box.getLayoutX() + x / zoom, box.getLayoutY() + y / zoom);
    };
  }

  private Drag.Grip panning() {
    return new Drag.Grip() {
      @Override
      public void by(double x, double y, boolean fine) {
        surface.setCursor(Cursor.CLOSED_HAND);
        camera.panBy(x, y);
      }

      @Override
      public void letGo() {
        surface.setCursor(Cursor.DEFAULT);
      }
    };
  }

  private void edit(MouseEvent event) {
    boxOf(event)
        .ifPresent(box -> {
          if (box.box().closed().isPresent()) {
            model.toggleCall(box.id());
          }
          box.entryAt(event.getSceneX(), event.getSceneY())
              .ifPresent(entry -> editor.open(box, entry));
        });
  }

  private static Optional<NodeBox> boxOf(MouseEvent event) {
    return around(event).filter(NodeBox.class::isInstance).map(NodeBox.class::cast).findFirst();
  }

  private static Stream<Node> around(MouseEvent event) {
    return event.getTarget() instanceof Node target
        ? Stream.iterate(target, Objects::nonNull, Node::getParent)
        : Stream.empty();
  }
}
