"""Whose letters the bytes would be tells the code page."""

import pytest

from index.codepages import tell_latin_code_page

SAMPLES = {
    "cp1252": (
        "“We won’t wait,” said José Müller; the café is shut – it costs £5m (€6m), or ¼ of it.",
        "The company said it wouldn’t comment.",
        "« C’est très difficile », a déclaré le préfet. Où sont les élèves ? À l’école dès l’été.",
        "„Wir müssen das ändern“, sagte der Bürgermeister. Größere Züge fahren über die Straße.",
        "¿Qué pasará mañana? La policía detuvo a tres jóvenes; el desempleo bajó en España.",
        "A eleição será em outubro. Não há razão para pânico, disse a prefeita de São Paulo.",
        "La città è rimasta senza elettricità. Perché i prezzi sono saliti più del previsto?",
        "Regeringen föreslår att skatten på bränsle sänks. – Vi är nöjda, säger ordföranden.",
        "Ministeren sagde, at byens beboere klager over støj i området ved åen og på næste vej.",
        "Veðrið verður gott um helgina. Þrír menn voru fluttir á sjúkrahús eftir slysið í gær.",
        "Kaupungin asukkaat valittavat melusta ja pysäköintipaikkojen puutteesta. Työttömyys.",
    ),
    "cp1250": (
        "Minister powiedział, że rząd nie podniesie podatków. Mieszkańcy skarżą się na hałas.",
        "Příští týden začne v Plzni řízení o žádosti. Česká televize uvádí, že přišli o práci.",
        "A miniszter hétfőn közölte, hogy a kormány jövőre nem emeli az adókat a fővárosban.",
        "Preşedintele a declarat marţi că guvernul nu va mări taxele în oraşul Bucureşti.",
        "Stanovnici grada žale se na buku; sve će se znati već u četvrtak, kaže ministar Šarić.",
    ),
    "cp1254": ("Bakan pazartesi günü hükümetin vergileri artırmayacağını söyledi. Düşüş sürüyor.",),
    "iso8859_2": (
        "Minister powiedział, że mieszkańcy skarżą się na hałas i brak miejsc w śródmieściu.",
        "Příští týden začne v Plzni řízení o žádosti, kterou podala společnost Škoda. Ještě šest.",
    ),
    "cp1257": (
        "Miesto gyventojai skundžiasi triukšmu ir stovėjimo vietų trūkumu; padėtis gerės.",
        "Pilsētas iedzīvotāji sūdzas par troksni un stāvvietu trūkumu, paziņoja ministrs.",
    ),
}


@pytest.mark.parametrize(
    ("codec", "text"), [(codec, text) for codec, texts in SAMPLES.items() for text in texts]
)
def test_the_letters_of_one_language_tell_its_code_page(codec: str, text: str) -> None:
    content = text.encode(codec)
    told = tell_latin_code_page(content)
    assert told
    assert content.decode(told) == text


def test_marks_alone_are_western() -> None:
    assert tell_latin_code_page("It’s “new” – 20°C…".encode("cp1252")) == "cp1252"


def test_names_of_many_languages_in_an_english_text_are_western() -> None:
    text = "Officials met for two days in the old town hall to settle it. " * 20
    names = "Orbán, Barroso of São Paulo, Ångström, Beyoncé, Müller and Peña were there."
    assert tell_latin_code_page((text + names).encode("latin-1")) == "cp1252"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Путин подписал указ о новых мерах поддержки.", "cp1251"),
        ("Ο υπουργός δήλωσε τη Δευτέρα ότι", "cp1253"),
        ("大臣は月曜日、政府は来年税金を引き上げない", "shift_jis"),
        ("Le café était fermé “hier”, dit le maire.", "mac_roman"),
        ("Le café était fermé hier, a-t-on précisé.", "cp437"),
    ],
)
def test_what_is_none_of_these_is_not_told(text: str, codec: str) -> None:
    assert tell_latin_code_page(text.encode(codec)) is None
