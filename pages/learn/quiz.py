"""The quiz. Where it stands is in the address and the database, nowhere else:
?t= is the attempt, ?q= the number of the question shown (an item's id is made of its key)."""

import streamlit as st

from pages.parts.attempt import show_question, show_start
from pages.parts.data import pack
from pages.parts.results import show_results
from pages.parts.resume import current_attempt

attempt = current_attempt()
if attempt is None:
    show_start(pack(), was_asked="t" in st.query_params)
    st.stop()
numbered = {str(n): item for n, item in enumerate(attempt.items, 1)}
item = numbered.get(st.query_params.get("q", "")) or attempt.next_item
if item is None:
    show_results(attempt, pack())
else:
    show_question(attempt, item, pack().source)
