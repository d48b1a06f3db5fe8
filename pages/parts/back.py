"""The way back from the school's sign-in: Streamlit leads to the home page; this to the page that
was asked for."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BACK = "explainer_back"
CALLBACK = "/oauth2callback"
TEACH = sorted(path.stem for path in (Path(__file__).parents[1] / "teach").glob("[a-z]*.py"))
# A page for teachers of this very site, wherever it is mounted; nothing that a browser could take
# for another host.
_PAGE = re.compile(rf"/(?:[\w-]+/)*(?:{'|'.join(TEACH)})(?:\?[\w=&%.,-]{{0,300}})?", re.ASCII)


def page_asked(cookie: str) -> str | None:
    """The page that the cookie names, if it may be led to."""
    page = unquote(cookie)
    return page if _PAGE.fullmatch(page) else None


def leads_back(app: ASGIApp) -> ASGIApp:
    async def turned(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].endswith(CALLBACK):
            await app(scope, receive, send)
            return
        page = page_asked(Request(scope).cookies.get(BACK, ""))

        async def send_back(message: Message) -> None:
            if page and message["type"] == "http.response.start" and message["status"] == 302:
                headers = MutableHeaders(scope=message)
                headers["location"] = page
                headers.append("set-cookie", f"{BACK}=; path=/; max-age=0; samesite=lax")
            await send(message)

        await app(scope, receive, send_back)

    return turned
