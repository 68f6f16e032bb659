package backstep.train;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;

/// The local variables that say where a compiled loop is: at which row i and column j, and so at
/// which entry, counted row after row.
final class Counters {
  private final CodeBuilder code;
  private final int rows;
  private final int columns;
  private final int row;
  private final int column;
  private final int entry;

  Counters(CodeBuilder code, int rows, int columns) {
    this.code = code;
    this.rows = rows;
    this.columns = columns;
    row = code.allocateLocal(TypeKind.INT);
    column = code.allocateLocal(TypeKind.INT);
    entry = code.allocateLocal(TypeKind.INT);
  }

  int row() {
    return row;
  }

  int column() {
    return column;
  }

  int entry() {
    return entry;
  }

  /// Writes: the entry follows from row and column.
  void setEntry() {
    code.iload(row).loadConstant(columns).imul().iload(column).iadd().istore(entry);
  }

  /// Whether what a window shows lies at even distances, so that the entry alone says where.
  boolean oneFor(Window window) {
    return window.isEven(rows, columns);
  }

  /// Writes: on the stack goes where the window's entry is.
  void place(Window window) {
    if (oneFor(window)) {
      code.iload(entry).loadConstant(window.evenStride(columns)).imul();
    } else {
      code.iload(row).loadConstant(window.rowStride()).imul();
      code.iload(column).loadConstant(window.columnStride()).imul().iadd();
    }
    code.loadConstant(window.offset()).iadd();
  }
}
