//! Contempt for people because of what they are.

use crate::policy::rules::WordSet;

/// Words that have no other use.
pub const SLURS: WordSet = &[
    "nigger*", "niggers", "faggot", "faggots", "kike", "kikes", "spic", "spics", "wetback", "wetbacks", "raghead*",
    "towelhead*", "sandnigger*", "tranny", "trannies", "untermensch*", "kanake", "kanaken", "judensau", "bougnoule*", "youpin",
    "youpins", "sudaca", "sudacas", "maricon", "maricones", "жид", "жиды", "пидорас*", "черножоп*", "支那猪", "ちょんこ",
];

/// Slogans and salutes.
pub const SLOGANS: WordSet = &[
    "heil hitler", "sieg heil", "white power", "white supremacy rules", "gas the jews", "death to jews", "death to all jews",
    "death to muslims", "death to arabs", "kill all jews", "kill all muslims", "kill the jews", "jews will not replace us",
    "race war now", "hitler was right", "hitler did nothing wrong", "holocaust is a lie", "the holocaust never happened",
    "holocaust never happened", "juden raus", "auslander raus", "mort aux juifs", "mort aux arabes", "muerte a los judios",
    "14 words", "rahowa", "смерть евреям", "ethnic cleansing now",
];

/// Groups of people, as those who despise them name them.
pub const GROUPS: WordSet = &[
    "jews", "jewish people", "muslims", "muslim people", "arabs", "black people", "blacks", "africans", "asians", "chinese people",
    "mexicans", "immigrants", "migrants", "refugees", "gays", "gay people", "lesbians", "transgender people", "trans people",
    "homosexuals", "gypsies", "roma people", "hindus", "christians", "white people", "disabled people", "indians",
    "juden", "muslime", "auslander", "fluchtlinge", "schwarze menschen", "schwule", "juifs", "musulmans", "immigres",
    "arabes", "judios", "musulmanes", "inmigrantes", "negros", "judeus", "imigrantes", "ebrei", "musulmani", "immigrati",
    "евреи", "мусульман*", "мигрант*", "чурки", "犹太人", "穆斯林", "黑人", "ユダヤ人", "移民", "유대인", "이민자",
];

/// What they are called then.
pub const CONTEMPT: WordSet = &[
    "vermin", "subhuman", "subhumans", "sub human", "cockroach", "cockroaches", "parasite", "parasites", "are animals",
    "as monkeys", "as apes", "as rats", "like rats", "are rats", "are pigs", "as pigs", "are filth", "filthy", "inferior race",
    "must be exterminated", "should be exterminated", "exterminate", "should be killed", "must die", "should die", "deserve to die",
    "belong in the kitchen", "are a disease", "are a plague", "ungeziefer", "untermenschen", "parasiten", "abschaum", "vermine",
    "parasites", "sous hommes", "ratas", "alimanas", "parasitas", "feccia", "parassiti", "паразиты", "тварей", "недочеловек*",
    "害虫", "蟑螂", "劣等民族", "寄生虫", "ゴキブリ", "劣等人種", "벌레",
];

pub const MOVEMENTS: WordSet = &[
    "nazi", "nazis", "hitler", "third reich", "ku klux klan", "kkk", "white supremacist", "white supremacists", "neo nazi",
    "neonazi", "waffen ss", "swastika", "hakenkreuz", "nazismo", "нацист*", "гитлер*", "свастик*", "纳粹", "希特勒", "ナチス", "ヒトラー", "나치",
];

pub const PRAISE: WordSet = &[
    "glorify", "glorifying", "glorious", "glory to", "praise", "praising", "celebrating", "celebrate", "heroic", "heroes",
    "recruitment", "recruiting", "join the", "join us", "hero worship", "propaganda poster", "admire", "verherrlich*", "ruhm",
    "gloire", "gloria", "glorificando", "слава", "прославля*", "赞美", "歌颂", "讃える",
];

/// Where it is told how it was.
pub const HISTORY: WordSet = &[
    "history", "historical", "historic", "museum", "documentary", "textbook", "ww2", "wwii", "world war", "1940s", "1930s",
    "memorial", "remembrance", "lesson", "timeline", "satire", "geschichte", "mahnmal", "histoire", "historia", "storia",
    "истори*", "历史", "歴史", "역사", "educational", "propaganda analysis", "propaganda techniques",
];

/// Where it is spoken against.
pub const AGAINST: WordSet = &[
    "against", "anti", "stop", "fight", "never again", "resist", "resistance", "defeat", "defeating", "punch", "end", "combat",
    "condemn*", "reject*", "gegen", "contre", "contra", "contro", "против", "反对", "反対",
];
