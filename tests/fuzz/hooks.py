"""What schemathesis cannot know from the document: who asks, and what there is."""

import json
import os
import urllib.request

import schemathesis
from hypothesis import strategies as st

user_id = os.environ["FUZZ_USER_ID"]
order_ids, product_ids = (
    st.sampled_from(os.environ[name].split(",")) for name in ("FUZZ_ORDER_IDS", "FUZZ_PRODUCT_IDS")
)
there = {"id": order_ids, "productId": product_ids}


# The document cannot say which domains have mail servers, so these are addresses that mail can be sent to.
words = st.from_regex(r"[a-z0-9][a-z0-9&=/_-]{0,20}[a-z0-9]", fullmatch=True)
domains = st.sampled_from(["example.org", "mail.example.com", "b\u00fccher.example", "xn--bcher-kva.example"])
schemathesis.openapi.format("idn-email", st.builds("{}@{}".format, words, domains))


@schemathesis.auth(refresh_interval=300)
class SignedIn:
    def get(self, case, context):
        return sign_in()

    def set(self, case, data, context):
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}


def sign_in():
    credentials = {"email": os.environ["FUZZ_EMAIL"], "password": os.environ["FUZZ_PASSWORD"]}
    request = urllib.request.Request(
        f"{os.environ['FUZZ_URL']}/api/auth/login",
        data=json.dumps(credentials).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)["token"]


@schemathesis.serializer("application/x-ndjson")
def a_line(context, value):
    """The document says what a line is, and its example is text already."""
    text = value if isinstance(value, str) else json.dumps(value) + "\n"
    return {"data": text.encode("utf-8", "surrogatepass")}


@schemathesis.hook
def before_generate_path_parameters(context, strategy):
    """Half of the ids are those of something that is there."""
    return strategy.flatmap(lambda path: st.one_of(st.just(path), of_something(path)))


def of_something(path):
    # What is meant to be wrong is no dictionary, and stays wrong.
    if not isinstance(path, dict):
        return st.just(path)
    return st.fixed_dictionaries({name: there.get(name, st.just(value)) for name, value in path.items()})


@schemathesis.hook
def before_generate_body(context, strategy):
    """Half of the orders are of the caller, for products that are there, with the right sum."""
    if context.operation.label != "POST /api/order":
        return strategy
    return strategy.flatmap(lambda body: st.one_of(st.just(body), orders) if isinstance(body, dict) else st.just(body))


def order_of(items):
    return {"userId": user_id, "items": items, "totalAmount": sum(item["quantity"] for item in items)}


items = st.fixed_dictionaries({"productId": product_ids, "quantity": st.integers(1, 3)})
orders = st.lists(items, min_size=1, max_size=5).map(order_of)
