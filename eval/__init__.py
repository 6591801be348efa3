"""The eval room: question sets, how well they are answered, and what the weights are fitted on.

`citewire eval FILE` runs a set over an index. Long measurements are modules of this room with a
command of their own, since tests assert no times: `eval.fitting`, `eval.retrieval`, `eval.speed`,
`eval.pages`.
"""
