package backstep.ui.sandbox;

import backstep.keep.FileEnding;
import backstep.keep.SafeFile;
import backstep.python.Options;
import backstep.python.SourceFile;
import backstep.ui.kit.Background;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a learner does with a program of their own beside writing it.
///
/// What is opened takes the place of the text as one edit, so that undo brings the text back.
public final class SandboxModel {
  /// The programs to start from, by the names of their files in `examples/`, and of their words.
  public static final List<String> EXAMPLES =
      List.of("plus-loop", "sigmoid-neuron", "softmax", "two-layers", "line-fit", "momentum");

  /// A sentence about a file.
  ///
  /// @param arguments the name of the file, and how long a program may be
  public record Note(String key, List<Object> arguments, boolean failure) {
    public Note {
      arguments = List.copyOf(arguments);
    }
  }

  /// All that there is to show.
  ///
  /// @param open whether the sandbox is open
  /// @param file the notebook whose cell is to be chosen, if it has several
  /// @param offer what there is to choose from
  /// @param loss the loss that was chosen; found by its name if none
  /// @param seed what `np.random` starts from where the program sets none
  public record State(
      boolean open,
      Optional<Note> note,
      Optional<SourceFile> file,
      Offer offer,
      Optional<String> loss,
      long seed) {
    static final State CLOSED =
        new State(false, Optional.empty(), Optional.empty(), Offer.NOTHING, Optional.empty(), 0);

    State with(Optional<Note> other) {
      return new State(open, other, file, offer, loss, seed);
    }

    State with(Offer other) {
      return new State(open, note, file, other, loss, seed);
    }

    State choosing(Optional<SourceFile> other) {
      return new State(open, Optional.empty(), other, offer, loss, seed);
    }

    State with(Optional<String> otherLoss, long otherSeed) {
      return new State(open, note, file, offer, otherLoss, otherSeed);
    }
  }

  /// What there is to choose from in the program at hand.
  ///
  /// @param losses the variables that can be the loss
  /// @param candidates the variables that it could be made to learn
  /// @param learned those that it learns
  public record Offer(List<String> losses, List<String> candidates, Set<String> learned) {
    /// Of no program.
    public static final Offer NOTHING = new Offer(List.of(), List.of(), Set.of());

    public Offer {
      losses = List.copyOf(losses);
      candidates = List.copyOf(candidates);
      learned = Collections.unmodifiableSet(new LinkedHashSet<>(learned));
    }
  }

  /// The program at hand.
  ///
  /// @param write changes it
  /// @param replace puts another one in its place
  public record Actions(
      Supplier<String> text,
      Consumer<String> write,
      Consumer<String> replace,
      Consumer<UnaryOperator<Options>> run,
      Learning learning) {}

  /// Makes the program at hand one that learns.
  @FunctionalInterface
  public interface Learning {
    /// Its text with a backward pass and an update of some variables; none where its graph is too
    /// large to be written out.
    ///
    /// @param backward what stands before the backward pass
    /// @param update what stands before the update
    Optional<String> of(Set<String> parameters, String backward, String update);
  }

  private final Actions actions;
  private final Background.Lane lane;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.CLOSED);

  /// @param background where files are read and written
  public SandboxModel(Actions actions, Background background) {
    this.actions = actions;
    lane = background.lane();
  }

  // --- Properties --------------------------------------------------------------------------------

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public State getState() {
    return state.get();
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Opens the sandbox, with what was chosen for the program that is in it.
  public void open(Optional<String> loss, long seed) {
    lane.cancel();
    state.set(new State(true, Optional.empty(), Optional.empty(), Offer.NOTHING, loss, seed));
  }

  /// Leaves the sandbox.
  public void leave() {
    lane.cancel();
    state.set(State.CLOSED);
  }

  /// Tells what there is to choose from.
  public void offer(Offer offer) {
    if (!state.get().offer.equals(offer)) {
      state.set(state.get().with(offer));
    }
  }

  /// Writes under the program what makes it learn these variables.
  ///
  /// @param backward what stands before the backward pass
  /// @param update what stands before the update
  void learn(Set<String> parameters, String backward, String update) {
    actions
        .learning
        .of(parameters, backward, update)
        .ifPresentOrElse(
            actions.write, () -> say(new Note("sandbox.learn.tooLarge", List.of(), true)));
  }

  /// Takes another variable for the loss, or finds it by its name.
  void setLoss(Optional<String> loss) {
    run(loss, state.get().seed);
  }

  /// Draws other random numbers.
  void setSeed(long seed) {
    run(state.get().loss, seed);
  }

  private void run(Optional<String> loss, long seed) {
    if (!loss.equals(state.get().loss) || seed != state.get().seed) {
      state.set(state.get().with(loss, seed));
      actions.run.accept(options -> options.withLoss(loss).withSeed(seed));
    }
  }

  /// Writes an example in the place of the text.
  void example(String name) {
    try (InputStream stream = SandboxModel.class.getResourceAsStream("/examples/" + name + ".py")) {
      if (stream == null) {
        throw new IllegalArgumentException("no example " + name);
      }
      take(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Opens a file; of a notebook with several cells, one is chosen then.
  public void read(Path file) {
    lane.run(() -> SourceFile.read(file), this::take, this::failed);
  }

  /// Opens what was read from a file.
  public void take(SourceFile file) {
    if (file.texts().size() == 1) {
      take(file.texts().getFirst());
    } else {
      state.set(state.get().choosing(Optional.of(file)));
    }
  }

  /// Writes a cell of the notebook in the place of the text.
  void choose(int cell) {
    state.get().file.ifPresent(file -> take(file.texts().get(cell)));
  }

  /// Closes what is said, or the choice of a cell.
  void dismiss() {
    state.set(state.get().choosing(Optional.empty()));
  }

  private void take(String text) {
    state.set(state.get().choosing(Optional.empty()).with(Optional.empty(), state.get().seed));
    actions.run.accept(options -> options.withLoss(Optional.empty()));
    actions.replace.accept(text);
  }

  /// Saves the text, in a file whose name ends as that of a program does.
  public void save(Path chosen) {
    String text = actions.text.get();
    Path file = FileEnding.of(chosen, "py");
    List<Object> name = List.of(String.valueOf(file.getFileName()));
    lane.run(
        () -> {
          try {
            // By this name the dialog has not asked about a file.
            if (!file.equals(chosen) && Files.exists(file)) {
              throw new FileAlreadyExistsException(file.toString());
            }
            SafeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
            return file;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        _ -> say(new Note("sandbox.saved", name, false)),
        e -> say(new Note(hindrance(e), name, true)));
  }

  private static String hindrance(RuntimeException failure) {
    return failure.getCause() instanceof FileAlreadyExistsException
        ? "sandbox.exists"
        : "sandbox.unsaved";
  }

  private void failed(RuntimeException failure) {
    if (!(failure instanceof SourceFile.Unreadable file)) {
      throw failure;
    }
    say(new Note(file.key(), List.of(file.name(), file.limit()), true));
  }

  /// Says something about a file.
  void say(Note note) {
    state.set(state.get().with(Optional.of(note)));
  }
}
