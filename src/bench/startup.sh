#!/usr/bin/env bash
#
# Measures the time from the start of the process to the line 'Started RerouteApplication', with few rules and with
# many, in the ways in which a Spring Boot application can be started:
#
#   src/bench/startup.sh [runs]         medians of so many runs of each (5), as a Markdown table
#
# JAVA_HOME, or the java on the path, is the JDK 17; JAVA_25_HOME a JDK 25, whose rows are left out without it.
# Builds target/reroute-exec.jar if it is missing. What it makes is below target/startup.

set -euo pipefail
cd "$(dirname "$0")/../.."

readonly RUNS=${1:-5} WORK=$PWD/target/startup JAR=$PWD/target/reroute-exec.jar APP=$PWD/target/startup/app/reroute-exec.jar
readonly JAVA_17=${JAVA_HOME:+$JAVA_HOME/bin/}java JAVA_25=${JAVA_25_HOME:+$JAVA_25_HOME/bin/java}
readonly SIZES=(10 100000)
server=

main() {
  trap stop EXIT
  [[ -f $JAR ]] || ./mvnw --batch-mode --quiet -DskipTests package >&2
  prepare
  local round size name
  for ((round = 1; round <= RUNS; round++)); do
    echo "Round $round of $RUNS" >&2
    for size in "${SIZES[@]}"; do
      for name in "${names[@]}"; do
        measure "${commands[$name]}" "$size" >> "$WORK/$size $name.ms"
      done
    done
  done
  report
}

# A way to start the application: its name, and the command with the options of the JVM.
declare -A commands
names=()
way() {
  names+=("$1")
  commands[$1]=$2
}

prepare() {
  rm -rf "$WORK"
  mkdir -p "$WORK"
  local size
  for size in "${SIZES[@]}"; do
    rules "$size" > "$WORK/rules-$size.yaml"
  done
  "$JAVA_17" -Djarmode=tools -jar "$JAR" extract --destination "$WORK/app" > /dev/null
  train "$JAVA_17" "-XX:ArchiveClassesAtExit=$WORK/app.jsa"
  way "JDK 17, the jar" "$JAVA_17 -jar $JAR"
  way "JDK 17, extracted" "$JAVA_17 -jar $APP"
  way "JDK 17, extracted, CDS archive" "$JAVA_17 -XX:SharedArchiveFile=$WORK/app.jsa -jar $APP"
  [[ -n $JAVA_25 ]] || return 0
  train "$JAVA_25" "-XX:AOTCacheOutput=$WORK/app.aot"
  way "JDK 25, the jar" "$JAVA_25 -jar $JAR"
  way "JDK 25, extracted" "$JAVA_25 -jar $APP"
  way "JDK 25, extracted, AOT cache" "$JAVA_25 -XX:AOTCache=$WORK/app.aot -jar $APP"
}

rules() {
  echo "rules:"
  awk -v size="$1" 'BEGIN { for (i = 0; i < size; i++)
    printf "  - { from: \"/p%d/{a}/{b}\", redirect: \"/n%d/{b}/{a}\", status: 302 }\n", i, i }'
}

# A run that ends as soon as the application is up, for the JVM to see what it loads.
train() {
  "$1" "$2" -Dspring.context.exit=onRefresh -jar "$APP" --server.port=0 \
    "--reroute.locations[0]=file:$WORK/rules-10.yaml" > "$WORK/training.log" 2>&1
}

# Milliseconds until the application is up.
measure() {
  local begin=${EPOCHREALTIME/./} line out
  # shellcheck disable=SC2086 # a command and its options
  exec {out}< <(exec $1 --server.address=127.0.0.1 --server.port=0 "--reroute.locations[0]=file:$WORK/rules-$2.yaml" 2>&1)
  server=$!
  until [[ ${line:-} == *"Started RerouteApplication"* ]]; do
    read -r -t 120 -u "$out" line || { echo "'$1' did not come up: ${line:-}" >&2; exit 1; }
  done
  echo $(((${EPOCHREALTIME/./} - begin) / 1000))
  stop
  exec {out}<&-
}

stop() {
  [[ -z $server ]] || { kill "$server" 2> /dev/null && wait "$server" 2> /dev/null; } || true
  server=
}

report() {
  local name
  printf '| start | 10 rules, s | 100,000 rules, s |\n| --- | ---: | ---: |\n'
  for name in "${names[@]}"; do
    printf '| %s | %s | %s |\n' "$name" "$(median "$WORK/10 $name.ms")" "$(median "$WORK/100000 $name.ms")"
  done
}

# In seconds, of a file of milliseconds.
median() {
  sort -n "$1" | awk '{ value[NR] = $1 }
    END { printf "%.1f", (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2000 }'
}

main
