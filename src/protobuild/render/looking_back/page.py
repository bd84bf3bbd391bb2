"""Page: what is known of the past as one self-contained page, for whoever asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from protobuild.model.outline import Entry, Kind, Outline
from protobuild.model.saying import spoken
from protobuild.render.furniture import fill, style
from protobuild.render.inline import Inline, write_runs
from protobuild.render.looking_back.sayings import (
    amended_said,
    change_said,
    draft_said,
    facts_of,
    logged_said,
    named,
    step_said,
)
from protobuild.render.looking_back.told import AsOf, Blame, Draft, History, Log, Logged, Situation, Step
from protobuild.render.markup import el, join
from protobuild.render.summary import forced
from protobuild.render.theme import PLAIN, Theme

COLUMNS = ("Number", "How it begins", "Last changed by")
CUT_SHORT = "This copy holds only the latest part of the history."


def asof_page(answer: AsOf, theme: Theme = PLAIN) -> str:
    """Return what the text said on a day, with who decided it."""
    asked = f" of {answer.number or answer.id}" if not answer.whole else ""
    body = join((el("h2", "The words"), words_of(answer.outline)))
    heading = f"the text{asked} as of {spoken(answer.day)}"
    return fill_page(answer, heading, facts_of(answer), body, theme, remarks=answer.remarks)


def history_page(history: History, theme: Theme = PLAIN) -> str:
    """Return the story of a provision, the latest version first."""
    parts = [join(_step(step)) for step in history.steps]
    if history.with_drafts:
        parts.append(el("h2", "Drafts between adoptions"))
        parts += [join(_draft(draft)) for draft in history.drafts] or [el("p", "None.")]
        parts += [el("p", CUT_SHORT)] if history.cut_short else []
    facts = [("Provision", named(history))] if history.id else []
    asked = history.number or history.id or "all drafts"
    return fill_page(history, f"history of {asked}", facts, join(parts), theme)


def log_page(log: Log, theme: Theme = PLAIN) -> str:
    """Return every version, the latest first, with how much it changed."""
    return fill_page(log, "every version", [], join(join(_logged(row)) for row in log.rows), theme)


def blame_page(blame: Blame, theme: Theme = PLAIN) -> str:
    """Return every paragraph with the version that last changed it, as a table."""
    head = el("tr", *(el("th", name, scope="col") for name in COLUMNS))
    rows = (
        el(
            "tr",
            el("th", row.number, scope="row"),
            el("td", el("strong", row.words) if row.heading else row.words, data_label=COLUMNS[1]),
            el("td", amended_said(row.amended), data_label=COLUMNS[2]),
        )
        for row in blame.rows
    )
    table = el("table", el("thead", head), el("tbody", *rows), class_="stacks")
    label = "Who last changed each paragraph"
    body = el("div", table, class_="scroll", role="region", tabindex="0", aria_label=label)
    return fill_page(blame, "who last changed each paragraph", [("Text", blame.act.says)], body, theme)


def words_of(outline: Outline) -> Markup:
    """Return entries as plain paragraphs with their marks; one provision may stand on a page many times."""
    inline = Inline({}, outline.last)
    return join(_entry(entry, inline) for entry in outline.entries if entry.kind is not Kind.TITLE)


def _entry(entry: Entry, inline: Inline) -> Markup:
    parts = [write_runs(runs, inline) for runs in (entry.num, entry.heading, entry.body) if runs]
    tag = "h3" if entry.kind is Kind.SECTION else "p"
    return el(tag, join(parts, " ")) if parts else Markup("")


def _step(step: Step) -> Iterator[Markup]:
    yield el("h2", step.act.says)
    yield el("p", step_said(step)[:1].upper() + step_said(step)[1:] + ".")
    if step.redline is not None:
        yield el("blockquote", words_of(step.redline))
    if step.changes:
        yield el("ul", *(el("li", change_said(change)) for change in step.changes))
    if step.act.doubt:
        yield el("p", el("strong", step.act.doubt), class_="standing")


def _draft(draft: Draft) -> Iterator[Markup]:
    yield el("h3", draft_said(draft))
    if draft.adopts:
        yield el("p", f"Adoptions kept with it: {draft.adopts}")
    if draft.redline is not None:
        yield el("blockquote", words_of(draft.redline))
    elif draft.touched:
        yield el("p", f"Clauses: {', '.join(draft.touched)}")


def _logged(row: Logged) -> Iterator[Markup]:
    yield el("h2", row.act.says)
    yield el("p", logged_said(row))
    if row.redlined and not row.redlined.different:
        rows = [f"{each.name} ({each.where}): {each.says}" for each in forced(row.redlined)]
        yield el("ul", *(el("li", said) for said in rows)) if rows else Markup("")
    yield from (el("p", el("strong", said), class_="standing") for said in row.events)
    yield el("p", f"Kept in changelog/{row.act.version}", class_="small")
    if row.act.doubt:
        yield el("p", el("strong", row.act.doubt), class_="standing")


def fill_page(
    told: AsOf | History | Log | Blame | Situation,
    heading: str,
    facts: Iterable[tuple[str, str]],
    body: str,
    theme: Theme,
    *,
    remarks: Iterable[str] = (),
) -> str:
    """Return a page of facts with a body below them."""
    return fill(
        "looking-back",
        theme,
        title=told.title or "Untitled",
        heading=heading,
        council=told.council,
        facts=list(facts),
        remarks=list(remarks),
        body=body,
        screen=style("base", "marks", "screen", "screen-redline"),
        print=style("base", "marks", "print", "print-redline"),
    )
