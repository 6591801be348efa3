"""What is minimised. Input: the network's logits and where the answers stand. Output: a loss.

Three parts: the span's first and last token, where the first token of all stands for "none here"
(Devlin et al., NAACL 2019, section 4.3); the answering passage against the others of its question
(listwise softmax: Cao et al., ICML 2007); and whether each passage answers by itself, so that a
question none of whose passages answers is told as well.
"""

import torch
from torch import Tensor
from torch.nn import functional

_LISTWISE, _POINTWISE = 0.5, 0.5


def loss(
    logits: tuple[Tensor, Tensor, Tensor],
    in_text: Tensor,
    spans: Tensor,
    bundles: list[list[int]],
) -> Tensor:
    """The mean over the batch.

    ``in_text`` is (n, length) bool: tokens that an answer may be made of. ``spans`` is (n, 2)
    int64: the answer's first and last token, (0, 0) for none. ``bundles`` lists the rows that share
    a question.
    """
    start, end, relevance = logits
    allowed = in_text.clone()
    allowed[:, 0] = True
    start, end = (each.masked_fill(~allowed, -1e4) for each in (start, end))
    answers = spans[:, 0] > 0
    span = functional.cross_entropy(start, spans[:, 0]) + functional.cross_entropy(end, spans[:, 1])
    pointwise = functional.binary_cross_entropy_with_logits(relevance, answers.float())
    listwise = [
        functional.cross_entropy(relevance[rows].unsqueeze(0), torch.zeros(1, dtype=torch.long))
        for rows in bundles
        if len(rows) > 1 and bool(answers[rows[0]])
    ]
    ranked = torch.stack(listwise).mean() if listwise else torch.zeros(())
    return span / 2 + _LISTWISE * ranked + _POINTWISE * pointwise
