"""What languages are called beside their English names: other codes, and what those who speak them say.

Codes of three letters are those of ISO 639, both kinds where there are two (`deu`, `ger`), and old codes that programs
still write (`iw`). Names are compared without case, accents and punctuation.
"""

OTHER_NAMES = """
af|afr
am|amh|አማርኛ|Amarigna
ar|ara|arb|العربية|عربي|عربى|al-arabiyya
as|asm|অসমীয়া|Asamiya
az|aze|azj|azərbaycan|azərbaycan dili|Azeri
ba|bak|башҡорт|башҡорт теле|башҡортса
be|bel|беларуская|беларуская мова
bg|bul|български|български език
bn|ben|বাংলা|Bangla
bo|bod|tib|བོད་སྐད་|བོད་ཡིག|Bodskad
br|bre|brezhoneg
bs|bos|bosanski|bosanski jezik
ca|cat|català|Valencian|valencià
cs|ces|cze|čeština|český jazyk|česky
cy|cym|wel|Cymraeg
da|dan|dansk|dansk sprog
de|deu|ger|Deutsch|Hochdeutsch|Standarddeutsch
el|ell|gre|Ελληνικά|Hellenic|Ellinika|Modern Greek|νέα ελληνικά
en|eng|American English|British English
es|spa|español|Castilian|castellano|español latino
et|est|ekk|eesti|eesti keel
eu|eus|baq|euskara|euskera
fa|fas|per|pes|فارسی|Farsi|Dari|prs
fi|fin|suomi|suomen kieli
fo|fao|føroyskt|Faeroese|føroyskt mál
fr|fra|fre|français|langue française
gl|glg|galego|lingua galega
gu|guj|ગુજરાતી
ha|hau|Harshen Hausa
haw|Olelo Hawaii|Ōlelo Hawai\u02bbi
he|heb|iw|עברית|Ivrit
hi|hin|हिन्दी|हिंदी|Hindustani
hr|hrv|hrvatski|scr|hrvatski jezik
ht|hat|Kreyòl Ayisyen|Haitian|Kreyòl
hu|hun|magyar|magyar nyelv
hy|hye|arm|հայերեն|Hayeren
id|ind|Indonesia|bahasa Indonesia|in
is|isl|ice|íslenska|íslenskt mál
it|ita|italiano|lingua italiana
ja|jpn|日本語|にほんご|Nihongo|日语
jw|jav|Jawa|jv|Basa Jawa
ka|kat|geo|ქართული|Kartuli|ქართული ენა
kk|kaz|қазақ тілі|қазақша
km|khm|ខ្មែរ|ភាសាខ្មែរ|Cambodian
kn|kan|ಕನ್ನಡ
ko|kor|한국어|조선말|한국말|Hangugeo|Hanguk-eo
la|lat|Latina|Lingua latina
lb|ltz|Lëtzebuergesch|Letzeburgesch
ln|lin
lo|ລາວ|ພາສາລາວ|Laotian
lt|lit|lietuvių|lietuvių kalba
lv|lav|lvs|latviešu|latviešu valoda
mg|mlg|plt|fiteny malagasy
mi|mri|mao|te reo Māori|te reo
mk|mkd|mac|македонски|македонски јазик
ml|mal|മലയാളം
mn|mon|khk|монгол|монгол хэл
mr|mar|मराठी
ms|msa|may|zsm|Melayu|bahasa Malaysia|Bahasa Melayu
mt|mlt|Malti
my|mya|bur|မြန်မာ|Burmese|ဗမာ|မြန်မာဘာသာ
ne|nep|npi|नेपाली
nl|nld|dut|Nederlands|Flemish|Vlaams
nn|nno|norsk nynorsk|Norwegian Nynorsk
no|nor|norsk|nb|nob|Bokmål|Norwegian Bokmål|norsk bokmål
oc|oci|lenga d'òc
pa|pan|ਪੰਜਾਬੀ|Panjabi|پنجابی
pl|pol|polski|język polski|po polsku
ps|pus|pbu|پښتو|Pushto
pt|por|português|português brasileiro|Brazilian Portuguese|português do Brasil
ro|ron|rum|mo|mol|română|Moldavian|Moldovan|limba română|moldovenească
ru|rus|русский|Russkiy|русский язык
sa|san|संस्कृत भाषा|संस्कृतम्
sd|snd|سنڌي|सिन्धी
si|sin|සිංහල|Sinhalese
sk|slk|slo|slovenčina|slovenský jazyk|slovensky
sl|slv|slovenščina|Slovene
sn|sna|chiShona
so|som|Soomaali|af Soomaali
sq|sqi|alb|als|shqip|gjuha shqipe
sr|srp|српски|scc|srpski
su|sun|Basa Sunda|Sunda
sv|swe|svenska|svenska språket
sw|swa|swh|Kiswahili
ta|tam|தமிழ்
te|tel|తెలుగు
tg|tgk|тоҷикӣ|забони тоҷикӣ
th|tha|ไทย|ภาษาไทย
tk|tuk|türkmen dili|türkmençe
tl|fil|tgl|Filipino|Pilipino
tr|tur|Türkçe|Türk dili
tt|tat|татар|татарча|татар теле
uk|ukr|українська|Ukrayinska|українська мова
ur|urd|اردو
uz|uzb|uzn|o'zbek|o'zbekcha|ўзбек
vi|vie|Tiếng Việt
yi|yid|ji|ydd|ייִדיש
yo|yor|Èdè Yorùbá
yue|粵語|廣東話|广东话|粤语|Cantonese Chinese|Guangdonghua|zh-yue
zh|zho|chi|cmn|中文|Mandarin|Mandarin Chinese|Simplified Chinese|Traditional Chinese
zh|汉语|漢語|普通话|普通話|国语|國語|华语|華語|简体中文|繁體中文|Zhongwen|Putonghua
"""
