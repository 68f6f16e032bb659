/// What learners wrote, kept on disk while they write it.
@NullMarked
package backstep.ui.drafts;

import org.jspecify.annotations.NullMarked;
