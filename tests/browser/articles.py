"""Three articles of our own, of three kinds, to bring in: a report, a feature, a finding."""

from __future__ import annotations

import io

import docx

REPORT = """Bridge at Marlow Falls closed after flood

Marlow Courier, 14 March 2024

The county closed the bridge at Marlow Falls on Tuesday after the river rose four metres in one night. Engineers found cracks in two of the six pillars.

"We will not open it before the summer," said Ruth Adeyemi, the county engineer. She said that the repairs would cost 3 million pounds.

The bridge was built in 1931 and carries about 9,000 vehicles a day. Drivers must now take the road through Harlow, which is 22 kilometres longer.

Tom Birch, the mayor of Marlow Falls, called the closure a disaster for the town's shops. He asked the county to run a free ferry from Friday.

In 1968 a flood destroyed the old mill beside the bridge and killed seven people. A museum opened in the ruins of the mill in 1985.

The fire service rescued 14 people from houses on the north bank on Tuesday night. Nobody was hurt, according to the police. About 60 families spent the night in the sports hall of the grammar school.

Adeyemi said that divers would examine the other four pillars next week. The water must first fall below two metres. A private company, Norden Structures, measured the bridge in 2019 and found no damage.

Farmers blame the new dam at Ellers, which was finished in 2021. "They opened the gates too late," said Joan Petty, who keeps 200 sheep on the meadows below the town. The water company denies this. It says that its staff followed the plan that the county had approved.

The council meets on Thursday to discuss the money for the repairs. The county will pay half of the costs, Adeyemi said.
"""  # noqa: E501

FEATURE_TITLE = "The last lighthouse keeper of Skerrow"
FEATURE = (
    "Northern Weekly, 2 September 2023",
    "Ingrid Halvorsen climbs 148 steps every evening. She has kept the lighthouse on the island of "
    "Skerrow since 1989, and she is the last keeper on this coast.",
    "The lighthouse was built in 1874 by the engineer Olav Brandt. It stands 41 metres high and "
    "its light reaches 28 kilometres out to sea.",
    "“The sea tells you when to sleep,” said Halvorsen. Her father, Erik Halvorsen, kept the same "
    "light from 1957 to 1989.",
    "In January 1993 a storm drove the trawler Maren onto the rocks. Halvorsen and two fishermen "
    "saved eleven sailors.",
    "The coast service counted 212 ships on the strait in 2022. In the year before, it counted "
    "187. Most of them carry fish or timber to the mainland, 34 kilometres away.",
    "Until 1952 the lamp burned oil. Three keepers and their families lived on the island then, "
    "and a teacher came by boat every Monday. The school closed in 1964 because only two children "
    "were left.",
    "The coast service will replace the lamp with an automatic one in 2025. Jonas Lie, a historian "
    "at the University of Bergen, said that the island would lose its memory.",
)

FINDING = """<!doctype html><html lang="en"><head><title>Bees remember faces, study finds</title>
<meta property="og:site_name" content="Science Desk"><meta name="author" content="Mira Okafor">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
<h1>Bees remember faces, study finds</h1><p>Science Desk, 5 June 2024</p>
<p>Honeybees can learn to recognise human faces, researchers in Lyon reported on Wednesday. The
team trained 64 bees with drops of sugar water over three weeks.</p>
<p>The bees chose the right face in 78 percent of the trials. They still remembered it after two
days, said Claire Fontaine, a biologist at the University of Lyon.</p>
<p>“A small brain is not a simple brain,” Fontaine said. She said that the bees looked at the
whole face and not at single parts of it.</p>
<p>Paul Meyer, a neuroscientist in Vienna, said that the result was interesting but that the group
of bees was small. He was not part of the study.</p>
<p>The team showed each bee photographs of four faces. Behind one of them stood a dish of sugar
water, behind the others a dish of bitter water. After about 50 visits, most bees flew straight to
the right photograph. When the researchers turned the pictures upside down, the bees made more
mistakes.</p>
<p>A bee's brain has fewer than one million nerve cells, while a human brain has about 86 billion.
Fontaine believes that small cameras could learn from the insects. Her group received 1.2 million
euros from the European Research Council in 2021.</p>
<p>In 2005 scientists in Melbourne first showed that bees can tell faces apart. That study used
only five bees.</p></article><footer>Subscribe to our newsletter</footer></body></html>"""


def feature_docx() -> bytes:
    document = docx.Document()
    document.add_heading(FEATURE_TITLE, 0)
    for paragraph in FEATURE:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
