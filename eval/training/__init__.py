"""Train the reader that Citewire ships, from public question sets and our own: qa/reader/model/.

    python -m eval.training news STORIES FOLDER          # our own questions as SQuAD files
    python -m eval.training prepare WORK --bench BENCH   # sources -> groups.jsonl.gz
    python -m eval.training train WORK                   # -> checkpoint.pt, curve.jsonl
    python -m eval.training restore WORK                 # what is shipped -> checkpoint.pt
    python -m eval.training average ONE OTHER WORK       # -> checkpoint.pt, a mean of two
    python -m eval.training export WORK                  # -> full/, int8/, and their dev scores
    cp WORK/int8/* qa/reader/model/                      # what is shipped

Training goes on where it was stopped. What a group is: records.py.
"""
