#!/usr/bin/env bash
#
# Compares Reroute over HTTP with a bare filter in the same Tomcat, with Tuckey's UrlRewriteFilter, Tomcat's
# RewriteValve and a Spring MVC controller, and with nginx, Apache httpd and FastAPI where they are installed.
#
#   src/bench/compare.sh                          everything, about an hour
#   src/bench/compare.sh --quick                  everything once, to see that it runs, about 8 minutes
#   src/bench/compare.sh --only reroute,ceiling --sets 10000,exact --rounds 9 --duration 5
#   src/bench/compare.sh --help                   all options
#
# Needs a JDK 17 or later, Python 3.8 or later and wrk. On Debian, this installs wrk and all peers:
#
#   apt-get install wrk nginx-light apache2 python3-fastapi python3-uvicorn python3-uvloop python3-httptools
#
# Builds what is not built yet: target/reroute-exec.jar (to measure a change, 'mvn clean' first) and the peers in
# Boot, which are a Maven project of their own in src/bench/peers. Everything listens on free ports of 127.0.0.1,
# runs as the current user with its own configuration below target/compare, and is ended with the script.
# The tables are printed, and written to target/compare/compare.md.

set -euo pipefail
cd "$(dirname "$0")/../.."

need() {
  command -v "$1" > /dev/null || { echo "compare.sh needs $1" >&2; exit 1; }
}

build() {
  local jar=$1
  shift
  [[ -f $jar ]] || { echo "Building $jar" >&2; ./mvnw --batch-mode --quiet -DskipTests "$@" package >&2; }
}

need python3
need wrk
need "${JAVA_HOME:+$JAVA_HOME/bin/}java"
build target/reroute-exec.jar
build target/peers/peers.jar --file src/bench/peers/pom.xml
exec python3 -B src/bench/compare "$@"
