package backstep.ui.stage;

/// What calls are seen that can be opened or closed.
enum CallsShown {
  NONE,
  SOME_CLOSED,
  ALL_OPEN;

  static CallsShown in(Diagram diagram) {
    if (diagram.boxes().stream().anyMatch(box -> box.closed().isPresent())) {
      return SOME_CLOSED;
    }
    return diagram.frames().stream().anyMatch(Diagram.Frame::closable) ? ALL_OPEN : NONE;
  }
}
