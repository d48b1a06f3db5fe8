"""The way back from the school's sign-in leads to a page of this site and nowhere else."""

from __future__ import annotations

import asyncio
from urllib.parse import quote

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import Route

from pages.parts.back import BACK, CALLBACK, leads_back, page_asked


@pytest.mark.parametrize(
    "page", ["/review?draft=a-lesson", "/make", "/quiz_plan?plan=x", "/school/app/classroom"]
)
def test_a_page_for_teachers_is_led_to(page):
    """With what was asked of it, and where the app is mounted under a path."""
    assert page_asked(quote(page, safe="")) == page


@pytest.mark.parametrize(
    "page",
    ["", "/", "/quiz", "//evil.example/make", "//evil/make", "https://evil.example/make",
     "/\\evil/make", "/make\r\nset-cookie: a=b", "/make?to=//evil.example", "/../make", "make",
     "/make#x", "/%2f/make", "/ma ke"],
)  # fmt: skip
def test_nothing_else_is(page):
    """No other host, no other page, no new header."""
    assert page_asked(quote(page, safe="")) is None


def test_only_the_way_back_is_turned():
    """The redirect of the sign-in goes to the page and the cookie is dropped; other answers, and
    a sign-in that began nowhere, are as they were."""

    async def home(_request):
        return RedirectResponse("/", status_code=302)

    async def said(_request):
        return PlainTextResponse("said")

    app = Starlette(routes=[Route(CALLBACK, home), Route("/else", home), Route("/said", said)])
    asked = {"cookie": f"{BACK}={quote('/review?draft=a', safe='')}"}

    def get(path, headers):
        async def answer():
            transport = httpx.ASGITransport(leads_back(app))
            async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
                return await client.get(path, headers=headers)

        return asyncio.run(answer())

    assert get(CALLBACK, {}).headers["location"] == "/"
    assert get("/else", asked).headers["location"] == "/"
    assert get("/said", asked).text == "said"
    turned = get(CALLBACK, asked).headers
    assert turned["location"] == "/review?draft=a"
    assert "max-age=0" in turned["set-cookie"]
