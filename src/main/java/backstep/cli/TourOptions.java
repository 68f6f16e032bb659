package backstep.cli;

import java.nio.file.Path;
import java.util.Optional;

/// How a tour is to look, and where it goes.
///
/// @param folder where to write; made if it does not exist
/// @param language `ko` or `en`
/// @param theme `light`, `dark` or `projector`
/// @param width of the pictures, in pixels
/// @param height of the pictures, in pixels
/// @param typeSize in percent of the usual size
/// @param lesson the id of the only lesson to play; none for all
public record TourOptions(
    Path folder,
    String language,
    String theme,
    int width,
    int height,
    int typeSize,
    Optional<String> lesson) {}
