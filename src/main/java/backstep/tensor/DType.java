package backstep.tensor;

/// What kind of number an array holds. Every entry is stored as a `double`; the kind decides how it
/// prints and which rules of Python apply to it.
public enum DType {
  /// NumPy's `bool`: 0 is `False`, anything else `True`.
  BOOL("bool"),
  /// NumPy's `int64`, exact as long as a `double` is (up to 2⁵³).
  INT("int64"),
  /// NumPy's `float64`.
  FLOAT("float64");

  private final String numpyName;

  DType(String numpyName) {
    this.numpyName = numpyName;
  }

  /// What NumPy calls it: `bool`, `int64`, `float64`.
  public String numpyName() {
    return numpyName;
  }
}
