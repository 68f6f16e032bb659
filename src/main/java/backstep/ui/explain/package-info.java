/// What the current step does: its rule, the rule with the step's numbers, and a few plain words.
@NullMarked
package backstep.ui.explain;

import org.jspecify.annotations.NullMarked;
