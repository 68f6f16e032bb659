/// What is handed out on paper or as a drawing: line drawings of graphs, and worksheets as PDF.
@NullMarked
package backstep.paper;

import org.jspecify.annotations.NullMarked;
