"""What people type is found in every script, in transcripts and titles, and the very word is marked."""

# ruff: noqa: RUF001 - letters that look like others are what is tested

from __future__ import annotations

import random
from itertools import pairwise

from support.client import Client
from support.factories import Factory
from support.searching import find, marked
from verbatim.search.query import Term, parse_query
from verbatim.search.words import index_words

CHINESE = "我们今天讨论预算和明年的计划"
JAPANESE = "今回は生産性の向上を図る企業を応援してくれるこんな補助金がある"
THAI = "วันนี้เราจะพูดเรื่องงบประมาณและแผนงาน"
KOREAN = "오늘은 예산계획을 세웠습니다"
LATIN = "the café naïve résumé Ångström, sagt Müller"

FOUND = [
    (CHINESE, "预算", ["预算"]),
    (CHINESE, "我们", ["我们"]),
    (CHINESE, "明年 讨论", ["讨论", "明年"]),
    (CHINESE, "的计划", ["的计划"]),
    (CHINESE, "算", ["算"]),
    (CHINESE, '"预算和明年"', ["预算和明年"]),
    (JAPANESE, "補助金", ["補助金"]),
    (JAPANESE, "企業", ["企業"]),
    (JAPANESE, "こんな補助", ["こんな補助"]),
    ("会議はグーグルのサーバーで", "サーバー", ["サーバー"]),
    ("会議はｸﾞｰｸﾞﾙで", "グーグル", ["ｸﾞｰｸﾞﾙ"]),
    ("会議はグーグルで", "ｸﾞｰｸﾞﾙ", ["グーグル"]),
    ("我们用Spring框架开发", "spring", ["Spring"]),
    ("我们用Spring框架开发", "spring框架", ["Spring框架"]),
    ("第3回の会議", "第3回", ["第3回"]),
    (THAI, "งบประมาณ", ["งบประมาณ"]),
    (THAI, "แผน", ["แผน"]),
    (THAI, "วันนี", ["วันนี้"]),
    ("ພວກເຮົາສົນທະນາກ່ຽວກັບງົບປະມານ", "ງົບປະມານ", ["ງົບປະມານ"]),
    ("យើងពិភាក្សាអំពីថវិកានៅថ្ងៃនេះ", "ថវិកា", ["ថវិកា"]),
    ("ယနေ့ဘတ်ဂျက်အကြောင်းဆွေးနွေးသည်", "ဘတ်ဂျက်", ["ဘတ်ဂျက်"]),
    ("យើង\u200bពិភាក្សា\u200bអំពី\u200bថវិកា", "អំពីថវិកា", ["អំពី\u200bថវិកា"]),
    (KOREAN, "예산", ["예산"]),
    (KOREAN, "계획", ["계획"]),
    (KOREAN, "계", ["계"]),
    ("\u110b\u1168\u1109\u1161\u11ab", "예산", ["\u110b\u1168\u1109\u1161\u11ab"]),
    (LATIN, "cafe", ["café"]),
    (LATIN, "resume", ["résumé"]),
    (LATIN, "angstrom", ["Ångström"]),
    (LATIN, "muller", ["Müller"]),
    ("a cafe naive", "café naïve", ["cafe", "naive"]),
    ("cafe\u0301 au lait", "café", ["cafe\u0301"]),
    ("Die Straße ist für Fußgänger gesperrt", "strasse", ["Straße"]),
    ("Die Straße ist für Fußgänger gesperrt", "fussgänger", ["Fußgänger"]),
    ("Die STRASSE ist gesperrt", "straße", ["STRASSE"]),
    ("DIE STRAẞE", "strasse", ["STRAẞE"]),
    ("Её ёлка", "елка", ["ёлка"]),
    ("Её елка", "ёлка", ["елка"]),
    ("Zażółć gęślą jaźń w Łodzi", "zazolc lodzi", ["Zażółć", "Łodzi"]),
    ("rødgrød med fløde", "rodgrod", ["rødgrød"]),
    ("Æblet og Œuvre", "aeblet oeuvre", ["Æblet", "Œuvre"]),
    ("Đường phố Hà Nội", "duong ha noi", ["Đường", "Hà", "Nội"]),
    ("İstanbul'da ılık bir ışık", "istanbul isik", ["İstanbul", "ışık"]),
    ("ISTANBUL", "ıstanbul", ["ISTANBUL"]),
    ("Það er þoka", "thad thoka", ["Það", "þoka"]),
    ("la col·lecció", "colleccio", ["col·lecció"]),
    ("Καλημέρα σας, ΑΣΤΙΚΟΣ", "καλημερα αστικος", ["Καλημέρα", "ΑΣΤΙΚΟΣ"]),
    ("ذَهَبَ مُحَمَّدٌ إِلَى المَدْرَسَةِ", "محمد المدرسة", ["مُحَمَّدٌ", "المَدْرَسَةِ"]),
    ("إلى المدينة", "الي المدينه", ["إلى", "المدينة"]),
    ("یک کتاب", "كتاب", ["کتاب"]),
    ("יְרוּשָׁלַיִם", "ירושלים", ["יְרוּשָׁלַיִם"]),
    ("मुझे ज़रूरत है", "जरूरत", ["ज़रूरत"]),
    ("हिन्दी में", "हिन्दी", ["हिन्दी"]),
    ("Ｈｅｌｌｏ　１２３", "hello 123", ["Ｈｅｌｌｏ", "１２３"]),
    ("hello 123", "ｈｅｌｌｏ １２３", ["hello", "123"]),
    ("عام ٢٠٢٦", "2026", ["٢٠٢٦"]),
    ("ﬁnal oﬃce", "final office", ["ﬁnal", "oﬃce"]),
    ("Wort\u00adtrennung", "worttrennung", ["Wort\u00adtrennung"]),
    ("п\u02bcять п’ять", "п'ять", ["п\u02bcять", "п’ять"]),
    ("הוא הלך לבית\u05beספר בעיר", "ספר", ["ספר"]),
    ("הוא הלך לבית\u05beספר בעיר", "לבית ספר", ["לבית", "ספר"]),
    ("הוא הלך לבית\u05beספר בעיר", "לבית-ספר", ["לבית\u05beספר"]),
    ("צה״ל הודיע", 'צה"ל', ["צה״ל"]),
    ("דער ייִד רעדט ײדיש", "יידיש", ["ײדיש"]),
    ("װאָס מאַכט איר", "וואס", ["װאָס"]),
    ("қазақ тілі", "казак", ["қазақ"]),
    ("башҡорт теле", "БАШКОРТ", ["башҡорт"]),
    ("ҳукумати Тоҷикистон", "точикистон", ["Тоҷикистон"]),
    ("өдөр бүр", "одор бур", ["өдөр", "бүр"]),
    ("казак", "қазақ", ["казак"]),
    ("അവൻ വന്നു", "അവന്\u200d", ["അവൻ"]),
    ("അവന്\u200d വന്നു", "അവൻ", ["അവന്"]),
    ("উৎসব", "উত্\u200dসব", ["উৎসব"]),
    ("चाँद", "चांद", ["चाँद"]),
    ("na mɔkɔlɔ́", "mokolo", ["mɔkɔlɔ́"]),
    ("𠮷野家の会議", "野家", ["野家"]),
    ("𠮷野家の会議", "𠮷", ["𠮷"]),
    ("ꦱꦸꦒꦼꦁꦫꦮꦸꦃ", "ꦫꦮꦸꦃ", ["ꦫꦮꦸꦃ"]),
    ("བོད་ཡིག་ཚོགས", "ཡིག", ["ཡིག"]),
    ("ሰላም፡ነው", "ነው", ["ነው"]),
    ("საქართველო", "ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", ["საქართველო"]),
    ("می\u200cخواهم", "میخواهم", ["می\u200cخواهم"]),
    ("m² und Ⅳ", "m2 iv", ["m²", "Ⅳ"]),
]

NOT_FOUND = [
    (CHINESE, "算预"),
    (CHINESE, '"预算 明年"'),
    (CHINESE, "预算 企业"),
    (JAPANESE, "補金"),
    (KOREAN, "산예"),
    ("हिन्दी", "हनद"),
    ("мои", "мой"),
    ("חדר", "חד\u05beר"),
    ("resumed", '"resume"'),
]


async def test_found_and_marked_in_text_and_title(client: Client, factory: Factory) -> None:
    recordings = [await factory.recording(title=said) for said, _, _ in FOUND]
    for recording, (said, _, _) in zip(recordings, FOUND, strict=True):
        await factory.transcript("something else", said, recording_id=recording)
    wrong = []
    for recording, (said, query, lit) in zip(recordings, FOUND, strict=True):
        results = (await find(client, query, limit=100))["results"]
        own = [result for result in results if result["recording_id"] == recording]
        if [(result["type"], marked(result)) for result in own] != [("recording", lit), ("segment", lit)]:
            wrong.append((said, query, [(result["type"], marked(result)) for result in own]))
    assert wrong == []


async def test_not_found(client: Client, factory: Factory) -> None:
    for said, _ in NOT_FOUND:
        await factory.transcript(said, recording_id=await factory.recording(title=said))
    wrong = []
    for said, query in NOT_FOUND:
        results = (await find(client, query))["results"]
        wrong += [(said, query) for result in results if said in (result["text"], result["title"])]
    assert wrong == []


async def test_a_correction_and_a_new_title_are_found_at_once(client: Client, factory: Factory) -> None:
    recording = await factory.recording(title="old")
    made = await factory.transcript("old", recording_id=recording)
    url = f"/api/transcripts/{made.id}/segments/{made.segment_ids[0]}"
    assert (await client.patch(url, json={"text": CHINESE})).status_code == 200
    assert (await client.patch(f"/api/recordings/{recording}", json={"title": "Fußgänger"})).status_code == 200
    assert [result["type"] for result in (await find(client, "预算"))["results"]] == ["segment"]
    assert [result["type"] for result in (await find(client, "fussganger"))["results"]] == ["recording"]
    assert (await find(client, "old"))["results"] == []
    await client.patch(url, json={"text": CHINESE + "。"})
    assert len((await find(client, "预算"))["results"]) == 1


async def test_a_long_text_without_blanks_shows_the_hit(client: Client, factory: Factory) -> None:
    await factory.transcript("开 " + "会" * 2_000 + "预算" + "会" * 2_000)
    found = (await find(client, "预算"))["results"][0]
    assert marked(found) == ["预算"]
    assert sum(len(part["text"]) for part in found["snippet"]) <= 244


PIECES = [
    *"abzé ßœ 预算和明年 のがｶﾞ 한국예 งบนี้ ёйи 12３",
    *("Straße", "strasse", "预算", "ガ", "예산", " ", "  ", "-", "'", "·", "مُحَمَّد", "हि", "\u0301", "\u200b", "İ"),
]


def mixed(chance: random.Random, most: int) -> str:
    return "".join(chance.choices(PIECES, k=chance.randrange(1, most)))


def occurs(term: Term, words: list[str]) -> bool:
    """Say what it means that a term is in a text."""
    size, last = len(term.words), term.words[-1]
    for start in range(len(words) - size + 1):
        *before, end = words[start : start + size]
        if tuple(before) == term.words[:-1] and (end == last or (term.prefix and end.startswith(last))):
            return True
    return False


async def test_random_text_is_found_by_one_rule_on_both_databases(client: Client, factory: Factory) -> None:
    chance = random.Random(20)  # noqa: S311 - the same texts on both
    said = [mixed(chance, 14) for _ in range(150)]
    made = await factory.transcript(*said)
    hits = 0
    for _ in range(120):
        query = mixed(chance, 6)
        terms = parse_query(query)
        expected = [
            number for number, text in zip(made.segment_ids, said, strict=True)
            if terms and all(occurs(term, index_words(text)) for term in terms)
        ]  # fmt: skip
        params: dict[str, str | int] = {"q": query, "page_size": 100, "transcript_id": made.id}
        answer = (await client.get("/api/search/segments", params=params)).json()
        assert answer["total"] == len(expected), query
        assert {result["id"] for result in answer["results"]} <= set(expected)
        assert all(any(part["hit"] for part in result["snippet"]) for result in answer["results"]), query
        hits += len(expected)
    assert hits > 200


def test_the_same_words_whichever_way_they_are_composed() -> None:
    assert index_words("Å e\u0301 가 ｶﾞ") == ["a", "e", "가", "ガ"]
    assert [first + second for first, second in pairwise("预算和")] == index_words("预算和")[:-1]
