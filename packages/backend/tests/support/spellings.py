# ruff: noqa: RUF001 - letters that look like others are what this is about
"""Names as people write them, and as others type them who look for them."""

from __future__ import annotations

SPELLINGS = (
    ("Café Résumé, naïve", "RESUME cafe"),
    ("Übergrößenträger", "ubergrossentrager"),
    ("STRASSE", "straße"),
    ("Łódź i Kraków", "krakow lodz"),
    ("Ærø, Tromsø & Þingvellir", "thingvellir tromso aero"),
    ("Ｆｕｌｌ　Ｗｉｄｔｈ １２", "full width 12"),
    ("plain 34", "ｐｌａｉｎ ３４"),
    ("ﾊﾟﾊﾟとｶﾞﾑ", "ガム パパ"),
    ("会議の議事録", "議事"),
    ("İstanbul ılık", "istanbul ilik"),
    ("اللُّغَةُ العَرَبِيَّة", "العربيه اللغة"),
    ("שָׁלוֹם עוֹלָם", "עולם שלום"),
    ("Ελλάδα, ἀρχή", "αρχη ελλαδα"),
    ("Ёлка", "елка"),
    ("हिन्दी सम्बन्ध", "हिंदी संबंध"),
    ("हिंदी", "हिन्दी"),
    ("ดื่มน้ำ", "นํ้า"),
    ("Ａ‐Ｂ “quoted” it’s", 'it\'s "quoted" a-b'),
    ("한국어 회의", "한국어"),
    ("e\u0301cole", "école"),
    ("zero\u200bwidth", "zerowidth"),
    ("Đặng Việt", "dang viet"),
    ("50% off, 1_000 \\ *", "\\ 1_000 50%"),
)
"""What is written, and what is typed."""

NOTHING = ("5_%", "50_", "1%000", "resumee", "krakowia", "\\%")
"""What finds none of them."""
