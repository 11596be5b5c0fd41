"""Tokens that stay valid, and ids of things that are really there."""

import base64
import json
import os
import urllib.request
import uuid

import schemathesis

TOKENS = os.environ["ATELIER_FUZZ_TOKENS"]
THINGS = json.loads(os.environ["ATELIER_FUZZ_THINGS"])
LONG_BUT_SHORTER_THAN_A_TOKEN_LIVES = 120
OWN_SESSION = []


@schemathesis.auth(refresh_interval=LONG_BUT_SHORTER_THAN_A_TOKEN_LIVES)
class Manager:
    def get(self, case, context):
        with urllib.request.urlopen(TOKENS, timeout=60) as answer:
            token = answer.read().decode()
            OWN_SESSION.append(session_of(token))
            return token

    def set(self, case, data, context):
        if not case.path.startswith("/api/public/"):
            case.headers = {**(case.headers or {}), "Authorization": "Bearer " + data}


@schemathesis.hook
def before_call(context, case, kwargs):
    """Where an id is well formed it is, by the word before it in the path, the id of something that is there."""
    words = case.path.split("/")
    for before, word in zip(words, words[1:]):
        name = word.strip("{}")
        there = THINGS.get(before)
        if word.startswith("{") and there and is_id((case.path_parameters or {}).get(name)):
            case.path_parameters[name] = there
    if case.path_parameters and case.path_parameters.get("session") in OWN_SESSION:
        # The fuzzer learns ids from answers; ending its own session would sign it out.
        case.path_parameters["session"] = str(uuid.uuid4())


def session_of(token):
    payload = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))).get("sid")


def is_id(value):
    try:
        return str(uuid.UUID(str(value))) == str(value).lower()
    except ValueError:
        return False
