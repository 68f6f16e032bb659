package backstep.keep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// Writes a file so that at every moment, whatever fails, either the old content is there or the
/// new one, whole.
///
/// The new content is written beside the old, forced onto the disk, and then takes the old one's
/// name in one step.
public final class SafeFile {
  private static final String HEAD = ".backstep-";
  private static final String END = ".new";
  private static final Pattern FRESH = Pattern.compile("\\.backstep-[0-9a-f]{16}\\.new");
  // The clock of a folder on another machine may be hours from this one's.
  private static final long STALE_HOURS = 24;
  private static final int MOST_LINKS = 40;

  private SafeFile() {}

  /// Writes a file, in a folder that is there. Where it is a link, what it leads to is written, and
  /// made if it is not there.
  ///
  /// @throws IOException if it cannot be; the file is as it was then
  public static void write(Path file, byte[] content) throws IOException {
    Path target = target(file);
    Path folder = target.getParent();
    if (folder == null || (Files.exists(target) && !Files.isRegularFile(target))) {
      throw new IOException("no file: " + target);
    }
    // Whoever may write the folder could take the name of a file that is not to be written.
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new AccessDeniedException(target.toString());
    }
    Path fresh = folder.resolve(HEAD + random() + END);
    try {
      writeNew(fresh, content);
      keepPermissions(target, fresh);
      // Where that cannot be done in one step it is not done: there might be a moment with neither.
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException e) {
      remove(fresh, e);
      throw e;
    }
    force(folder);
    sweep(folder);
  }

  private static Path target(Path file) throws IOException {
    Path at = file.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(at); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(file.toString());
      }
      at = at.resolveSibling(Files.readSymbolicLink(at));
    }
    return at;
  }

  private static void remove(Path fresh, Exception why) {
    try {
      Files.deleteIfExists(fresh);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  /// Reads a file; nothing that goes on for ever, or waits for another program.
  ///
  /// @param most how many bytes it may have; of a longer one, one byte more is returned
  public static byte[] read(Path file, int most) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException("no file: " + file);
    }
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

  // Some disks know of no permissions, and refuse to set any.
  private static void keepPermissions(Path old, Path fresh) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
    if (view != null && Files.exists(old)) {
      Set<PosixFilePermission> wanted = Files.getPosixFilePermissions(old);
      if (!view.readAttributes().permissions().equals(wanted)) {
        view.setPermissions(wanted);
      }
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
        if (isFresh(path) && Files.getLastModifiedTime(path).toInstant().isBefore(before)) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException | RuntimeException e) {
      // It lies there for longer.
    }
  }

  // The learner's own files may be called nearly so.
  private static boolean isFresh(Path path) {
    return FRESH.matcher(String.valueOf(path.getFileName())).matches()
        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }
}
