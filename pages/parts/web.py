"""What stands between the browser and Streamlit: security headers, compression, a health route."""

from __future__ import annotations

import base64
import gzip
import hashlib
import logging
import mimetypes
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.parts.back import leads_back
from pages.parts.cookie import enter, leave
from pages.parts.sign_in import tell_setup_code

log = logging.getLogger("explainer.web")
FRONTEND = Path(streamlit.__file__).parent / "static"
COMPRESSIBLE = {".js", ".css", ".svg", ".json", ".html", ".map"}
# Session counts and the agent API are nobody's business in a classroom.
CLOSED = ("/_stcore/metrics", "/_stcore/agent/", "/_stcore/agent")
HOST = re.compile(r"[A-Za-z0-9.\-\[\]:]{1,255}")
FILES_FOR_200_STUDENTS = 4096


@cache
def inline_script_hashes() -> str:
    """CSP sources that allow exactly the inline scripts of the installed frontend page."""
    page = (FRONTEND / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


@lru_cache(maxsize=64)
def content_security_policy(host: str) -> str:
    """The strictest policy Streamlit, Plotly and our components run under."""
    # Older Safari does not count a WebSocket to the page's own host as 'self'.
    sockets = f" ws://{host} wss://{host}" if HOST.fullmatch(host) else ""
    framed_by = os.environ.get("EXPLAINER_FRAME_ANCESTORS", "")
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {inline_script_hashes()} blob: 'wasm-unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self'{sockets}",
            "worker-src 'self' blob:",
            "frame-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            f"frame-ancestors 'self' {framed_by}".strip(),
        )
    )


def security_headers(app: ASGIApp) -> ASGIApp:
    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        if scope["path"].startswith(CLOSED):
            await PlainTextResponse("Not found", status_code=404)(scope, receive, send)
            return
        policy = content_security_policy(Headers(scope=scope).get("host", ""))

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = policy
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "same-origin"
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
            await send(message)

        await app(scope, receive, send_guarded)

    return guarded


@lru_cache(maxsize=512)
def compressed(path: str) -> bytes | None:
    """The gzipped frontend file at `path` below /static/, or None where there is none."""
    assets = (FRONTEND / "static").resolve()  # the environment may be a link
    file = (assets / path).resolve()
    if not file.is_relative_to(assets) or file.suffix not in COMPRESSIBLE or not file.is_file():
        return None
    return gzip.compress(file.read_bytes(), compresslevel=6, mtime=0)


def gzip_static(app: ASGIApp) -> ASGIApp:
    """Streamlit sends its frontend uncompressed; a page with a chart is 7.4 MB, so 2.5 MB."""

    async def smaller(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith("/static/"):
            headers = Headers(scope=scope)
            if scope["method"] == "GET" and "gzip" in headers.get("accept-encoding", ""):
                path = scope["path"].removeprefix("/static/")
                body = await run_in_threadpool(compressed, path)
                if body is not None:
                    await _static_response(path, body)(scope, receive, send)
                    return
        await app(scope, receive, send)

    return smaller


def _static_response(path: str, body: bytes) -> Response:
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    return Response(
        body,
        media_type="text/javascript" if path.endswith(".js") else kind,
        headers={
            "Content-Encoding": "gzip",
            "Vary": "Accept-Encoding",
            # File names carry a hash of their content.
            "Cache-Control": "public, immutable, max-age=31536000",
        },
    )


async def health(_request: Request) -> JSONResponse:
    """200 when a student could start a quiz: the lesson is built and the database answers."""
    from pages.parts.data import attempts, built_in, shelf

    try:
        await run_in_threadpool(lambda: (built_in(), shelf(), attempts().ping()))
    except Exception:
        log.exception("not healthy")
        return JSONResponse({"status": "not ready"}, status_code=503)
    return JSONResponse({"status": "ok"})


@asynccontextmanager
async def warm(_app: Any) -> AsyncIterator[None]:
    """Builds the lesson before the first visitor, and warns of a limit a class would hit."""
    from pages.parts.data import attempts, built_in, shelf

    try:
        import resource

        if resource.getrlimit(resource.RLIMIT_NOFILE)[0] < FILES_FOR_200_STUDENTS:
            log.warning("Raise the open-file limit (ulimit -n 65536): four are used per student.")
    except ImportError:
        pass  # Windows has no such limit.
    await run_in_threadpool(lambda: (built_in(), shelf(), attempts().ping()))
    await run_in_threadpool(tell_setup_code)
    yield


MIDDLEWARE = [Middleware(security_headers), Middleware(gzip_static), Middleware(leads_back)]
ROUTES = [
    Route("/health", health),
    Route("/teacher/enter", enter, methods=["POST"]),
    Route("/teacher/leave", leave, methods=["POST"]),
]
LIFESPAN = warm
