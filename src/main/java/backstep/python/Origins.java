package backstep.python;

import backstep.graph.Formula;
import backstep.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where nodes come from: their names, their places in the text, and the calls they belong to.
///
/// The graph itself knows no syntax; it carries a node's origin without looking at it. So when a
/// training loop leaves a round behind, the round's nodes and their origins are freed together.
public final class Origins {
  /// A call of a function of the program's, drawn as one group.
  ///
  /// @param id tells calls apart
  /// @param function the function's name
  /// @param call where it was called
  /// @param parent the call from within which it was called, if any
  public record Group(long id, String function, Span call, @Nullable Group parent) {}

  // More than one writes before a gradient.
  private static final int MAX_FACTORS = 4;

  private static final class Origin {
    final @Nullable Span span;
    final @Nullable Group group;
    @Nullable String name;
    int depth = Integer.MAX_VALUE;
    List<String> globals = List.of();
    @Nullable Place place;
    @Nullable Written written;
    @Nullable Formula meaning;
    @Nullable List<Node> factors;

    Origin(@Nullable Span span, @Nullable Group group) {
      this.span = span;
      this.group = group;
    }
  }

  private long calls;
  private @Nullable Group group;
  private final Tally leavesInLine = new Tally();
  private final Tally leavesOfNumber = new Tally();

  // ---- Calls

  /// A call begins; what is computed until it ends belongs to it.
  ///
  /// @return the call from within which it was called, to be given back to `leave`
  @Nullable Group enter(String function, Span call) {
    Group caller = group;
    group = new Group(calls++, function, call, caller);
    return caller;
  }

  void leave(@Nullable Group caller) {
    group = caller;
  }

  // ---- Nodes

  /// What a node is given along when it is recorded now.
  Object at(Span span) {
    return at(span, group);
  }

  /// What a node is given along when it is recorded.
  static Object at(@Nullable Span span, @Nullable Group group) {
    return new Origin(span, group);
  }

  /// A name was bound to the node. The outermost name counts, and of two the first.
  void name(Node node, String name, int depth) {
    Origin origin = of(node);
    if (depth < origin.depth) {
      origin.name = name;
      origin.depth = depth;
    }
    if (depth == 0 && !origin.globals.contains(name)) {
      origin.globals = new ArrayList<>(origin.globals);
      origin.globals.add(name);
    }
  }

  /// The node takes over the other's names, as a parameter does after its update.
  void inherit(Node node, Node from) {
    Origin to = of(node);
    Origin source = of(from);
    to.name = source.name;
    to.depth = source.depth;
    to.globals = source.globals;
  }

  /// The place of the next leaf that is made of the text at this span.
  ///
  /// @param written where the leaf's numbers stand, if they were written
  Place next(Span span, @Nullable Written written) {
    if (written != null) {
      for (Span number : written.spans()) {
        if (number != null) {
          leavesOfNumber.next(number.start());
        }
      }
    }
    return new Place(span.line(), leavesInLine.next(span.line()));
  }

  /// The leaf has its place.
  void place(Node leaf, Place place) {
    of(leaf).place = place;
  }

  /// Tells the leaf from all others of the run. A value that has no name yet, and that no formula
  /// used, has no place.
  public Optional<Place> place(Node leaf) {
    return Optional.ofNullable(of(leaf).place);
  }

  /// The value's entries stand in the text as numbers, or no longer do.
  void written(Node node, @Nullable Written written) {
    of(node).written = written;
  }

  /// Where the entries of a value stand that no leaf was made of; what comes of a leaf was
  /// computed.
  @Nullable Written written(Node node) {
    Origin origin = of(node);
    if (origin.place != null) {
      return null;
    }
    Span span = origin.span;
    return origin.written == null && span != null && Node.isLiteral(node)
        ? Written.of(span)
        : origin.written;
  }

  /// The number in the text that an entry of a leaf is, and that is nothing else: no other leaf, or
  /// entry, was made of it.
  Optional<Span> number(Node leaf, int entry) {
    Written written = of(leaf).written;
    return written == null
        ? Optional.empty()
        : written.span(entry).filter(span -> leavesOfNumber.count(span.start()) == 1);
  }

  /// How a value that the tape does not record was computed, for the code that is written of it.
  void meaning(Node node, Formula meaning) {
    of(node).meaning = meaning;
  }

  /// How a constant (a mask, say) came from other nodes, where that is known.
  public Optional<Formula> meaning(Node node) {
    return Optional.ofNullable(of(node).meaning);
  }

  /// The number was worked out as a product of others: `.1 * 2`, or `.1 / n`, which is .1 · (1/n).
  void factors(Node product, List<Node> factors) {
    List<Node> all = factors.stream().flatMap(node -> factors(node).stream()).toList();
    if (all.size() <= MAX_FACTORS) {
      of(product).factors = all;
    }
  }

  /// What a number was multiplied of, else the node itself.
  List<Node> factors(Node node) {
    List<Node> factors = of(node).factors;
    return factors == null ? List.of(node) : factors;
  }

  /// Where the program itself, outside of its functions, computes a node: the piece of text that
  /// does, or the outermost call in which it is done.
  public Optional<Span> outerSpan(Node node) {
    return group(node)
        .map(group -> {
          var outermost = group;
          for (var parent = group.parent(); parent != null; parent = parent.parent()) {
            outermost = parent;
          }
          return outermost.call();
        })
        .or(() -> span(node));
  }

  /// The name the program gave the node, if any.
  public Optional<String> name(Node node) {
    return Optional.ofNullable(of(node).name);
  }

  /// All names that the program itself, outside of its functions, gave the node.
  public List<String> globals(Node node) {
    return globalsOf(node);
  }

  /// The same, for whoever does not know the run that the node is of.
  static List<String> globalsOf(Node node) {
    return List.copyOf(of(node).globals);
  }

  /// The piece of text that computed or set the node; of a literal, where it is written.
  public Optional<Span> span(Node node) {
    return Optional.ofNullable(of(node).span);
  }

  /// The call that the node was computed in, if any.
  public Optional<Group> group(Node node) {
    return Optional.ofNullable(of(node).group);
  }

  private static Origin of(Node node) {
    return (Origin) node.origin();
  }
}
