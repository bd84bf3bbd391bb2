"""What each rule of reading and keeping files is about; a check's own docstring says it of the check.

One or two sentences for the officer who asks `protobuild check --explain RULE`. A test holds that
every rule a finding can name is here or is a check.
"""

from __future__ import annotations

RULES: dict[str, str] = {
    # -- how a file is written ----------------------------------------------------------
    "bad-block": "After '|' or '>' the line ends; the words begin on the next line, two spaces further in.",
    "bad-escape": "Inside double quotation marks a backslash starts a code. A backslash that is meant is "
    "written twice, or the words stand below '|'.",
    "bad-indent": "Lines that belong together begin with the same number of spaces. One that does not line "
    "up with its neighbours belongs to nothing.",
    "bad-yaml": "The line cannot be read as a field or as words. Words that begin with a sign of the file "
    "format stand below '|'.",
    "duplicate-key": "A field is written once in a place. Of two, only one would be published.",
    "empty-file": "A file that is named under 'sections' holds a section: a kind, a heading and clauses.",
    "folded-list": "A list keeps its lines only below '|'. Otherwise they run together into one paragraph.",
    "not-read": "The file could not be opened or read: another program may hold it, or it may not be yours.",
    "not-text": "A protocol's files are plain text. A Word file or a PDF cannot be read, "
    "whatever it is called.",
    "odd-dash": "An entry of a list begins with a hyphen and a space, never with a dash or a bullet.",
    "odd-key": "Where a field's name is expected there stands a list or a group of fields.",
    "odd-space": "Lines are indented, and a field's name is followed, by plain spaces. Word processors and "
    "web pages use others that look the same.",
    "reserved-sign": "At the start of a value '&', '*' and '!' are signs of the file format. Words that "
    "begin with one stand in quotation marks or below '|'.",
    "several-documents": "A line of three hyphens starts a second document, and only the first is read.",
    "swallowed-words": "A space and a '#' begin a comment, so the rest of the line would not be published. "
    "Below '|' a '#' is a sign like any other.",
    "tab": "Lines are indented with spaces. Programs disagree on how wide a tab is.",
    "too-deep": "Fields stand inside fields more often than any protocol needs: a bracket or an indent is "
    "wrong.",
    "too-large": "The file is far larger than any protocol, and was not read.",
    "two-versions": "Two people changed the same lines, and the file holds both versions between the marks "
    "<<<<<<< and >>>>>>>. Keep one, and delete the other with the three lines of marks.",
    "unclosed-list": "A bracket that opens a list in one line closes it, and commas part what is in it.",
    "unclosed-quote": "A quotation mark that begins a value also ends it.",
    "unquoted-colon": "A colon and a space end a field's name. Words that hold them stand below '|'.",
    "unquoted-start": "Words that begin with a bracket, a quotation mark or a sign such as '*' stand below "
    "'|', or they are taken for something else.",
    "unreadable": "The file could not be opened: another program may hold it, or it may not be yours to "
    "read.",
    "unseen-character": "A character that nobody can see stands in the file. Other programs stop at it, and"
    " two words that look alike are no longer the same.",
    # -- what a file says ---------------------------------------------------------------
    "bad-name": "Ids and names are lower-case letters, digits and hyphens, a letter first, and short: they "
    "stand in references and in addresses.",
    "bad-value": "The field does not take this value.",
    "empty-field": "A field that is written has a value. One that is not needed is left out.",
    "empty-list": "A list that is written has at least one entry.",
    "missing-field": "Some fields are always needed: a section has a kind and a heading, a clause an id, an"
    " item an id and its text.",
    "no-content": "A clause holds exactly one sort of content, such as 'text', 'expectations' or "
    "'procedure'.",
    "not-a-date": "A date is year, month and day with hyphens, such as 2026-05-14.",
    "not-a-list": "The field takes a list: one entry a line, each beginning with a hyphen and a space.",
    "not-a-number": "The field takes a whole number in figures, such as 10.",
    "not-fields": "Where fields with names are expected there stand words alone.",
    "not-words": "Where words are expected there stands a list or a group of fields.",
    "not-yes-or-no": "The field takes yes or no.",
    "stray-field": "The field belongs to another sort of content than the clause has.",
    "two-contents": "A clause is one paragraph and holds one sort of content. A second is a clause of its "
    "own.",
    "uneven-table": "Each row of a table has as many cells as there are columns. An empty one is written ''.",
    "unknown-field": "A field that is not known is not ignored: misspelt, it would hide what it was meant "
    "to say.",
    "unknown-kind": "Every section is of one of the kinds that are known; 'other' fits a council's own "
    "matter.",
    "unknown-value": "The field takes one of a few words.",
    # -- the files of a protocol --------------------------------------------------------
    "named-twice": "A section is named once under 'sections' in protocol.yaml.",
    "no-file": "Every section that protocol.yaml names has a file of that name beside it.",
    "no-manifest": "protocol.yaml says what the protocol is called, whose it is, and which sections it has.",
    "numbers-outdated": "numbers.yaml keeps the numbers of a version as they were printed. Once paragraphs "
    "come or go they are worked out anew.",
    "theme": "Something in the folder theme/ cannot be used. The pages are made with the usual look in its "
    "place.",
    "unnamed-file": "A file beside protocol.yaml that is not named under 'sections' is not published.",
    # -- what a protocol should say -----------------------------------------------------
    "closed-gap": "A provision listed under 'gaps' is now provided by a clause, so the debt is paid.",
    "known-gap": "A provision that the profile requires is listed under 'gaps': it is known to be missing, "
    "and stands in the way only when the protocol is proposed.",
    "missing-provision": "The profile requires a provision that no clause provides. A clause that says it "
    "names it under 'provides'; one that is to come is listed under 'gaps', one left out on purpose under"
    " 'waivers', with the reason, who decided and when.",
    "new-provision": "The catalogue has grown since protocol.yaml was compared with it, and the profile "
    "requires what came. Until 'catalogue' names the later edition this only warns.",
    "unanswered-fact": "Some provisions are required only where something is so, such as that there are "
    "political groups. protocol.yaml says so, or not, under 'facts'.",
    "unbacked-claim": "A clause names a provision under 'provides' and does not say it: its words only keep "
    "a place, such as 'TBC', or it lacks what the catalogue asks for, such as a procedure with two steps.",
    "unknown-provision": "The name under 'provides', 'gaps' or 'waivers' is not in the catalogue of what a "
    "protocol should say; `protobuild show --provisions` lists it.",
    # -- notes, papers and adopted versions ---------------------------------------------
    "adopted-otherwise": "The folder of an adopted version is named by another day than its record gives.",
    "altered-version": "A file of an adopted version is missing, was changed or was added since. What a "
    "council adopted is never altered; a new text is a new version.",
    "meeting-otherwise": "The record of a meeting is named by its day and its body, such as "
    "2026-11-20-council.yaml.",
    "meeting-record": "The record of a meeting says what it did with each change; what it says must not "
    "contradict itself, and words agreed as amended are written down.",
    "no-change": "A note gives the reason for a change, and the clause it names stands as it was adopted.",
    "meeting-before-paper": "A meeting cannot have had a paper that was issued after it.",
    "no-checksums": "SHA256SUMS proves that an adopted version is as it was adopted, and it is not there.",
    "no-record": "record.yaml says who adopted a version and when. Without it the folder is no version.",
    "no-reason": "A change is proposed with the reason for it, in a note of changelog/next/. One that is "
    "proved to be minor needs none.",
    "not-a-note": "Notes are the files in changelog/next/ whose names end in '.yaml'.",
    "not-a-paper": "A paper that was issued is kept as a file whose name begins with its number.",
    "not-adopted": "A text is adopted or in force only when an adopted version has the same words. Until "
    "then it is a draft, and every page of it says so.",
    "status-otherwise": "A draft is proposed once a paper was issued, and recommended once a meeting is "
    "recorded that recommended it.",
    "two-papers": "Two papers that were issued have one number, so one name may stand for two decisions.",
    "unknown-id": "A note names an id that no clause has, in the draft or in any adopted version.",
}
"""Every rule that is not a check, with what it asks for."""
