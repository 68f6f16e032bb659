package backstep.lesson;

import backstep.python.Origins;
import backstep.trace.Step;
import java.util.List;

/// What a lesson says in one language.
///
/// @param title a few words
/// @param introduction a few sentences
/// @param narrations in the order of the page
/// @param questions in the order of the page
public record Page(
    String title, Prose introduction, List<Narration> narrations, List<Question> questions) {
  public Page {
    narrations = List.copyOf(narrations);
    questions = List.copyOf(questions);
  }

  /// What is said at a step. Where it is said more narrowly for this variant, or for where a
  /// gradient comes from, the wider saying is left out.
  ///
  /// @param variant of the program at hand
  public List<Prose> at(Step step, Origins origins, String variant) {
    List<Narration.Place> places =
        narrations.stream()
            .map(Narration::place)
            .filter(place -> place.variant().map(variant::equals).orElse(true))
            .filter(place -> place.fits(step, origins))
            .toList();
    return narrations.stream()
        .filter(narration -> places.contains(narration.place()))
        .filter(narration -> places.stream().noneMatch(p -> p.narrows(narration.place())))
        .map(Narration::text)
        .toList();
  }
}
