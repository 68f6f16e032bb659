/// What is given out. Of a program: the program with its backward pass, as a text or a notebook,
/// and as a PyTorch script. Of hand-ins: what there is to say of them, and the table of their
/// grades.
@NullMarked
package backstep.handout;

import org.jspecify.annotations.NullMarked;
