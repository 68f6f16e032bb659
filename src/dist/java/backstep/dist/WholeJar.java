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
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A program and its libraries in one jar, which starts sooner: Java makes itself ready for each
/// jar anew, and what is not compressed need not be unpacked.
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

  /// Writes the whole, whose entries are all of this time.
  void write(Path jar, FileTime time) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> one : entries.entrySet()) {
        CRC32 sum = new CRC32();
        sum.update(one.getValue());
        ZipEntry entry = new ZipEntry(one.getKey());
        entry.setLastModifiedTime(time);
        entry.setSize(one.getValue().length);
        entry.setCrc(sum.getValue());
        out.putNextEntry(entry);
        out.write(one.getValue());
        out.closeEntry();
      }
    }
  }
}
