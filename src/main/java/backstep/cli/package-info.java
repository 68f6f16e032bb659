/// The command line: run, check and differentiate programs without a window.
///
/// What a command prints is a contract; problems go to standard error in one clear message.
@NullMarked
package backstep.cli;

import org.jspecify.annotations.NullMarked;
