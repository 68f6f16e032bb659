package backstep.python;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A program as a tree. Every piece knows its place in the text: `span` is always the last
/// component.
///
/// Expressions are at most [Parser#MAX_DEPTH] levels deep and blocks at most [Parser#MAX_NESTING],
/// so they may be walked by recursion.
public sealed interface Ast {

  Span span();

  /// A whole program, and the text that the spans point into.
  record Module(List<Stmt> body, String text) {
    public Module {
      body = List.copyOf(body);
    }
  }

  // ---- Statements

  sealed interface Stmt extends Ast {}

  /// `import numpy as np`; without `as`, the alias is the module's own name.
  record Import(String module, String alias, Span span) implements Stmt {}

  /// `a = b = value`: the value is computed once, then bound from left to right.
  record Assign(List<Target> targets, Expr value, Span span) implements Stmt {
    public Assign {
      targets = List.copyOf(targets);
    }
  }

  /// `target += value`; the target is a name or an index, never a tuple.
  record AugAssign(Target target, BinaryOp op, Expr value, Span span) implements Stmt {}

  record ExprStmt(Expr value, Span span) implements Stmt {}

  /// An `elif` is an `If` alone in `otherwise`.
  record If(Expr condition, List<Stmt> then, List<Stmt> otherwise, Span span) implements Stmt {
    public If {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }

  record While(Expr condition, List<Stmt> body, Span span) implements Stmt {
    public While {
      body = List.copyOf(body);
    }
  }

  record For(Target target, Expr iterable, List<Stmt> body, Span span) implements Stmt {
    public For {
      body = List.copyOf(body);
    }
  }

  /// `locals` are the names bound anywhere in the body, and the parameters: reading one of them
  /// before it is bound is an error, as in Python, even if a global has the same name.
  record Def(
      String name,
      List<Param> params,
      List<Stmt> body,
      Set<String> locals,
      Span nameSpan,
      Span span)
      implements Stmt {
    public Def {
      params = List.copyOf(params);
      body = List.copyOf(body);
      locals = Set.copyOf(locals);
    }
  }

  record Return(@Nullable Expr value, Span span) implements Stmt {}

  record Break(Span span) implements Stmt {}

  record Continue(Span span) implements Stmt {}

  record Pass(Span span) implements Stmt {}

  // ---- Expressions

  sealed interface Expr extends Ast {}

  /// What a value can be bound to: a [Name], an [Index], or a [TupleLit] of targets (a list of
  /// targets is given as a tuple, for it means the same).
  sealed interface Target extends Ast {}

  record Int(long value, Span span) implements Expr {}

  @SuppressWarnings("AvoidCommonTypeNames") // Python's float, as one reads it.
  record Float(double value, Span span) implements Expr {}

  record Str(String value, Span span) implements Expr {}

  record Bool(boolean value, Span span) implements Expr {}

  record None(Span span) implements Expr {}

  record FString(List<Part> parts, Span span) implements Expr {
    public FString {
      parts = List.copyOf(parts);
    }
  }

  /// A piece of an f-string, or of a format in one.
  sealed interface Part extends Ast {}

  /// Characters to be taken as they are; the escapes are already resolved.
  record Text(String value, Span span) implements Part {}

  /// `{value!r:format}`; `conversion` is `'r'`, `'s'` or 0.
  record Field(Expr value, char conversion, @Nullable FString format, Span span) implements Part {}

  record Name(String id, Span span) implements Expr, Target {}

  record ListLit(List<Expr> items, Span span) implements Expr {
    public ListLit {
      items = List.copyOf(items);
    }
  }

  record TupleLit(List<Expr> items, Span span) implements Expr, Target {
    public TupleLit {
      items = List.copyOf(items);
    }

    /// The items of a tuple that stands as a target.
    public List<Target> targets() {
      return items.stream().map(Target.class::cast).toList();
    }
  }

  /// `[element for … in … if …]`. `locals` are the names bound by its clauses; only the first
  /// iterable is computed outside of them.
  record ListComp(Expr element, List<Clause> clauses, Set<String> locals, Span span)
      implements Expr {
    public ListComp {
      clauses = List.copyOf(clauses);
      locals = Set.copyOf(locals);
    }
  }

  sealed interface Clause extends Ast {
    record For(Target target, Expr iterable, Span span) implements Clause {}

    record If(Expr condition, Span span) implements Clause {}
  }

  record Unary(UnaryOp op, Expr operand, Span span) implements Expr {}

  record Binary(BinaryOp op, Expr left, Expr right, Span opSpan, Span span) implements Expr {}

  /// `first ops[0] rest[0] ops[1] rest[1] …`: a chain, `a < b < c`, computes `b` once.
  record Compare(Expr first, List<CompareOp> ops, List<Expr> rest, Span span) implements Expr {
    public Compare {
      ops = List.copyOf(ops);
      rest = List.copyOf(rest);
    }
  }

  /// `left and right`, or `left or right`.
  record Logical(boolean and, Expr left, Expr right, Span span) implements Expr {}

  /// `then if condition else otherwise`.
  record Conditional(Expr condition, Expr then, Expr otherwise, Span span) implements Expr {}

  record Call(Expr function, List<Expr> arguments, List<Keyword> keywords, Span span)
      implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
      keywords = List.copyOf(keywords);
    }
  }

  record Keyword(String name, Expr value, Span span) implements Ast {}

  record Attribute(Expr object, String name, Span nameSpan, Span span) implements Expr {}

  record Index(Expr object, Expr index, Span span) implements Expr, Target {}

  /// `start:stop:step`, only as the index of an [Index] or as an item of a tuple there.
  record Slice(@Nullable Expr start, @Nullable Expr stop, @Nullable Expr step, Span span)
      implements Expr {}

  record Lambda(List<Param> params, Expr body, Set<String> locals, Span span) implements Expr {
    public Lambda {
      params = List.copyOf(params);
      locals = Set.copyOf(locals);
    }
  }

  record Param(String name, @Nullable Expr defaultValue, Span span) implements Ast {}

  // ---- Operators

  enum UnaryOp {
    NEGATE("-"),
    PLUS("+"),
    NOT("not");

    private final String symbol;

    UnaryOp(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  enum BinaryOp {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    FLOOR_DIVIDE("//"),
    MODULO("%"),
    POWER("**"),
    MATMUL("@");

    private final String symbol;

    BinaryOp(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  enum CompareOp {
    EQ("=="),
    NE("!="),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">="),
    IN("in"),
    NOT_IN("not in"),
    IS("is"),
    IS_NOT("is not");

    private final String symbol;

    CompareOp(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }
}
