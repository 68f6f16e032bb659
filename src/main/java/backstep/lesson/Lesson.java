package backstep.lesson;

import backstep.python.Options;
import backstep.trace.Cover;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A lesson: a program and what is said about it.
///
/// @param id the name of its folder
/// @param order its place in the list, and the number before its title
/// @param group what it is listed under
/// @param view what the window shows beside the code
/// @param loss the variable whose gradients are asked for, where it is not found by its name
/// @param start whether the window opens on it
/// @param tour the iterations after which the tour takes pictures; none for steps of the first
/// @param controls the numbers of the program that are offered as sliders
/// @param table what the columns of the table that the program prints are called, by language; none
///   where its own words say that, or where it prints no table
/// @param moments the places that the tour takes pictures of; none for the middle of each pass
/// @param variants the program, in all forms that it has, in the order in which they are offered
/// @param opened the id of the variant that is opened first
/// @param teaching what is hidden and asked when it is opened
/// @param pages what is said, by language
public record Lesson(
    String id,
    int order,
    Group group,
    View view,
    Optional<String> loss,
    boolean start,
    List<Integer> tour,
    List<Control> controls,
    Map<String, List<String>> table,
    List<Narration.Place> moments,
    List<Variant> variants,
    String opened,
    Teaching teaching,
    Map<String, Page> pages) {

  /// How a lesson begins in class.
  ///
  /// @param hidden which figures are hidden until they are revealed
  /// @param predict whether each step is asked about first
  /// @param locked whether what is answered is judged only when the teacher reveals the step
  public record Teaching(Set<Cover.Kind> hidden, boolean predict, boolean locked) {
    public Teaching {
      hidden = Set.copyOf(hidden);
    }
  }

  /// What a lesson is listed under. It is called `lesson.group.basics` in the bundles.
  public enum Group {
    BASICS,
    DEEPER,
    /// A program with a mistake, which is to be found.
    SLIPS,
    /// Programs of the learner's own.
    YOURS
  }

  /// What the window shows.
  public enum View {
    /// The graph takes all the room.
    GRAPH,
    /// The loss curve takes the greater part.
    GUESS,
    /// A function `f` with its secants over a step `h`, and their errors over all steps.
    NUMERICAL,
    /// The network lab takes the place of the graph until the learner steps inside.
    NETWORK,
    /// A program of the learner's own, in the editor, with files and examples.
    SANDBOX
  }

  /// One form of the program, such as with a slip and without.
  ///
  /// @param id the name of its file without `.py`
  /// @param names what it is called, by language; empty where there is no other form
  public record Variant(String id, String program, Map<String, String> names) {
    public Variant {
      names = Map.copyOf(names);
    }

    /// What it is called in this language.
    public String name(Locale language) {
      return names.getOrDefault(language.getLanguage(), id);
    }
  }

  public Lesson {
    tour = List.copyOf(tour);
    controls = List.copyOf(controls);
    table = Map.copyOf(table);
    moments = List.copyOf(moments);
    variants = List.copyOf(variants);
    pages = Map.copyOf(pages);
  }

  /// The page in this language.
  public Page page(Locale language) {
    Page page = pages.get(language.getLanguage());
    if (page == null) {
      throw new IllegalArgumentException("lesson " + id + " has no page in " + language);
    }
    return page;
  }

  /// What the columns of the printed table are called in this language.
  public List<String> table(Locale language) {
    return table.getOrDefault(language.getLanguage(), List.of());
  }

  /// The form of the program that is opened first.
  public Variant variant() {
    return variant(opened);
  }

  /// The form of the program of this id.
  public Variant variant(String variant) {
    return variants.stream()
        .filter(one -> one.id().equals(variant))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(id + " has no variant " + variant));
  }

  /// The text of the program as it is opened first.
  public String program() {
    return variant().program();
  }

  /// How its program is run.
  public Options options() {
    return Options.DEFAULT.withLoss(loss);
  }
}
