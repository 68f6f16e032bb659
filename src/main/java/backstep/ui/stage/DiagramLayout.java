package backstep.ui.stage;

import backstep.ui.stage.Diagram.Box;
import backstep.ui.stage.Diagram.Wire;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Where everything in a diagram stands, by ELK's layered algorithm.
///
/// @param boxes one for each box of the diagram
/// @param wires for each wire the way it takes, from the operand to the op
/// @param frames one for each frame
/// @param width of the whole
/// @param height of the whole
record DiagramLayout(
    List<Place> boxes, List<Curve> wires, List<Place> frames, double width, double height) {

  /// A rectangle.
  record Place(double x, double y, double width, double height) {
    double centerX() {
      return x + width / 2;
    }

    double centerY() {
      return y + height / 2;
    }

    private Place at(double otherX, double otherY) {
      return new Place(otherX, otherY, width, height);
    }
  }

  /// A point.
  record Point(double x, double y) {
    private Point plus(double alongX, double alongY) {
      return new Point(x + alongX, y + alongY);
    }
  }

  DiagramLayout {
    boxes = List.copyOf(boxes);
    wires = List.copyOf(wires);
    frames = List.copyOf(frames);
  }

  private static final double FRAME_TITLE = 26;
  private static final int CHAIN = 20;

  /// Loads ELK, which takes a while the first time.
  static void warmUp() {
    Box box = new Box("", "", 0, false, true, "", "", backstep.tensor.Shape.SCALAR, false, -1);
    of(new Diagram(List.of(box, box), List.of(new Wire(0, 1, 0)), List.of()));
  }

  static DiagramLayout of(Diagram diagram) {
    return new Builder(diagram).build();
  }

  /// The same with one box elsewhere. Its wires go there directly; all else stays.
  DiagramLayout moved(Diagram diagram, int box, double x, double y) {
    List<Place> places = new ArrayList<>(boxes);
    Place before = boxes.get(box);
    places.set(box, before.at(x, y));
    double alongX = x - before.x();
    double alongY = y - before.y();
    List<Curve> ways = new ArrayList<>(wires);
    for (int i = 0; i < ways.size(); i++) {
      Wire wire = diagram.wires().get(i);
      if (wire.from() == box || wire.to() == box) {
        Point start = ways.get(i).points().getFirst();
        Point end = ways.get(i).points().getLast();
        ways.set(
            i,
            Curve.between(
                wire.from() == box ? start.plus(alongX, alongY) : start,
                wire.to() == box ? end.plus(alongX, alongY) : end));
      }
    }
    return new DiagramLayout(places, ways, frames, width, height);
  }

  private static final class Builder {
    private final Diagram diagram;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final List<ElkNode> frames = new ArrayList<>();
    private final List<ElkNode> nodes = new ArrayList<>();
    private final List<ElkPort> outs = new ArrayList<>();
    private final List<ElkEdge> edges = new ArrayList<>();

    Builder(Diagram diagram) {
      this.diagram = diagram;
    }

    DiagramLayout build() {
      LayoutMetaDataService.getInstance()
          .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
      configure();
      diagram.frames().forEach(this::addFrame);
      diagram.boxes().forEach(this::addBox);
      diagram.wires().forEach(this::addWire);
      new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
      return new DiagramLayout(
          nodes.stream().map(Builder::place).toList(),
          edges.stream().map(Builder::corners).map(Curve::of).toList(),
          frames.stream().map(Builder::place).toList(),
          root.getWidth(),
          root.getHeight());
    }

    private void configure() {
      root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
      root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
      root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
      root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
      root.setProperty(CoreOptions.PADDING, new ElkPadding(8));
      root.setProperty(LayeredOptions.SPACING_NODE_NODE, 26.0);
      root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 18.0);
      root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 14.0);
      root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 34.0);
      root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 11.0);
      root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 9.0);
      root.setProperty(
          LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
      root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_EDGES);
    }

    private void addFrame(Diagram.Frame frame) {
      ElkNode node = ElkGraphUtil.createNode(within(frame.parent()));
      node.setProperty(CoreOptions.PADDING, new ElkPadding(FRAME_TITLE + 4, 14, 14, 14));
      frames.add(node);
    }

    private ElkNode within(int frame) {
      return frame < 0 ? root : frames.get(frame);
    }

    private void addBox(Box box) {
      ElkNode node = ElkGraphUtil.createNode(within(box.frame()));
      node.setDimensions(Metrics.width(box), Metrics.height(box));
      node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
      node.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.noneOf(SizeConstraint.class));
      nodes.add(node);
      outs.add(port(node, PortSide.EAST));
    }

    private static ElkPort port(ElkNode node, PortSide side) {
      ElkPort port = ElkGraphUtil.createPort(node);
      port.setProperty(CoreOptions.PORT_SIDE, side);
      return port;
    }

    private void addWire(Wire wire) {
      ElkPort to = port(nodes.get(wire.to()), PortSide.WEST);
      ElkEdge edge = ElkGraphUtil.createSimpleEdge(outs.get(wire.from()), to);
      // The chain of ops runs straight; leaves join it from above and below.
      boolean chain = !diagram.boxes().get(wire.from()).leaf();
      edge.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, chain ? CHAIN : 1);
      edges.add(edge);
    }

    private static DiagramLayout.Place place(ElkNode node) {
      Point offset = offset(node.getParent());
      return new DiagramLayout.Place(
          offset.x() + node.getX(), offset.y() + node.getY(), node.getWidth(), node.getHeight());
    }

    // ELK counts from the node that something stands in.
    private static Point offset(ElkNode container) {
      double x = 0;
      double y = 0;
      for (ElkNode node = container; node != null; node = node.getParent()) {
        x += node.getX();
        y += node.getY();
      }
      return new Point(x, y);
    }

    private static List<Point> corners(ElkEdge edge) {
      Point offset = offset(edge.getContainingNode());
      List<Point> points = new ArrayList<>();
      for (ElkEdgeSection section : edge.getSections()) {
        points.add(new Point(offset.x() + section.getStartX(), offset.y() + section.getStartY()));
        section
            .getBendPoints()
            .forEach(
                bend -> points.add(new Point(offset.x() + bend.getX(), offset.y() + bend.getY())));
        points.add(new Point(offset.x() + section.getEndX(), offset.y() + section.getEndY()));
      }
      return points;
    }
  }
}
