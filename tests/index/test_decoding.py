"""Bytes become the text that they were written as, or are refused."""
# ruff: noqa: E501  characters of Asia are as wide as two

import random
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.decoding import decode, tell_encoding
from index.errors import SourceUnreadable

# A few sentences each, as news has them.
TEXTS = {
    "cp1251": "Министр заявил в понедельник, что правительство не будет повышать налоги в следующем"
    " году. Жители города жалуются на шум и нехватку парковочных мест. «Мы не можем больше ждать», —"
    " сказал мэр после заседания совета. Поезда снова ходят по расписанию.",
    "koi8_r": "Министр заявил в понедельник, что правительство не будет повышать налоги в следующем"
    " году. Жители города жалуются на шум и нехватку парковочных мест. Поезда снова ходят.",
    "cp1253": "Ο υπουργός δήλωσε τη Δευτέρα ότι η κυβέρνηση δεν θα αυξήσει τους φόρους το επόμενο"
    " έτος. Οι κάτοικοι της πόλης διαμαρτύρονται για τον θόρυβο και την έλλειψη θέσεων στάθμευσης.",
    "cp1254": "Bakan pazartesi günü yaptığı açıklamada hükümetin gelecek yıl vergileri"
    " artırmayacağını söyledi. Düşüş gösteren enflasyon öğrencilerin ücretlerini de etkiledi."
    " “Daha fazla bekleyemeyiz” diyen belediye başkanı İstanbul’a döndü.",
    "cp1255": "השר אמר ביום שני כי הממשלה לא תעלה את המסים בשנה הבאה. תושבי העיר מתלוננים על הרעש ועל"
    " המחסור במקומות חניה. לפי הנתונים שפורסמו ביום רביעי, האבטלה ירדה בשני אחוזים.",
    "cp1256": "قال الوزير يوم الاثنين إن الحكومة لن ترفع الضرائب في العام المقبل. يشكو سكان المدينة من"
    " الضوضاء ونقص أماكن وقوف السيارات.",
    "shift_jis": "大臣は月曜日、政府は来年税金を引き上げないと述べた。市民は騒音と駐車場の不足について不満を訴えている。"
    "「もう待てない」と市長は会議の後に語った。列車は再び時刻表どおりに運行している。",
    "euc_jp": "大臣は月曜日、政府は来年税金を引き上げないと述べた。市民は騒音と駐車場の不足について不満を訴えている。"
    "水曜日に発表されたデータによると、失業率は二ポイント低下した。",
    "iso2022_jp": "大臣は月曜日、政府は来年税金を引き上げないと述べた。",
    "gb18030": "部长周一表示，政府明年不会提高税收。该市居民抱怨噪音和停车位不足。根据周三公布的数据，失业率下降了"
    "两个百分点。“我们不能再等了，”市长在会议后说。上海股市连续第三天上涨，分析人士认为经济正在复苏。",
    "big5": "部長週一表示，政府明年不會提高稅收。該市居民抱怨噪音和停車位不足。根據週三公布的數據，失業率下降了"
    "兩個百分點。列車已恢復按時刻表運行。",
    "cp949": "장관은 월요일에 정부가 내년에 세금을 올리지 않을 것이라고 말했다. 시민들은 소음과 주차 공간 부족에 대해"
    " 불만을 제기하고 있다. 시장은 회의가 끝난 뒤 더 이상 기다릴 수 없다고 말했다.",
}


def _refused(content: bytes) -> SourceUnreadable:
    with pytest.raises(SourceUnreadable) as caught:
        decode(content, "a.txt")
    assert caught.value.remedy
    return caught.value


def _stretches(text: str) -> Iterator[str]:
    """The text over and over, from several beginnings, 200 to 2,000 characters long."""
    for length in (200, 500, 2_000):
        for start in range(0, len(text), max(1, len(text) // 3)):
            yield ((text[start:] + " " + text[:start] + "\n") * length)[:length]


@pytest.mark.parametrize("encoding", TEXTS)
def test_text_tells_its_encoding(encoding: str) -> None:
    for text in _stretches(TEXTS[encoding]):
        assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf_16_needs_no_mark(order: str) -> None:
    for text in TEXTS.values():
        with_spaces = f"{text}\r\n{text}\n"
        assert decode(with_spaces.encode(order), "a.txt") == with_spaces


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_tells_the_encoding_and_is_no_part_of_the_text(encoding: str) -> None:
    assert decode("Güler\r\n".encode(encoding), "a.txt") == "Güler\r\n"


def test_a_few_letters_of_another_script_are_not_guessed() -> None:
    assert decode("Он сказал: «нет».".encode(), "a.txt") == "Он сказал: «нет»."
    error = _refused("Он: «нет».".encode("cp1251"))
    assert error.problem == (
        "a.txt is not UTF-8 text, and what encoding it is in cannot be told: see byte 0."
    )
    assert error.remedy.startswith("Convert it: iconv -f")


def test_the_encoding_is_told_by_lines_far_down() -> None:
    text = "Plain words.\n" * 50_000 + TEXTS["cp1251"]
    assert decode(text.encode("cp1251"), "a.txt") == text


def test_a_beginning_may_end_within_a_letter() -> None:
    assert tell_encoding("Gül".encode()[:2], "a.txt", is_whole=False) == "utf-8"
    content = f"{TEXTS['shift_jis']}\n".encode("shift_jis") * 3
    assert tell_encoding(content[:-4], "a.txt", is_whole=False) == "shift_jis"


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04\0\0",
        b"text\0",
        b"\xef\xbb\xbfa\0b",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"\x01\xff\x02",
    ],
)
def test_binary_content_is_refused(content: bytes) -> None:
    assert _refused(content).problem == "a.txt is a binary file, not text."


@pytest.mark.parametrize("text", TEXTS.values())
def test_utf_8_with_a_byte_broken_is_no_other_encoding(text: str) -> None:
    content = f"Début. {text}".encode()
    assert (
        "in cannot be told: see byte 8"
        in _refused(b"%b\xff%b" % (content[:8], content[8:])).problem
    )


def test_what_its_mark_says_it_is_not_is_refused() -> None:
    assert "is not UTF-16" in _refused(b"\xff\xfea").problem


def test_random_bytes_are_refused() -> None:
    chance = random.Random(5)
    signs = [*range(0x20, 0x7F), *range(0x80, 0x100), 0x0A]
    for length in (30, 200, 1_000) * 20:
        _refused(bytes(chance.choice(signs) for _ in range(length)))


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff\x1b")),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_any_text_is_read_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@given(st.binary())
def test_no_bytes_raise_anything_else(content: bytes) -> None:
    with suppress(SourceUnreadable):
        decode(content, "a.txt")
