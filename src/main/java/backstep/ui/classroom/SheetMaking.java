package backstep.ui.classroom;

import backstep.paper.Worksheet;
import backstep.paper.WorksheetPdf;
import backstep.words.Words;
import java.util.ArrayList;
import java.util.List;

/// Makes worksheets one after another, and then one PDF of them.
final class SheetMaking implements Making {
  private final Sheets sheets;
  private final ExportOptions.Paper paper;
  private final Words words;
  private final List<Worksheet> made = new ArrayList<>();

  SheetMaking(Sheets sheets, ExportOptions.Paper paper, Words words) {
    this.sheets = sheets;
    this.paper = paper;
    this.words = words;
  }

  @Override
  public int parts() {
    return paper.count();
  }

  @Override
  public Runnable part(int index) {
    int seed = paper.seed() + index;
    return () ->
        made.add(
            sheets
                .sheet(seed, paper.blanks())
                .orElseThrow(() -> new ExportException("export.noNumbers")));
  }

  @Override
  public byte[] file() {
    return WorksheetPdf.of(made, paper.blanks(), paper.size(), words);
  }
}
