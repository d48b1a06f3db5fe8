"""For teachers."""

from pages.parts.role import require_teacher

require_teacher()

import streamlit as st  # noqa: E402

st.title("Present")
