package backstep;

/// Starts Backstep. For now it only says how it will be used.
public final class Main {

  private Main() {}

  /// @param arguments a command and its own arguments; none opens the window
  public static void main(String[] arguments) {
    System.err.println("usage: backstep [run | backward | check] FILE | tour | bench");
    System.exit(2);
  }
}
