"""One browser tab as the server sees it: Streamlit's own messages over a real websocket."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

import websockets
from google.protobuf.message import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

PHONE = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) Chrome Mobile Safari/537.36"}
# The protocol's own words for the one field of a widget's state that it uses.
FIELDS = {
    "radio": "string_value",
    "selectbox": "string_value",
    "text_input": "string_value",
    "checkbox": "bool_value",
    "button_group": "string_array_value",
}


class Tab:
    """Opens a page, presses and chooses, and holds what the server drew at last.

    Like a browser it sends the state of every widget with every click, and it goes on only when
    the server says that the script has finished.
    """

    def __init__(self, address: str, page: str, query: str = "") -> None:
        self.address, self.page, self.query = address, page, query
        self.elements: dict[tuple[int, ...], tuple[str, Any]] = {}
        self.values: dict[str, WidgetState] = {}
        self.errors: list[str] = []

    async def open(self) -> None:
        self.socket = await websockets.connect(
            f"ws://{self.address}/_stcore/stream", subprotocols=["streamlit"],  # type: ignore[list-item]
            additional_headers=PHONE, max_size=None, open_timeout=60, ping_interval=None,
        )  # fmt: skip
        await self._rerun()

    async def close(self) -> None:
        await self.socket.close()

    @property
    def parameters(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(self.query).items()}

    def find(self, kind: str, containing: str = "") -> list[Any]:
        """The elements of a kind, as drawn from above, whose label holds the words."""
        found = [e for _, (name, e) in sorted(self.elements.items()) if name == kind]
        return [e for e in found if containing in getattr(e, "label", "")]

    @property
    def words(self) -> str:
        return "\n".join(e.body for e in self.find("html"))

    async def choose(self, kind: str, element: Any, value: Any) -> None:
        state = WidgetState(id=element.id)
        if kind == "button_group":
            state.string_array_value.data.append(value)
        else:
            setattr(state, FIELDS[kind], value)
        self.values[element.id] = state
        await self._rerun()

    async def press(self, label: str) -> None:
        buttons = self.find("button", label)
        if not buttons:
            raise RuntimeError(f"no button {label!r} on the page")
        await self._rerun(WidgetState(id=buttons[0].id, trigger_value=True))

    async def _rerun(self, pressed: WidgetState | None = None) -> None:
        message = BackMsg()
        message.rerun_script.query_string = self.query
        message.rerun_script.page_name = self.page
        message.rerun_script.context_info.timezone = "Europe/Berlin"
        states = [*self.values.values(), *([pressed] if pressed else [])]
        message.rerun_script.widget_states.widgets.extend(states)
        await self.socket.send(message.SerializeToString())
        while not self._is_finished(ForwardMsg.FromString(await self.socket.recv())):
            pass

    def _is_finished(self, message: Any) -> bool:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.elements = {}
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._draw(tuple(message.metadata.delta_path), message.delta.new_element)
        elif kind == "page_not_found":
            self.errors.append("page not found")
        elif kind == "script_finished":
            if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                self.errors.append("the page does not compile")
            # After st.rerun the script ends early and another run follows.
            return bool(message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN)
        return False

    def _draw(self, path: tuple[int, ...], element: Message) -> None:
        kind = element.WhichOneof("type") or "empty"
        drawn = getattr(element, kind)
        self.elements[path] = kind, drawn
        if kind == "exception":
            self.errors.append(f"{drawn.type}: {drawn.message}")
        elif kind == "alert" and drawn.format in (drawn.ERROR, drawn.WARNING):
            self.errors.append(drawn.body)
