"""The table of section kinds. To add one: a new file here, and a row below."""

from protobuild.model.kinds import (
    behaviour,
    confidentiality,
    criticism_and_complaints,
    expectations,
    impartiality,
    introduction,
    other,
    oversight_and_review,
    personal_relationships,
    principles,
    response_times,
    roles,
)
from protobuild.model.kinds.base import SectionKind

KINDS: dict[str, SectionKind] = {
    "introduction": introduction.KIND,
    "principles": principles.KIND,
    "roles": roles.KIND,
    "expectations": expectations.KIND,
    "impartiality": impartiality.KIND,
    "response-times": response_times.KIND,
    "confidentiality": confidentiality.KIND,
    "personal-relationships": personal_relationships.KIND,
    "behaviour": behaviour.KIND,
    "criticism-and-complaints": criticism_and_complaints.KIND,
    "oversight-and-review": oversight_and_review.KIND,
    "other": other.KIND,
}
