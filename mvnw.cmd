@echo off
rem Starts Backstep, or runs Maven on it, on a JDK of at least 25.
rem
rem   mvnw                             starts the program
rem   mvnw -q -Dapp.args="run FILE"    runs one of its commands: its output, its exit code
rem   mvnw verify                      runs Maven: any phase, goal or option
rem
rem The first two build what has changed and then start Java themselves, so that Maven adds
rem nothing to what the program prints.
rem
rem Maven itself: the pinned one if it was unpacked before; else it is fetched from Apache's
rem archive (or from the repository that MVNW_REPOURL names) and checked; else an mvn of at
rem least 3.8.

setlocal EnableExtensions DisableDelayedExpansion
set "MAVEN_VERSION=3.9.16"
set "MAVEN_SHA512=831a8591fe20c8243b1dbe7d71e3244f31d1665b0804b2e825e38cbbe5ce0cafb8338851f90780735568773e0a6cd07bbec107cda0b896b008b861075358b6f6"
set "JDK_VERSION=25"
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"

rem --- What is asked for ---------------------------------------------------------------------

set "QUIET="
set "OFFLINE="
set "PROGRAM="
set "MAVEN_WORDS="
set "APP_ARGS="
set "APP_JVM="
:word
if [%1]==[] goto words_done
set "WORD=%~1"
if "%WORD:~0,11%"=="-Dapp.args=" goto whole_args
if "%WORD%"=="-Dapp.args" goto split_args
if "%WORD%"=="-Dapp.jvm" goto split_jvm
if "%WORD:~0,10%"=="-Dapp.jvm=" goto whole_jvm
if "%WORD%"=="-q" set "QUIET=-q" & goto next_word
if "%WORD%"=="--quiet" set "QUIET=-q" & goto next_word
if "%WORD%"=="-o" set "OFFLINE=-o" & goto next_word
if "%WORD%"=="--offline" set "OFFLINE=-o" & goto next_word
if "%WORD%"=="-B" goto next_word
if "%WORD%"=="-ntp" goto next_word
set "MAVEN_WORDS=yes"
:next_word
shift
goto word

:whole_args
set "PROGRAM=yes"
set "APP_ARGS=%WORD:~11%"
goto next_word

rem cmd takes an equals sign outside quotes for a blank.
:split_args
set "PROGRAM=yes"
set "APP_ARGS=%~2"
shift
goto next_word

:whole_jvm
set "APP_JVM=%WORD:~10%"
goto next_word

:split_jvm
set "APP_JVM=%~2"
shift
goto next_word

:words_done
if not defined MAVEN_WORDS set "PROGRAM=yes"

rem --- A JDK ---------------------------------------------------------------------------------

set "JDK="
if defined JAVA_HOME call :try_jdk "%JAVA_HOME%"
for %%j in (javac.exe) do if not "%%~$PATH:j"=="" call :try_jdk "%%~dp$PATH:j.."
for %%r in (
    "%ProgramFiles%\Eclipse Adoptium"
    "%ProgramFiles%\Java"
    "%ProgramFiles%\Microsoft"
    "%ProgramFiles%\Zulu"
    "%ProgramFiles%\Amazon Corretto"
    "%ProgramFiles%\BellSoft"
    "%ProgramFiles%\OpenJDK"
    "%ProgramFiles%\SapMachine\JDK"
    "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
    "%USERPROFILE%\.jdks"
    "%USERPROFILE%\scoop\apps\openjdk"
) do for /d %%d in ("%%~r\*") do call :try_jdk "%%~d"
if not defined JDK (
    echo mvnw: Backstep needs a JDK of version %JDK_VERSION% or newer, and there is none in JAVA_HOME, on the PATH or in the usual places.>&2
    exit /b 1
)
set "JAVA_HOME=%JDK%"
set "PATH=%JDK%\bin;%PATH%"

rem --- Maven ---------------------------------------------------------------------------------

set "STORE=%USERPROFILE%\.m2\wrapper\dists\backstep"
if defined MAVEN_USER_HOME set "STORE=%MAVEN_USER_HOME%\wrapper\dists\backstep"
set "PINNED=%STORE%\apache-maven-%MAVEN_VERSION%"
set "MAVEN=%PINNED%\bin\mvn.cmd"
set "REASON=could not be fetched"
if exist "%MAVEN%" goto maven_found
call :fetch_maven
if exist "%MAVEN%" goto maven_found

set "MAVEN="
for %%m in (mvn.cmd) do set "MAVEN=%%~$PATH:m"
if not defined MAVEN (
    echo mvnw: Maven %MAVEN_VERSION% %REASON%, and there is no mvn on the PATH.>&2
    exit /b 1
)
set "ENOUGH="
for /f "tokens=3,4 delims=. " %%a in ('call "%MAVEN%" -v ^| find "Apache Maven"') do (
    if %%a GTR 3 set "ENOUGH=yes"
    if %%a EQU 3 if %%b GEQ 8 set "ENOUGH=yes"
)
if not defined ENOUGH (
    echo mvnw: Maven %MAVEN_VERSION% %REASON%, and the mvn on the PATH is older than 3.8 or does not start.>&2
    exit /b 1
)
if not defined QUIET echo mvnw: Maven %MAVEN_VERSION% %REASON%; using "%MAVEN%".>&2

:maven_found
set "MAVEN_OPTS=-XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %MAVEN_OPTS%"
if defined PROGRAM goto program
cd /d "%ROOT%"
call "%MAVEN%" %*
exit /b %ERRORLEVEL%

rem --- The program ---------------------------------------------------------------------------

:program
set "BUILD=-f "%ROOT%\pom.xml" compile dependency:copy-dependencies@modules dependency:copy-dependencies@libraries"
if not exist "%ROOT%\target\app" mkdir "%ROOT%\target\app"
if not defined QUIET goto build_aloud
call "%MAVEN%" -B -q %OFFLINE% %BUILD% >"%ROOT%\target\app\log" 2>&1
if not errorlevel 1 goto built
type "%ROOT%\target\app\log" >&2
exit /b 1

:build_aloud
call "%MAVEN%" %OFFLINE% %BUILD% >&2
if errorlevel 1 exit /b 1

:built
for /f "tokens=3 delims=<>" %%v in ('type "%ROOT%\pom.xml" ^| find "<app.main>"') do set "APP_MAIN=%%v"
if not defined APP_JVM for /f "tokens=3 delims=<>" %%v in ('type "%ROOT%\pom.xml" ^| find "<app.jvm>"') do set "APP_JVM=%%v"

rem Java itself splits the words of a file at blanks and minds their quotes. Within quotes a
rem backslash would be an escape, so paths go with slashes.
set "WORDS=%TEMP%\backstep-%RANDOM%%RANDOM%.txt"
if defined APP_ARGS set "APP_ARGS=%APP_ARGS:\=/%"
setlocal EnableDelayedExpansion
>"!WORDS!" echo !APP_MAIN! !APP_ARGS!
endlocal

rem The program speaks UTF-8.
for /f "tokens=2 delims=:." %%c in ('chcp') do set "CODE_PAGE=%%c"
chcp 65001 >nul
"%JDK%\bin\java.exe" %APP_JVM% --module-path "%ROOT%\target\app\modules" --add-modules javafx.controls,javafx.swing,org.controlsfx.controls -classpath "%ROOT%\target\classes;%ROOT%\target\app\libraries\*" @"%WORDS%"
set "CODE=%ERRORLEVEL%"
chcp %CODE_PAGE% >nul
del "%WORDS%" >nul 2>&1
exit /b %CODE%

rem --- Helpers -------------------------------------------------------------------------------

:try_jdk
if defined JDK exit /b
if not exist "%~1\bin\javac.exe" exit /b
if not exist "%~1\release" exit /b
set "VERSION=0"
for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" set "VERSION=%%~b"
for /f "delims=.+-" %%v in ("%VERSION%") do if %%v GEQ %JDK_VERSION% set "JDK=%~f1"
exit /b

:fetch_maven
set "FILE=apache-maven-%MAVEN_VERSION%-bin.tar.gz"
set "URL=https://archive.apache.org/dist/maven/maven-3/%MAVEN_VERSION%/binaries/%FILE%"
if defined MVNW_REPOURL set "URL=%MVNW_REPOURL%/org/apache/maven/apache-maven/%MAVEN_VERSION%/%FILE%"
set "SCRATCH=%STORE%\fetching-%RANDOM%%RANDOM%"
mkdir "%SCRATCH%" 2>nul
curl.exe -fsSL --connect-timeout 10 -o "%SCRATCH%\%FILE%" "%URL%" 2>nul
if errorlevel 1 goto fetch_done
set "SUM="
for /f "skip=1 delims=" %%h in ('certutil -hashfile "%SCRATCH%\%FILE%" SHA512') do if not defined SUM set "SUM=%%h"
set "SUM=%SUM: =%"
if /i not "%SUM%"=="%MAVEN_SHA512%" (
    set "REASON=was fetched but is not the right file - its SHA-512 differs -"
    goto fetch_done
)
tar.exe -xf "%SCRATCH%\%FILE%" -C "%SCRATCH%"
if errorlevel 1 (
    set "REASON=could not be unpacked"
    goto fetch_done
)
move "%SCRATCH%\apache-maven-%MAVEN_VERSION%" "%PINNED%" >nul 2>&1
:fetch_done
rmdir /s /q "%SCRATCH%" 2>nul
exit /b
