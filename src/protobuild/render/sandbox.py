"""Templates: fill them in where nothing but the values given can be reached; the only door to Jinja2."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import TracebackType
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, Template, nodes
from jinja2.exceptions import (
    SecurityError,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

FOLDER = "theme/templates"
"""Where a council's own templates lie, as faults name it."""

OURS = "protobuild"
"""What stands before the name of one of ours that another template builds on: `protobuild/page.html`."""

METHODS = frozenset({"isoformat", "items", "split", "startswith", "endswith"})
"""What a template may call, beside macros and blocks."""

FILTERS = """escape e default first last length list join map select selectattr reject rejectattr unique sort
reverse groupby upper lower title capitalize trim striptags string""".split()

STEPS = 1_000_000
"""How many rounds of loops, calls and templates one page may take."""

Sources = Mapping[str, tuple[str, str]]
"""By the name a template is called: its file, and what is in it."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Lets a template write out the values given, and do nothing else; whatever it does comes to an end."""

    intercepted_binops = frozenset({"*", "**", "%", "//", "/"})

    def __init__(self, sources: Sources, filters: Mapping[str, Callable[..., str]]) -> None:
        super().__init__(
            loader=_Loader(sources),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS} | dict(filters)
        self.filters["within_reason"] = self._bounded
        self.left = STEPS

    def write(self, name: str, values: Mapping[str, object]) -> str:
        """Return the template of that name filled in."""
        self.left = STEPS
        return self.get_template(name).render(values)

    def get_template(self, *given: Any, **more: Any) -> Template:  # noqa: ANN401 - as Jinja2 has it
        """Return a template; each one counts as a step."""
        self._step()
        return super().get_template(*given, **more)

    def compile(self, source: Any, *given: Any, **more: Any) -> Any:  # noqa: ANN401 - as Jinja2 has it
        """Return a template made ready, its loops bounded."""
        name, filename = (*given, None, None)[:2]
        tree = self.parse(source, name, filename) if isinstance(source, str) else source
        for switch in tree.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
            raise TemplateSyntaxError("values are always escaped here", switch.lineno, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "within_reason", [], [], None, None, lineno=loop.lineno)
            loop.iter.set_environment(self)
        return super().compile(tree, *given, **more)

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401 - as Jinja2 has it
        """Return whether a template may call it."""
        self._step()
        if isinstance(obj, (Macro, BlockReference, LoopContext)):
            return True
        return getattr(obj, "__name__", "") in METHODS and super().is_safe_callable(obj)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Count with whole numbers; refuse what makes large things of small ones."""
        if operator == "**" or not (isinstance(left, int) and isinstance(right, int)):
            raise SecurityError(f"calculates with {operator}")
        return super().call_binop(context, operator, left, right)

    def _bounded(self, items: Iterable[object]) -> list[object]:
        found = list(items)
        self._step(len(found))
        return found

    def _step(self, count: int = 1) -> None:
        self.left -= count
        if self.left < 0:
            raise SecurityError("does not come to an end")


class _Loader(BaseLoader):
    """Finds templates in memory; no file is ever read for one."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def get_source(self, environment: object, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text and file."""
        if template not in self.sources:
            raise TemplateNotFound(template)
        file, source = self.sources[template]
        return source, file, lambda: True


def syntax_fault(sandbox: Sandbox, file: str, source: str) -> tuple[int, str] | None:
    """Return the line in which a template cannot be read, and why; None where it can."""
    try:
        sandbox.compile(source, None, file)
    except TemplateSyntaxError as error:
        return error.lineno, f"cannot be read from here on: {error.message}"
    except TemplateError as error:
        return 1, f"cannot be read: {error.message}"
    return None


def fault_in(error: Exception, files: Iterable[str]) -> tuple[str, int, str] | None:
    """Return in which of the files and which line a page could not be filled in, and why.

    None where the fault lies in none of them.
    """
    if isinstance(error, TemplateSyntaxError) and error.filename in set(files):
        return str(error.filename), error.lineno, f"cannot be read from here on: {error.message}"
    there = [(file, line) for file, line in _frames(error.__traceback__) if file in set(files)]
    return (*there[-1], _said(error)) if there else None


def _frames(trace: TracebackType | None) -> Iterator[tuple[str, int]]:
    while trace is not None:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def _said(error: Exception) -> str:
    match error:
        case TemplateNotFound():
            return f"asks for the template '{error.name}', which is not there"
        case UndefinedError():
            return f"asks for what this page does not have: {error.message}"
        case SecurityError():
            return f"does what a theme may not: it {error.message}"
        case RecursionError():
            return "calls itself without end"
        case _:
            return f"cannot be filled in: {error}"
