"""The rule sets that are compared, what is asked of them, and their rules in the language of each server."""

from dataclasses import dataclass
from typing import Callable, Iterator, List, Optional


@dataclass(frozen=True)
class Case:
    """One kind of request; 'location' is None where no rule matches, 'script' is for wrk."""

    name: str
    path: str
    location: Optional[str]
    script: Optional[str] = None


@dataclass(frozen=True)
class RuleSet:
    """Rules of a kind; 'heap' and 'collector' are those of every JVM that takes part."""

    kind: str
    size: int
    heap: str
    collector: str = "-XX:+UseG1GC"

    @property
    def title(self) -> str:
        return f"{self.size:,} {'exact rule' if self.kind == 'exact' else 'pattern'}{'' if self.size == 1 else 's'}"

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.size}"

    def path(self, i: int) -> str:
        return f"/page/{i}.html" if self.kind == "exact" else f"/p{i}/alpha/beta"

    def location(self, i: int) -> str:
        return f"/n/{i}" if self.kind == "exact" else f"/n{i}/beta/alpha"

    def cases(self) -> List[Case]:
        last = self.size - 1
        cases = [Case("last one hit", self.path(last), self.location(last)),
                 Case("first one hit", self.path(0), self.location(0))]
        if self.kind == "exact":
            cases.append(Case("10,000 of them in turn", self.path(last), self.location(last), self.script()))
        return cases + [Case("none hit", "/q0/alpha/beta", None)]

    def script(self) -> str:
        """A request is text made in advance, so that wrk has little to do."""
        return f"""local requests, next = {{}}, 0

function init()
  for i = 1, 10000 do
    requests[i] = wrk.format(nil, string.format("/page/%d.html", i * 7919 % {self.size}))
  end
end

function request()
  next = next % 10000 + 1
  return requests[next]
end
"""

    def lines(self, line: Callable[[int], str], head: str = "", tail: str = "") -> Iterator[str]:
        yield head
        for i in range(self.size):
            yield line(i)
        yield tail


def reroute_yaml(rules: RuleSet) -> Iterator[str]:
    return rules.lines(
        lambda i: f"  - {{ from: '/p{i}/{{a}}/{{b}}', redirect: '/n{i}/{{b}}/{{a}}', status: 302 }}\n", "rules:\n")


def reroute_rewrites(rules: RuleSet) -> Iterator[str]:
    return rules.lines(lambda i: f"  - {{ from: '/p{i}/{{a}}/{{b}}', rewrite: '/new/{{b}}/{{a}}' }}\n", "rules:\n")


def reroute_csv(rules: RuleSet, mark: str = "") -> Iterator[str]:
    """The rule for /mark tells one version of the file from the next."""
    head = "from,redirect,status\n" + (f"/mark,/mark-{mark},302\n" if mark else "")
    return rules.lines(lambda i: f"{rules.path(i)},{rules.location(i)},302\n", head)


def tuckey(rules: RuleSet) -> Iterator[str]:
    return rules.lines(
        lambda i: f"<rule><from>^/p{i}/([^/]+)/([^/]+)$</from>"
                  f"<to type=\"temporary-redirect\" last=\"true\">/n{i}/$2/$1</to></rule>\n",
        "<urlrewrite>\n", "</urlrewrite>\n")


def mod_rewrite(rules: RuleSet) -> Iterator[str]:
    """For Tomcat's RewriteValve and for Apache httpd."""
    return rules.lines(lambda i: f"RewriteRule ^/p{i}/([^/]+)/([^/]+)$ /n{i}/$2/$1 [R=302,L]\n")


def nginx_rewrite(rules: RuleSet) -> Iterator[str]:
    return rules.lines(lambda i: f"rewrite ^/p{i}/([^/]+)/([^/]+)$ /n{i}/$2/$1 redirect;\n")


def nginx_map(rules: RuleSet) -> Iterator[str]:
    return rules.lines(lambda i: f"{rules.path(i)} {rules.location(i)};\n",
                       "map $uri $target {\ndefault '';\n", "}\n")


def fastapi(rules: RuleSet) -> Iterator[str]:
    yield f"""from fastapi import FastAPI
from starlette.responses import RedirectResponse

app = FastAPI(openapi_url=None)


def add(i):
    async def redirect(a: str, b: str):
        return RedirectResponse(f"/n{{i}}/{{b}}/{{a}}", status_code=302)

    app.add_api_route(f"/p{{i}}/{{{{a}}}}/{{{{b}}}}", redirect)


for i in range({rules.size}):
    add(i)
"""
