"""The specs and the structs say the same: specs -> generator -> headers -> reflection -> OpenAPI -> equal to the specs.

usage: round_trip.py SPECS FEISHU_OPENAPI

One case an operation and an event. Descriptions and x-feishu-optional aside, and with what says nothing left out on both sides: minimums of
0, `required` and `default` in responses (they are read tolerantly), `default` in request bodies (it is not sent, only
documented), `required` of a parameter with a default (the default is sent), names of shared types (reflection writes
them out).
"""

import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))
from tap import Tap  # noqa: E402

WORDS = {"description", "summary", "title", "x-feishu-optional"}


class Specs:
    """All documents of a folder; operations and events with every reference written out."""

    def __init__(self, root):
        root = pathlib.Path(root)
        self.documents = {}
        for path in sorted(root.glob("**/*.json")):
            document = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(document, dict):
                self.documents[path.relative_to(root)] = document

    def follow(self, reference, file):
        name, _, pointer = reference.partition("#")
        if name:
            parts = []
            for part in (file.parent / name).parts:
                parts = parts[:-1] if part == ".." else parts + [part]
            file = pathlib.Path(*parts)
        return self.documents[file]["components"]["schemas"][pointer.rsplit("/", 1)[-1]], file

    def plain(self, value, file, answer, body=False):
        if isinstance(value, list):
            return [self.plain(item, file, answer, body) for item in value]
        if not isinstance(value, dict):
            return value
        if "$ref" in value:
            target, where = self.follow(value["$ref"], file)
            beside = {key: item for key, item in value.items() if key != "$ref"}
            return {**self.plain(target, where, answer, body), **self.plain(beside, file, answer, body)}
        out = {}
        for key, item in value.items():
            if key == "properties":
                out[key] = {name: self.plain(schema, file, answer, body) for name, schema in item.items()}
            elif key in WORDS or (answer and key in ("default", "required")) or (body and key == "default"):
                continue
            elif key in ("minLength", "minItems") and item == 0:
                continue
            else:
                out[key] = self.plain(item, file, answer or key == "responses", body or key == "requestBody")
        if isinstance(out.get("required"), list):
            out["required"].sort()
        return out

    def operations(self):
        for file, document in self.documents.items():
            for path, item in document.get("paths", {}).items():
                for method, operation in item.items():
                    yield (method, path), normal(self.plain(operation, file, False))
            for event, item in document.get("webhooks", {}).items():
                yield ("event", event), normal(self.plain(item["post"], file, True))


def normal(operation):
    operation.pop("tags", None)
    operation.setdefault("x-feishu-app-types", ["custom", "store"])
    operation.get("parameters", []).sort(key=lambda p: (p["in"], p["name"]))
    for parameter in operation.get("parameters", []):
        if "default" in parameter["schema"]:
            parameter.pop("required", None)
    for response in operation["responses"].values():
        for media in response.get("content", {}).values():
            media.get("schema", {}).get("properties", {}).setdefault("msg", {"type": "string"})
    return operation


def differences(spec, struct, path=""):
    if isinstance(spec, dict) and isinstance(struct, dict):
        for key in sorted(spec.keys() | struct.keys()):
            if key not in struct:
                yield f"{path}/{key}: only in the spec: {json.dumps(spec[key])[:200]}"
            elif key not in spec:
                yield f"{path}/{key}: only in the struct: {json.dumps(struct[key])[:200]}"
            else:
                yield from differences(spec[key], struct[key], f"{path}/{key}")
    elif isinstance(spec, list) and isinstance(struct, list) and len(spec) == len(struct):
        for index, (a, b) in enumerate(zip(spec, struct)):
            yield from differences(a, b, f"{path}/{index}")
    elif spec != struct:
        yield f"{path}: {json.dumps(spec)[:200]} in the spec, {json.dumps(struct)[:200]} in the struct"


class Exported(Specs):
    """The one document that reflection makes."""

    def __init__(self, document):  # pylint: disable=super-init-not-called
        self.documents = {pathlib.Path("exported.json"): document}


def main():
    specs, program = sys.argv[1:]
    printed = subprocess.run([program], stdout=subprocess.PIPE, check=True, text=True).stdout
    structs = dict(Exported(json.loads(printed)).operations())
    tap = Tap()
    for key, spec in Specs(specs).operations():
        found = "\n".join(differences(spec, structs.pop(key, None)))
        tap.case(f"{key[0]} {key[1]} survives the round trip", found)
    tap.case("structs describe nothing that no spec describes", "\n".join(map(str, structs)))
    sys.exit(tap.done())


if __name__ == "__main__":
    main()
