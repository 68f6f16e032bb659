package backstep.ui.kit.chart;

import javafx.scene.Group;
import javafx.scene.shape.Shape;

/// One note on the chart. Its line or shade is cut at the plot; its label stands above all curves.
abstract class NoteNode extends Group {
  private final Class<? extends Note> kind;
  private final Tone tone;
  private final Tag tag;

  NoteNode(Note note) {
    kind = note.getClass();
    tone = note.tone();
    tag = new Tag(tone);
  }

  static NoteNode of(Note note) {
    return switch (note) {
      case Note.Label _ -> new LabelNode(note);
      case Note.Upright _, Note.Across _ -> new RuleNode(note);
      case Note.Segment _, Note.Arrow _ -> new SegmentNode(note);
      case Note.Columns _, Note.Rows _ -> new BandNode(note);
      case Note.Lines _ -> new LinesNode(note);
    };
  }

  final boolean fits(Note note) {
    return note.getClass() == kind && note.tone() == tone;
  }

  final Tag tag() {
    return tag;
  }

  final <S extends Shape> S styled(S shape, String styleClass) {
    shape.setManaged(false);
    shape.getStyleClass().addAll(styleClass, tone.styleClass());
    return shape;
  }

  /// Draws all but the label.
  abstract void draw(Note note, Frame frame, Placer placer);

  /// Puts the label where there is room.
  abstract void name(Note note, Frame frame, Placer placer);
}
