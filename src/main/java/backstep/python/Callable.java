package backstep.python;

import backstep.tensor.DType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What can be called: a function of the program's, or one that is built in.
sealed interface Callable extends Value permits Callable.Function, Callable.Builtin {

  /// A `def` or a `lambda`, with the scope it was made in and the defaults worked out there.
  record Function(
      String name,
      List<Ast.Param> params,
      Map<String, Value> defaults,
      Body body,
      java.util.Set<String> locals,
      Scope closure)
      implements Callable {
    // Two functions are the same only if they are one.
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /// What a function does when called.
  sealed interface Body {
    record Block(List<Ast.Stmt> statements) implements Body {}

    record Expression(Ast.Expr value) implements Body {}
  }

  /// A function of Python's or NumPy's.
  ///
  /// @param dtype the element type that it names where one is asked for (`dtype=float`), if any
  record Builtin(String name, Signature signature, Code code, @Nullable DType dtype)
      implements Callable {
    /// How a built-in function works.
    interface Code {
      Value call(Machine machine, Arguments arguments);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Builtin that && that.code.equals(code) && that.name.equals(name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /// The name the program knows it by.
  String name();

  @Override
  default String typeName() {
    return switch (this) {
      case Function _ -> "function";
      case Builtin b -> b.dtype == null ? "builtin_function_or_method" : "type";
    };
  }
}
