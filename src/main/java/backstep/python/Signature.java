package backstep.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The parameters of a built-in function, written as in Python: `a, axis=None, keepdims=False`.
///
/// A `?` after a name marks one that may be left out and then has no value at all.
record Signature(List<String> names, Map<String, Boolean> optional, boolean anyNumber) {

  static Signature of(String text) {
    List<String> names = new ArrayList<>();
    Map<String, Boolean> optional = new HashMap<>();
    for (String part : text.isEmpty() ? new String[0] : text.split(", ?")) {
      String name = part.replace("?", "");
      names.add(name);
      optional.put(name, part.endsWith("?"));
    }
    return new Signature(List.copyOf(names), Map.copyOf(optional), false);
  }

  /// Any number of positional arguments, and these keywords, each of which may be left out.
  static Signature variadic(String... keywords) {
    Map<String, Boolean> optional = new HashMap<>();
    for (String keyword : keywords) {
      optional.put(keyword, true);
    }
    return new Signature(List.of(keywords), optional, true);
  }

  /// As a reader sees it: `(a, axis=…)`, with `…` for what may be left out.
  String shown() {
    Stream<String> all =
        names.stream().map(name -> Boolean.TRUE.equals(optional.get(name)) ? name + "=…" : name);
    return Stream.concat(anyNumber ? Stream.of("…") : Stream.empty(), all)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /// Pairs the arguments of a call with the names.
  Arguments bind(String function, List<Value> positional, Map<String, Value> keywords, Span call) {
    Map<String, Value> named = new HashMap<>();
    List<Value> rest = anyNumber ? positional : List.of();
    if (!anyNumber) {
      if (positional.size() > names.size()) {
        throw Problem.at(call, "run.call.tooMany", function, names.size(), positional.size())
            .raise();
      }
      for (int i = 0; i < positional.size(); i++) {
        named.put(names.get(i), positional.get(i));
      }
    }
    for (Map.Entry<String, Value> keyword : keywords.entrySet()) {
      if (!names.contains(keyword.getKey())) {
        throw Problem.at(call, "run.call.unknownKeyword", function, keyword.getKey()).raise();
      }
      if (named.put(keyword.getKey(), keyword.getValue()) != null) {
        throw Problem.at(call, "run.call.twice", function, keyword.getKey()).raise();
      }
    }
    for (String name : names) {
      if (!named.containsKey(name) && !Boolean.TRUE.equals(optional.get(name))) {
        throw Problem.at(call, "run.call.missing", function, name).raise();
      }
    }
    return new Arguments(function, named, rest, call);
  }
}
