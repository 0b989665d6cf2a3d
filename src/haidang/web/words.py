"""Words for the codes of the parts below: why a claim stands where it stands, what a match compares, what was done."""

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

Words = dict[str, str | Promise]

FACTORS: Words = {
    "harm": _("May harm life, health or safety"),
    "about_us": _("About our place or our bodies"),
    "about_us_nearby": _("Our place is named elsewhere in the text"),
    "place_time": _("Names a place and a time that can be checked"),
    "event": _("Says that something happened or was decided"),
    "many_people": _("Touches fees, rights or services of many people"),
    "number": _("Gives a figure that can be checked"),
    "date": _("Gives a date, but no place"),
    "place": _("Names a place, but no time"),
    "named_body": _("Names a public body"),
    "attribution": _("Says where it comes from"),
    "comparison": _("Compares or ranks"),
    "spread": _("Appears in several places"),
    "fast": _("Spreads fast"),
    "novelty": _("Nothing known answers it yet"),
    "official_source": _("Published by a state body"),
}
SLOTS: Words = {
    "place": _("Place"),
    "date": _("Date"),
    "number": _("Figure"),
    "polarity": _("Yes or no"),
    "direction": _("Direction"),
}
SLOT_VALUES: Words = {
    "affirmed": _("says it is so"),
}
LEVELS: Words = {
    "match": _("same statement, please confirm"),
    "related": _("related, never joined by itself"),
}
JOINED: Words = {
    "opened": _("opened this story"),
    "copy": _("near copy of the first"),
    "revision_copy": _("became a near copy when it was edited"),
}
ACTS: Words = {
    "receive_claim": _("came in"),
    "receive_claims": _("came in"),
    "show_for_triage": _("shown to the screeners"),
    "queue_case": _("taken up for checking"),
    "leave_as_not_checkable": _("left: not checkable"),
    "leave_as_out_of_scope": _("left: out of scope"),
    "mark_duplicate": _("joined to another case"),
    "mark_already_reviewed": _("answered by an earlier conclusion"),
    "assign_case": _("given to a checker"),
    "take_case": _("taken by a checker"),
    "start_checking": _("checking began"),
    "ask_agency": _("agency asked"),
    "hear_agency": _("agency answered"),
    "add_evidence": _("evidence added"),
    "withdraw_evidence": _("evidence withdrawn"),
    "draft_review": _("draft written"),
    "ask_second_reader": _("handed to a second reader"),
    "agree_blind": _("second reader agreed"),
    "differ_blind": _("second reader differed"),
    "return_draft": _("returned by the approver"),
    "sign_review": _("signed and published"),
    "watch": _("watched for its return"),
    "publish_change": _("new version published"),
    "draft_updated": _("update drafted"),
    "draft_corrected": _("correction drafted"),
    "draft_retracted": _("retraction drafted"),
    "appeal": _("appealed"),
    "review_appeal": _("appeal taken up"),
    "settle_appeal": _("appeal settled"),
    "close_case": _("closed"),
    "hold_case": _("put on hold"),
    "resume_case": _("taken up again"),
    "reopen_case": _("opened again"),
}
MISSING: Words = {
    "verdict": _("a verdict"),
    "text": _("the text in both languages"),
    "headline": _("a headline"),
    "headline_too_long": _("a shorter headline, at most 140 characters"),
    "summary": _("a summary"),
    "misleading_content": _("part 1: the misleading content and its course"),
    "effect": _("part 2: its effect"),
    "facts": _("part 3: the facts"),
    "evidence": _("at least one piece of evidence, chosen for publication"),
    "capture_damaged": _("a whole copy: one of the stored copies is damaged or missing"),
    "primary_source": _("an original source, or the reason why there is none"),
    "other_side": _("evidence for the other side, or what was looked for there"),
    "public_note": _("what changed and why, in both languages"),
}
PARTS: Words = {
    "headline": _("Headline"),
    "summary": _("Summary"),
    "misleading_content": _("What was said, and how it spread"),
    "effect": _("What it caused"),
    "facts": _("What is true"),
    "not_known": _("What we do not know"),
}
FAILURES: Words = {
    "deadline": _("It took longer than allowed"),
    "dns": _("The name in the address was not found"),
    "refused": _("The server refuses connections"),
    "connection": _("The connection broke"),
    "tls": _("The server could not prove who it is (certificate)"),
    "bad_answer": _("The answer cannot be understood"),
    "bad_encoding": _("The answer is packed in a way that cannot be unpacked"),
    "too_large": _("The answer is too large"),
    "redirects": _("The address redirects too often, or to nowhere"),
    "robots": _("The site's robots.txt keeps us away from this page"),
    "forbidden_address": _("The address leads to a place that is not fetched from"),
    "forbidden_port": _("The address names a port that is not fetched from"),
    "bad_address": _("The address cannot be opened"),
    "busy": _("Too much was waiting to be fetched from this server"),
    "unexpected": _("Something failed that nobody foresaw; the server's log has the error"),
    "failed": _("Reading failed; the page is left unread"),
    "not_stored": _("It was read but could not be stored; the server's log has the error"),
    "empty": _("The answer was empty"),
    "not_a_feed": _("There is no feed at this address"),
    "not_a_page": _("There is no page at this address"),
    "no_text": _("No text was found on the page"),
    "entities": _("The feed defines its own XML entities and is not read"),
    "too_deep": _("The page is nested too deep and is not read"),
    "too_many_elements": _("The page has too many elements and is not read"),
    "too_many_attributes": _("The page has too many attributes and is not read"),
    "cpu": _("Reading took too much computing time and was stopped"),
    "memory": _("Reading took too much memory and was stopped"),
    "crash": _("The reader broke off; the page is left unread"),
    "not_plain": _("The reader answered something that was not asked"),
}
TABLES: dict[str, Words] = {
    "factor": FACTORS,
    "slot": SLOTS,
    "level": LEVELS,
    "joined": JOINED,
    "act": ACTS,
    "missing": MISSING,
    "part": PARTS,
    "slot_value": SLOT_VALUES,
}


def reason_detail(code: str, detail: str) -> str:
    """What caused a reason, in words: counts of the engine are spelled out, quoted words stay as they are."""
    if code == "spread" and detail.isdigit():
        return ngettext("%(n)s place", "%(n)s places", int(detail)) % {"n": detail}
    if code == "fast" and "/" in detail:
        places, minutes = detail.split("/", 1)
        return gettext("%(n)s in %(minutes)s minutes") % {"n": places, "minutes": minutes}
    return detail


def failure(code: str, sentence: str) -> str:
    """Why a look failed, in the reader's language; the stored sentence where a code has no words yet."""
    status = code.removeprefix("http_")
    if status != code and status.isdigit():
        return gettext("The server answered %(status)s") % {"status": status}
    return str(FAILURES.get(code, sentence))


def word(table: str, code: str) -> str:
    """The words for a code; a code that is new here is shown as it is, readable rather than missing."""
    return str(TABLES[table].get(code, code if table == "slot_value" else code.replace("_", " ")))
