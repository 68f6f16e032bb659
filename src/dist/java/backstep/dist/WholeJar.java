package backstep.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A program and its libraries as one, which starts sooner: Java makes itself ready for each jar
/// anew, and what is not compressed need not be unpacked. Classes are in a jar of their own: they
/// come from the cache at nearly every start, which then need not take note of all their names.
///
/// Of a file that several have, the first one's counts. Signatures are left out: they do not hold
/// for the whole, and classes of signed jars cannot be kept in the cache.
final class WholeJar {
  private static final Pattern LEFT_OUT =
      Pattern.compile("META-INF/(INDEX\\.LIST|[^/]+\\.(SF|RSA|DSA|EC))|(.+/)?module-info\\.class");
  // Each adds its lines: what it offers, and the sentences of Eclipse's libraries.
  private static final Pattern JOINED = Pattern.compile("META-INF/services/.+|plugin\\.properties");

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /// Puts what is in a jar into the whole, in the form that this Java would see. The first one is
  /// the program's own, whose manifest counts.
  void add(Path jar) throws IOException {
    add(jar, UnaryOperator.identity());
  }

  /// Puts what is in a jar into the whole, its classes as they are rewritten.
  void add(Path jar, UnaryOperator<byte[]> rewriting) throws IOException {
    try (JarFile file = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
      for (JarEntry entry : file.versionedStream().toList()) {
        if (!LEFT_OUT.matcher(entry.getName()).matches()) {
          try (InputStream in = file.getInputStream(entry)) {
            String name = entry.getName();
            byte[] bytes = in.readAllBytes();
            entries.merge(
                name, name.endsWith(".class") ? rewriting.apply(bytes) : bytes, joining(name));
          }
        }
      }
    }
  }

  /// Puts a file of this name into the whole.
  void add(String name, Path file) throws IOException {
    entries.put(name, Files.readAllBytes(file));
  }

  private static BinaryOperator<byte[]> joining(String name) {
    return JOINED.matcher(name).matches() ? WholeJar::lines : (first, _) -> first;
  }

  private static byte[] lines(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + 1 + second.length);
    both[first.length] = '\n';
    System.arraycopy(second, 0, both, first.length + 1, second.length);
    return both;
  }

  /// Writes the classes with the program's manifest into one jar, all that they read into another.
  /// Every entry is of this time.
  void write(Path classes, Path resources, FileTime time) throws IOException {
    write(classes, time, WholeJar::isCode);
    write(resources, time, name -> !isCode(name));
  }

  private static boolean isCode(String name) {
    return name.endsWith(".class") || name.equals(JarFile.MANIFEST_NAME);
  }

  private void write(Path jar, FileTime time, Predicate<String> names) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.setMethod(ZipOutputStream.STORED);
      for (String name : entries.keySet().stream().filter(names).toList()) {
        byte[] bytes = entries.get(name);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(time);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
      }
    }
  }
}
