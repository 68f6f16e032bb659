package backstep.python;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names of the program, of one call of a function, or of one list comprehension.
///
/// Python decides by the text which names are a function's own: those that it binds anywhere.
/// Reading one of them before it is bound is an error even if a global has that name.
final class Scope {
  private final Map<String, Value> values = new HashMap<>();
  private final Set<String> own;
  private final @Nullable Scope outer;
  private final int depth;

  private Scope(Set<String> own, @Nullable Scope outer, int depth) {
    this.own = own;
    this.outer = outer;
    this.depth = depth;
  }

  static Scope global() {
    return new Scope(Set.of(), null, 0);
  }

  Scope inner(Set<String> own, int callDepth) {
    return new Scope(own, this, callDepth);
  }

  /// How many calls deep: 0 for the program itself.
  int depth() {
    return depth;
  }

  boolean isGlobal() {
    return outer == null;
  }

  void bind(String name, Value value) {
    values.put(name, value);
  }

  /// The value this very scope holds for a name.
  @Nullable Value here(String name) {
    return values.get(name);
  }

  /// The value, or null if nothing of that name exists.
  @Nullable Value find(String name, Span span) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Value value = scope.values.get(name);
      if (value != null) {
        return value;
      }
      if (scope.own.contains(name)) {
        throw Problem.at(span, "run.name.unbound", name).raise();
      }
    }
    return null;
  }

  Map<String, Value> values() {
    return values;
  }
}
