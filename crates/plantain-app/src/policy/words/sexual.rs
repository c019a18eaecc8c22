//! Nudity and sexual acts.

use crate::policy::rules::WordSet;

/// Without clothes.
pub const NUDE: WordSet = &[
    // English
    "nude", "nudes", "naked", "topless", "bottomless", "unclothed", "undressed", "in the nude", "no clothes",
    "without clothes", "without clothing", "without any clothes", "wearing nothing", "fully exposed", "bare breasted",
    "bare breasts", "bare chested woman", "exposed breasts", "exposed nipples", "stark naked", "butt naked", "in the buff",
    // German
    "nackt", "nackte", "nackten", "nackter", "nacktes", "unbekleidet*", "oben ohne", "splitternackt*",
    // French
    "nue", "nues", "denude*", "seins nus", "sans vetements", "toute nue",
    // Spanish
    "desnuda", "desnudo", "desnudas", "desnudos", "sin ropa", "en cueros",
    // Portuguese
    "nua", "nuas", "despida", "sem roupa",
    // Italian
    "nuda", "nudo", "nudi", "svestita", "senza vestiti",
    // Dutch, Polish, Turkish
    "naakt", "naakte", "ciplak",
    // Russian
    "голая", "голый", "голые", "голую", "голой", "голого", "голых", "обнаженн*", "без одежды", "нагая", "нагой",
    // Chinese, Japanese, Korean
    "裸体", "裸體", "全裸", "赤裸", "裸女", "脱光", "裸の", "ヌード", "すっぽんぽん", "나체", "알몸", "누드", "벌거벗은",
];

/// People, and what is said of people.
pub const PERSON: WordSet = &[
    // English
    "woman", "women", "girl", "girls", "lady", "ladies", "man", "men", "guy", "guys", "boy", "boys", "female", "male",
    "person", "people", "couple", "couples", "model", "models", "wife", "husband", "girlfriend", "boyfriend", "actress",
    "actresses", "actor", "celebrity", "celebrities", "teacher", "nurse", "secretary", "selfie", "selfies", "body",
    "bodies", "her", "him", "she", "he", "me", "them", "photo of", "picture of", "photos of", "pics", "waifu", "elf girl",
    "singer", "dancer", "dancers", "influencer", "coworker", "classmate", "neighbor", "neighbour", "milf", "blonde",
    "brunette", "redhead", "supermodel", "queen", "princess",
    // German
    "frau", "frauen", "madchen", "mann", "manner", "junge", "jungen", "dame", "damen", "paar", "modell", "schauspielerin",
    "kollegin", "freundin",
    // French
    "femme", "femmes", "fille", "filles", "homme", "hommes", "garcon", "actrice", "mannequin",
    // Spanish
    "mujer", "mujeres", "chica", "chicas", "hombre", "hombres", "senora", "actriz", "muchacha",
    // Portuguese
    "mulher", "mulheres", "garota", "garotas", "moca", "homem", "homens", "atriz",
    // Italian
    "donna", "donne", "ragazza", "ragazze", "uomo", "uomini", "attrice",
    // Dutch, Polish, Turkish
    "vrouw", "vrouwen", "meisje", "kobieta", "kobiety", "dziewczyna", "kadin",
    // Russian
    "женщин*", "девушк*", "девочк*", "мужчин*", "парень", "актрис*",
    // Chinese, Japanese, Korean
    "女人", "女性", "美女", "女孩", "女生", "少妇", "男人", "男性", "女の子", "女優", "男の子", "여자", "여성", "소녀", "남자",
];

/// Sexual acts and organs, and the trade.
pub const EXPLICIT: WordSet = &[
    // English
    "porn", "porno*", "hardcore sex", "explicit sex", "having sex", "have sex with", "sex scene", "sex act", "sex acts",
    "sexual intercourse", "sexual act", "sexual acts", "oral sex", "anal sex", "group sex", "gangbang*", "gang bang",
    "blowjob*", "blow job", "handjob*", "hand job", "deepthroat*", "cumshot*", "cum shot", "creampie girl", "bukkake",
    "masturbat*", "fellatio", "cunnilingus", "orgasm*", "orgy", "orgies", "threesome*", "hentai", "futanari", "dildo*",
    "vibrator toy", "penis", "penises", "erect cock", "big cock", "huge cock", "hard cock", "dick pic", "dick pics",
    "vagina*", "pussy lips", "wet pussy", "clitoris", "genitals", "genitalia", "testicles", "spread legs", "legs spread",
    "nsfw", "x rated", "xxx*", "rule34", "rule 34", "onlyfans nude*", "fucking her", "fuck her", "fucked by",
    "fucking each other", "doggy style sex", "sex tape", "sexually explicit", "ejaculat*", "semen", "bdsm", "rape", "raped",
    "raping", "rapes", "bestiality", "zoophilia", "incest", "tits out", "big tits", "huge tits", "nipples visible",
    // German
    "porno*", "geschlechtsverkehr", "blasen sex", "fickt", "ficken", "ficke", "sexszene", "muschi nackt", "vergewaltig*",
    "sex haben", "beim sex", "orgie",
    // French
    "pornographi*", "rapport sexuel", "relations sexuelles", "sexe oral", "fellation", "baise", "baisent", "sodomie",
    "viol d une", "masturbation",
    // Spanish
    "pornografi*", "sexo oral", "sexo explicito", "teniendo sexo", "relaciones sexuales", "follando", "mamada", "violacion de",
    "masturbandose", "pene erecto",
    // Portuguese
    "sexo explicito", "fazendo sexo", "transando", "boquete", "estupro",
    // Italian
    "sesso orale", "sesso esplicito", "fanno sesso", "scopano", "pompino", "stupro",
    // Russian
    "порно*", "половой акт", "минет*", "секс сцен*", "занимаются сексом", "изнасилов*", "трахает*", "мастурб*", "половые органы",
    // Chinese, Japanese, Korean
    "色情", "做爱", "做愛", "性交", "口交", "自慰", "强奸", "強姦", "阴茎", "阴道", "ポルノ", "セックス", "エロ画像", "フェラ", "性行為",
    "オナニー", "強姦", "レイプ", "포르노", "섹스", "성관계", "자위", "강간",
];

/// Words for the kind of picture.
pub const TERMS: WordSet = &[
    "erotic", "erotica", "erotic art", "pinup nude", "softcore", "nudity", "full frontal", "strip tease", "striptease",
    "stripper", "strippers", "lewd", "ecchi", "horny", "slutty", "kinky sex", "fetish porn", "nude photo*", "nude pic*",
    "naked photo*", "naked pic*", "nude selfie*", "erotisch*", "nacktfoto*", "aktfoto", "erotique*", "photo nue",
    "erotico", "erotica", "fotos desnud*", "эротик*", "эротич*", "обнаженк*", "голые фото", "情色", "裸照", "エロい", "エロ", "ヌード写真",
    "야한", "에로*",
    "homme nu", "hommes nus", "homem nu", "homens nus", "mulher pelada", "mulheres peladas", "garota pelada", "naga kobieta",
    "nagie kobiety", "naga dziewczyna",
];

/// Not more than a hint.
pub const SUGGESTIVE: WordSet = &[
    "sexy", "seductive", "seductively", "sensual", "lingerie model", "see through dress", "micro bikini", "thong bikini",
    "cleavage", "upskirt", "boudoir", "provocative pose", "verfuhrerisch*", "seduisante", "seductora", "sensuale",
    "сексуальн*", "соблазнительн*", "性感", "诱惑", "セクシー", "섹시*",
];

/// Undressing somebody: said of a picture of a person, the worst kind of edit.
pub const UNDRESS: WordSet = &[
    "undress her", "undress him", "undress them", "undress the woman", "undress the girl", "undress this woman",
    "undress this person", "undress me", "undress the person", "undress the man", "remove her clothes", "remove his clothes",
    "remove their clothes", "remove her clothing", "remove his clothing", "remove her dress", "remove her bra", "remove her shirt",
    "remove her top", "remove her bikini", "remove her underwear", "remove her panties", "remove all clothing",
    "remove all clothes", "remove all her clothes", "remove clothes from the woman", "remove the woman s clothes",
    "remove the girl s clothes", "remove the clothes from the woman", "remove the clothes from the girl",
    "take off her clothes", "take off his clothes", "take her clothes off", "take off her dress", "take off her shirt",
    "take off her top", "take off her bra", "take her shirt off", "take her top off", "strip her", "strip him naked",
    "strip the woman", "strip her naked", "make her nude", "make him nude", "make her naked", "make him naked", "make them naked",
    "make the woman nude", "make the woman naked", "make the girl naked", "make the girl nude", "make the person naked",
    "nudify", "deepnude", "show her naked", "show her nude", "show her breasts", "show her without clothes", "show her nipples",
    "see her naked", "make her clothes disappear", "make her clothes transparent", "make her dress transparent",
    "x ray her clothes", "see through her clothes",
    "zieh sie aus", "entkleide sie", "entferne ihre kleidung", "entferne ihr kleid", "mach sie nackt", "deshabille la",
    "deshabillez la", "enleve ses vetements", "retire ses vetements", "enlever ses vetements", "desnudala", "quitale la ropa",
    "quitar su ropa", "quita su ropa", "tire a roupa dela", "remova a roupa dela", "tirar a roupa dela", "toglile i vestiti",
    "spogliala", "раздень ее", "раздеть ее", "раздень девушку", "сними с нее одежду", "脱掉她的衣服", "把她的衣服脱", "去掉她的衣服",
    "服を脱がせ", "彼女を裸に", "裸にして", "옷을 벗겨", "옷 벗겨",
];

/// What else is done to clothes.
pub const LAUNDRY: WordSet = &[
    "stain", "stains", "wrinkle", "wrinkles", "logo", "logos", "pattern", "rack", "hanger", "mannequin", "laundry", "tag",
    "watermark", "bright", "replace", "rows",
];

/// Where nakedness is old and hangs in museums.
pub const ART: WordSet = &[
    "statue", "statues", "sculpture", "sculptures", "marble", "bronze", "renaissance", "baroque", "michelangelo", "botticelli",
    "rodin", "rubens", "titian", "venus", "aphrodite", "museum", "figure drawing", "life drawing", "figure study",
    "gesture drawing", "anatomy study", "art class", "cherub", "cherubs", "cupid", "adam and eve", "greek", "classical",
    "vitruvian", "fresco", "mythology", "mythological", "mole rat", "skulptur*", "aktzeichnung", "aktzeichnen", "sculptur*",
    "escultur*", "estatua*", "scultur*", "statua", "скульптур*", "статуя", "статуи", "雕塑", "雕像", "彫刻", "彫像", "조각상",
    "oil painting by", "neanderthal", "primitive",
];

/// Medicine and schools.
pub const MEDICAL: WordSet = &[
    "anatomy", "anatomical", "medical", "medicine", "diagram", "textbook", "biology", "health", "surgery", "surgical", "urology",
    "gynecolog*", "gynaecolog*", "cancer", "clinic", "reproductive system", "education", "educational", "doctor", "hospital",
    "std", "sti", "contraception", "infographic", "anatomie", "medizin*", "schulbuch", "anatomia", "medic*", "анатоми*",
    "медицин*", "учебник*", "解剖", "医学", "医疗", "教科书", "教科書", "해부", "의학", "breastfeeding", "self exam", "awareness",
];
