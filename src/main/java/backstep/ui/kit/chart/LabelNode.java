package backstep.ui.kit.chart;

/// Words about a point.
final class LabelNode extends NoteNode {
  LabelNode(Note note) {
    super(note);
  }

  @Override
  void draw(Note note, Frame frame, Placer placer) {}

  @Override
  void name(Note note, Frame frame, Placer placer) {
    if (note instanceof Note.Label(var x, var y, var words, _)
        && frame.x().shows(x)
        && frame.y().shows(y)) {
      tag().show(words, frame.x().at(x), frame.y().at(y), frame, placer);
    } else {
      tag().hide();
    }
  }
}
