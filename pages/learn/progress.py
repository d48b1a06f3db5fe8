"""What a learner missed comes back here on later days; ?t= is any attempt of hers."""

import streamlit as st

from pages.parts.data import pack
from pages.parts.progress import review_of, show_days, show_review
from pages.parts.resume import current_attempt, show_lesson_title, show_resume, show_way_back

attempt = current_attempt()
st.html('<p class="x-kicker">Review</p>')
st.title("Your progress")
show_lesson_title(pack())
if attempt is None:
    st.html(
        '<p class="x-lead">What you miss in a quiz comes back on later days, asked another way, '
        "until you know it.</p>"
    )
    if "t" in st.query_params:
        st.warning("This link belongs to no attempt. Use your code.")
    show_resume()
    st.page_link("learn/quiz.py", label="Begin a quiz", icon=":material/quiz:")
    st.stop()
review = review_of(attempt, pack())
show_review(review)
show_days(review)
show_way_back(attempt)
