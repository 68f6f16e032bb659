package backstep.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Everything that a key does in the window, in the order of the sheet that lists the keys, and
/// what is usually pressed for it.
///
/// What a key does is called `key.` and its name in the bundle `kit`: `key.zoom.in` for `ZOOM_IN`.
public enum Keymap {
  NEXT(Group.STEPS, plain(KeyCode.RIGHT), plain(KeyCode.PAGE_DOWN)),
  PREVIOUS(Group.STEPS, plain(KeyCode.LEFT), plain(KeyCode.PAGE_UP)),
  FORWARD(Group.STEPS, plain(KeyCode.F)),
  BACKWARD(Group.STEPS, plain(KeyCode.B)),
  UPDATE(Group.STEPS, plain(KeyCode.U)),
  FORWARD_ALL(Group.STEPS, shift(KeyCode.F)),
  BACKWARD_ALL(Group.STEPS, shift(KeyCode.B)),
  UPDATE_ALL(Group.STEPS, shift(KeyCode.U)),
  PREDICT(Group.STEPS, plain(KeyCode.P)),
  REVEAL(Group.STEPS, shift(KeyCode.P)),
  SHOW(Group.STEPS, plain(KeyCode.H)),
  HIDE(Group.STEPS, shift(KeyCode.H)),

  PLAY(Group.PLAY, plain(KeyCode.SPACE)),
  RUN(Group.PLAY, plain(KeyCode.R)),
  START(Group.PLAY, plain(KeyCode.HOME)),
  END(Group.PLAY, plain(KeyCode.END)),
  PREVIOUS_ITERATION(Group.PLAY, shortcut(KeyCode.LEFT)),
  NEXT_ITERATION(Group.PLAY, shortcut(KeyCode.RIGHT)),
  TEN_ON(Group.PLAY, shift(KeyCode.RIGHT), shift(KeyCode.PAGE_DOWN)),
  TEN_BACK(Group.PLAY, shift(KeyCode.LEFT), shift(KeyCode.PAGE_UP)),
  HUNDRED_ON(Group.PLAY, shortcutShift(KeyCode.RIGHT)),
  HUNDRED_BACK(Group.PLAY, shortcutShift(KeyCode.LEFT)),
  TRAIN(Group.PLAY, shift(KeyCode.R)),
  SLOWER(Group.PLAY, plain(KeyCode.OPEN_BRACKET), shift(KeyCode.COMMA)),
  FASTER(Group.PLAY, plain(KeyCode.CLOSE_BRACKET), shift(KeyCode.PERIOD)),

  WALK(
      Group.GRAPH,
      Reach.OWN,
      plain(KeyCode.LEFT),
      plain(KeyCode.RIGHT),
      plain(KeyCode.UP),
      plain(KeyCode.DOWN)),
  ZOOM_IN(
      Group.GRAPH,
      plain(KeyCode.EQUALS),
      shift(KeyCode.EQUALS),
      plain(KeyCode.PLUS),
      plain(KeyCode.ADD)),
  ZOOM_OUT(Group.GRAPH, plain(KeyCode.MINUS), plain(KeyCode.SUBTRACT)),
  FIT(Group.GRAPH, plain(KeyCode.DIGIT0), plain(KeyCode.NUMPAD0)),
  TIDY(Group.GRAPH, plain(KeyCode.T)),
  FOLD(Group.GRAPH, plain(KeyCode.O)),
  FOLD_ALL(Group.GRAPH, shift(KeyCode.O)),
  STEP_LIST(Group.GRAPH, plain(KeyCode.V)),

  CHECK(Group.EDIT, plain(KeyCode.G)),
  EDIT_CODE(Group.EDIT, Reach.EVERYWHERE, plain(KeyCode.F2)),
  PRACTISE(Group.EDIT, Reach.EVERYWHERE, plain(KeyCode.F3)),
  FIND(Group.EDIT, Reach.OWN, shortcut(KeyCode.F)),
  COMPLETE(Group.EDIT, Reach.OWN, control(KeyCode.SPACE)),
  COMMENT(Group.EDIT, Reach.OWN, shortcut(KeyCode.SLASH)),
  ENTER(Group.EDIT, Reach.OWN, plain(KeyCode.ENTER)),
  LEAVE(Group.EDIT, Reach.OWN, plain(KeyCode.ESCAPE)),
  COPY(Group.EDIT, Reach.OWN, shortcut(KeyCode.C)),
  UNDO(Group.EDIT, shortcut(KeyCode.Z)),
  REDO(Group.EDIT, shortcut(KeyCode.Y), shortcutShift(KeyCode.Z)),

  OPEN(Group.FILE, Reach.EVERYWHERE, shortcut(KeyCode.O)),
  SAVE(Group.FILE, Reach.EVERYWHERE, shortcut(KeyCode.S)),
  SAVE_AS(Group.FILE, Reach.EVERYWHERE, shortcutShift(KeyCode.S)),
  GRADES(Group.FILE, Reach.EVERYWHERE, shortcut(KeyCode.G)),

  NEXT_LESSON(Group.VIEW, Reach.EVERYWHERE, shortcut(KeyCode.PAGE_DOWN)),
  PREVIOUS_LESSON(Group.VIEW, Reach.EVERYWHERE, shortcut(KeyCode.PAGE_UP)),
  LARGER(
      Group.VIEW,
      Reach.EVERYWHERE,
      shortcut(KeyCode.EQUALS),
      shortcutShift(KeyCode.EQUALS),
      shortcut(KeyCode.PLUS),
      shortcut(KeyCode.ADD)),
  SMALLER(Group.VIEW, Reach.EVERYWHERE, shortcut(KeyCode.MINUS), shortcut(KeyCode.SUBTRACT)),
  USUAL_SIZE(Group.VIEW, Reach.EVERYWHERE, shortcut(KeyCode.DIGIT0), shortcut(KeyCode.NUMPAD0)),
  EXPORT(Group.VIEW, Reach.EVERYWHERE, shortcut(KeyCode.E)),
  LANGUAGE(Group.VIEW, plain(KeyCode.L)),

  PRESENT(Group.PRESENT, Reach.EVERYWHERE, plain(KeyCode.F5), shift(KeyCode.F5)),
  SPOTLIGHT(Group.PRESENT, Reach.OWN, plain(KeyCode.S)),
  PEN(Group.PRESENT, Reach.OWN, plain(KeyCode.D)),
  INK(Group.PRESENT, Reach.OWN, plain(KeyCode.C)),
  WIPE(Group.PRESENT, Reach.OWN, plain(KeyCode.W)),
  FREEZE(Group.PRESENT, Reach.OWN, plain(KeyCode.Z)),
  // What the button of a presenter's clicker sends; where it sends B instead, that is a step back.
  DARK(Group.PRESENT, Reach.OWN, plain(KeyCode.PERIOD), plain(KeyCode.DECIMAL)),

  SUMMARY(Group.HELP, plain(KeyCode.I)),
  HELP(Group.HELP, plain(KeyCode.F1), shift(KeyCode.SLASH)),
  NEXT_CONTROL(Group.HELP, Reach.OWN, plain(KeyCode.TAB));

  /// What a key has to do with, under `key.group.` in the bundle `kit`.
  public enum Group {
    STEPS,
    PLAY,
    GRAPH,
    EDIT,
    FILE,
    VIEW,
    PRESENT,
    HELP;

    /// The key of the group's name in the bundle.
    public String words() {
      return "key.group." + name().toLowerCase(Locale.ROOT);
    }

    /// Its keys.
    public List<Keymap> keys() {
      return Stream.of(Keymap.values()).filter(key -> key.group == this).toList();
    }
  }

  /// Whether the learner may choose what is pressed for it: not where what it acts on hears it
  /// itself, as a field for text does.
  public boolean isChangeable() {
    return reach != Reach.OWN || group == Group.PRESENT;
  }

  /// Where a key is heard.
  public enum Reach {
    /// Anywhere in the window but in a field for text, to which its letters belong.
    OUTSIDE_TEXT,
    /// Also in a field for text.
    EVERYWHERE,
    /// Only in what it acts on, which hears it itself.
    OWN
  }

  private final Group group;
  private final Reach reach;

  @SuppressWarnings("ImmutableEnumChecker") // combinations never change
  private final List<KeyCodeCombination> keys;

  Keymap(Group group, KeyCodeCombination... keys) {
    this(group, Reach.OUTSIDE_TEXT, keys);
  }

  Keymap(Group group, Reach reach, KeyCodeCombination... keys) {
    this.group = group;
    this.reach = reach;
    this.keys = List.of(keys);
  }

  private static KeyCodeCombination plain(KeyCode code) {
    return new KeyCodeCombination(code);
  }

  private static KeyCodeCombination shift(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
  }

  private static KeyCodeCombination shortcut(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }

  // Also where the shortcut key is another, and opens something of the system's.
  private static KeyCodeCombination control(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.CONTROL_DOWN);
  }

  private static KeyCodeCombination shortcutShift(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  }

  /// The key of its name in the bundle.
  public String words() {
    return "key." + name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  public Group group() {
    return group;
  }

  public Reach reach() {
    return reach;
  }

  /// All that is usually pressed for it.
  public List<KeyCodeCombination> keys() {
    return keys;
  }
}
