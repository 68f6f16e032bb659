package backstep.ui.lab.network;

/// What a click on the plane does where points are set one by one.
enum Tool {
  /// Sets a point of class 1.
  POSITIVE,
  /// Sets a point of class −1.
  NEGATIVE,
  /// Takes the nearest point away.
  REMOVE
}
