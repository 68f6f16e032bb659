"""Measures how long the packaged program takes to start, beside two bare windows of JavaFX: one
with a label, and one that uses the libraries of the program's window.

All run from the package, the bare windows without its cache, and these also by a JDK from the jars
of their libraries: in turn, on an Xvfb of their own (Debian's xvfb), whose frame buffer is looked at
every ten milliseconds. Prints medians: seconds from the start of the process to the first and to the
last change on the screen, and its CPU time. The screen is black before, and has no pointer, whose
change would count as one of the window.

    ./mvnw -Pdist verify -DskipTests
    python3 src/bench/python/start.py [RUNS]
"""

import mmap
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
IMAGE = ROOT / "target/dist/Backstep"
SETTLED = 2.5  # seconds without a change
HEADER = 4096  # bytes of a frame buffer that are no picture
CACHED = '"-XX:AOTCache'  # the first flag of those for a start with the cache


def bare_windows(work):
    """The commands that open bare windows, as the package's launcher starts Java for the program."""
    # What is there without a JAVA_HOME must be a JDK of at least 25 as well.
    tools = Path(os.environ["JAVA_HOME"], "bin") if "JAVA_HOME" in os.environ else Path()
    names = ["BareWindow", "BareLibrariesWindow"]
    sources = [ROOT / f"src/bench/java/backstep/ui/{name}.java" for name in names]
    classes = work / "classes"
    program = ":".join(str(IMAGE / "lib/app" / jar) for jar in ["resources.jar", "backstep.jar"])
    modules = ["--module-path", str(ROOT / "target/app/modules")]
    modules += ["--add-modules", "javafx.controls"]
    subprocess.run([tools / "javac", *modules, "-cp", program, "-d", classes, *sources], check=True)
    flags = re.findall(r'"(-[^"]+)"', (IMAGE / "bin/Backstep").read_text().split(CACHED)[0])
    java = [IMAGE / "lib/runtime/bin/java", *flags, "-cp"]
    libraries = ":".join(map(str, sorted((ROOT / "target/app/libraries").glob("*.jar"))))
    jdk = [tools / "java", *modules, "--enable-native-access=javafx.graphics"]
    jdk += ["--sun-misc-unsafe-memory-access=allow", "-cp"]
    return {
        "bare window": [*java, classes, "backstep.ui.BareWindow"],
        "with libraries": [*java, f"{classes}:{program}", "backstep.ui.BareLibrariesWindow"],
        "bare, by JDK": [*jdk, classes, "backstep.ui.BareWindow"],
        "libraries, JDK": [*jdk, f"{classes}:{libraries}", "backstep.ui.BareLibrariesWindow"],
    }


def picture(buffer):
    return zlib.crc32(memoryview(buffer)[HEADER:])


def cpu(process):
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def start(command, buffer, environment, data):
    time.sleep(1)
    seen = picture(buffer)
    began = time.monotonic()
    program = subprocess.Popen(
        command,
        env=environment | {"XDG_DATA_HOME": data},  # or it would bring back what was killed
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    first = last = None
    while last is None or time.monotonic() - began - last < SETTLED:
        now = picture(buffer)
        if now != seen:
            seen, last = now, time.monotonic() - began
            first = first or last
        if time.monotonic() - began > 60:
            sys.exit("nothing was shown within a minute")
        time.sleep(0.01)
    used = cpu(program.pid)
    os.killpg(program.pid, signal.SIGKILL)
    program.wait()
    return first, last, used


def main(runs):
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        commands = bare_windows(work) | {"Backstep": [IMAGE / "bin/Backstep"]}
        ready, told = os.pipe()
        xvfb = ["Xvfb", "-displayfd", str(told), "-screen", "0", "1440x900x24", "-fbdir", folder]
        xvfb += ["-br", "-nocursor"]
        server = subprocess.Popen(xvfb + ["-nolisten", "tcp"], pass_fds=[told], stderr=subprocess.DEVNULL)
        try:
            display = ":" + os.read(ready, 16).decode().strip()
            environment = os.environ | {"HOME": folder, "DISPLAY": display}
            results = {name: [] for name in commands}
            with open(work / "Xvfb_screen0", "rb") as file:
                buffer = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                for run in range(runs + 1):
                    for name, command in commands.items():
                        result = start(command, buffer, environment, tempfile.mkdtemp(dir=folder))
                        if run:  # the first warms the disk
                            results[name].append(result)
            for name, measured in results.items():
                medians = [statistics.median(column) for column in zip(*measured)]
                print("%-14s first paint %.2f  settled %.2f  CPU %.1f" % (name, *medians))
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
