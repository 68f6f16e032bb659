/// The small Python: a true subset of Python with NumPy, from text to figures.
///
/// Whatever is accepted here is valid Python and means the same there. Whatever is not is refused
/// with a [backstep.python.Problem] that says where, what, and what to write instead.
@NullMarked
package backstep.python;

import org.jspecify.annotations.NullMarked;
