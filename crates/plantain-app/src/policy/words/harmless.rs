//! What sounds bad and is not.

use crate::policy::rules::WordSet;

/// Phrases that are harmless as a whole.
pub const PHRASES: WordSet = &[
    // Bodies and clothes
    "naked eye", "naked cake", "naked cakes", "naked truth", "naked juice", "naked mole rat*", "nude lipstick*", "nude heels", "nude tone*",
    "nude color*", "nude colour*", "nude shade*", "nude palette", "nude makeup", "nude nail*", "nude polish", "nude pumps", "nude dress",
    "nude beige", "nude pink", "nude tights", "sex education", "sex ed", "same sex", "opposite sex", "sex ratio", "sex and the city", "sex pistols",
    "sexual health", "safe sex", "sexual orientation", "sexual harassment", "sexual education", "sexual selection", "sexual dimorphism",
    "biological sex", "male or female sex", "sex chromosome*", "sex cells", "topless car", "topless jeep", "topless bus", "strip mall", "comic strip*",
    "breast cancer", "chicken breast*", "duck breast*", "turkey breast*", "breast pocket", "breast stroke", "breaststroke", "robin red breast",
    "baby doll dress", "kid leather", "kid gloves", "kid friendly", "child seat", "child lock", "child s pose", "child care", "inner child",
    "sexy beast", "thong sandals", "thongs sandals", "flip flop thong", "pussy willow*", "pussycat", "pussy cat", "cock a doodle*", "cockatoo",
    "peacock", "rooster cock", "stop cock", "ball cock", "weather cock", "dick tracy", "moby dick", "dick clark", "philip k dick",
    "dick van dyke", "hancock", "cocktail", "tit bird", "blue tit", "great tit", "coal tit", "willow tit", "bearded tit", "boobies bird",
    "blue footed boobies", "booby trap", "ass and ox", "donkey ass", "wild ass", "virgin olive", "extra virgin", "virgin islands", "virgin mary",
    "virgin atlantic", "semen in", "bondage of", "oral b", "adult swim", "adult education", "escort car", "ford escort", "hot dog*", "hot chick*",
    "french kiss drink", "hooker chair", "rape seed", "rapeseed", "rape field*", "rape oil", "field of rape", "gender reveal",
    "kind of", "what kind", "kinds of", "of a kind", "kind regards", "be kind", "so kind", "every kind", "any kind", "baise main",
    // Bombs, shots and knives
    "bath bomb*", "bomb pop*", "seed bomb*", "photo bomb*", "photobomb*", "cherry bomb*", "hot chocolate bomb*", "cocoa bomb*", "glitter bomb*",
    "smoke bomb*", "yarn bomb*", "jager bomb*", "jagerbomb*", "honey bomb*", "fat bomb*", "flavor bomb*", "flavour bomb*", "water bomb*", "tea bomb*",
    "shower bomb*", "stink bomb*", "toilet bomb*", "bomb cyclone", "bomb shelter", "bombe glacee", "badebombe*", "bombe de bain", "bombes de bain",
    "bomba de bano", "bombas de bano", "bomba da bagno", "бомбочк*", "bombshell", "atomic bomb dome", "bomb disposal", "da bomb", "bomb jacket",
    "pomegranate grenade", "grenadine", "shot glass*", "espresso shot*", "head shot*", "headshot*", "screen shot*", "money shot", "flu shot*",
    "drone shot", "killer whale*", "killer app", "lady killer", "buzz kill*", "road kill", "kill bill", "to kill a mockingbird", "overkill",
    "dead sea", "dead lift", "deadpool", "grateful dead", "day of the dead", "walking dead", "red dead", "drop dead gorgeous", "to die for",
    "die cut*", "die cast", "knockout", "knock out", "murder mystery", "murder of crows", "suicide squad", "suicide door*", "suicide sauce",
    "blood orange*", "blood moon*", "blood drive", "blood pressure", "blood test", "blood type", "blood donation", "blood sugar", "red blood cell*",
    "al gore", "gore tex", "goretex", "gore vidal", "crack of dawn", "crack pie", "crack an egg", "heroine", "coke zero", "coca cola", "grass field",
    "weed killer", "poison ivy", "poison dart frog*", "poison dart", "rat poison", "explosive colors", "explosive colours", "explosive growth",
    "isis goddess", "goddess isis", "egyptian isis", "isis and osiris", "temple of isis", "isis temple", "molotov cocktail song", "c4 corvette", "citroen c4",
    // Fakes
    "fake fur", "fake plant*", "fake flower*", "fake snow", "fake blood", "fake grass", "fake news", "faux leather", "faux fur", "fake lashes",
    "fake id detection", "falsche freunde", "faux pas", "fake smile", "fake tan", "monopoly money", "play money",
    // Hate in other senses
    "chink in", "kaffir lime*", "spic and span", "spick and span", "faggots and peas", "dyke bridge", "offa s dyke", "hoover dam", "grammar nazi",
    "soup nazi", "indiana jones", "schindler s list", "anne frank", "holocaust memorial", "holocaust remembrance", "hindu swastika",
    "buddhist swastika", "jojo rabbit",
];

/// Words that turn around what follows.
pub const NEGATIONS: WordSet = &[
    "no", "not", "without", "non", "never", "avoid", "avoiding", "exclude", "excluding", "free of", "free from", "don t show", "do not show",
    "negative prompt", "nothing", "kein", "keine", "keinen", "ohne", "nicht", "vermeide", "sans", "pas de", "ne pas", "aucun", "aucune", "sin",
    "ningun", "ninguna", "evitar", "sem", "nenhum", "nenhuma", "senza", "nessun", "nessuna", "без", "не", "нет", "geen", "zonder", "bez", "没有", "沒有", "不要",
    "无", "無", "避免", "禁止",
];

pub const JOINERS: WordSet = &[
    "or", "and", "nor", "any", "of", "oder", "und", "noch", "ou", "et", "ni", "o", "y", "e", "или", "и", "ни", "或", "和",
];
