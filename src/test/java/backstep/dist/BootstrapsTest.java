package backstep.dist;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.cli.Launch;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URISyntaxException;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Calls that are written out")
class BootstrapsTest {
  private static final Bootstraps BOOTSTRAPS =
      new Bootstraps(BootstrapsTest.class.getClassLoader());

  private static final ClassFile FILES =
      ClassFile.of(
          ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing(BootstrapsTest.class.getClassLoader())));

  record All(
      int a, long b, short c, byte d, char e, boolean f, float g, double h, String i, Object j) {
    // This one, and each that differs from it in one component.
    static List<Object> some() {
      return List.of(
          new All(1, 2, (short) 3, (byte) 4, '5', true, 6, 7, "8", List.of(1)),
          new All(-1, 2, (short) 3, (byte) 4, '5', true, 6, 7, "8", List.of(1)),
          new All(1, 1L << 40, (short) 3, (byte) 4, '5', true, 6, 7, "8", List.of(1)),
          new All(1, 2, (short) -3, (byte) 4, '5', true, 6, 7, "8", List.of(1)),
          new All(1, 2, (short) 3, (byte) -4, '5', true, 6, 7, "8", List.of(1)),
          new All(1, 2, (short) 3, (byte) 4, '\uffff', true, 6, 7, "8", List.of(1)),
          new All(1, 2, (short) 3, (byte) 4, '5', false, 6, 7, "8", List.of(1)),
          new All(1, 2, (short) 3, (byte) 4, '5', true, Float.NaN, 7, "8", List.of(1)),
          new All(1, 2, (short) 3, (byte) 4, '5', true, 0f, 7, "8", List.of(1)),
          new All(1, 2, (short) 3, (byte) 4, '5', true, -0f, 7, "8", List.of(1)),
          new All(1, 2, (short) 3, (byte) 4, '5', true, 6, Double.NaN, "8", List.of(1)),
          new All(1, 2, (short) 3, (byte) 4, '5', true, 6, 0, "8", List.of(1)),
          new All(1, 2, (short) 3, (byte) 4, '5', true, 6, -0.0, "8", List.of(1)),
          new All(1, 2, (short) 3, (byte) 4, '5', true, 6, 7, "9", List.of(1)),
          new All(1, 2, (short) 3, (byte) 4, '5', true, 6, 7, null, List.of(1)),
          new All(1, 2, (short) 3, (byte) 4, '5', true, 6, 7, "8", List.of(2)),
          new All(1, 2, (short) 3, (byte) 4, '5', true, 6, 7, "8", null));
    }
  }

  record None() {
    static List<Object> some() {
      return List.of(new None(), new None());
    }
  }

  /// A `switch` in an interface, with conditions.
  public interface Choice extends Function<Object, String> {
    @Override
    default String apply(Object any) {
      return of(any, 0) + of(any, 1) + outer(any);
    }

    private static String of(Object any, int times) {
      return switch (any) {
        case null -> "null";
        case Integer number when number > 5 + times -> "large";
        case Integer number when number > 2 + times -> "middle " + number;
        case Integer _ -> "small";
        case Number number -> "number " + number;
        case String text when text.isEmpty() -> "empty";
        case CharSequence text -> "text " + text;
        case int[] numbers -> "numbers " + numbers.length;
        default -> "other";
      };
    }

    private static boolean outer(Object any) {
      return any instanceof Comparable<?>;
    }
  }

  /// Makes one without a lambda, which would be found in the class as it was.
  public static final class Chooser implements Choice {}

  /// A `switch` with cases that are no types.
  public static final class Mixed implements Function<Object, String> {
    @Override
    public String apply(Object any) {
      return switch (any) {
        case TimeUnit unit when unit == TimeUnit.DAYS -> "days";
        case TimeUnit unit -> named(unit);
        case String text -> word(text);
        default -> "other";
      };
    }

    private static String named(TimeUnit unit) {
      return switch (unit) {
        case HOURS -> "hours";
        case TimeUnit other when other.toNanos(1) < 1_000_000 -> "short";
        case TimeUnit other -> other.name();
      };
    }

    private static String word(String text) {
      return switch (text) {
        case "a" -> "A";
        case String longer when longer.length() > 3 -> "long";
        case String other -> other;
      };
    }
  }

  // Knows classes as they are written out; what it does not know are the ones of the tests.
  private static final class Rewriting extends ClassLoader {
    private final List<Class<?>> types;

    Rewriting(Class<?>... types) {
      super(BootstrapsTest.class.getClassLoader());
      this.types = List.of(types);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null || types.stream().noneMatch(type -> type.getName().equals(name))) {
        return loaded == null ? super.loadClass(name, resolve) : loaded;
      }
      byte[] bytes = BOOTSTRAPS.writtenOut(bytes(super.loadClass(name, false)));
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  private static byte[] bytes(Class<?> type) {
    try (InputStream in =
        type.getResourceAsStream(type.getName().replaceFirst(".*\\.", "") + ".class")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @DisplayName("compare records as Java does")
  @ValueSource(classes = {All.class, None.class})
  void records(Class<?> type) throws ReflectiveOperationException {
    List<Object> usual = some(type);
    List<Object> rewritten = some(new Rewriting(type).loadClass(type.getName()));

    for (int i = 0; i < usual.size(); i++) {
      Object one = rewritten.get(i);
      assertThat(one.hashCode()).isEqualTo(usual.get(i).hashCode());
      assertThat(one).isNotEqualTo(null).isNotEqualTo("another").isNotEqualTo(usual.get(i));
      for (int j = 0; j < usual.size(); j++) {
        assertThat(one.equals(rewritten.get(j)))
            .as("%s and %s", usual.get(i), usual.get(j))
            .isEqualTo(usual.get(i).equals(usual.get(j)));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Object> some(Class<?> type) throws ReflectiveOperationException {
    var some = type.getDeclaredMethod("some");
    some.setAccessible(true);
    return (List<Object>) some.invoke(null);
  }

  @ParameterizedTest
  @DisplayName("choose the case that Java chooses")
  @ValueSource(classes = {Chooser.class, Mixed.class})
  void switches(Class<? extends Function<Object, String>> type)
      throws ReflectiveOperationException {
    Class<?> rewritten = new Rewriting(type, Choice.class).loadClass(type.getName());
    Function<Object, String> usual = made(type);
    Function<Object, String> written = made(rewritten);

    assertThat(rewritten).isNotEqualTo(type);
    List<Object> asked =
        List.of(9, 6, 4, 3, 1, 2.5, "", "a", "text", CharBuffer.wrap("x"), new int[2], List.of());
    assertThat(asked.stream().map(written))
        .containsExactlyElementsOf(asked.stream().map(usual).toList());
    assertThat(Stream.of(TimeUnit.values()).map(written))
        .containsExactlyElementsOf(Stream.of(TimeUnit.values()).map(usual).toList());
  }

  @Test
  @DisplayName("tell null from all others")
  void noObject() throws ReflectiveOperationException {
    Class<?> type = new Rewriting(Chooser.class, Choice.class).loadClass(Chooser.class.getName());

    assertThat(made(type).apply(null)).isEqualTo("nullnullfalse");
  }

  @SuppressWarnings("unchecked")
  private static Function<Object, String> made(Class<?> type) throws ReflectiveOperationException {
    return (Function<Object, String>) type.getConstructor().newInstance();
  }

  @Test
  @DisplayName("are no more in any class of the program, and each is sound")
  void program() throws IOException, URISyntaxException {
    Path classes =
        Path.of(Launch.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> left = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        byte[] written = BOOTSTRAPS.writtenOut(Files.readAllBytes(file));
        assertThat(FILES.verify(written)).as(file.toString()).isEmpty();
        left.addAll(calls(written));
      }
    }
    assertThat(left).contains("toString").doesNotContain("equals", "hashCode", "typeSwitch");
  }

  private static List<String> calls(byte[] file) {
    return FILES.parse(file).methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .flatMap(element ->
            element instanceof InvokeDynamicInstruction call
                ? Stream.of(call.name().stringValue())
                : Stream.empty())
        .distinct()
        .toList();
  }
}
