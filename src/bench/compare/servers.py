"""The servers that are compared: how each is found, configured and started."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Callable, Dict, Iterable, List, Optional

import sets
from sets import RuleSet

ROOT = Path(__file__).resolve().parents[3]
JAVA = str(Path(os.environ["JAVA_HOME"], "bin", "java")) if os.environ.get("JAVA_HOME") else "java"
# Memory is touched before, and soon again: on a virtual machine the first touch of a page costs microseconds, which
# would be charged to whoever takes more of it.
TOUCHED = ["-Xmn256m", "-XX:+AlwaysPreTouch"]
# With the actuator, Boot times each request in a filter of its own, which costs more than any rule.
UNOBSERVED = "--spring.autoconfigure.exclude=org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration"
APACHE_MODULES = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2"]


@dataclass(frozen=True)
class Server:
    """One server. 'command' writes the configuration to a directory and tells how to start; 'missing' is None or
    what is not installed."""

    key: str
    label: str
    kinds: str
    command: Callable[[RuleSet, Path, int], List[str]]
    missing: Callable[[], Optional[str]]
    version: Callable[[], str]
    jvm: bool = False


def output(*command: str) -> str:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=30, check=False)
    return done.stdout.strip()


def write(file: Path, parts: Iterable[str]) -> Path:
    with file.open("w") as out:
        out.writelines(parts)
    return file


def boot(jar: str, rules: RuleSet, port: int, *settings: str) -> List[str]:
    """The same JVM, Tomcat and Boot for all; what is asked for is not logged, and a connection never closed."""
    return [JAVA, f"-Xms{rules.heap}", f"-Xmx{rules.heap}", rules.collector, *TOUCHED, "-jar", str(ROOT / "target" / jar),
            "--server.address=127.0.0.1", f"--server.port={port}", "--server.tomcat.max-keep-alive-requests=-1",
            "--spring.mvc.problemdetails.enabled=true", "--spring.main.banner-mode=off", *settings]


def reroute(rules: RuleSet, work: Path, port: int, *settings: str) -> List[str]:
    if rules.kind == "exact":
        file = write(work / "rules.csv", sets.reroute_csv(rules, "0"))
    elif rules.kind == "rewrite":
        file = write(work / "rules.yaml", sets.reroute_rewrites(rules))
    else:
        file = write(work / "rules.yaml", sets.reroute_yaml(rules))
    # a change is linted beside the requests rather than before it is live: that is not what is measured
    return boot("reroute-exec.jar", rules, port, f"--reroute.locations[0]=file:{file}", "--reroute.lint.refuse=none",
                *settings)


def reroute_unobserved(rules: RuleSet, work: Path, port: int) -> List[str]:
    return reroute(rules, work, port, UNOBSERVED)


def reroute_off(rules: RuleSet, _: Path, port: int) -> List[str]:
    return boot("reroute-exec.jar", rules, port, "--reroute.enabled=false")


def peer(profile: str, rules: RuleSet, port: int, *settings: str) -> List[str]:
    return boot("peers/peers.jar", rules, port, f"--spring.profiles.active={profile}", *settings)


def ceiling(rules: RuleSet, _: Path, port: int, *settings: str) -> List[str]:
    return peer("ceiling", rules, port, f"--peer.location={rules.location(rules.size - 1)}", *settings)


def ceiling_unobserved(rules: RuleSet, work: Path, port: int) -> List[str]:
    return ceiling(rules, work, port, UNOBSERVED)


def controller(rules: RuleSet, _: Path, port: int) -> List[str]:
    return peer("controller", rules, port, UNOBSERVED)


def tuckey(rules: RuleSet, work: Path, port: int) -> List[str]:
    return peer("tuckey", rules, port, f"--peer.rules={write(work / 'urlrewrite.xml', sets.tuckey(rules))}",
                UNOBSERVED)


def valve(rules: RuleSet, work: Path, port: int) -> List[str]:
    return peer("valve", rules, port, f"--peer.rules={write(work / 'rewrite.config', sets.mod_rewrite(rules))}",
                UNOBSERVED)


def nginx(rules: RuleSet, work: Path, port: int, workers: str = "auto") -> List[str]:
    if rules.kind == "exact":
        write(work / "map.conf", sets.nginx_map(rules))
        http, server = "map_hash_bucket_size 256; map_hash_max_size 4000000; include map.conf;", \
            "if ($target) { return 302 $target; }"
    else:
        write(work / "rewrite.conf", sets.nginx_rewrite(rules))
        http, server = "", "include rewrite.conf;"
    temporary = " ".join(f"{kind}_temp_path temp;" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    conf = write(work / "nginx.conf", [f"""daemon off; worker_processes {workers}; pid nginx.pid; {as_root('user root;')}
events {{ worker_connections 256; }}
http {{
  access_log off; keepalive_requests 1000000000; keepalive_timeout 1h; {temporary}
  {http}
  server {{ listen 127.0.0.1:{port}; {server} location / {{ return 404; }} }}
}}
"""])
    return ["nginx", "-p", str(work), "-e", "nginx.log", "-c", str(conf)]


def apache(rules: RuleSet, work: Path, port: int) -> List[str]:
    write(work / "rewrite.conf", sets.mod_rewrite(rules))
    modules = next(path for path in APACHE_MODULES if Path(path).is_dir())
    load = "".join(f"LoadModule {name}_module {modules}/mod_{name}.so\n"
                   for name in ("mpm_event", "authz_core", "rewrite", "unixd")
                   if Path(modules, f"mod_{name}.so").exists())
    conf = write(work / "httpd.conf", [f"""ServerRoot {work}
{load}ServerName localhost
Listen 127.0.0.1:{port}
PidFile httpd.pid
ErrorLog httpd.log
Mutex file:{work}
{as_root('User nobody')}
{as_root('Group nogroup')}
StartServers 2
ServerLimit 2
ThreadsPerChild 64
MaxRequestWorkers 128
MaxSpareThreads 128
KeepAlive On
KeepAliveTimeout 3600
MaxKeepAliveRequests 0
RewriteEngine On
Include rewrite.conf
RewriteRule ^ - [R=404,L]
"""])
    return [apache_command() or "", "-f", str(conf), "-DFOREGROUND"]


def fastapi(rules: RuleSet, work: Path, port: int) -> List[str]:
    write(work / "app.py", sets.fastapi(rules))
    return [fastapi_python() or "", "-B", "-m", "uvicorn", "app:app", "--host", "127.0.0.1", "--port", str(port),
            "--workers", str(os.cpu_count()), "--no-access-log", "--log-level", "warning"]


def as_root(line: str) -> str:
    return line if os.geteuid() == 0 else ""


def apache_command() -> Optional[str]:
    return shutil.which("apache2") or shutil.which("httpd")


def fastapi_python() -> Optional[str]:
    """Debian's packages belong to Debian's Python, which need not be the first on the path."""
    for python in dict.fromkeys([sys.executable, shutil.which("python3") or "", "/usr/bin/python3"]):
        if python and os.path.exists(python) and not output(python, "-c", "import fastapi, uvicorn"):
            return python
    return None


def fastapi_version() -> str:
    modules = ("fastapi", "starlette", "uvicorn", "uvloop", "httptools")
    return output(fastapi_python() or "", "-c", f"""
from importlib.metadata import version, PackageNotFoundError
import platform
found = ["Python " + platform.python_version()]
for name in {modules}:
    try:
        found.append(name + " " + version(name))
    except PackageNotFoundError:
        pass
print(", ".join(found))""")


def packed_version(artifact: str) -> str:
    """A library's version, from the name of its JAR inside the JAR of the peers."""
    with zipfile.ZipFile(ROOT / "target/peers/peers.jar") as jar:
        names = " ".join(jar.namelist())
    match = re.search(rf"/{re.escape(artifact)}-(\d[\w.]*)\.jar", names)
    return match.group(1) if match else "?"


def supports(flag: str) -> bool:
    return subprocess.run([JAVA, flag, "-version"], capture_output=True, timeout=30, check=False).returncode == 0


def found(command: Optional[str], name: str) -> Optional[str]:
    return None if command else f"{name} is not installed"


def in_boot(key: str, label: str, kinds: str, command: Callable[[RuleSet, Path, int], List[str]],
            version: Callable[[], str] = lambda: "") -> Server:
    return Server(key, label, kinds, command, lambda: None, version, jvm=True)


ALL: Dict[str, Server] = {server.key: server for server in [
    in_boot("reroute", "Reroute", "pattern exact rewrite", reroute),
    in_boot("unobserved", "Reroute, unobserved", "pattern exact", reroute_unobserved),
    in_boot("off", "the same application, Reroute off", "pattern exact", reroute_off),
    in_boot("ceiling", "bare filter (the ceiling)", "pattern exact", ceiling,
            lambda: f"Spring Boot {packed_version('spring-boot')}, Tomcat {packed_version('tomcat-embed-core')}"),
    in_boot("bare", "bare filter, unobserved", "pattern exact", ceiling_unobserved),
    in_boot("controller", "Spring MVC controller, one mapping", "pattern", controller),
    in_boot("tuckey", "Tuckey UrlRewriteFilter", "pattern", tuckey,
            lambda: f"UrlRewriteFilter {packed_version('urlrewritefilter')}"),
    in_boot("valve", "Tomcat RewriteValve", "pattern", valve),
    Server("nginx", "nginx", "pattern exact", nginx, lambda: found(shutil.which("nginx"), "nginx"),
           lambda: output("nginx", "-v").replace("nginx version: ", "")),
    Server("nginx1", "nginx, one worker", "pattern exact", partial(nginx, workers="1"),
           lambda: found(shutil.which("nginx"), "nginx"), lambda: ""),
    Server("apache", "Apache httpd", "pattern", apache, lambda: found(apache_command(), "apache2 (httpd)"),
           lambda: output(apache_command() or "", "-v").split("\n")[0].replace("Server version: ", "")),
    Server("fastapi", "FastAPI on uvicorn", "pattern", fastapi,
           lambda: found(fastapi_python(), "python3 with fastapi and uvicorn"), fastapi_version),
]}

WITH_RULES = ("reroute", "unobserved")
BARE = ("ceiling", "bare")
