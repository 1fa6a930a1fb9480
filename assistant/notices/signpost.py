"""What a person with a live concern, or with personal data in the question, is told first."""

SIGNPOST = (
    "**If a child is in danger now, call 999.** If you are worried about a child, contact your local authority's "
    "children's social care (or your designated safeguarding lead) today, or the NSPCC helpline on 0808 800 5000. "
    "This assistant only quotes guidance of 2011 and passes nothing on."
)
PRIVACY = (
    "**Please leave out personal details.** Your question seems to hold some; they were masked and are not kept. "
    "No case details are needed to ask about the guidance."
)
