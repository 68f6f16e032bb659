package backstep.ui.classroom;

import backstep.ui.kit.Background;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  /// @param making begins to make it, on the screen's thread; nothing where there is nothing to be
  ///   exported
  public record Offer(
      String id, String extension, Function<ExportOptions, Optional<Making>> making) {}

  /// How far it is.
  public record Progress(int done, int all) {}

  /// What is said about an export.
  public record Note(String key, List<Object> arguments, boolean failure) {
    public Note {
      arguments = List.copyOf(arguments);
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
  public record State(
      List<Offer> offers,
      String chosen,
      Scope scope,
      ExportOptions options,
      Optional<Progress> progress,
      Optional<Note> note) {
    public State {
      offers = List.copyOf(offers);
    }

    /// The offer that is chosen.
    Optional<Offer> offer() {
      return offers.stream().filter(one -> one.id().equals(chosen)).findFirst();
    }

    private State with(Scope now) {
      return new State(offers, chosen, now, now.fit(options, scope), progress, note);
    }

    private State with(ExportOptions now) {
      return new State(offers, chosen, scope, now, progress, Optional.empty());
    }

    private State with(Optional<Progress> now, Optional<Note> said) {
      return new State(offers, chosen, scope, options, now, said);
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
              List.of(), "", Scope.NONE, ExportOptions.USUAL, Optional.empty(), Optional.empty()));
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
    State now = state.get();
    List<Offer> more = new ArrayList<>(now.offers());
    more.add(offer);
    String chosen = now.chosen().isEmpty() ? offer.id() : now.chosen();
    state.set(new State(more, chosen, now.scope(), now.options(), now.progress(), now.note()));
  }

  /// Looks what there is to choose from now.
  public void look() {
    state.set(state.get().with(scope.get()));
  }

  /// Chooses what to export.
  public void choose(String id) {
    State now = state.get();
    state.set(
        new State(now.offers(), id, now.scope(), now.options(), now.progress(), Optional.empty()));
  }

  /// Changes how it is exported.
  public void set(UnaryOperator<ExportOptions> change) {
    state.set(state.get().with(change.apply(state.get().options())));
  }

  /// Asks for a file, and exports to it.
  public void export() {
    look();
    State now = state.get();
    if (now.progress().isEmpty()) {
      now.offer()
          .ifPresent(offer ->
              asker
                  .ask(offer, name.get() + "." + offer.extension())
                  .ifPresent(file -> export(offer, file)));
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
          _ -> end(new Note("export.done", List.of(WholeFile.name(file)), false)),
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
