package backstep.lesson;

import backstep.lesson.Narration.Moment;
import backstep.lesson.Narration.Place;
import backstep.lesson.Prose.Look;
import backstep.lesson.Prose.Paragraph;
import backstep.lesson.Prose.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Reads a lesson's page: a small part of Markdown, as CommonMark has it.
///
/// `# title` and an introduction; then `## forward z1` and the like, each with what is said there,
/// and `## ?` with a question: either answers to pick (`- [x] right`, `- [ ] not`, with a reply in
/// the lines under each), or `answer: gradient W1[0,1]` and perhaps a reply, or `mended: VARIANT`
/// and a reply.
final class PageReader {
  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
  // Without a sign that CommonMark may take for markup.
  private static final Pattern PLAIN_TITLE = Pattern.compile("# ([^`*_\\\\\\[\\]<>&!#\\v]+)\\R");
  private static final Pattern PLACE =
      Pattern.compile(
          "(?U)(forward|seed|backward|update)\\s+(\\w+)(?:\\s+from\\s+(\\w+))?(?:\\s+in\\s+(\\w+))?");
  private static final Pattern PICK = Pattern.compile("\\[([ xX])]\\s+(.*)", Pattern.DOTALL);
  private static final Pattern ANSWER = Pattern.compile("(answer|mended):(.*)");

  private final String lesson;
  private final String file;
  private final List<Narration> narrations = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();

  private PageReader(String lesson, String file) {
    this.lesson = lesson;
    this.file = file;
  }

  /// @throws LessonException if the page is not written so
  static Page read(String lesson, String file, String markdown) {
    return new PageReader(lesson, file).page(PARSER.parse(markdown));
  }

  /// The page, which is read when more of it is asked for than its title.
  ///
  /// @throws LessonException if the page does not begin with a plain title and is not written so;
  ///   for any other page that is thrown by what is asked of it first
  static Page later(String lesson, String file, String markdown) {
    Matcher title = PLAIN_TITLE.matcher(markdown);
    return title.lookingAt()
        ? new Page(title.group(1).strip(), () -> read(lesson, file, markdown).body())
        : read(lesson, file, markdown);
  }

  // ---- Sections

  private Page page(Node document) {
    Node first = document.getFirstChild();
    if (!(first instanceof Heading title) || title.getLevel() != 1) {
      throw new LessonException(lesson, file, OptionalInt.of(1), "begin the page with `# Title`.");
    }
    List<Node> body = new ArrayList<>();
    Heading heading = title;
    Prose introduction = Prose.NONE;
    for (Node block = first.getNext(); ; block = block.getNext()) {
      if (block != null && !(block instanceof Heading)) {
        body.add(block);
        continue;
      }
      if (heading.equals(title)) {
        introduction = prose(heading, body);
      } else {
        section(heading, body);
      }
      body.clear();
      if (block == null) {
        Page.Body read = new Page.Body(introduction, narrations, questions);
        return new Page(text(title), () -> read);
      }
      heading = (Heading) block;
    }
  }

  private void section(Heading heading, List<Node> body) {
    String name = text(heading);
    Matcher place = PLACE.matcher(name);
    if (heading.getLevel() != 2) {
      throw fault(heading, "write a section's heading with two signs: `## " + name + "`.");
    }
    if (name.equals("?")) {
      questions.add(question(heading, body));
    } else if (place.matches()) {
      narrations.add(new Narration(place(heading, place), prose(heading, body), line(heading)));
    } else {
      throw fault(
          heading,
          "a section is `## forward NAME`, `## seed NAME`, `## backward NAME`, `## update NAME` or"
              + " `## ?`, not `## "
              + name
              + "`.");
    }
  }

  /// Reads `backward x from a`.
  ///
  /// @throws IllegalArgumentException if it is not written so
  static Place place(String text) {
    Matcher written = PLACE.matcher(text);
    if (!written.matches()) {
      throw new IllegalArgumentException("a place is written `backward NAME`, not: " + text);
    }
    return place(written);
  }

  private static Place place(Matcher written) {
    return new Place(
        Moment.valueOf(written.group(1).toUpperCase(Locale.ROOT)),
        written.group(2),
        Optional.ofNullable(written.group(3)),
        Optional.ofNullable(written.group(4)));
  }

  private Place place(Heading heading, Matcher written) {
    Place place = place(written);
    if (narrations.stream().anyMatch(other -> other.place().equals(place))) {
      throw fault(heading, "`" + place + "` is there already; put both into one section.");
    }
    return place;
  }

  // ---- Questions

  private Question question(Heading heading, List<Node> body) {
    int at = 0;
    while (at < body.size() && !isAnswer(body.get(at))) {
      at++;
    }
    if (at == body.size()) {
      throw fault(
          heading,
          "a question needs answers to pick, `- [x] right` and `- [ ] not`, or a line"
              + " `answer: gradient NAME`, or `mended: VARIANT`.");
    }
    Prose asked = prose(heading, body.subList(0, at));
    Node answer = body.get(at);
    List<Node> rest = body.subList(at + 1, body.size());
    if (answer instanceof BulletList list) {
      if (!rest.isEmpty()) {
        throw fault(rest.getFirst(), "nothing may follow the answers to pick.");
      }
      return new Question.Picked(asked, picks(list), line(heading));
    }
    Matcher line = ANSWER.matcher(text(answer));
    if (!line.matches()) {
      throw new IllegalStateException("no answer: " + text(answer));
    }
    String written = line.group(2).strip();
    Prose reply = rest.isEmpty() ? Prose.NONE : prose(heading, rest);
    if (line.group(1).equals("mended")) {
      return new Question.Mended(asked, written, reply, line(heading));
    }
    Figure figure =
        Figure.read(written)
            .orElseThrow(() ->
                fault(
                    answer,
                    "an answer is a figure of the program, such as `answer: gradient W[0]`, not `"
                        + written
                        + "`."));
    return new Question.Typed(asked, figure, reply, line(heading));
  }

  private static boolean isAnswer(Node block) {
    return block instanceof BulletList
        || (block instanceof org.commonmark.node.Paragraph
            && ANSWER.matcher(text(block)).matches());
  }

  private List<Question.Pick> picks(BulletList list) {
    List<Question.Pick> picks = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      picks.add(pick((ListItem) item));
    }
    if (picks.stream().filter(Question.Pick::right).count() != 1) {
      throw fault(list, "exactly one answer to pick is right: mark it `- [x]`.");
    }
    return picks;
  }

  // The first line is the answer, the lines under it are the reply.
  private Question.Pick pick(ListItem item) {
    List<Piece> answer = new ArrayList<>();
    List<Piece> reply = new ArrayList<>();
    Node paragraph = item.getFirstChild();
    if (!(paragraph instanceof org.commonmark.node.Paragraph) || paragraph.getNext() != null) {
      throw fault(item, "an answer is `- [ ] answer`, with its reply in the line under it.");
    }
    boolean replies = false;
    for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof SoftLineBreak && !replies) {
        replies = true;
      } else {
        (replies ? reply : answer).add(piece(item, node));
      }
    }
    answer = merged(answer);
    Matcher mark = PICK.matcher(answer.isEmpty() ? "" : answer.getFirst().text());
    if (!mark.matches() || reply.isEmpty()) {
      throw fault(
          item,
          "an answer is `- [ ] answer` or `- [x] answer`, with its reply in the line under it.");
    }
    answer.set(0, new Piece(mark.group(2), Look.PLAIN));
    boolean right = !mark.group(1).isBlank();
    return new Question.Pick(prose(item, answer), right, prose(item, merged(reply)));
  }

  // ---- Text

  private Prose prose(Heading heading, List<Node> blocks) {
    if (blocks.isEmpty()) {
      throw fault(heading, "say something under `" + text(heading) + "`.");
    }
    return new Prose(blocks.stream().map(this::paragraph).toList());
  }

  private static Prose prose(ListItem item, List<Piece> pieces) {
    return new Prose(List.of(new Paragraph(pieces, line(item))));
  }

  private Paragraph paragraph(Node block) {
    if (!(block instanceof org.commonmark.node.Paragraph)) {
      throw fault(block, "only paragraphs may stand here.");
    }
    List<Piece> pieces = new ArrayList<>();
    for (Node node = block.getFirstChild(); node != null; node = node.getNext()) {
      pieces.add(piece(block, node));
    }
    return new Paragraph(merged(pieces), line(block));
  }

  private Piece piece(Node block, Node inline) {
    return switch (inline) {
      case Text text when text.getLiteral().contains("**") || text.getLiteral().contains("`") ->
          throw fault(
              block,
              "a `**` or a backquote is left open. Bold letters begin and end with a letter or a"
                  + " digit: `**a**b`, not `**a)**b`.");
      case Text text -> new Piece(text.getLiteral(), Look.PLAIN);
      case SoftLineBreak _ -> new Piece(" ", Look.PLAIN);
      case Code code -> new Piece(code.getLiteral(), Look.CODE);
      case StrongEmphasis strong -> new Piece(text(strong), Look.STRONG);
      default -> throw fault(block, "only plain text, `**bold**` and `` `code` `` may stand here.");
    };
  }

  // CommonMark cuts a text at each sign that might have been markup.
  private static List<Piece> merged(List<Piece> pieces) {
    List<Piece> merged = new ArrayList<>();
    for (Piece piece : pieces) {
      if (!merged.isEmpty() && merged.getLast().look() == piece.look()) {
        merged.add(new Piece(merged.removeLast().text() + piece.text(), piece.look()));
      } else {
        merged.add(piece);
      }
    }
    return merged;
  }

  private static String text(Node block) {
    StringBuilder text = new StringBuilder();
    for (Node node = block.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text literal -> text.append(literal.getLiteral());
        case Code code -> text.append(code.getLiteral());
        case SoftLineBreak _ -> text.append(' ');
        default -> text.append(text(node));
      }
    }
    return text.toString().strip();
  }

  private LessonException fault(Node block, String remedy) {
    return new LessonException(lesson, file, OptionalInt.of(line(block)), remedy);
  }

  private static int line(Node block) {
    return block.getSourceSpans().isEmpty()
        ? 1
        : block.getSourceSpans().getFirst().getLineIndex() + 1;
  }
}
