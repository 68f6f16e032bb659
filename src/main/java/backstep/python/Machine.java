package backstep.python;

import backstep.graph.Node;
import backstep.tensor.DType;
import backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;

/// What a running program works with: the tape, the arrays, the random numbers, what it has
/// printed. Built-in functions are given it.
final class Machine {
  /// Calls a function of the program's or a built-in one.
  interface Caller {
    Value call(Value function, List<Value> positional, Map<String, Value> keywords, Span span);
  }

  private final Budget budget;
  private final Recorder recorder;
  private final Arrays arrays;
  private final Operators operators;
  private final Indexing indexing;
  private final StringBuilder printed = new StringBuilder();
  private final NumpyRandom random;
  private final Caller caller;

  Machine(long seed, Map<Place, Tensor> given, Budget budget, Caller caller) {
    this.budget = budget;
    recorder = new Recorder(budget, given);
    arrays = new Arrays(recorder, budget);
    operators = new Operators(recorder, budget, arrays);
    indexing = new Indexing(recorder, budget, arrays);
    this.random = new NumpyRandom(seed);
    this.caller = caller;
  }

  Budget budget() {
    return budget;
  }

  Recorder recorder() {
    return recorder;
  }

  Arrays arrays() {
    return arrays;
  }

  Operators operators() {
    return operators;
  }

  Indexing indexing() {
    return indexing;
  }

  NumpyRandom random() {
    return random;
  }

  Value call(Value function, List<Value> arguments, Span span) {
    return caller.call(function, arguments, Map.of(), span);
  }

  void print(String text, Span span) {
    budget.text((long) printed.length() + text.length(), span);
    printed.append(text);
  }

  int printedLength() {
    return printed.length();
  }

  String printed() {
    return printed.toString();
  }

  String str(Value value, Span span) {
    return Printer.str(value, budget, span);
  }

  /// What a place shall hold that changes from one value to another: a parameter's update cuts the
  /// tape.
  static Value settled(Value before, Value after, Training training, Span span) {
    if (before instanceof Value.Float old && after instanceof Value.Float now) {
      Node node = training.changed(old.node(), now.node(), span);
      return node == now.node() ? now : new Value.Float(node, now.numpy());
    }
    if (before instanceof Array old
        && after instanceof Array now
        && old != now
        && now.dtype() == DType.FLOAT
        && old.dtype() == DType.FLOAT) {
      now.write(training.changed(old.node(), now.node(), span));
    }
    return after;
  }
}
