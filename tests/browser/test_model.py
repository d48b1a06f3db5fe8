"""A model in a browser: it can be stopped while it says nothing, and the lesson stands."""

from __future__ import annotations

import socket
import threading

import pytest
from articles import REPORT


@pytest.fixture
def silent():
    """A server that takes every question and never says a word. Its address, and what is asked."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        peers, asked = [], threading.Event()

        def serve():
            while True:
                try:
                    peer, _ = server.accept()
                except OSError:
                    return
                peers.append(peer)
                peer.recv(65536)
                asked.set()

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/v1", asked
        for peer in peers:
            peer.close()


def test_a_model_that_says_nothing_can_be_stopped(teacher_in, server, settled, silent):
    """Pressed while the page waits, the button ends the asking at once; the page says that the
    lesson stands, and it can be reviewed."""
    address, asked = silent
    page = teacher_in()
    page.goto(f"{server.address}/make")
    page.get_by_role("textbox", name="The article").fill(REPORT.replace("Marlow", "Silence"))
    page.get_by_role("button", name="Read it").click()
    page.get_by_text("Let a model propose more").click()
    page.get_by_role("textbox", name="Address").fill(address)
    page.get_by_role("textbox", name="Name of the model").fill("mute")
    page.get_by_role("button", name="Use this model").click()
    page.get_by_text("When you press the button").wait_for()
    settled(page)
    assert not asked.is_set()
    page.get_by_role("button", name="Make the lesson").click()
    page.get_by_text("Asking about part 1").wait_for()
    assert asked.wait(30)
    page.get_by_role("button", name="Stop asking the model").click()
    page.get_by_text("The model is no longer asked.").wait_for()
    settled(page)
    page.get_by_role("link", name="Review the lesson").click()
    page.get_by_role("button", name="Publish").wait_for()
