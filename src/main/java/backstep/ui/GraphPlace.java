package backstep.ui;

import backstep.ui.kit.Em;
import backstep.ui.kit.Later;
import javafx.scene.layout.Region;

/// The graph and, if it is wanted, the list of its steps: beside it where there is room for both,
/// so that who reads the one and who hears the other are at the same step; else in its place.
final class GraphPlace extends Region {
  // In em, so that they follow the size of letters.
  private static final double BESIDE_FROM = 58;
  private static final double LIST = 25;

  private final Region graph;
  private final Region list;
  private final Em em = new Em();

  GraphPlace(Region graph, Region list) {
    this.graph = graph;
    this.list = list;
    getStyleClass().add("graph-place");
    Later.add(getChildren(), em, graph, list);
    list.visibleProperty().subscribe(_ -> arrange());
    widthProperty().subscribe(_ -> arrange());
    em.fontProperty().subscribe(_ -> arrange());
  }

  private boolean isBeside() {
    return getWidth() >= em.times(BESIDE_FROM);
  }

  private void arrange() {
    graph.setVisible(!list.isVisible() || isBeside());
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double listed = !list.isVisible() ? 0 : graph.isVisible() ? em.times(LIST) : getWidth();
    double left = Math.rint(getWidth() - listed);
    graph.resizeRelocate(0, 0, left, getHeight());
    list.resizeRelocate(left, 0, getWidth() - left, getHeight());
  }

  @Override
  protected double computePrefHeight(double width) {
    return graph.prefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return graph.prefWidth(height);
  }

  @Override
  protected double computeMinWidth(double height) {
    return graph.minWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return graph.minHeight(width);
  }
}
