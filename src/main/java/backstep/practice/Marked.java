package backstep.practice;

import backstep.python.SourceFile;

/// A hand-in with what it is worth.
///
/// @param file as it was read to be judged; without texts where it could not be
public record Marked(Grade grade, SourceFile file) {}
