# Read by the commands beside this file: builds what has changed, then measures.
# Expects home, the repository's folder, and main, the class to start.

. "$home/.mvn/jdk25.sh"
runside_find_jdk25 || exit 1

# Not its help, which waits for no build.
"$home/runside" --version >/dev/null
built=$home/target/dist/built/runside-bench
if [ ! -f "$built" ] || [ -n "$(find "$home/pom.xml" "$home/bench/pom.xml" "$home/bench/src/main" "$home/core/src/main" -newer "$built")" ]; then
  echo "Building the measurements." >&2
  (cd "$home" && ./mvnw -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl bench -am package)
fi

read -r version <"$home/target/dist/version"

# As `runside up` does once after a build: start caches, so that what is measured is what people run.
tried=$home/target/dist/cache/tried
lib=$home/target/dist/lib
if [ ! "$tried" -nt "$lib/runside-server-$version.jar" ] || [ ! "$tried" -nt "$lib/runside-agent-$version.jar" ]; then
  echo "Rehearsing a start." >&2
  mkdir -p "$home/target/dist/cache"
  touch "$tried"
  "$home/runside" prepare >/dev/null 2>&1 || :
fi

exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "-Drunside.root=$home" \
  -cp "$lib/runside-bench-$version.jar" "$main" "$@"
