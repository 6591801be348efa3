"""Read ``--map OUR=THEIRS``: what a table calls its columns. Input: words. Output: a mapping."""

from collections.abc import Mapping, Sequence

from index.errors import InvalidRequest


def read_mapping(pairs: Sequence[str]) -> Mapping[str, str]:
    """Their name of a row's field by ours. Raises InvalidRequest, naming the fields that exist."""
    if not pairs:
        return {}
    # Not at the top: most commands map nothing.
    from index.formats.rows import FIELD_NAMES

    fields = ", ".join(FIELD_NAMES)
    mapping: dict[str, str] = {}
    for pair in pairs:
        ours, is_pair, theirs = (part.strip() for part in pair.partition("="))
        if not is_pair or not theirs:
            raise InvalidRequest(
                f"--map {pair!r} does not say OUR=THEIRS.",
                f"Write for example --map text=content. The fields are {fields}.",
            )
        if ours not in FIELD_NAMES:
            raise InvalidRequest(f"There is no field {ours!r} to map.", f"The fields are {fields}.")
        if ours in mapping:
            raise InvalidRequest(f"--map gives {ours!r} twice.", "Name one column for each field.")
        mapping[ours] = theirs
    return mapping
