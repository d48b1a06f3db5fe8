"""The app: `streamlit run streamlit_app.py`. The screens begin at pages/frame.py."""

import streamlit as st

from pages.parts.web import LIFESPAN, MIDDLEWARE, ROUTES

app = st.App("pages/frame.py", middleware=MIDDLEWARE, routes=ROUTES, lifespan=LIFESPAN)
