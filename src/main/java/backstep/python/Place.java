package backstep.python;

/// Tells one leaf of a run from all others, also in a run of the same program with other numbers in
/// it: a number that changes moves no other leaf to another line, and none ahead of another.
///
/// @param line the line in which the leaf is named, or in which it enters a formula without a name
/// @param count how many leaves the run had made in that line before
public record Place(int line, int count) {}
