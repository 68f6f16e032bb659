package backstep.lesson;

import backstep.graph.Iteration;
import backstep.lesson.Lesson.Variant;
import backstep.lesson.Narration.Place;
import backstep.python.Draft;
import backstep.python.Origins;
import backstep.python.ProblemException;
import backstep.python.Program;
import backstep.python.Run;
import backstep.tensor.Tensor;
import backstep.trace.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// Whether what a lesson says belongs to what its program does.
public final class LessonCheck {
  private record Ran(Iteration iteration, Origins origins, String printed) {}

  private final Lesson lesson;
  private final Map<String, Ran> runs = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  private LessonCheck(Lesson lesson) {
    this.lesson = lesson;
  }

  /// What is amiss: for each fault the lesson, the file, the line, and what to write instead.
  public static List<String> of(Lesson lesson) {
    LessonCheck check = new LessonCheck(lesson);
    lesson.variants().forEach(check::run);
    if (check.faults.isEmpty()) {
      lesson.pages().forEach((language, page) -> check.page(language + ".md", page));
      check.settings();
      check.compare();
    }
    return List.copyOf(check.faults);
  }

  /// Nothing, where every form of the program runs.
  ///
  /// @throws LessonException if one does not
  public static void requireRuns(Lesson lesson) {
    LessonCheck check = new LessonCheck(lesson);
    lesson.variants().forEach(check::run);
    if (!check.faults.isEmpty()) {
      throw new LessonException(String.join("\n", check.faults));
    }
  }

  private void fault(String file, OptionalInt line, String remedy) {
    faults.add(String.valueOf(new LessonException(lesson.id(), file, line, remedy).getMessage()));
  }

  private void run(Variant variant) {
    String file = variant.id() + ".py";
    try {
      Run run = Program.of(variant.program()).run(lesson.options());
      if (run.problem().isPresent()) {
        throw run.problem().get().raise();
      }
      run.last();
      runs.put(variant.id(), new Ran(run.iteration(0).orElseThrow(), run.origins(), run.printed()));
    } catch (ProblemException e) {
      fault(
          file,
          OptionalInt.of(e.problem().span().line()),
          "the program does not run: " + e.problem());
    }
  }

  // ---- One page

  private void page(String file, Page page) {
    for (Narration narration : page.narrations()) {
      place(file, narration);
    }
    for (Question question : page.questions()) {
      OptionalInt line = OptionalInt.of(question.line());
      question.figure().ifPresent(figure -> answer(file, line, figure));
      if (question instanceof Question.Mended mended) {
        mended(file, line, mended);
      }
      prose(question).forEach(prose -> figures(file, prose, lesson.opened()));
    }
    figures(file, page.introduction(), lesson.opened());
  }

  private void place(String file, Narration narration) {
    Place place = narration.place();
    OptionalInt line = OptionalInt.of(narration.line());
    String variant = place.variant().orElse(lesson.opened());
    Ran ran = runs.get(variant);
    if (ran == null) {
      fault(file, line, "`in " + variant + "` names no variant of lesson.properties.");
    } else if (!isThere(place, ran)) {
      fault(
          file,
          line,
          "no step of " + variant + ".py fits `" + place + "`; write a variable of the program.");
    } else {
      figures(file, narration.text(), variant);
    }
  }

  private static boolean isThere(Place place, Ran ran) {
    return Trace.of(ran.iteration).steps().stream().anyMatch(s -> place.fits(s, ran.origins));
  }

  private void figures(String file, Prose text, String variant) {
    Ran ran = runs.get(variant);
    for (Prose.Paragraph paragraph : text.paragraphs()) {
      OptionalInt line = OptionalInt.of(paragraph.line());
      for (Figure figure : paragraph.figures()) {
        if (ran == null || figure.in(ran.iteration, ran.origins).isEmpty()) {
          fault(file, line, "the program has no `" + figure + "`; write another figure.");
        }
      }
      if (paragraph.hasNearFigure()) {
        fault(file, line, "write a figure as `{value x}`, `{gradient W[0]}` or `{after W}`.");
      }
    }
  }

  private void answer(String file, OptionalInt line, Figure figure) {
    Ran ran = runs.get(lesson.opened());
    Optional<Tensor> value = ran == null ? Optional.empty() : figure.in(ran.iteration, ran.origins);
    if (value.filter(v -> v.size() == 1 && v.isFinite()).isEmpty()) {
      fault(file, line, "`answer: " + figure + "` is not one number; name an entry, as in `W[0]`.");
    }
  }

  // There must be a slip, and a form without it.
  private void mended(String file, OptionalInt line, Question.Mended question) {
    Ran ran = runs.get(question.variant());
    if (ran == null || Question.Mended.amiss(ran.iteration, ran.origins).isEmpty()) {
      fault(file, line, "`mended: " + question.variant() + "` names no form with a slip.");
    }
    if (runs.values().stream()
        .noneMatch(one -> Question.Mended.amiss(one.iteration, one.origins).isEmpty())) {
      fault(file, line, "no form of the program shows how the slip is mended.");
    }
  }

  private static List<Prose> prose(Question question) {
    return switch (question) {
      case Question.Mended mended -> List.of(mended.text(), mended.reply());
      case Question.Typed typed -> List.of(typed.text(), typed.reply());
      case Question.Picked picked ->
          Stream.concat(
                  Stream.of(picked.text()),
                  picked.picks().stream().flatMap(pick -> Stream.of(pick.text(), pick.reply())))
              .toList();
    };
  }

  // ---- The settings

  private void settings() {
    Ran ran = runs.get(lesson.opened());
    for (Place place : lesson.moments()) {
      if (ran == null || !isThere(place, ran)) {
        setting("no step fits `" + place + "` in `moments`.");
      }
    }
    for (Control control : lesson.controls()) {
      Stream.concat(Stream.of(control.variable()), control.draws().stream())
          .filter(variable -> lesson.variants().stream().noneMatch(v -> sets(v, variable)))
          .forEach(
              variable -> setting("no program sets `" + variable + "` of `controls` to a number."));
    }
    lesson
        .table()
        .forEach((language, names) -> {
          if (!names.isEmpty() && (ran == null || PrintedTable.of(ran.printed, names).isEmpty())) {
            setting(
                "`table.%s` names %d columns, but no line that the program prints has as many figures."
                    .formatted(language, names.size()));
          }
        });
  }

  private void setting(String remedy) {
    fault("lesson.properties", OptionalInt.empty(), remedy);
  }

  private static boolean sets(Variant variant, String variable) {
    return Draft.of(variant.program()).canSet(variable);
  }

  // ---- Both languages

  private void compare() {
    lesson
        .pages()
        .forEach((language, page) ->
            lesson
                .pages()
                .forEach((other, one) -> compare(language + ".md", page, other + ".md", one)));
  }

  private void compare(String file, Page page, String otherFile, Page other) {
    Set<Place> missing = places(other);
    missing.removeAll(places(page));
    for (Place place : missing) {
      fault(
          file,
          OptionalInt.empty(),
          "`## " + place + "` is only in " + otherFile + "; say it here too.");
    }
    List<String> kinds = page.questions().stream().map(Question::kind).toList();
    List<String> others = other.questions().stream().map(Question::kind).toList();
    if (!kinds.equals(others) && file.compareTo(otherFile) < 0) {
      fault(
          file,
          OptionalInt.empty(),
          "its questions, " + kinds + ", are not those of " + otherFile + ", " + others + ".");
    }
  }

  private static Set<Place> places(Page page) {
    Set<Place> places = new LinkedHashSet<>();
    page.narrations().forEach(narration -> places.add(narration.place()));
    return places;
  }
}
