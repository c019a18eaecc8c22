//! Anything sexual with a minor.

use crate::policy::rules::WordSet;

/// People who are not of age. Ages in figures ("12 year old") are added to this set by code.
pub const MINOR: WordSet = &[
    // English
    "child", "children", "kid", "kids", "toddler", "toddlers", "preschooler*", "infant", "infants", "newborn", "minor girl",
    "minor boy", "underage", "under age", "underaged", "preteen*", "pre teen", "tween girl", "teenager*", "teenage", "teen girl",
    "teen boy", "teen", "teens", "schoolgirl*", "school girl", "school girls", "schoolboy*", "school boy", "little girl",
    "little girls", "little boy", "little boys", "young girl", "young girls", "young boy", "young boys", "small girl", "small boy",
    "loli", "lolis", "lolita", "lolicon", "shota", "shotacon", "jailbait", "prepubescent", "pubescent", "first grader",
    "second grader", "third grader", "fifth grader", "sixth grader", "middle schooler", "kindergart*", "girl scout",
    "boy scout", "high school girl", "barely legal", "daughter s friend", "nymphet", "cub kid",
    // German
    "kind", "kinder", "kleinkind*", "kleines madchen", "kleine madchen", "kleiner junge", "schulmadchen", "minderjahrig*",
    "jugendliche*", "teenagerin", "saugling",
    // French
    "enfant", "enfants", "petite fille", "petites filles", "petit garcon", "mineure", "mineur", "fillette*", "ecoliere*",
    "adolescente*", "adolescent", "bambin",
    // Spanish
    "menor de edad", "menores de edad", "colegiala*", "adolescente", "adolescentes",
    "nena pequena",
    // Portuguese
    "crianca", "criancas", "menina", "meninas", "menino", "meninos", "menor de idade", "colegial",
    // Italian
    "bambina", "bambine", "bambino", "bambini", "minorenne*", "ragazzina", "ragazzine", "scolaretta",
    // Dutch, Polish, Turkish
    "kindje", "klein meisje", "kleine meisjes", "minderjarig*", "dziecko", "dzieci", "dziewczynka", "nieletni*", "cocuk", "kucuk kiz",
    // Russian
    "ребенок", "ребенка", "ребенком", "дети", "детей", "детск*", "девочк*", "мальчик*", "школьниц*", "несовершеннолетн*", "малолет*",
    "подростк*",
    // Chinese, Japanese, Korean
    "儿童", "兒童", "小孩", "孩子", "小女孩", "小男孩", "幼女", "萝莉", "蘿莉", "未成年", "小学生", "初中生", "女童", "子供", "子ども", "少女",
    "ロリ", "女子高生", "女子中学生", "幼児", "ショタ", "어린이", "아이", "소녀", "미성년", "초등학생", "여고생", "아동", "로리",
];

/// What must never stand near them.
pub const SEXUAL: WordSet = &[
    // English
    "nude", "nudes", "naked", "topless", "bottomless", "unclothed", "undressed", "undressing", "no clothes", "without clothes",
    "without clothing", "sexy", "sexual", "sexually", "sexualized", "sexualised", "sex", "erotic", "erotica", "lewd", "seductive",
    "seductively", "sensual", "aroused", "arousing", "horny", "fetish", "lingerie", "thong", "g string", "panties", "pantyshot",
    "upskirt", "cleavage", "porn*", "nsfw", "hentai", "striptease", "stripping", "provocative pose", "suggestive pose",
    "bdsm", "bondage", "breasts", "genitals", "molest*", "rape", "raped", "intercourse",
    // German
    "nackt", "nackte", "nackten", "nackter", "nacktes", "sexuell*", "erotisch*", "verfuhrerisch*", "unbekleidet*",
    // French
    "nue", "nues", "sexuel*", "erotique*", "seduisante", "deshabille*",
    // Spanish, Portuguese, Italian
    "desnuda", "desnudo", "desnudas", "desnudos", "sexual*", "erotic*", "sin ropa", "nua", "sem roupa", "nuda", "nudi", "sessual*",
    // Dutch, Polish, Turkish
    "naakt", "naakte", "seksue*", "seksualn*", "ciplak",
    // Russian
    "голая", "голый", "голые", "голую", "голой", "голого", "голых", "обнаженн*", "эротич*", "сексуальн*", "секс", "без одежды",
    // Chinese, Japanese, Korean
    "裸", "色情", "性感", "性爱", "性愛", "情色", "性交", "エロ", "ヌード", "セックス", "性的", "나체", "알몸", "누드", "야한", "성적", "섹스",
];

/// Terms for the crime and its pictures.
pub const TERMS: WordSet = &[
    "child porn*", "childporn*", "kiddie porn*", "kid porn*", "kinderporno*", "pedopornograf*", "pornographie enfantine",
    "pornografia infantil", "csam", "pedophil*", "paedophil*", "lolicon", "shotacon", "jailbait", "child sexual abuse",
    "child molest*", "cp pics", "детское порно", "детск порно*", "педофил*", "儿童色情", "兒童色情", "児童ポルノ", "아동 포르노", "아동포르노",
    "padophil*", "nina desnud*", "ninas desnud*", "nino desnud*", "ninos desnud*", "nina sexy", "ninas sexys", "enfant nu", "enfants nus",
    "garcon nu", "garcons nus", "petit garcon nu", "menino pelado", "menina pelada", "crianca pelada", "nagie dziecko", "nagie dzieci",
    "naga dziewczynka",
];

/// Words of those who fight it.
pub const AGAINST: WordSet = &[
    "stop", "prevent", "preventing", "prevention", "against", "awareness", "end", "fight", "fighting", "combat", "protect",
    "protection", "report", "hotline", "helpline", "survivor", "survivors", "campaign", "charity", "legislation", "law",
    "gegen", "stoppt", "schutz", "contre", "stop a", "prevencion", "contra", "prevenzione", "contro", "против", "защит*", "防止",
    "保护", "防ぐ", "예방",
];
