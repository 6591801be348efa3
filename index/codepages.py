"""Tell the code page of text in Latin script. Input: bytes. Output: a codec's name, or none.

The code pages of Europe give one byte to other letters each, so what tells is whose letters they
would be: bytes that read as one language's alphabet in one of them are a jumble in the others.
Statistics of bytes, as charset-normalizer has them, took half of the French, Spanish, Portuguese
and Swedish texts that it was tried on for Central European ones.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

_WESTERN = {
    "English": "éèêëçñïöüôâàáíó",
    "French": "àâæçéèêëîïñôœùûüÿ",
    "German": "äöüßéà",
    "Dutch": "áéèêëíïóöúü",
    "Spanish": "áéíñóúü",
    "Catalan": "àçèéíïòóúü",
    "Portuguese": "àáâãçéêíóôõúü",
    "Italian": "àèéìíîòóù",
    "Swedish, Finnish": "åäöéàü",
    "Danish, Norwegian": "æøåéèêóòôü",
    "Icelandic": "áðéíóúýþæö",
    "Estonian": "äöüõšž",
    "Albanian": "ëç",
}
_CENTRAL = {
    "Polish": "ąćęłńóśźżé",
    "Czech": "áčďéěíňóřšťúůýž",
    "Slovak": "áäčďéíĺľňóôŕšťúýž",
    "Hungarian": "áéíóöőúüű",
    "Romanian": "ăâîşţ",
    "Croatian, Slovene": "čćđšž",
}
_TURKISH = {"Turkish": "çğıİöşüâîû"}
_BALTIC = {"Lithuanian": "ąčęėįšųūž", "Latvian": "āčēģīķļņšūž"}
# In order of preference where several read a text equally well.
_ALPHABETS = {
    "cp1252": _WESTERN,
    "cp1254": _TURKISH,
    "cp1250": _CENTRAL,
    "iso8859_2": _CENTRAL,
    "cp1257": _BALTIC,
}
_MARKS_IN_NO_WORD = "“”‹›«»…•€§©®™°¿¡†‡‰×÷ª°¹²³"
_MARKS_BEFORE_NO_LETTER = "ªº¹²³¼½¾±£¥¤"
_OPENING = "„‚"
_MARKS = f"{_MARKS_IN_NO_WORD}{_MARKS_BEFORE_NO_LETTER}{_OPENING}’‘·–—´\xa0\xad"
_ASCII = bytes(range(128))
_NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).isalpha())
# Below this share of accented letters they stand in names of any language in an English text.
_FEW = 0.02
_LEAST_FIT = 0.9


@dataclass(frozen=True, slots=True)
class _CodePage:
    """What the bytes above 127 are in one code page. ``misfits`` are what no text has."""

    codec: str
    alphabets: tuple[frozenset[int], ...]
    marks: frozenset[int]
    misfits: re.Pattern[bytes]


def tell_latin_code_page(content: bytes) -> str | None:
    """The code page in which ``content`` reads as text in one of the languages above.

    cp1252 for typographic marks alone. None where no code page reads at least nine tenths of the
    letters above ASCII as one language's.
    """
    high = Counter(content.translate(None, _ASCII))
    plain_letters = len(content.translate(None, _NO_LETTERS)) - high.total()
    has_few = high.total() < _FEW * plain_letters
    fit, codec = max(
        ((_fit(page, content, high, has_few=has_few), page.codec) for page in _code_pages()),
        key=lambda pair: pair[0],
    )
    if fit < _LEAST_FIT:
        return None
    try:
        content.decode(codec)
    except UnicodeDecodeError:
        return None
    return codec


def _fit(page: _CodePage, content: bytes, high: Counter[int], *, has_few: bool) -> float:
    """The share of what is above ASCII, marks aside, that its best alphabet explains."""
    alphabets = [_all_western()] if has_few and page.codec == "cp1252" else page.alphabets
    total = sum(count for byte, count in high.items() if byte not in page.marks)
    explained = max(sum(high[byte] for byte in alphabet) for alphabet in alphabets)
    misfits = sum(len(match) for match in page.misfits.findall(content))
    return (explained - misfits) / total if total else 1 - misfits / max(high.total(), 1)


@cache
def _code_pages() -> tuple[_CodePage, ...]:
    return tuple(_code_page(codec, alphabets) for codec, alphabets in _ALPHABETS.items())


@cache
def _all_western() -> frozenset[int]:
    return _bytes_of("".join(_WESTERN.values()), "cp1252")


def _code_page(codec: str, alphabets: Mapping[str, str]) -> _CodePage:
    def signs(characters: str, *, both_cases: bool = True) -> bytes:
        found = _bytes_of(characters, codec, both_cases=both_cases)
        # ISO 8859-2 lacks some of them all; nothing matches that.
        return b"[%b]" % bytes(sorted(found)) if found else b"(?!)"

    accented = signs("".join(alphabets.values()))
    letter = b"(?:[a-z]|%b)" % accented
    misfits = (
        b"%b{5,}" % accented,
        b"(?<=[a-z])%b(?=[a-z])" % signs(_MARKS_IN_NO_WORD),
        b"%b(?=%b)" % (signs(_MARKS_BEFORE_NO_LETTER), letter),
        b"(?<=[a-z])%b" % signs(_OPENING),
        b"(?<=[a-z])%b" % signs("".join(alphabets.values()).upper(), both_cases=False),
    )
    return _CodePage(
        codec,
        tuple(_bytes_of(letters, codec) for letters in alphabets.values()),
        _bytes_of(_MARKS, codec),
        re.compile(b"|".join(misfits)),
    )


def _bytes_of(characters: str, codec: str, *, both_cases: bool = True) -> frozenset[int]:
    """The characters' bytes above 127; what the code page lacks is left out."""
    sought = characters + characters.upper() if both_cases else characters
    return frozenset(byte for byte in sought.encode(codec, "ignore") if byte > 127)
