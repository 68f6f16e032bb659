package backstep.paper;

/// A sheet for one learner.
///
/// @param title of the lesson
/// @param seed what its numbers were drawn from; 0 for the program's own
/// @param program its text, with the numbers of this sheet
/// @param quiz its graph
public record Worksheet(String title, int seed, String program, Quiz quiz) {}
