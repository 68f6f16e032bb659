/// What is given out of a program: the program with its backward pass, as a text or a notebook, and
/// as a PyTorch script.
@NullMarked
package backstep.handout;

import org.jspecify.annotations.NullMarked;
