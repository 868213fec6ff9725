"""The results as Markdown."""

import argparse
import os
import platform
import statistics
import time
from dataclasses import dataclass
from typing import Dict, Iterable, List, Optional, Sequence, Tuple

import servers
from load import CONNECTIONS, Load
from servers import Server
from sets import Case, RuleSet

# The runs, round by round, by name of the case and key of the server.
Results = Dict[str, Dict[str, List[Load]]]

# What Reroute's requests/s are to be, as a multiple of a peer's, where the last of a set is hit.
CEILINGS = {("reroute", "ceiling"): 0.95, ("unobserved", "bare"): 0.95}
WANTED = {"pattern-10000": {**CEILINGS, ("reroute", "nginx"): 30, ("reroute", "nginx1"): 30, ("reroute", "tuckey"): 20,
                            ("reroute", "valve"): 80, ("reroute", "fastapi"): 20},
          "exact-1000000": CEILINGS}


@dataclass(frozen=True)
class Swaps:
    """Load with one garbage collector, without and with swaps, and the seconds until each swap was live."""

    collector: str
    without: Load
    during: Load
    seconds: List[float]


def table(head: Sequence[str], rows: Iterable[Sequence[str]], text_columns: int = 1) -> str:
    rules = ["---" if i < text_columns else "---:" for i in range(len(head))]
    return "".join("| " + " | ".join(line) + " |\n" for line in [head, rules, *rows])


def number(value: Optional[float]) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def rate(runs: List[Load]) -> float:
    return statistics.median(run.rate for run in runs)


def ratio(runs: Optional[List[Load]], base: Optional[List[Load]]) -> Optional[float]:
    """The median of the ratios of each round, since what else the machine does changes from round to round."""
    return statistics.median(run.rate / to.rate for run, to in zip(runs, base)) if runs and base else None


def times(runs: List[Load]) -> List[str]:
    return [number(statistics.median(run.p50 for run in runs)), number(statistics.median(run.p99 for run in runs))]


def head(used: List[Server], skipped: List[str], chosen: argparse.Namespace, machine_before: str) -> str:
    versions = [version for version in (server.version() for server in used) if version]
    versions.append(servers.output("wrk", "-v").split(" Copyright")[0])
    return f"""Date: {time.strftime('%Y-%m-%d %H:%M %Z')}

Machine: {machine_before}

Versions: {'; '.join(versions)}

Load: `wrk -t1 -c{CONNECTIONS}` from the same machine, {chosen.rounds} rounds of {chosen.duration:g} s for each server and
case, interleaved. A figure is the median of the rounds; a ratio is the median of each round's ratio to the ceiling,
or, where no rule matches, to the same application with Reroute off.

Skipped: {'; '.join(skipped) or 'nothing'}
"""


def machine() -> str:
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        model = next((line.split(":", 1)[1].strip() for line in info if line.startswith("model name")), "unknown CPU")
    java = servers.output(servers.JAVA, "-version").split("\n")
    return (f"{model}, {os.cpu_count()} cores, Linux {platform.release()}, {java[min(1, len(java) - 1)]}; "
            f"load average before the run {os.getloadavg()[0]:.1f}")


def figures(results: List[Tuple[RuleSet, Results]]) -> str:
    rows = []
    for rules, result in results:
        by_server = result[rules.cases()[0].name]
        for (ours, peer), wanted in WANTED.get(rules.name, {}).items():
            measured = ratio(by_server.get(ours), by_server.get(peer))
            if measured is not None:
                rows.append([f"{rules.title}, last one hit: {servers.ALL[ours].label}, against {servers.ALL[peer].label}",
                             f"at least {wanted}", number(measured)])
    return "### Figures\n\n" + table(["requests/s", "wanted", "measured"], rows) if rows else ""


def of_set(rules: RuleSet, results: Results) -> str:
    rows, failures = [], []
    for case in rules.cases():
        by_server = results[case.name]
        base = by_server.get("ceiling" if case.location else "off")
        for key, runs in sorted(by_server.items(), key=lambda item: -rate(item[1])):
            rows.append([case.name, servers.ALL[key].label, number(rate(runs)), number(ratio(runs, base)),
                         *times(runs)])
            failures += failed(servers.ALL[key].label, case, runs)
    text = f"### {rules.title}\n\n"
    text += table(["case", "server", "requests/s", "ratio", "p50 ms", "p99 ms"], rows, text_columns=2)
    return text + "".join("\n" + failure + "\n" for failure in failures)


def failed(label: str, case: Case, runs: List[Load]) -> List[str]:
    count = sum(run.broken + (run.refused if case.location else 0) for run in runs)
    return [f"Failed requests: {count:,} of {label}, {case.name}."] if count else []


def of_rewrite(runs: Dict[str, List[Load]]) -> str:
    direct = list(runs.values())[-1]
    rows = [[name, number(rate(each)), number(ratio(each, direct)), *times(each)] for name, each in runs.items()]
    return ("### A rewrite against the controller it leads to, 10,000 patterns\n\n"
            + table(["request", "requests/s", "ratio", "p50 ms", "p99 ms"], rows))


def of_swaps(rules: RuleSet, collectors: List[Swaps]) -> str:
    rows = []
    for swaps in collectors:
        for name, run, relative in (("the rules stay", swaps.without, ""),
                                    (f"swapped {len(swaps.seconds)} times", swaps.during,
                                     number(swaps.during.p99 / swaps.without.p99))):
            rows.append([swaps.collector, name, number(run.rate), number(run.p50), number(run.p99), relative,
                         f"{run.requests:,}", str(run.refused + run.broken)])
    live = "; ".join(f"{swaps.collector}: {number(statistics.median(swaps.seconds))} s (the longest "
                     f"{number(max(swaps.seconds))} s)" for swaps in collectors)
    return (f"### {rules.title}, swapped under full load\n\n"
            + table(["collector", "", "requests/s", "p50 ms", "p99 ms", "ratio", "requests", "failed"], rows, 2)
            + f"\nFrom the replacement of the file until the rules were live, median. {live}.\n")
