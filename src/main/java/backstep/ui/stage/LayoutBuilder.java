package backstep.ui.stage;

import backstep.ui.stage.Diagram.Box;
import backstep.ui.stage.Diagram.Wire;
import backstep.ui.stage.DiagramLayout.Place;
import backstep.ui.stage.DiagramLayout.Point;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/// Lays a diagram out with ELK's layered algorithm.
final class LayoutBuilder {
  private static final double FRAME_TITLE = 33;
  private static final double FRAME = 12;
  private static final int CHAIN = 20;

  // Larger graphs are laid out by a rule that is nearly as good and takes a fraction of the time.
  private static final int LARGE = 100;

  private final Diagram diagram;
  private final Trunks trunks;
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final List<ElkNode> frames = new ArrayList<>();
  private final List<ElkNode> nodes = new ArrayList<>();
  private final List<ElkPort> outs = new ArrayList<>();
  private final List<List<ElkEdge>> ways = new ArrayList<>();
  private final Map<Trunks.Tap, Tap> taps = new HashMap<>();

  LayoutBuilder(Diagram diagram) {
    this.diagram = diagram;
    this.trunks = new Trunks(diagram);
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
        nodes.stream().map(LayoutBuilder::place).toList(),
        ways.stream().map(LayoutBuilder::corners).map(Curve::of).toList(),
        frames.stream().map(LayoutBuilder::place).toList(),
        root.getWidth(),
        root.getHeight());
  }

  private void configure() {
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    root.setProperty(CoreOptions.PADDING, new ElkPadding(6));
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, 26.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 18.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 14.0);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 25.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 9.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 8.0);
    root.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY,
        diagram.boxes().size() > LARGE
            ? NodePlacementStrategy.BRANDES_KOEPF
            : NodePlacementStrategy.NETWORK_SIMPLEX);
    root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_EDGES);
  }

  private void addFrame(Diagram.Frame frame) {
    ElkNode node = ElkGraphUtil.createNode(within(frame.parent()));
    node.setProperty(CoreOptions.PADDING, new ElkPadding(FRAME_TITLE, FRAME, FRAME, FRAME));
    frames.add(node);
  }

  private ElkNode within(int frame) {
    return frame < 0 ? root : frames.get(frame);
  }

  private void addBox(Box box) {
    ElkNode node =
        addNode(box.frame(), Metrics.width(box, diagram.titleRoom()), Metrics.height(box));
    nodes.add(node);
    outs.add(port(node, PortSide.EAST));
  }

  private ElkNode addNode(int frame, double width, double height) {
    ElkNode node = ElkGraphUtil.createNode(within(frame));
    node.setDimensions(width, height);
    node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
    node.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.noneOf(SizeConstraint.class));
    return node;
  }

  private static ElkPort port(ElkNode node, PortSide side) {
    ElkPort port = ElkGraphUtil.createPort(node);
    port.setProperty(CoreOptions.PORT_SIDE, side);
    return port;
  }

  // --- Wires -------------------------------------------------------------------------------------

  /// A point of a trunk where wires leave it.
  ///
  /// @param way the edges that lead there
  private record Tap(ElkPort out, List<ElkEdge> way) {}

  private void addWire(Wire wire) {
    Tap from =
        trunks.tap(wire).map(this::tap).orElseGet(() -> new Tap(outs.get(wire.from()), List.of()));
    // The chain of ops runs straight; leaves join it from above and below.
    boolean chain = !diagram.boxes().get(wire.from()).leaf();
    List<ElkEdge> way = new ArrayList<>(from.way());
    way.add(edge(from.out(), port(nodes.get(wire.to()), PortSide.WEST), chain ? CHAIN : 1));
    ways.add(way);
  }

  private Tap tap(Trunks.Tap at) {
    Tap known = taps.get(at);
    if (known != null) {
      return known;
    }
    Tap before =
        trunks.before(at).map(this::tap).orElseGet(() -> new Tap(outs.get(at.from()), List.of()));
    ElkNode node = addNode(at.frame(), 1, 1);
    List<ElkEdge> way = new ArrayList<>(before.way());
    way.add(edge(before.out(), port(node, PortSide.WEST), 1));
    Tap made = new Tap(port(node, PortSide.EAST), way);
    taps.put(at, made);
    return made;
  }

  private static ElkEdge edge(ElkPort from, ElkPort to, int straightness) {
    ElkEdge edge = ElkGraphUtil.createSimpleEdge(from, to);
    edge.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, straightness);
    return edge;
  }

  // --- Reading the layout ------------------------------------------------------------------------

  private static Place place(ElkNode node) {
    Point offset = offset(node.getParent());
    return new Place(
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

  private static List<Point> corners(List<ElkEdge> way) {
    List<Point> points = new ArrayList<>();
    for (ElkEdge edge : way) {
      Point offset = offset(edge.getContainingNode());
      if (!points.isEmpty()) {
        // A tap is passed through on a level stretch, and is no corner.
        points.removeLast();
      }
      for (ElkEdgeSection section : edge.getSections()) {
        if (points.isEmpty()) {
          points.add(new Point(offset.x() + section.getStartX(), offset.y() + section.getStartY()));
        }
        section
            .getBendPoints()
            .forEach(
                bend -> points.add(new Point(offset.x() + bend.getX(), offset.y() + bend.getY())));
        points.add(new Point(offset.x() + section.getEndX(), offset.y() + section.getEndY()));
      }
    }
    return points;
  }
}
