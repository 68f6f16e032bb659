package backstep.ui.player;

import backstep.ui.player.BarButton.Wording;

/// How the bar makes do with the width there is; of these, the first that fits.
enum Fit {
  WHOLE(false, Wording.ALL),
  WITHOUT_KEYS(false, Wording.WORDS),
  BRIEF(false, Wording.BRIEF),
  TWO_ROWS(true, Wording.ALL),
  TWO_ROWS_WITHOUT_KEYS(true, Wording.WORDS),
  TWO_BRIEF_ROWS(true, Wording.BRIEF),
  TWO_BRIEFER_ROWS(true, Wording.STEPS),
  TWO_ROWS_OF_KEYS(true, Wording.KEYS),
  TWO_ROWS_OF_ICONS(true, Wording.ICONS);

  private final boolean split;
  private final Wording wording;

  Fit(boolean split, Wording wording) {
    this.split = split;
    this.wording = wording;
  }

  /// Whether the timeline has a row of its own.
  boolean isSplit() {
    return split;
  }

  Wording wording() {
    return wording;
  }
}
