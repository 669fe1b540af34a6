"""Documents what the conventions of the library document, for Doxygen.

usage: filter.py HEADER

Prints the header with a comment in front of each declaration that has none and whose meaning follows from its form: the
members of every endpoint and event, comparisons, conversions, the members of ranges, and members whose type says what they
are. members.txt has the names that mean the same wherever they stand. Lines keep their numbers.
"""

import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent

# The form of a declaration, and what it means; the first one that fits counts.
FORMS = [(re.compile(form), text) for form, text in (
    (r"static constexpr endpoint_spec spec\b", "Method, path, tokens, scopes, rate and errors of the endpoint."),
    (r"static constexpr event_spec spec\b", "Type and scopes of the event."),
    (r"static constexpr std::string_view tag\b", "The tag of the element in a card."),
    (r"static constexpr std::string_view msg_type\b", "The type of a message with this content."),
    (r"static constexpr content_usage uses\b", "Where this content is allowed."),
    (r"struct response\b", "The response of the endpoint."),
    (r"struct event_data\b", "What the event says."),
    (r"std::string schema;", "Version of the format of events, 2.0."),
    (r"feishu::model::event_header header;", "Type, id, time and app of the event."),
    (r"(\w+::)*event_data event;|(\w+::)*\w+ event;", "What the event says."),
    (r"(friend )?(constexpr )?(bool|auto) operator(==|<=>)", "Compares the values."),
    (r"friend std::ostream& operator<<", "Writes the text of the value."),
    (r"(constexpr )?(explicit )?(\(.*\) )?operator [\w:<> ]+( const)?&?\(\)", "The value as another type."),
    (r"(\w+(<.*>)?& )?operator=\(", "Takes over a value."),
    (r"[\w:<>&* ]+ operator(\*|->)\(\)", "Access to the value."),
    (r"[\w:<>&* ]+ operator\+\+\(", "Moves on."),
    (r"[\w:<>&* ]+ operator\[\]\(", "The item at a position."),
    (r"[\w:<>&* ]+ operator\(\)\(", "Calls it."),
    (r".*\bbegin\(\) const", "The first item."),
    (r".*\bend\(\) const", "Behind the last item."),
    (r".*\bsize\(\) const", "The number of items."),
    (r".*\bempty\(\) const", "True if there is nothing in it."),
    (r".*\bhas_value\(\) const", "True if there is a value."),
    (r".*\b(value|error|values|source|get|emplace|reset|has_error|value_or|problems|push_back)\(.*\)( const)?( &&?)?( noexcept)?( \{|;|$)",
     "Access to what it holds."),
    (r"using (value_type|error_type|iterator_category|difference_type|pointer|reference|enum_type|id_type|executor_type|"
     r"duration|time_point|type|styles|paragraph) =", "As its name says."),
)]
MEMBER = re.compile(r"(?:static )?(?:constexpr )?(?:inline )?(?P<type>[\w:]+(?:<[^;={]*>)?)&? (?P<name>\w+)(?:\{.*\}| = .*)?;")
IDENTIFIED = re.compile(r"(?:[\w:]*<)*(?:field::(?:required|list|id)<|open<|std::(?:optional|vector)<)*"
                        r"(?P<core>[\w:]+)")
SAYS_LITTLE = re.compile(r"(std::.*|bool|int|double|unsigned|boost::json::.*|field::.*|open|auto)$")
COMMENT = re.compile(r"\s*(//|\*|/\*)")
CLASS = re.compile(r"(?:class|struct) (\w+)(?: final)?(?: :.*)? \{")
SCOPE = re.compile(r"\s*(template <|requires )")


def members():
    """The meaning of names, from members.txt: a name, a colon, a sentence."""
    lines = (HERE / "members.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))


def is_constructor(declaration, class_name):
    """A constructor converts what it takes, unless its comment says more."""
    return re.match(rf"(constexpr |consteval |explicit |FEISHU_DECL |FEISHU_CONSTEXPR_VECTOR )*(explicit\(.*?\) )?{class_name}\(", declaration)


def meaning(declaration, known, class_name):
    if class_name and is_constructor(declaration, class_name):
        return "Takes over what it is made of."
    for form, text in FORMS:
        if form.match(declaration):
            return text
    found = MEMBER.match(declaration)
    if not found or found["type"] in ("return", "using", "namespace", "typedef", "friend", "throw", "goto"):
        return None
    if found["name"] in known:
        return known[found["name"]]
    core = IDENTIFIED.match(found["type"])["core"]
    return None if SAYS_LITTLE.match(core) else f"See {core}."


def main():
    known = members()
    class_name = ""
    documented = False  # whether the comment above belongs to the next declaration
    for line in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        text = line.strip()
        class_name = (CLASS.match(text) or [None, class_name])[1]
        if text.startswith("///"):
            documented = True
        elif text and not COMMENT.match(line):
            if not documented and line.startswith("    ") and "///<" not in line:
                what = meaning(text, known, class_name)
                if what:
                    indent = line[: len(line) - len(line.lstrip())]
                    line = f"{indent}/** {what} */ {text}"
            documented = documented and SCOPE.match(line) is not None
        print(line)


if __name__ == "__main__":
    main()
