"""Compares Reroute with its peers over HTTP. Run it by src/bench/compare.sh, which says how."""

import argparse
import atexit
import http.client
import sys
import time
from pathlib import Path
from typing import Callable, Dict, List, Optional, Tuple

import load
import process
import report
import servers
import sets
from load import Load
from servers import Server
from sets import Case, RuleSet

WORK = servers.ROOT / "target" / "compare"
PATTERN_HEAP = "2g"  # RewriteValve compiles every regex once for each thread, which is 1 GB at 10,000 of them
EXACT_HEAP = "3g"
UP_WITHIN = 300
SWAP_WITHIN = 180
LINTED_WITHIN = 600
COLLECTORS = {"G1": "-XX:+UseG1GC", "Shenandoah": "-XX:+UseShenandoahGC"}
SLICE = 2
FAILURES = (RuntimeError, OSError, http.client.HTTPException)


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="src/bench/compare.sh")
    parser.add_argument("--quick", action="store_true", help="2 rounds of 1 s, 2 swaps: to see that all runs")
    parser.add_argument("--only", metavar="SERVERS", help=f"some of {','.join(servers.ALL)}")
    parser.add_argument("--sets", metavar="SETS", default="10,1000,10000,exact,rewrite,swap",
                        help="some of 10,1000,10000,exact,rewrite,swap")
    parser.add_argument("--rounds", type=int, help="how often each is measured (5)")
    parser.add_argument("--duration", type=float, help="seconds of one measurement (3)")
    parser.add_argument("--warmup", type=float, help="seconds of load on a JVM before a case is measured, at most (24)")
    parser.add_argument("--exact", type=int, default=1_000_000, help="size of the set of exact rules (1000000)")
    parser.add_argument("--swaps", type=int, help="how often the set of exact rules is replaced under load (20)")
    parser.add_argument("--collectors", metavar="NAMES", default=",".join(COLLECTORS),
                        help="garbage collectors with which it is replaced (G1,Shenandoah)")
    chosen = parser.parse_args()
    unknown = set((chosen.only or "reroute").split(",")) - set(servers.ALL)
    unknown |= set(chosen.collectors.split(",")) - set(COLLECTORS)
    unknown |= set(chosen.sets.split(",")) - {"10", "1000", "10000", "exact", "rewrite", "swap"}
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    chosen.rounds = chosen.rounds or (2 if chosen.quick else 5)
    chosen.duration = chosen.duration or (1 if chosen.quick else 3)
    chosen.warmup = chosen.warmup or (4 if chosen.quick else 24)
    chosen.swaps = chosen.swaps or (2 if chosen.quick else 20)
    return chosen


def progress(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


class Comparison:
    """One run: what takes part, and what was left out."""

    def __init__(self, chosen: argparse.Namespace):
        self.chosen = chosen
        self.skipped: List[str] = []
        self.used: List[Server] = []
        for key in (chosen.only.split(",") if chosen.only else servers.ALL):
            missing = servers.ALL[key].missing()
            if missing:
                self.skipped.append(f"{servers.ALL[key].label} ({missing})")
            else:
                self.used.append(servers.ALL[key])

    def start(self, server: Server, rules: RuleSet) -> int:
        work = WORK / rules.name / server.key
        work.mkdir(parents=True, exist_ok=True)
        port = process.free_port()
        begin = time.monotonic()
        load.wait_until_up(process.start(server.command(rules, work, port), work / "out.log"), port, UP_WITHIN)
        progress(f"{rules.title}: {server.label} is up after {time.monotonic() - begin:.1f} s")
        if server.key in servers.WITH_RULES:
            wait_until_linted(work / "out.log")
            progress(f"{rules.title}: {server.label} has linted its rules after {time.monotonic() - begin:.1f} s")
        return port

    def start_all(self, rules: RuleSet) -> Dict[str, int]:
        """The ports of those that answer rightly; the others are named as skipped."""
        ports = {}
        for server in self.used:
            if rules.kind in server.kinds.split():
                try:
                    port = self.start(server, rules)
                    verify(server, rules, port)
                    ports[server.key] = port
                except FAILURES as ex:
                    self.skip(server.label, rules.title, ex)
        return ports

    def skip(self, server: str, what: str, reason: Exception) -> None:
        self.skipped.append(f"{server} with {what} ({reason})")
        progress("skipped: " + self.skipped[-1])

    def of_set(self, rules: RuleSet) -> report.Results:
        results: report.Results = {case.name: {} for case in rules.cases()}

        def measure(_: RuleSet, case: Case, key: str, port: int) -> None:
            if not takes_part(key, case):
                return
            measured = load.run(port, case.path, self.chosen.duration, script(rules, case))
            results[case.name].setdefault(key, []).append(measured)

        try:
            ports = self.start_all(rules)
            progress(f"{rules.title}: warming up")
            self.each(rules, ports, self.warm_up)
            for number in range(self.chosen.rounds):
                progress(f"{rules.title}: round {number + 1} of {self.chosen.rounds}")

                self.each(rules, ports, measure, backwards=number % 2 == 1)
        finally:
            process.stop_all()
        return {case: {key: runs for key, runs in by_server.items() if key in ports}
                for case, by_server in results.items()}

    def each(self, rules: RuleSet, ports: Dict[str, int], what: Callable[[RuleSet, Case, str, int], None],
             backwards: bool = False) -> None:
        """Case by case, server by server. Who fails does not take part from then on. Each other round runs backwards,
        so that no server always follows the same one."""
        plan = [(case, key) for case in rules.cases() for key in ports]
        for case, key in reversed(plan) if backwards else plan:
            if key in ports:
                try:
                    what(rules, case, key, ports[key])
                except FAILURES as ex:
                    self.skip(servers.ALL[key].label, rules.title, ex)
                    del ports[key]

    def warm_up(self, rules: RuleSet, case: Case, key: str, port: int) -> None:
        """With every case for everyone: a JVM that saw less load than another would be slower for that alone."""
        if servers.ALL[key].jvm:
            self.warm_up_jvm(port, case.path, script(rules, case))
        else:
            load.run(port, case.path, 1, script(rules, case))

    def warm_up_jvm(self, port: int, path: str, lua: Optional[Path] = None) -> None:
        """Until it has not become clearly faster four times in a row."""
        best, slower, end = 0.0, 0, time.monotonic() + self.chosen.warmup
        while slower < 4 and time.monotonic() < end:
            rate = load.run(port, path, SLICE, lua).rate
            slower = slower + 1 if rate < best * 1.03 else 0
            best = max(best, rate)

    def of_rewrite(self) -> str:
        """A rewrite to a controller against calling that controller, in the same process."""
        rules = RuleSet("rewrite", 10_000, PATTERN_HEAP)
        paths = {"rewritten to the controller": "/p9999/alpha/beta", "the controller itself": "/new/beta/alpha"}
        try:
            port = self.start(servers.ALL["reroute"], rules)
            for path in paths.values():
                status, _, body = load.ask(port, path)
                if status != 200 or '"path":"/new/beta/alpha"' not in body:
                    raise RuntimeError(f"{path} gave {status} {body}")
                self.warm_up_jvm(port, path)
            runs: Dict[str, List[Load]] = {name: [] for name in paths}
            for number in range(self.chosen.rounds):
                progress(f"rewrite: round {number + 1} of {self.chosen.rounds}")
                for name in list(paths)[::-1] if number % 2 else paths:
                    runs[name].append(load.run(port, paths[name], self.chosen.duration))
        finally:
            process.stop_all()
        return report.of_rewrite(runs)

    def of_swaps(self) -> str:
        rows = []
        for name in self.chosen.collectors.split(","):
            flag = COLLECTORS[name]
            if not servers.supports(flag):
                self.skipped.append(f"swaps with {name} (this JDK does not have it)")
                continue
            try:
                rows.append(self.swaps_with(name, RuleSet("exact", self.chosen.exact, EXACT_HEAP, flag)))
            except FAILURES as ex:
                self.skip("Reroute", f"swaps with {name}", ex)
        return report.of_swaps(exact(self.chosen), rows)

    def swaps_with(self, collector: str, rules: RuleSet) -> report.Swaps:
        """The set of exact rules replaced under full load, as the watcher sees it: by a new file of the same name."""
        work = WORK / rules.name / "reroute"
        try:
            port = self.start(servers.ALL["reroute"], rules)
            case = rules.cases()[-2]
            lua = script(rules, case)
            self.warm_up_jvm(port, case.path, lua)
            quiet = load.run(port, case.path, self.chosen.duration * self.chosen.rounds, lua)
            loading = load.Running(port, case.path, SWAP_WITHIN * self.chosen.swaps, lua, work / "wrk.log")
            seconds = [self.swap(rules, work / "rules.csv", port, str(i + 1)) for i in range(self.chosen.swaps)]
            swapping = loading.stop()
        finally:
            process.stop_all()
        return report.Swaps(collector, quiet, swapping, seconds)

    def swap(self, rules: RuleSet, file: Path, port: int, mark: str) -> float:
        new = servers.write(file.with_suffix(".new"), sets.reroute_csv(rules, mark))
        begin = time.monotonic()
        new.replace(file)
        while load.ask(port, "/mark")[1] != f"/mark-{mark}":
            if time.monotonic() - begin > SWAP_WITHIN:
                raise RuntimeError(f"the rules were not swapped within {SWAP_WITHIN} s")
            time.sleep(0.1)
        progress(f"swap {mark}: live after {time.monotonic() - begin:.1f} s")
        return time.monotonic() - begin


def wait_until_linted(log: Path) -> None:
    """At start the rules are linted beside the requests, which takes a while, and is over then."""
    end = time.monotonic() + LINTED_WITHIN
    while "are live as version 1" not in log.read_text(errors="replace"):
        if time.monotonic() > end:
            raise RuntimeError(f"its rules were not linted within {LINTED_WITHIN} s")
        time.sleep(0.2)


def takes_part(key: str, case: Case) -> bool:
    """Without Reroute the application has no answer to compare, except to what no rule matches."""
    return key != "off" or not case.location


def verify(server: Server, rules: RuleSet, port: int) -> None:
    for case in rules.cases():
        if takes_part(server.key, case):
            status, location, _ = load.ask(port, case.path)
            expected = (302, case.location) if case.location else (404, None)
            if server.key in servers.BARE and case.location:
                location = case.location  # it has one answer for all
            if (status, location) != expected:
                raise RuntimeError(f"{case.path} gave {status} {location}, not {expected}")


def script(rules: RuleSet, case: Case) -> Optional[Path]:
    return servers.write(WORK / rules.name / "requests.lua", [case.script]) if case.script else None


def exact(chosen: argparse.Namespace) -> RuleSet:
    return RuleSet("exact", chosen.exact, EXACT_HEAP)


def main() -> None:
    process.end_with_the_run()
    atexit.register(process.stop_all)
    chosen = options()
    comparison = Comparison(chosen)
    machine = report.machine()
    wanted = chosen.sets.split(",")
    rule_sets = [RuleSet("pattern", int(size), PATTERN_HEAP) for size in wanted if size.isdigit()]
    rule_sets += [exact(chosen)] if "exact" in wanted else []
    results = [(rules, comparison.of_set(rules)) for rules in rule_sets]
    rest = []
    for name, measure in (("rewrite", comparison.of_rewrite), ("swap", comparison.of_swaps)):
        try:
            rest += [measure()] if name in wanted else []
        except FAILURES as ex:
            comparison.skip("Reroute", name, ex)
    text = "\n".join([report.head(comparison.used, comparison.skipped, chosen, machine),
                      report.figures(results), *(report.of_set(*result) for result in results), *rest])
    servers.write(WORK / "compare.md", [text])
    print(text)


if __name__ == "__main__":
    main()
