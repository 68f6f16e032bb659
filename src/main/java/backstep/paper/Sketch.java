package backstep.paper;

import java.util.List;

/// A line drawing: what comes later covers what came before.
public record Sketch(double width, double height, List<Mark> marks) {
  public Sketch {
    marks = List.copyOf(marks);
  }
}
