"""Words: names, comments, error texts, specs and READMEs use standard terms, not the private ones that they replaced."""

import pathlib
import re
import sys

from project import Tap, arguments, tracked

# What not to write, and what to write instead.
PHRASES = {
    r"mass mailings?": "batch message",
    r"call-backs?": "callback",
    r"log-in": "login",
    r"look-ups?": "lookup",
    r"of one's own": "custom",
    r"(made|armed|fetched) anew": "recreated, re-armed, fetched again",
    r"nobody's business": "not significant",
    r"without a word": "abruptly",
    r"(says?|said) goodbye|goodbyes?": "close frame",
    r"good (for|until) \d+": "valid for",
    r"(is|are) told": "is notified",
    r"left out, ": "if omitted, defaults to",
    r"a page\. Entries|entries a page": "page size",
    r"taken? back": "withdrawn, deleted",
    r"as \w+_type says": "of the type given by",
    r"is no (number|POST|id|std::exception)": "is not a",
    r"not as the API wants": "invalid",
    r"way to it": "path",
}
IDENTIFIERS = {
    "answer_function": "response_function", "answer_within": "ack_deadline", "answer_parser": "response_parser",
    "answer_json": "callback_response_json", "event_answer": "event_response", "parser_access": "field_access",
    "unlisted": "from_wire", "suspicious": "undocumented", "content_use": "content_usage", "call_plan": "prepared_call",
    "handed_over": "fetch_abandoned", "to_do": "actions", "least_pause": "min_reconnect_delay",
    "max_unanswered": "max_pending_events", "max_unsent": "max_queued_frames", "owed_answers": "pending_responses",
    "seen_events": "dedup_store", "wind_down": "shutdown", "swallow": "drain_input", 
    "take_over": "upgrade", "no_throw": "as_tuple_t", "why_lost": "describe_error", "say_goodbye": "close",
    "gesture": "card_interaction", "let_in": "mark_ready", r"converse(?=\()": "serve, send_and_receive",
}
PATTERNS = [(re.compile(rf"\b(?:{bad})\b", re.IGNORECASE), good) for bad, good in PHRASES.items()] + [
    (re.compile(rf"\b{bad}\b"), good) for bad, good in IDENTIFIERS.items()]
FOLDERS = ("include/", "codegen/", "examples/", "tests/", "README.md")
SKIPPED = ("tests/structure/words.py", "tests/fuzz/corpus/", "README.zh-CN.md")
TEXT = (".hpp", ".ipp", ".cpp", ".json", ".md", ".py", ".build", ".mjs", "run")


def main():
    args = arguments("root")
    root = pathlib.Path(args.root)
    found = {}
    for name in tracked(root):
        if not name.startswith(FOLDERS) or name.startswith(SKIPPED) or not name.endswith(TEXT) or "package-lock" in name:
            continue
        for number, line in enumerate((root / name).read_text(encoding="utf-8").splitlines(), 1):
            for pattern, good in PATTERNS:
                for match in pattern.findall(line) and [pattern.search(line)]:
                    found.setdefault(name.split("/")[0], []).append(
                        f"{name}:{number}: \"{match.group()}\": write {good}")
    tap = Tap()
    for folder in sorted({prefix.split("/")[0] for prefix in FOLDERS}):
        tap.case(f"{folder} uses standard terms", "\n".join(found.get(folder, [])))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
