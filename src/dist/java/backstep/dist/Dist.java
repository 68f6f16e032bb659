package backstep.dist;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Packs the program with a runtime of its own, for people who have no Java: a folder that runs
/// from anywhere, and an installer where its tools are there.
///
/// A Java program in one file, run by `./mvnw -Pdist verify` when the jar and its libraries lie in
/// the folder `target`.
public final class Dist {
  /// The systems that there are packages for, and where each keeps its parts.
  private enum Os {
    LINUX("Backstep", "bin/Backstep", "lib/app", "lib/runtime", "png", "deb"),
    MAC(
        "Backstep.app",
        "Contents/MacOS/Backstep",
        "Contents/app",
        "Contents/runtime/Contents/Home",
        "icns",
        "dmg"),
    WINDOWS("Backstep", "Backstep.exe", "app", "runtime", "ico", "msi");

    final String folder;
    final String launcher;
    final String app;
    final String runtime;
    final String icon;
    final String installer;

    Os(String folder, String launcher, String app, String runtime, String icon, String installer) {
      this.folder = folder;
      this.launcher = launcher;
      this.app = app;
      this.runtime = runtime;
      this.icon = icon;
      this.installer = installer;
    }

    static Os here() {
      String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
      return name.contains("win") ? WINDOWS : name.contains("mac") ? MAC : LINUX;
    }

    // What makes its installer.
    List<String> tools() {
      return switch (this) {
        case LINUX -> List.of("dpkg-deb", "fakeroot");
        case MAC -> List.of("hdiutil");
        case WINDOWS -> List.of("wix");
      };
    }

    boolean hasTools() {
      return tools().stream().allMatch(Os::isThere);
    }

    private static boolean isThere(String tool) {
      return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
          .map(Path::of)
          .anyMatch(folder ->
              Files.isExecutable(folder.resolve(tool))
                  || Files.isExecutable(folder.resolve(tool + ".exe")));
    }
  }

  // JavaFX, what the libraries use of Java by jdeps, the file system of a jar, in which the lessons
  // lie, and how numbers are written in Korea. SQL is only there for classes of Jackson's that are
  // never used: without it they cannot be kept in the cache, and are fetched at each start.
  private static final String MODULES =
      "javafx.controls,javafx.swing,org.controlsfx.controls,java.logging,java.net.http,java.prefs,"
          + "java.sql,java.xml,jdk.localedata,jdk.unsupported,jdk.unsupported.desktop,jdk.zipfs";
  private static final String JAR = "backstep.jar";
  private static final String RESOURCES = "resources.jar";
  private static final String MAIN = "backstep.Main";
  private static final String CACHE = "backstep.aot";
  // Of the program with its cache. Why the cache cannot be used is not worth a word: the start then
  // only takes longer. With a cache Java's compilers take up what was used much in the training as
  // soon as it is used a little, which is all of it at the start, and have one of two cores for it;
  // so the first waits twice as long as usual and copies only short methods into those that call
  // them, and the second waits until something has been called some hundred thousand times. With
  // less memory for each thread to begin with, the first garbage is collected after the start. For
  // what is called by reflection no code is made, and nothing is counted for tools that look at
  // Java from outside.
  private static final List<String> CACHED =
      List.of(
          "-XX:AOTCache=$APPDIR/" + CACHE,
          "-Xlog:aot*=off",
          "-Djdk.reflect.useNativeAccessorOnly=true",
          "-XX:CompileThresholdScaling=2",
          "-XX:C1MaxInlineSize=14",
          "-XX:Tier2InvokeNotifyFreqLog=17",
          "-XX:Tier2BackedgeNotifyFreqLog=20",
          "-XX:TLABSize=128k",
          "-XX:-UsePerfData");
  // The cache is refused beside jars of another time, and installers give files new ones.
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
  private static final Map<String, String> CLOCK =
      Map.of("SOURCE_DATE_EPOCH", String.valueOf(TIME.to(TimeUnit.SECONDS)));
  private static final Pattern NATIVE = Pattern.compile("[^/]+\\.(so|dylib|dll)");
  private static final Pattern LICENCE =
      Pattern.compile(
          "([^/]+/)*(licen[cs]e|notice|copying|about)[^/]*?(\\.(txt|md|html))?",
          Pattern.CASE_INSENSITIVE);

  private final Os os = Os.here();
  private final Path jdk = Path.of(System.getProperty("java.home"));
  private final Path project;
  private final Path target;
  private final Path work;
  private final Path program;
  private final String version;
  private final List<String> options;

  private Dist(Path project, String name, String version, List<String> options) {
    this.project = project;
    this.target = project.resolve("target");
    this.work = target.resolve("dist");
    this.program = target.resolve(name + ".jar");
    // Installers know whole numbers only.
    this.version = version.replace("-SNAPSHOT", "");
    // The cache that is made here takes the place of the one that the JDK shares by itself.
    this.options = options.stream().filter(option -> !option.startsWith("-Xshare")).toList();
  }

  /// @param arguments the project's folder, the name of its jar, its version, and the flags of the
  ///   program's Java
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> all = List.of(arguments);
    new Dist(Path.of(all.get(0)), all.get(1), all.get(2), all.subList(3, all.size())).make();
  }

  private void make() throws IOException, InterruptedException {
    Path listed = target.resolve("THIRD-PARTY.txt");
    delete(work);
    Path input = Files.createDirectories(work.resolve("input"));
    Path modules = Files.createDirectories(work.resolve("modules"));
    List<Path> libraries = jars(target.resolve("app/libraries"));
    for (Path jar : jars(target.resolve("app/modules"))) {
      if (isModule(jar)) {
        Files.copy(jar, modules.resolve(jar.getFileName()));
      }
    }
    Path licences = Files.createDirectories(input.resolve("licences"));
    Files.copy(project.resolve("LICENSE"), licences.resolve("Backstep.txt"));
    Files.copy(listed, licences.resolve("THIRD-PARTY.txt"));
    List<Path> others = Stream.concat(libraries.stream(), jars(modules).stream()).toList();
    for (Path jar : others) {
      String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
      extract(jar, LICENCE, licences.resolve(name));
    }
    copyAll(project.resolve("src/dist/licences"), licences);
    WholeJar whole = new WholeJar();
    try (URLClassLoader classes = loader(Stream.concat(Stream.of(program), others.stream()))) {
      whole.add(program, new Bootstraps(classes)::writtenOut);
    }
    for (Path library : libraries) {
      whole.add(library);
    }
    Path sheets = joinSheets(modules);
    for (Path sheet : files(sheets)) {
      whole.add("css/" + sheet.getFileName(), sheet);
    }
    whole.write(input.resolve(JAR), input.resolve(RESOURCES), TIME);

    writeIcon();
    Path image = image(input, modules);
    copyNatives(modules, image);
    train(image);
    say("%s: %d MB", image, size(image) >> 20);
    if (os.hasTools()) {
      installer(image);
    } else {
      say("No .%s: %s is missing.", os.installer, String.join(" or ", os.tools()));
    }
  }

  // --- Jars --------------------------------------------------------------------------------------

  private static List<Path> jars(Path folder) throws IOException {
    return files(folder).stream().filter(file -> file.toString().endsWith(".jar")).toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  // The program knows which sheets a theme has, and only JavaFX how it keeps them.
  private Path joinSheets(Path modules) throws IOException, InterruptedException {
    Path sheets = work.resolve("sheets");
    run(
        List.of(
            jdk.resolve("bin/java").toString(),
            "--module-path",
            modules.toString(),
            "--add-modules",
            "javafx.graphics",
            "-cp",
            program + File.pathSeparator + target.resolve("app/libraries/*"),
            "backstep.ui.kit.JoinedSheet",
            sheets.toString()),
        Map.of());
    return sheets;
  }

  private static URLClassLoader loader(Stream<Path> jars) throws IOException {
    List<URL> all = new ArrayList<>();
    for (Path jar : jars.toList()) {
      all.add(jar.toUri().toURL());
    }
    return new URLClassLoader(all.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  // Beside the modules that hold JavaFX lie empty jars that only name them.
  private static boolean isModule(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.getEntry("module-info.class") != null;
    }
  }

  // What is called so in a jar, from whatever folder of it; what is there already stays.
  private static void extract(Path jar, Pattern names, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        if (names.matcher(entry.getName()).matches()) {
          Path file =
              Files.createDirectories(folder).resolve(Path.of(entry.getName()).getFileName());
          if (!Files.exists(file)) {
            try (InputStream in = zip.getInputStream(entry)) {
              Files.copy(in, file);
            }
          }
        }
      }
    }
  }

  // --- The image ---------------------------------------------------------------------------------

  private Path image(Path input, Path modules) throws IOException, InterruptedException {
    run(
        jpackage(
            "app-image",
            "--input",
            input.toString(),
            // The first on the class path: what is read is looked for there.
            "--main-jar",
            RESOURCES,
            "--main-class",
            MAIN,
            "--module-path",
            modules.toString(),
            "--add-modules",
            MODULES,
            "--jlink-options",
            "--strip-debug --no-header-files --no-man-pages --include-locales=en,ko"
                + " --compress zip-6 --exclude-resources=regex:/javafx[^/]+/"
                + NATIVE),
        Map.of());
    return work.resolve(os.folder);
  }

  // What JavaFX has for the system lies in its jars. Left there it is copied into the user's home
  // at the first start, and compared with the copy at each one.
  private void copyNatives(Path modules, Path image) throws IOException {
    Path folder = image.resolve(os.runtime).resolve(os == Os.WINDOWS ? "bin" : "lib");
    for (Path jar : jars(modules)) {
      // On Windows some of it is Microsoft's, which Java has as well.
      extract(jar, NATIVE, folder);
    }
  }

  // What every call of it says.
  private List<String> jpackage(String type, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                jdk.resolve("bin/jpackage").toString(),
                "--type",
                type,
                "--name",
                "Backstep",
                "--app-version",
                version,
                "--description",
                "Makes backpropagation visible",
                "--icon",
                icon().toString(),
                "--dest",
                work.toString()));
    command.addAll(List.of(more));
    return command;
  }

  private Path icon() {
    return work.resolve("backstep." + os.icon);
  }

  // Formats that are no more than a frame around a PNG.
  private void writeIcon() throws IOException {
    byte[] png = Files.readAllBytes(project.resolve("assets/icon/backstep-256.png"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    switch (os) {
      case LINUX -> {}
      case MAC -> {
        out.writeBytes("icns");
        out.writeInt(16 + png.length);
        out.writeBytes("ic08");
        out.writeInt(8 + png.length);
      }
      case WINDOWS -> {
        // One picture; a side of 0 is 256; one plane of 32 bits; the PNG begins at byte 22.
        out.write(new byte[] {0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 32, 0});
        out.writeInt(Integer.reverseBytes(png.length));
        out.writeInt(Integer.reverseBytes(22));
      }
    }
    out.write(png);
    Files.write(icon(), bytes.toByteArray());
  }

  // Classes are kept as they stand after lessons were played: loaded, linked, and with a note
  // of what is used most.
  private void train(Path image) throws IOException, InterruptedException {
    Path app = image.resolve(os.app);
    Path cache = app.resolve(CACHE);
    Path kept = work.resolve("training");
    for (Path jar : jars(app)) {
      Files.setLastModifiedTime(jar, TIME);
    }
    writeLauncher(image, options);
    run(
        List.of(image.resolve(os.launcher).toString(), "rehearse", kept.toString()),
        Map.of(
            "JAVA_TOOL_OPTIONS",
            "-XX:AOTCacheOutput=%s -Djava.util.prefs.userRoot=%s"
                .formatted(cache.toAbsolutePath(), kept.toAbsolutePath())));
    if (!Files.exists(cache)) {
      throw new IllegalStateException("no cache came of the training");
    }
    writeLauncher(image, Stream.concat(options.stream(), CACHED.stream()).toList());
    delete(kept);
    deleteTools(image);
  }

  // How the program is started.
  private void writeLauncher(Path image, List<String> flags) throws IOException {
    if (os == Os.LINUX) {
      writeScript(image, flags);
    } else {
      writeSettings(image.resolve(os.app).resolve("Backstep.cfg"), flags);
    }
  }

  // jpackage's launcher finds its flags in a file.
  private static void writeSettings(Path file, List<String> flags) throws IOException {
    Stream<String> kept =
        Files.readAllLines(file).stream()
            .filter(line -> !line.startsWith("java-options=") || line.contains("jpackage."));
    Files.write(
        file, Stream.concat(kept, flags.stream().map(flag -> "java-options=" + flag)).toList());
  }

  // On Linux jpackage's launcher asks the package managers at every start whom it belongs to, which
  // takes a tenth of a second and more. A script takes its place.
  private void writeScript(Path image, List<String> flags) throws IOException {
    Files.deleteIfExists(image.resolve(os.app).resolve("Backstep.cfg"));
    Files.deleteIfExists(image.resolve("lib/libapplauncher.so"));
    String quoted =
        flags.stream()
            .map(flag -> '"' + flag.replace("$APPDIR", "$app") + '"')
            .collect(Collectors.joining(" "));
    Files.writeString(
        image.resolve(os.launcher),
        """
        #!/bin/sh
        here=$(readlink -f "$0")
        root=${here%%/bin/*}
        app=$root/%s
        exec "$root/%s/bin/java" %s -cp "$app/%s:$app/%s" %s "$@"
        """
            .formatted(os.app, os.runtime, quoted, RESOURCES, JAR, MAIN));
  }

  // The script needs what starts Java, a launcher of jpackage nothing. On Windows Java's libraries
  // lie among them.
  private void deleteTools(Path image) throws IOException {
    if (os == Os.WINDOWS) {
      return;
    }
    try (Stream<Path> tools = Files.list(image.resolve(os.runtime).resolve("bin"))) {
      for (Path tool : tools.toList()) {
        if (os != Os.LINUX || !tool.endsWith("java")) {
          Files.delete(tool);
        }
      }
    }
  }

  // --- The installer -----------------------------------------------------------------------------

  private void installer(Path image) throws IOException, InterruptedException {
    Path association =
        Files.writeString(
            work.resolve("association.properties"),
            """
            extension=backstep
            mime-type=application/x-backstep
            description=Backstep session
            icon=%s
            """
                .formatted(icon().toString().replace('\\', '/')));
    List<String> command =
        jpackage(
            os.installer,
            "--vendor",
            "Backstep",
            "--app-image",
            image.toString(),
            "--file-associations",
            association.toString(),
            "--license-file",
            project.resolve("LICENSE").toString());
    command.addAll(
        switch (os) {
          case LINUX ->
              List.of(
                  "--linux-package-name",
                  "backstep",
                  "--linux-menu-group",
                  "Education;",
                  "--linux-app-category",
                  "education",
                  "--linux-deb-maintainer",
                  "backstep@example.org",
                  "--linux-package-deps",
                  "libgtk-3-0 | libgtk-3-0t64, libgl1, libxxf86vm1",
                  "--resource-dir",
                  project.resolve("src/dist/linux").toString(),
                  "--linux-shortcut");
          case WINDOWS -> List.of("--win-menu", "--win-shortcut-prompt", "--win-per-user-install");
          case MAC -> List.of();
        });
    run(command, CLOCK);
    try (Stream<Path> files = Files.list(work)) {
      for (Path made : files.filter(f -> f.toString().endsWith("." + os.installer)).toList()) {
        say("%s: %d MB", made, Files.size(made) >> 20);
      }
    }
  }

  // --- Files and processes -----------------------------------------------------------------------

  private void run(List<String> command, Map<String, String> more)
      throws IOException, InterruptedException {
    Path log = work.resolve("log.txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(more);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    if (builder.start().waitFor() != 0) {
      throw new IllegalStateException(
          String.join(" ", command) + "\n" + Files.readString(log, StandardCharsets.UTF_8));
    }
  }

  private static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(file -> {
            try {
              Files.delete(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static void say(String format, Object... arguments) {
    System.out.printf(format + "%n", arguments);
  }
}
