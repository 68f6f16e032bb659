package backstep.ui.classroom;

import backstep.keep.FileEnding;
import backstep.ui.kit.Background;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is handed out as a file: chosen, made bit by bit, and written.
public final class ExportModel {
  /// Something that can be exported. It is called `export.kind.` and its id.
  ///
  /// @param id tells it from the others
  /// @param extension of its files, without the dot
  /// @param hindrance why it cannot be made now, as the key of a sentence; nothing where it can
  /// @param making begins to make it, on the screen's thread; nothing where there is nothing to be
  ///   exported
  public record Offer(
      String id,
      String extension,
      Function<ExportOptions, Optional<String>> hindrance,
      Function<ExportOptions, Optional<Making>> making) {}

  /// How far it is.
  public record Progress(int done, int all) {}

  /// What is said about an export.
  public record Note(String key, List<Object> arguments, boolean failure) {
    public Note {
      arguments = List.copyOf(arguments);
    }

    static Note written(Path file) {
      Path folder = file.toAbsolutePath().getParent();
      return new Note("export.done", List.of(WholeFile.name(file), String.valueOf(folder)), false);
    }

    /// Whether it says where a file was written.
    public boolean isWritten() {
      return key.equals("export.done");
    }
  }

  /// What there is to choose from in the lesson at hand.
  ///
  /// @param plots the ids of the charts that are seen
  /// @param steps how many steps its iteration has
  public record Scope(List<String> plots, int steps) {
    static final Scope NONE = new Scope(List.of(), 0);

    public Scope {
      plots = List.copyOf(plots);
    }

    // A chart that is gone is not exported, and another iteration is seen whole.
    private ExportOptions fit(ExportOptions options, Scope before) {
      String first = plots.isEmpty() ? "" : plots.getFirst();
      ExportOptions fit = plots.contains(options.plot()) ? options : options.withPlot(first);
      return steps == before.steps
          ? fit
          : fit.withFilm(options.film().withFrom(1).withTo(Math.max(1, steps)));
    }
  }

  /// All that there is to know, at one moment.
  ///
  /// @param chosen the id of the offer that is chosen; empty while there is none
  /// @param hindrances why offers cannot be made, by their ids
  public record State(
      List<Offer> offers,
      String chosen,
      Scope scope,
      ExportOptions options,
      Map<String, String> hindrances,
      Optional<Progress> progress,
      Optional<Note> note) {
    public State {
      offers = List.copyOf(offers);
      hindrances = Map.copyOf(hindrances);
    }

    /// The offer that is chosen.
    Optional<Offer> offer() {
      return offers.stream().filter(one -> one.id().equals(chosen)).findFirst();
    }

    /// Why the offer that is chosen cannot be made.
    Optional<String> hindrance() {
      return Optional.ofNullable(hindrances.get(chosen));
    }

    private State with(List<Offer> others) {
      String first = chosen.isEmpty() ? others.getFirst().id() : chosen;
      return new State(others, first, scope, options, hindrances, progress, note);
    }

    // Whatever else is chosen, nothing was said of it yet.
    private State with(String id) {
      return new State(offers, id, scope, options, hindrances, progress, Optional.empty());
    }

    private State with(Scope now) {
      ExportOptions fit = now.fit(options, scope);
      return new State(offers, chosen, now, fit, hindrances, progress, Optional.empty());
    }

    private State with(ExportOptions now) {
      return new State(offers, chosen, scope, now, hindrances, progress, Optional.empty());
    }

    private State with(Optional<Progress> now, Optional<Note> said) {
      return new State(offers, chosen, scope, options, hindrances, now, said);
    }

    private State judged() {
      Map<String, String> found = new HashMap<>();
      offers.forEach(
          offer -> offer.hindrance().apply(options).ifPresent(why -> found.put(offer.id(), why)));
      return new State(offers, chosen, scope, options, found, progress, note);
    }
  }

  /// Asks for the file to write.
  public interface Asker {
    /// @param name what it may be called
    Optional<Path> ask(Offer offer, String name);
  }

  private final Background.Lane lane;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(
          this,
          "state",
          new State(
              List.of(),
              "",
              Scope.NONE,
              ExportOptions.USUAL,
              Map.of(),
              Optional.empty(),
              Optional.empty()));
  private Asker asker = (_, _) -> Optional.empty();
  private Supplier<String> name = () -> "backstep";
  private Supplier<Scope> scope = () -> Scope.NONE;
  private AtomicBoolean stopped = new AtomicBoolean();

  public ExportModel(Background background) {
    lane = background.lane();
  }

  // --- Properties --------------------------------------------------------------------------------

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public State getState() {
    return state.get();
  }

  /// Tells what a file may be called, without its extension.
  public void setName(Supplier<String> supplier) {
    name = supplier;
  }

  /// Tells what there is to choose from.
  public void setScope(Supplier<Scope> supplier) {
    scope = supplier;
  }

  /// Who asks for the file.
  public void setAsker(Asker dialog) {
    asker = dialog;
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Offers one more; the first is chosen.
  public void offer(Offer offer) {
    List<Offer> more = new ArrayList<>(state.get().offers());
    more.add(offer);
    state.set(state.get().with(more));
  }

  /// Looks what there is to choose from now, and what of it can be made. What was said before is
  /// over.
  public void look() {
    state.set(state.get().with(scope.get()).judged());
  }

  /// Chooses what to export.
  public void choose(String id) {
    state.set(state.get().with(id).judged());
  }

  /// Changes how it is exported.
  public void set(UnaryOperator<ExportOptions> change) {
    state.set(state.get().with(change.apply(state.get().options())).judged());
  }

  /// Asks for a file, and exports to it; says so instead where that cannot be done.
  public void export() {
    if (state.get().progress().isPresent()) {
      return;
    }
    look();
    State now = state.get();
    if (now.hindrance().isPresent()) {
      refuse(now.hindrance().get());
    } else {
      now.offer()
          .ifPresent(offer ->
              asker
                  .ask(offer, name.get() + "." + offer.extension())
                  .ifPresent(file -> exportAs(offer, file)));
    }
  }

  // What it is decides how its name ends. By that name the dialog has not asked about a file.
  private void exportAs(Offer offer, Path chosen) {
    Path file = FileEnding.of(chosen, offer.extension());
    if (file.equals(chosen)) {
      export(offer, file);
    } else {
      lane.run(() -> WholeFile.unused(file), _ -> export(offer, file), this::fail);
    }
  }

  private void export(Offer offer, Path file) {
    Optional<Making> making;
    try {
      making = offer.making().apply(state.get().options());
    } catch (ExportException e) {
      end(e.note());
      return;
    }
    if (making.isEmpty()) {
      end(new Note("export.nothing", List.of(), true));
      return;
    }
    stopped = new AtomicBoolean();
    part(making.get(), file, 0);
  }

  private void part(Making making, Path file, int index) {
    say(Optional.of(new Progress(index, making.parts())), Optional.empty());
    if (index == making.parts()) {
      AtomicBoolean stop = stopped;
      lane.run(
          () -> {
            WholeFile.write(file, making.file(), stop::get);
            return file;
          },
          _ -> end(Note.written(file)),
          this::fail);
      return;
    }
    Runnable work = making.part(index);
    lane.run(
        () -> {
          work.run();
          return index;
        },
        _ -> part(making, file, index + 1),
        this::fail);
  }

  private void fail(RuntimeException failure) {
    if (failure instanceof ExportException known) {
      end(known.note());
    } else {
      say(Optional.empty(), Optional.empty());
      throw failure;
    }
  }

  /// Stops what is being exported; no file is left of it.
  public void cancel() {
    if (state.get().progress().isPresent()) {
      stopped.set(true);
      lane.cancel();
      end(new Note("export.cancelled", List.of(), false));
    }
  }

  /// Says why nothing was exported.
  void refuse(String key, Object... arguments) {
    end(new Note(key, List.of(arguments), true));
  }

  private void end(Note note) {
    say(Optional.empty(), Optional.of(note));
  }

  private void say(Optional<Progress> progress, Optional<Note> note) {
    state.set(state.get().with(progress, note));
  }
}
