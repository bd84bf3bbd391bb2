"""Legislation: what a text is, said to search engines as schema.org has it (JSON-LD)."""

from __future__ import annotations

import json

from markupsafe import Markup

from protobuild.render.site.edition import HOME, Edition, Site, Standing

FORCE = {Standing.IN_FORCE: "InForce"}

Data = dict[str, object]


def json_ld(site: Site, edition: Edition, path: str, files: tuple[str, ...]) -> Markup:
    """Return a block of data for the head of a page: it is no script, and is never run."""
    said = json.dumps(legislation(site, edition, path, files), ensure_ascii=False, indent=1)
    safe = said.replace("<", "\\u003c").replace("&", "\\u0026")
    return Markup(f'<script type="application/ld+json">\n{safe}\n</script>')  # noqa: S704 - nothing in it can end it


def legislation(site: Site, edition: Edition, path: str, files: tuple[str, ...]) -> Data:
    """Return what is known of a text: whose it is, who passed it, from when it counts, where it is had."""
    cover = edition.cover
    data: Data = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": site.url(path),
        "url": site.url(path),
        "name": edition.outline.title,
        "inLanguage": "en-GB",
        "legislationType": "protocol",
        "legislationIdentifier": f"{site.address}{edition.folder}/",
        "legislationLegalForce": f"https://schema.org/{FORCE.get(edition.standing, 'NotInForce')}",
    }
    if cover.adopted:
        data["legislationDate"] = cover.adopted.isoformat()
    if cover.in_force:
        data["legislationDateVersion"] = cover.in_force.isoformat()
    if cover.council:
        data["publisher"] = {"@type": "GovernmentOrganization", "name": cover.council}
    if cover.body:
        data["legislationPassedBy"] = {"@type": "Organization", "name": cover.body}
    if path != HOME:
        data["exampleOfWork"] = {"@type": "Legislation", "@id": site.address}
    before = site.before(edition)
    if before:
        data["legislationConsolidates"] = {"@type": "Legislation", "@id": f"{site.address}{before.folder}/"}
    data["encoding"] = [
        {"@type": "MediaObject", "contentUrl": site.address + name, "encodingFormat": _media(name)}
        for name in files
    ]
    return data


def _media(name: str) -> str:
    return MEDIA[name.rpartition(".")[2]]


MEDIA = {"pdf": "application/pdf", "txt": "text/plain", "json": "application/json", "html": "text/html"}
"""What each kind of file is called where files are told apart by their media type."""
