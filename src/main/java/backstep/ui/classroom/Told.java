package backstep.ui.classroom;

import backstep.trace.Session;
import java.util.Optional;

/// What is said under the stage about the step that was made last.
///
/// @param heading what the step is called
/// @param sentence a sentence or two; may be empty
/// @param place which step of how many this is
/// @param session where the lesson stands; none where nothing runs
public record Told(String heading, String sentence, String place, Optional<Session> session) {}
