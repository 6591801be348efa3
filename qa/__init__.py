"""The qa room: a question in, a cited answer out.

    from qa import open_engine

    engine = open_engine("citewire-index")
    answer = engine.ask("What did Guler say about withdrawal?")

A question is understood, passages are retrieved and fused, their sentences read, and the best of
them composed and cited. This room imports the index room alone.
"""

from qa.wiring import open_engine

__all__ = ["open_engine"]
