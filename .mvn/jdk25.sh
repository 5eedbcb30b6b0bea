# Sourced by mvnw and runside: finds a JDK 25 and exports it as JAVA_HOME, or says what to do. POSIX sh, no programs started.

runside_is_jdk25() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r runside_line || [ -n "$runside_line" ]; do
    case $runside_line in
      'JAVA_VERSION="25"'* | 'JAVA_VERSION="25.'* | 'JAVA_VERSION="25-'* | 'JAVA_VERSION="25+'*) return 0 ;;
    esac
  done <"$1/release"
  return 1
}

# The home of the java on PATH, its symbolic links followed.
runside_java_on_path() {
  runside_java=$(command -v java) || return 1
  while [ -L "$runside_java" ]; do
    runside_link=$(readlink "$runside_java") || return 1
    case $runside_link in
      /*) runside_java=$runside_link ;;
      *) runside_java=${runside_java%/*}/$runside_link ;;
    esac
  done
  runside_java=${runside_java%/*}
  printf '%s\n' "${runside_java%/bin}"
}

runside_find_jdk25() {
  for runside_jdk in \
    "${JAVA_HOME-}" "${JAVA_HOME_25_X64-}" "${JAVA_HOME_25_ARM64-}" \
    "$(runside_java_on_path || :)" \
    /usr/lib/jvm/* /opt/*jdk* /opt/*java* /opt/*temurin* /opt/*zulu* /opt/java/* \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.jdks/*; do
    if runside_is_jdk25 "$runside_jdk"; then
      JAVA_HOME=$runside_jdk
      export JAVA_HOME
      return 0
    fi
  done
  echo "No JDK 25 found: install one (for example Temurin 25, https://adoptium.net) or set JAVA_HOME to it." >&2
  return 1
}
