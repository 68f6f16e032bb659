package backstep.ui.plot;

import backstep.ui.kit.chart.Samples;

/// A run that was kept to be compared with others.
///
/// @param label the settings it was made with, such as `rate 0.1`
/// @param losses its losses by iteration, from 1
/// @param slot which of the looks of kept runs it has, as long as it is kept
public record Kept(String label, Samples losses, int slot) {}
