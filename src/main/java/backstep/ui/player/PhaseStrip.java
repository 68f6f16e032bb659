package backstep.ui.player;

import backstep.trace.Session;
import backstep.trace.Step.Phase;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.Region;

/// How far an iteration is, as a slim line in the colours of its phases. It is only looked at.
public final class PhaseStrip extends Region {
  private static final double GAP = 2;

  private final Map<Phase, Region> pale = new EnumMap<>(Phase.class);
  private final Map<Phase, Region> strong = new EnumMap<>(Phase.class);
  private Optional<Session> session = Optional.empty();

  public PhaseStrip() {
    getStyleClass().add("phase-strip");
    for (Phase phase : Phase.values()) {
      String name = phase.name().toLowerCase(Locale.ROOT);
      Region rest = new Region();
      rest.getStyleClass().addAll("track", "track-rest", "track-" + name);
      Region done = new Region();
      done.getStyleClass().addAll("track", "track-" + name);
      pale.put(phase, rest);
      strong.put(phase, done);
      getChildren().addAll(rest, done);
    }
  }

  /// Shows where the lesson stands.
  public void show(Optional<Session> now) {
    session = now;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    int from = 0;
    for (Phase phase : Phase.values()) {
      int to = session.map(now -> now.trace().endOf(phase)).orElse(0);
      int here = Math.clamp(session.map(Session::position).orElse(0), from, Math.max(from, to));
      place(pale.get(phase), from, to);
      place(strong.get(phase), from, here);
      from = to;
    }
  }

  private void place(Region part, int from, int to) {
    double step = getWidth() / Math.max(1, session.map(PhaseLine::steps).orElse(1));
    double x = snapPositionX(from * step);
    double width = snapPositionX(to * step) - x;
    part.setVisible(width > 0);
    part.resizeRelocate(x, 0, Math.max(0, width - GAP), getHeight());
  }
}
