from centre.personal_data import Classed

FIELDS = {
    "Report": Classed("id year title", personal="foreword foreword_signature foreword_role"),
    "Chapter": Classed("id report slug title position sector theme offers introduction key_figures is_hidden"),
    # A picture shows faces, a text may tell a story.
    "Block": Classed(
        "id chapter position kind level title options is_hidden", personal="text picture caption alternative_text"
    ),
    "ShownCell": Classed("id report cell reason recorded_at", personal="recorded_by"),
    "ReportBuild": Classed(
        "id report state step percent error file created_at started_at heartbeat_at finished_at",
        personal="requested_by",
    ),
    "Indicator": Classed("id code label chapter position measure of part where by period"),
}
