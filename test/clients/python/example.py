"""Asks Casebook with graphql-core and the standard library: an operation is checked before it is sent."""

import json
import urllib.request
from collections.abc import Iterator

from graphql import build_schema, parse, validate

with open("../../schema.graphql", encoding="utf-8") as file:
    schema = build_schema(file.read())


def ask(url: str, operation: str, variables: dict | None = None) -> dict:
    """The data of an operation; raises GraphQLError or ValueError where there is none."""
    for error in validate(schema, parse(operation)):
        raise error
    body = json.dumps({"query": operation, "variables": variables or {}}).encode()
    headers = {"content-type": "application/json"}
    with urllib.request.urlopen(urllib.request.Request(url, body, headers)) as response:
        answer = json.load(response)
    if answer.get("errors"):
        raise ValueError(answer["errors"][0]["message"])
    return answer["data"]


EVENTS = """
query Events($after: String) {
  events(first: 5, after: $after) {
    nodes { id title date { edtf earliest } }
    pageInfo { endCursor hasNextPage }
  }
}
"""


def events(url: str) -> Iterator[dict]:
    """All events, page by page."""
    page = {"endCursor": None, "hasNextPage": True}
    while page["hasNextPage"]:
        connection = ask(url, EVENTS, {"after": page["endCursor"]})["events"]
        yield from connection["nodes"]
        page = connection["pageInfo"]
