/// Lessons: a folder each, with a program, its settings and its words in both languages.
@NullMarked
package backstep.lesson;

import org.jspecify.annotations.NullMarked;
