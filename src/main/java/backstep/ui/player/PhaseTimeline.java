package backstep.ui.player;

import backstep.trace.Session;
import backstep.trace.Step.Phase;
import backstep.ui.kit.Messages;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/// The steps of an iteration as a line in the colours of the phases, with a thumb to drag.
final class PhaseTimeline extends Region {
  private static final double THICKNESS = 6;
  private static final double RADIUS = 8;
  private static final double LABEL_ROOM = 8;

  private final Map<Phase, Region> full = new EnumMap<>(Phase.class);
  private final Map<Phase, Region> rest = new EnumMap<>(Phase.class);
  private final Map<Phase, Label> labels = new EnumMap<>(Phase.class);
  private final Circle thumb = new Circle(RADIUS);
  private final Messages messages;
  private Optional<Session> session = Optional.empty();

  /// @param seek called with the position that the learner drags to
  PhaseTimeline(Messages messages, IntConsumer seek) {
    this.messages = messages;
    getStyleClass().add("phase-timeline");
    setAccessibleRole(AccessibleRole.SLIDER);
    setCursor(Cursor.HAND);
    for (Phase phase : Phase.values()) {
      String name = phase.name().toLowerCase(Locale.ROOT);
      Region pale = new Region();
      pale.getStyleClass().addAll("track", "track-rest", "track-" + name);
      Region strong = new Region();
      strong.getStyleClass().addAll("track", "track-" + name);
      Label label = new Label();
      label.getStyleClass().addAll("track-label", "track-label-" + name);
      label.textProperty().bind(messages.text("player.phase." + name));
      label.textProperty().subscribe(_ -> requestLayout());
      rest.put(phase, pale);
      full.put(phase, strong);
      labels.put(phase, label);
    }
    thumb.getStyleClass().add("thumb");
    getChildren().addAll(rest.values());
    getChildren().addAll(full.values());
    getChildren().addAll(labels.values());
    getChildren().add(thumb);
    setOnMousePressed(event -> seekTo(event.getX(), seek));
    setOnMouseDragged(event -> seekTo(event.getX(), seek));
  }

  private void seekTo(double x, IntConsumer seek) {
    session.ifPresent(s -> {
      int steps = s.trace().steps().size();
      double part = Math.clamp((x - RADIUS) / (getWidth() - 2 * RADIUS), 0, 1);
      seek.accept((int) Math.round(part * steps));
    });
  }

  void show(Optional<Session> now) {
    session = now;
    setAccessibleText(
        now.map(s -> messages.now("player.timeline", s.position(), s.trace().steps().size()))
            .orElse(""));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    boolean there = session.isPresent();
    getChildren().forEach(child -> child.setVisible(there));
    if (!there) {
      return;
    }
    Session s = session.get();
    double steps = Math.max(1, s.trace().steps().size());
    double width = getWidth() - 2 * RADIUS;
    double middle = Math.rint(getHeight() / 2) - 2;
    double top = middle - THICKNESS / 2;
    double here = RADIUS + s.position() / steps * width;
    int from = 0;
    double lastLabelEnd = 0;
    for (Phase phase : Phase.values()) {
      int to = s.trace().endOf(phase);
      double left = RADIUS + from / steps * width;
      double right = RADIUS + to / steps * width;
      boolean any = to > from;
      place(rest.get(phase), left, right, top, any);
      place(full.get(phase), left, Math.clamp(here, left, right), top, any && here > left);
      Label label = labels.get(phase);
      label.autosize();
      double wanted = (left + right - label.getWidth()) / 2;
      double x = Math.clamp(wanted, 0, Math.max(0, getWidth() - label.getWidth()));
      label.relocate(Math.rint(x), middle + LABEL_ROOM);
      label.setVisible(any && x >= lastLabelEnd);
      lastLabelEnd = label.isVisible() ? x + label.getWidth() + 6 : lastLabelEnd;
      from = to;
    }
    thumb.setCenterX(here);
    thumb.setCenterY(middle);
    thumb
        .getStyleClass()
        .setAll(
            "thumb",
            "thumb-"
                + s.snapshot()
                    .step()
                    .map(step -> step.phase().name().toLowerCase(Locale.ROOT))
                    .orElse("forward"));
  }

  private static void place(Region track, double left, double right, double top, boolean visible) {
    track.setVisible(visible);
    track.resizeRelocate(left, top, right - left, THICKNESS);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 320;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 120;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 48;
  }
}
