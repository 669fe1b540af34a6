"""Writes the texts that the command line shows: what the structs say (feishu-openapi, by reflection) with the sentences
of the specs, which a struct only has as comments.

usage: embed.py FEISHU_OPENAPI SPECS OUTPUT
"""

import json
import pathlib
import subprocess
import sys

PIECE = 15_000  # characters of one literal; a compiler need not take more than 65536


class Specs:
    """The documents of codegen/specs."""

    def __init__(self, folder):
        self.folder = folder
        self.documents = {}
        self.operations = {}
        for path in sorted(folder.rglob("*.json")):
            document = self.read(path)
            for item in document.get("paths", {}).values() if isinstance(document, dict) else []: # errors.json is a list
                for operation in item.values():
                    if isinstance(operation, dict) and "operationId" in operation:
                        self.operations[operation["operationId"]] = (path, operation)

    def read(self, path):
        path = path.resolve()
        if path not in self.documents:
            self.documents[path] = json.loads(path.read_text(encoding="utf-8"))
        return self.documents[path]

    def resolve(self, path, schema):
        """The schema that a $ref names, under a description of its own, and where it stands."""
        while "$ref" in schema:
            file, _, pointer = schema["$ref"].partition("#")
            path = (path.parent / file).resolve() if file else path
            found = self.read(path)
            for step in pointer.strip("/").split("/"):
                found = found[step]
            schema = {**found, **{key: value for key, value in schema.items() if key != "$ref"}}
        return path, schema


def describe(specs, reflected, path, schema):
    """Adds the descriptions of `schema` to the same schema as the structs give it."""
    path, schema = specs.resolve(path, schema)
    if "items" in reflected and "items" in schema:
        describe(specs, reflected["items"], path, schema["items"])
    properties = dict(schema.get("properties", {}))
    for part in schema.get("allOf", []):
        part_path, whole = specs.resolve(path, part)
        for name, value in whole.get("properties", {}).items():
            properties.setdefault(name, {"description": specs.resolve(part_path, value)[1].get("description", "")})
    for name, member in reflected.get("properties", {}).items():
        if name in properties:
            described = description_of(specs, path, properties[name])
            if described:
                member["description"] = described
            describe(specs, member, path, properties[name])


def description_of(specs, path, schema):
    """The sentence of a schema, or else that of what it lists."""
    path, schema = specs.resolve(path, schema)
    if schema.get("description"):
        return schema["description"]
    return description_of(specs, path, schema["items"]) if "items" in schema else ""


def first_schema(content):
    return next(iter(content.values()), {}).get("schema", {})


def endpoint(specs, operation_id, operation, body, body_spec):
    """What is shown of an endpoint."""
    path, spec = specs.operations[operation_id]
    members = []
    described = {one["name"]: one for one in (specs.resolve(path, p)[1] for p in spec.get("parameters", []))}
    for parameter in operation.get("parameters", []):
        own = described.get(parameter["name"], {})
        describe(specs, parameter["schema"], path, own.get("schema", {}))
        members.append({"name": parameter["name"], "in": parameter["in"], "required": parameter.get("required", False),
                        "description": own.get("description") or description_of(specs, path, own.get("schema", {})),
                        "schema": parameter["schema"]})
    describe(specs, body, path, body_spec)
    for name, schema in body.get("properties", {}).items():
        members.append({"name": name, "in": "body", "required": name in body.get("required", []),
                        "description": schema.pop("description", ""), "schema": schema})
    members.sort(key=lambda one: not one["required"])
    return {"summary": spec.get("summary", ""), "members": members, "response": response(specs, path, operation, spec)}


def response(specs, path, operation, spec):
    """The members of a response, one level."""
    ours = first_schema(operation.get("responses", {}).get("200", {}).get("content", {}))
    theirs = first_schema(specs.resolve(path, spec.get("responses", {}).get("200", {}))[1].get("content", {}))
    describe(specs, ours, path, theirs)
    fields = ours.get("properties", {})
    fields = fields.get("data", {}).get("properties", {}) if "data" in fields else fields
    return [{"name": name, "type": one.get("type", "any"), "description": one.get("description", "")}
            for name, one in fields.items() if name not in ("code", "msg")]


def endpoints(document, specs):
    """Each endpoint of the document. Those that share method and path are media types of one operation; the schema of the
    others is titled with the last part of their id."""
    out = {}
    for item in document["paths"].values():
        for operation in item.values():
            operation_id = operation["operationId"]
            path, spec = specs.operations[operation_id]
            theirs = spec.get("requestBody", {}).get("content", {})
            content = operation.get("requestBody", {}).get("content", {}) or {"": {}}
            for at, (media, body) in enumerate(content.items()):
                schema = body.get("schema", {})
                if at == 0:
                    out[operation_id] = endpoint(specs, operation_id, operation, schema, first_schema(theirs))
                    continue
                own = specs.resolve(path, theirs[media]["schema"])[1]
                name = operation_id.rpartition(".")[0] + "." + own["title"]
                out[name] = endpoint(specs, operation_id, operation, schema, own)
                out[name]["summary"] = own.get("description", out[name]["summary"])
    return out


def literal(text):
    pieces = [text[at:at + PIECE] for at in range(0, len(text), PIECE)] or [""]
    return "\n".join(f'R"~~~({piece})~~~"' for piece in pieces)


def main():
    program, folder, output = sys.argv[1:]
    text = subprocess.run([program], check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8").stdout
    specs = Specs(pathlib.Path(folder))
    rows = []
    for operation_id, shown in sorted(endpoints(json.loads(text), specs).items()):
        rows.append(f'    {{"{operation_id}", {literal(shown["summary"])},\n'
                    f'     {literal(json.dumps(shown, ensure_ascii=False, separators=(",", ":")))}}},')
    pathlib.Path(output).write_text(
        '// Generated by embed.py.\n#include "catalog.hpp"\n\nnamespace cli {\n\n'
        'static constexpr endpoint_text table[] = {\n' + "\n".join(rows) + '\n};\n\n'
        'std::span<endpoint_text const> endpoint_texts() { return table; }\n\n'
        f'static constexpr char document[] =\n{literal(text.strip())};\n\n'
        'std::string_view openapi_document() { return {document, sizeof document - 1}; }\n\n} // namespace cli\n', encoding="utf-8")


main()
