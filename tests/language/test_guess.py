import pytest
from hypothesis import given

from newskit.language.guess import guess
from newskit.testing.strategies import hostile_texts

TEXTS = {
    "en": "The council has closed the bridge, and it will not be opened again before the spring.",
    "de": "Der Rat hat die Brücke gesperrt, und sie wird nicht vor dem Frühjahr wieder geöffnet.",
    "fr": "Le conseil a fermé le pont, et il ne sera pas rouvert avant le printemps, selon la mairie.",
    "es": "El ayuntamiento ha cerrado el puente y no lo abrirá antes de la primavera, según el alcalde.",
    "pt": "A prefeitura fechou a ponte e não vai reabri-la antes do verão, segundo o secretário.",
    "it": "Il comune ha chiuso il ponte e non lo riaprirà prima della primavera, ha detto il sindaco.",
    "nl": "De gemeente heeft de brug gesloten en zal hem niet voor het voorjaar weer openen.",
    "sv": "Kommunen har stängt bron och den kommer inte att öppnas igen före våren.",
    "da": "Kommunen har lukket broen, og den bliver ikke åbnet igen efter planen før til foråret.",
    "nb": "Kommunen har stengt broen, og den blir ikke åpnet igjen etter planen før til våren.",
    "fi": "Kaupunki on sulkenut sillan, eikä sitä avata ennen kevättä, kertoo kaupunki, mutta se ei ole varmaa.",
    "pl": "Miasto zamknęło most i nie zostanie on otwarty przed wiosną, jak powiedział burmistrz.",
    "tr": "Belediye köprüyü kapattı ve bahar için bir tarih vermedi, ancak daha sonra açılacak.",
    "ru": "Город закрыл мост, и он не будет открыт до весны, как сказал мэр.",
    "uk": "Місто закрило міст, і він не буде відкритий до весни, як сказав мер, але це не точно.",
    "el": "Ο δήμος έκλεισε τη γέφυρα και δεν θα ανοίξει πριν από την άνοιξη.",
    "ja": "市は橋を閉鎖し、春まで再開しないと市長は述べた。",
    "zh": "市政府关闭了这座桥，春天之前不会重新开放。",
    "ko": "시는 다리를 폐쇄했으며 봄까지 다시 열지 않을 것이라고 시장이 말했다.",
    "ar": "أغلقت البلدية الجسر ولن تعيد فتحه قبل الربيع.",
    "hi": "नगर ने पुल बंद कर दिया है और वसंत से पहले नहीं खोलेगा।",
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_of_a_sentence(language):
    assert guess(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", " ", "8:15", "Kestrel", "§§§ 12 / 4"])
def test_nothing_is_said_where_nothing_tells(text):
    assert guess(text) is None


def test_a_foreign_name_in_an_english_text_changes_nothing():
    assert guess("The mayor of 東京 said that the bridge would not be opened before the spring.") == "en"


@given(hostile_texts())
def test_any_text_may_be_asked_about(text):
    assert guess(text) is None or len(guess(text)) == 2
