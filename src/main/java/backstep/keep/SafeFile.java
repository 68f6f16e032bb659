package backstep.keep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// Writes a file so that at every moment, whatever fails, either the old content is there or the
/// new one, whole.
///
/// The new content is written beside the old, forced onto the disk, and then takes the old one's
/// name in one step.
public final class SafeFile {
  private static final String HEAD = ".backstep-";
  private static final String END = ".new";
  private static final long STALE_HOURS = 1;

  private SafeFile() {}

  /// Writes a file, in a folder that is there. Where it is a link, what it leads to is written.
  ///
  /// @throws IOException if it cannot be; the file is as it was then
  public static void write(Path file, byte[] content) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new IOException("no file: " + target);
    }
    Path fresh = folder.resolve(HEAD + random() + END);
    try {
      writeNew(fresh, content);
      keepPermissions(target, fresh);
      move(fresh, target);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
    force(folder);
    sweep(folder);
  }

  /// Reads a file.
  ///
  /// @param most how many bytes it may have; of a longer one, one byte more is returned
  public static byte[] read(Path file, int most) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(most + 1);
    }
  }

  private static String random() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  private static void writeNew(Path fresh, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static void keepPermissions(Path old, Path fresh) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
    if (view != null && Files.exists(old)) {
      view.setPermissions(Files.getPosixFilePermissions(old));
    }
  }

  private static void move(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  // So that the name is on the disk too. Some systems open no folder; there it comes a little
  // later.
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The file is whole all the same.
    }
  }

  // Who was killed while writing left a file behind. Another program may be writing one now.
  private static void sweep(Path folder) {
    Instant before = Instant.now().minus(STALE_HOURS, ChronoUnit.HOURS);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, HEAD + "*" + END)) {
      for (Path path : left) {
        if (Files.getLastModifiedTime(path).toInstant().isBefore(before)) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException | RuntimeException e) {
      // It lies there for longer.
    }
  }
}
