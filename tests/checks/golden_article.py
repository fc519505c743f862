"""An article with the faults that a clinic's blog article often has, in sentences of our own.

Its argument is that of many such articles: restoration is new and better, rehabilitation is old.
Each fault is one that a careful editor marked in a published article of this kind.
"""

from __future__ import annotations

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_notebook

FRONT_MATTER = {
    "title": "Two roads after a stroke: why restoration is not rehabilitation",
    "description": "What sets the two apart, and why that matters.",
    "authors": [{"name": "dr. Example Name", "credentials": "Sp.N., FNR"}],
}

CELLS = {
    "intro": (
        "Families in our clinic often ask: “Is restoration just another name for "
        "physiotherapy?” It is not. The two rest on fundamentally different ideas of how the "
        "nervous system heals."
    ),
    "rehabilitation": (
        "## Rehabilitation: a way around the damage\n\n"
        "Physiotherapy, speech therapy and occupational therapy grew out of a model of "
        "compensation: which other pathway can take over what was lost?\n\n"
        "This work is enormously valuable, and it has given back independence to millions of "
        "people. It has a limit that is seldom mentioned: it does not make the brain mend the "
        "damaged pathway itself."
    ),
    "restoration": (
        "## Restoration: plasticity as the motor\n\n"
        "Research of the past three decades stands behind restoration. That the brain can change "
        "its structure is now well established.\n\n"
        "Long-term potentiation (LTP) is the process by which a synapse that is used again and "
        "again is permanently strengthened. Transcranial electrical stimulation can amplify it "
        "while the patient practises.\n\n"
        "BDNF (brain-derived neurotrophic factor) is a protein on which nerve cells depend. "
        "Research shows that transcranial electrical stimulation and aerobic exercise can "
        "significantly raise BDNF and so prepare the ground for recovery (Kempermann et al., "
        "2018; Huang et al., 2014).\n\n"
        "“Cells that fire together, wire together” explains why practice with stimulation leaves "
        "lasting traces."
    ),
    "practice": (
        "## In the clinic\n\n"
        "Restoration begins with an objective map of the brain (QEEG shows where it works badly) "
        "and then chooses the stimulation that fits. Together with rehabilitation it is the most "
        "comprehensive approach there is."
    ),
    "timing": (
        "## Timing\n\n"
        "One of the most significant consequences is timing. There are periods when the brain "
        "repairs itself, above all in the first weeks after a stroke, and periods when this "
        "window narrows. Yet research also shows that plasticity is not lost years later, so that "
        "chronic patients can still gain."
    ),
    "end": (
        "## Conclusion\n\n"
        "Restoration does not replace rehabilitation; the two strengthen each other.\n\n"
        "Note: this page is educational and no offer of medical services."
    ),
    "references": (
        "## References\n\n"
        "- Kempermann G et al. (2018). Human adult neurogenesis: evidence and remaining "
        "questions. Cell Stem Cell, 23(1), 25-30.\n"
        "- Huang EJ & Reichardt LF (2001). Neurotrophins: roles in neuronal development and "
        "function. Annual Review of Neuroscience, 24, 677-736.\n"
        "- Bhaskaran S (2015). Neuroplasticity: the brain that changes itself. Journal of the "
        "Indian Medical Association."
    ),
}


def golden_notebook() -> NotebookNode:
    """Return the article as a notebook without its front matter."""
    return new_notebook(
        cells=[new_markdown_cell(source, id=cell_id) for cell_id, source in CELLS.items()]
    )
