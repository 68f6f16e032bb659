package backstep.lesson;

import backstep.graph.Iteration;
import backstep.python.Origins;
import backstep.trace.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a lesson says in one language. What stands under its title may be read only when it is
/// first asked for, on any thread.
public final class Page {
  private final String title;
  private final Supplier<Body> reading;
  private @Nullable Body body;

  /// What stands under the title.
  ///
  /// @param introduction a few sentences
  /// @param narrations in the order of the page
  /// @param questions in the order of the page
  record Body(Prose introduction, List<Narration> narrations, List<Question> questions) {
    Body {
      narrations = List.copyOf(narrations);
      questions = List.copyOf(questions);
    }
  }

  /// @param title a few words
  /// @param reading called when more is asked for than the title, until it gives something
  Page(String title, Supplier<Body> reading) {
    this.title = title;
    this.reading = reading;
  }

  /// A few words.
  public String title() {
    return title;
  }

  /// A few sentences.
  public Prose introduction() {
    return body().introduction;
  }

  /// What is said of its steps, in the order of the page.
  public List<Narration> narrations() {
    return body().narrations;
  }

  /// What is asked, in the order of the page.
  public List<Question> questions() {
    return body().questions;
  }

  /// @throws LessonException if the page is not written as it should be
  synchronized Body body() {
    if (body == null) {
      body = reading.get();
    }
    return body;
  }

  /// What is said at a step. Where it is said more narrowly for this variant, or for where a
  /// gradient comes from, the wider saying is left out. Once the slip of a variant is mended, what
  /// is said of it no longer holds: in its place is said what is right now.
  ///
  /// @param iteration of the step
  /// @param variant of the program at hand
  public List<Prose> at(Step step, Iteration iteration, Origins origins, String variant) {
    Predicate<Narration> isOfVariant =
        narration -> narration.place().variant().map(variant::equals).orElse(false);
    List<Narration> fitting =
        narrations().stream()
            .filter(n -> n.place().variant().isEmpty() || isOfVariant.test(n))
            .filter(narration -> narration.place().fits(step, origins))
            .toList();
    Optional<Prose> mended =
        mended(iteration, origins, variant).filter(_ -> fitting.stream().anyMatch(isOfVariant));
    List<Narration> said =
        fitting.stream().filter(n -> mended.isEmpty() || !isOfVariant.test(n)).toList();
    return Stream.concat(
            said.stream()
                .filter(n -> said.stream().noneMatch(p -> p.place().narrows(n.place())))
                .map(Narration::text),
            mended.stream())
        .toList();
  }

  private Optional<Prose> mended(Iteration iteration, Origins origins, String variant) {
    return questions().stream()
        .filter(Question.Mended.class::isInstance)
        .map(Question.Mended.class::cast)
        .filter(question -> question.variant().equals(variant))
        .filter(_ -> Question.Mended.isMended(iteration, origins))
        .map(Question.Mended::reply)
        .findFirst();
  }
}
