import os

from example import ask, events
from graphql import GraphQLError

url = os.environ["CASEBOOK_URL"]
expected = ask(url, "{ events(first: 100) { nodes { id title date { edtf earliest } } } }")["events"]["nodes"]
found = list(events(url))
assert len(found) > 5 and found == expected, found

try:
    ask(url, "{ events { nodes { titel } } }")
except GraphQLError as error:
    assert "titel" in error.message
else:
    raise AssertionError("an operation that does not fit the schema was sent")
